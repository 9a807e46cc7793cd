/// The inflected forms of a word that occur in the archive, for a search that finds `ministry` by `ministries`.
///
/// Two words are forms of each other when the Snowball algorithm of one of the languages gives both the same stem. The
/// index holds folded words, so both sides are stemmed without their diacritics. What that costs: algorithms that look
/// for accented endings miss some forms (French `décidé` and `décident` lose theirs alike, Hungarian `fák` and `fa` do
/// not meet), and words that differ by an accent only are one word. Stemming knows no irregular forms (`men`, `went`)
/// and sometimes joins too much (`university` and `universe`); an exact search avoids it. Arabic is stemmed by a light
/// algorithm, and so are Polish, Czech, Slovak, Ukrainian and Bulgarian; in Hebrew, which has none here, the particles written before a word are tried. With German among the languages `Mueller` also
/// finds `Müller`, with Danish or Norwegian `Aarhus` finds `Århus`.
///
/// Not safe to use from several threads at once; it is cheap to make.
public final class WordForms {
    /// The most forms returned for one word.
    public static let maximumForms = 40
    /// The most words of the vocabulary asked for at once.
    public static let vocabularyLimit = 1_000

    private let languages: [String]
    private var stemmers: [String: any WordStemming] = [:]

    /// Shorter words have no forms worth the false hits, longer ones are no words; in letters.
    private static let wordLengths = 3...40
    /// The fewest letters by which the vocabulary is asked.
    private static let prefixLetters = 3

    /// Forms in some languages.
    ///
    /// - Parameter languages: ISO 639-1 codes, such as those of the archive's articles; each word uses those of its script.
    ///   Leave out languages of few articles: each brings false forms to the words of the others.
    public init(languages: some Sequence<String>) {
        self.languages = Array(Set(languages)).sorted()
    }

    /// The other words of the vocabulary that are forms of a word, nearest in length first.
    ///
    /// - Parameters:
    ///   - word: a word as ``SearchFold`` writes it.
    ///   - vocabulary: gives the folded words of the index that begin with a prefix, in their order and at most `limit`,
    ///     as from an `fts5vocab` table: `term >= prefix AND term < prefix || char(0x10FFFF)`.
    public func forms(of word: String, vocabulary: (_ prefix: String, _ limit: Int) -> [String]) -> [String] {
        formsByRule(of: word, vocabulary: vocabulary).map(\.form)
    }

    /// The same, each with the languages by whose rules it is a form; none for spellings that every language has.
    package func formsByRule(
        of word: String, vocabulary: (_ prefix: String, _ limit: Int) -> [String]
    ) -> [(form: String, languages: Set<String>)] {
        let length = word.unicodeScalars.count
        guard Self.wordLengths.contains(length), let script = WordScript(word: word) else { return [] }
        var forms: [String: Set<String>] = [:]
        for language in script.stemmedLanguages where languages.contains(language) {
            guard let stemmer = stemmer(language), let stem = stemmer.stem(word) else { continue }
            for prefix in prefixes(word: word, stem: stem, script: script) {
                for candidate in vocabulary(prefix, Self.vocabularyLimit)
                where stemmer.stem(candidate) == stem {
                    forms[candidate, default: []].insert(language)
                }
            }
        }
        var spellings = script == .hebrew ? present(script.proclitics.map { $0 + word }, vocabulary) : []
        if script == .latin, let plain = withoutSpelledLetters(word) { spellings += present([plain], vocabulary) }
        for spelling in spellings { forms[spelling] = [] }
        forms[word] = nil
        let byNearness = forms.keys.sorted { left, right in
            let leftDistance = abs(left.unicodeScalars.count - length)
            let rightDistance = abs(right.unicodeScalars.count - length)
            return (leftDistance, left) < (rightDistance, right)
        }
        return byNearness.prefix(Self.maximumForms).map { ($0, forms[$0] ?? []) }
    }

    private func stemmer(_ language: String) -> (any WordStemming)? {
        if let known = stemmers[language] { return known }
        let stemmer: (any WordStemming)? =
            switch language {
            case "ar": ArabicStemmer()
            // libstemmer knows Bokmål only as Norwegian.
            case "nb": SnowballStemmer(language: "no")
            default: SnowballStemmer(language: language) ?? EndingStemmer(language: language)
            }
        stemmers[language] = stemmer
        return stemmer
    }

    /// By what to ask the vocabulary: what word and stem share, and one letter less, since `ministri` is the stem of
    /// `ministry` too; with each particle before it.
    private func prefixes(word: String, stem: String, script: WordScript) -> [String] {
        let scalars = Array(word.unicodeScalars)
        // An algorithm may take a particle off the beginning.
        let start = script.proclitics.isEmpty ? 0 : Self.place(of: stem, in: scalars)
        let shared = zip(scalars[start...], stem.unicodeScalars).prefix { $0 == $1 }.map(\.0)
        let minimum = min(Self.prefixLetters, shared.count)
        guard minimum >= 2 else { return [] }
        var bases = [shared]
        // Light stemming only takes letters off, so all forms hold the stem.
        if script.proclitics.isEmpty, shared.count > Self.prefixLetters { bases.append(shared.dropLast()) }
        return bases.flatMap { base in
            ([""] + script.proclitics).map { $0 + String(String.UnicodeScalarView(base)) }
        }
    }

    /// Where a stem begins in a word, 0 when it does not occur.
    private static func place(of stem: String, in word: [Unicode.Scalar]) -> Int {
        let stem = Array(stem.unicodeScalars.prefix(prefixLetters))
        guard !stem.isEmpty, word.count > stem.count else { return 0 }
        return (0...(word.count - stem.count)).first { word[$0...].starts(with: stem) } ?? 0
    }

    /// Which of some words occur in the vocabulary.
    private func present(_ words: [String], _ vocabulary: (String, Int) -> [String]) -> [String] {
        words.filter { vocabulary($0, 1).first == $0 }
    }

    /// `mueller` as `muller`, `aarhus` as `arhus`: a spelled-out letter as it folds, except after a vowel or `q` (`neue`,
    /// `quelle`); nil when there is none.
    private func withoutSpelledLetters(_ word: String) -> String? {
        let pairs = languages.flatMap { Self.spelledLetters[$0] ?? [] }
        var plain: [UInt8] = []
        for byte in word.utf8 {
            let follows = plain.count < 2 || !"aeiouq".utf8.contains(plain[plain.count - 2])
            if let last = plain.last, follows, pairs.contains(where: { $0 == (last, byte) }) { continue }
            plain.append(byte)
        }
        return plain.count < word.utf8.count ? String(decoding: plain, as: UTF8.self) : nil
    }

    /// The two letters that stand for one with a mark, by language; the first is what that one folds to.
    private static let spelledLetters: [String: [(UInt8, UInt8)]] = {
        let german: [(UInt8, UInt8)] = [(0x61, 0x65), (0x6F, 0x65), (0x75, 0x65)]
        let danish: [(UInt8, UInt8)] = [(0x61, 0x61), (0x6F, 0x65)]
        return ["de": german, "da": danish, "no": danish, "nb": danish]
    }()
}
