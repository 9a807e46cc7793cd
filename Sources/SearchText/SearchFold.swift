/// The transformation of article text into the text that the full-text index holds.
///
/// The index must find what a native reader types, in any script, and stay readable to a stock `sqlite3`. So the words
/// are cut and folded here, and SQLite's own `unicode61` tokenizer (declared by ``tokenizer``) only splits the result at
/// its spaces: every word that `fold` writes is one token of the index, byte for byte.
///
/// **Letters.** Full case folding and compatibility decomposition (Unicode Standard Annex 15, NFKC) without marks:
///
/// | text | becomes | why |
/// | --- | --- | --- |
/// | `É ü ñ ά ệ` | `e u n α e` | plain typing; German `ä` is `a`, the spelling `ae` is added by the query |
/// | `ß æ œ ø å đ ð ł þ ħ ı ŋ ə` | `ss ae oe o a d d l th h i n e` | beyond decomposition |
/// | `İ I ı i` | `i` | Turkish and English share an index |
/// | `ς`, `ё`, `ґ` | `σ`, `е`, `г` | written for one another |
/// | `й ї ў ѓ ќ` | kept | letters of their own |
/// | `أ إ آ ٱ`, `ؤ`, `ئ ى ی`, `ة ہ`, `ک` | `ا`, `و`, `ي`, `ه`, `ك` | hamza forms, Persian and Urdu keyboards |
/// | Arabic vowel signs and tatweel, Hebrew points | nothing | not typed |
/// | Devanagari nukta (except `ड़ ढ़`), `ँ`, `न्त म्ब ङ्क …` | nothing, `ं`, `ंत ंब ंक` | both spellings are common |
/// | vowel signs of Indic scripts | kept inside the word | they are the word |
/// | digits of any script, width and ligature forms | ASCII digits, plain letters | |
/// | Hangul from jamo, kana with separate voice marks | composed | |
///
/// **Words.** A word is a run of letters, digits and kept marks. Han and kana together, and Thai, Lao, Khmer and Burmese,
/// are written without spaces: each unit (a character; for the latter a consonant with all its signs) starts a token of
/// this and the next unit, and the last unit of a run stands alone, so every unit is one position and a query of one
/// character is a prefix. One space or line break does not end a run of Han and kana. Hangul is cut from other scripts
/// (`AI는` is `ai 는`); particles are found by prefix.
///
/// **Marks inside words**, one rule each; "next to" means without a space:
///
/// | text | tokens | rule |
/// | --- | --- | --- |
/// | `don't`, `O'Brien`, `п'ять` | `dont`, `obrien`, `пять` | an apostrophe joins |
/// | `Israel's`, `Ankara'da` | `israel`, `ankara` | the English possessive and Turkish case endings after it fall away |
/// | `l'homme`, `dell'arte` | `l homme`, `dell arte` | French, Italian and Catalan elisions separate |
/// | `covid-19`, `well-known` | `covid 19`, `well known` | a hyphen separates (the query also tries them joined) |
/// | `e-mail`, `F-16`, `U-Bahn` | `email`, `f16`, `ubahn` | after one Latin letter at a word's start it joins |
/// | `U.S.`, `a.m.`, `J.K.Rowling` | `us`, `am`, `jk rowling` | full stops between single letters join |
/// | `bbc.co.uk`, `end.Next` | `bbc co uk`, `end next` | other full stops separate |
/// | `1,000`, `1.000.000`, `1'000` | `1000`, `1000000`, `1000` | groups of three digits join |
/// | `3.5`, `3,5`, `1,234.56` | `3.5`, `3.5`, `1234.56` | one decimal sign is a full stop |
/// | `03.05.2024`, `192.168.0.1` | `03 05 2024`, `192 168 0 1` | several separate |
/// | `AT&T`, `R&D` | `at&t`, `r&d` | an ampersand next to a single letter joins |
/// | `C++`, `C#`, `F#` | `c++`, `c#`, `f#` | after a single letter |
/// | `@handle`, `#tag`, `a_b`, `x/y`, `€5` | `handle`, `tag`, `a b`, `x y`, `5` | everything else separates |
/// | `צה"ל`, `col·lecció` | `צהל`, `colleccio` | gershayim between Hebrew letters and the Catalan dot join |
///
/// The form is deterministic and has a ``version``; an index made with another version must be rebuilt.
public enum SearchFold {
    /// The version of the folded form; it changes whenever the same text would fold to other bytes.
    public static let version = 1

    /// What stands after `tokenize =` in the declaration of the FTS5 table.
    ///
    /// Marks count as part of words, or FTS5 would cut Hindi and Thai at every vowel sign; the four signs are those that
    /// `fold` leaves inside tokens (`3.5`, `at&t`, `c++`, `c#`). SQLite folds case too, which changes nothing any more.
    public static let tokenizer = "unicode61 remove_diacritics 0 categories 'L* N* Mn Mc' tokenchars '.&+#'"

    /// The longest token in bytes of UTF-8; longer ones, which are no words, are cut.
    public static let maximumTokenBytes = 160

    /// Appends the folded form of UTF-8 text: tokens separated by single spaces, nothing else.
    ///
    /// Bytes that are not UTF-8 separate words. Linear in the input.
    public static func fold(_ utf8: UnsafeBufferPointer<UInt8>, into folded: inout [UInt8]) {
        var machine = FoldMachine(recordingTokens: false, sizeHint: utf8.count)
        machine.fold(utf8)
        folded.append(contentsOf: machine.output)
    }

    /// The folded form of a text.
    public static func fold(_ text: String) -> String {
        var text = text
        var folded: [UInt8] = []
        text.withUTF8 { fold($0, into: &folded) }
        return String(decoding: folded, as: UTF8.self)
    }

    /// The folded form of UTF-8 text and where each of its tokens comes from.
    package static func tokens(_ utf8: UnsafeBufferPointer<UInt8>) -> FoldedText {
        var machine = FoldMachine(recordingTokens: true, sizeHint: utf8.count)
        machine.fold(utf8)
        return FoldedText(bytes: Array(machine.output), tokens: machine.tokens)
    }
}
