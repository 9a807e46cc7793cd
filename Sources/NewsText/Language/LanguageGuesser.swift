import Bytes
import CLanguageDetector

/// Tells the language of a text, by libcld2 (Compact Language Detector 2) with the source's declaration as a second
/// opinion.
package enum LanguageGuesser {
    /// The share of the text, in percent, that must be in the language found where the detector itself is not sure.
    private static let minimumPercent: Int32 = 60
    /// The share of the text's start, in percent, from which its language is that of the whole.
    private static let certainPercent: Int32 = 95

    /// The ISO 639-1 code of the language; nil when it is unknown.
    ///
    /// - Parameters:
    ///   - utf8: plain text; the first kilobytes are looked at (`ReadingLimits.languageSampleBytes`).
    ///   - declared: the language tag that the source declares (BCP 47), or nil. It decides only where the detector is
    ///     not sure, since pages often declare the language of their template.
    package static func guess(_ utf8: UnsafeBufferPointer<UInt8>, declared: String?) -> String? {
        let declaredCode = declared.flatMap(code)
        guard let base = utf8.baseAddress, utf8.count > 0 else { return declaredCode }
        var guess = detect(base, utf8, ReadingLimits.languageFirstBytes)
        // Where the start leaves no doubt the rest is not looked at: the detector takes a third of the time of a short text.
        if guess.is_reliable == 0 || guess.percent < certainPercent, utf8.count > ReadingLimits.languageFirstBytes {
            guess = detect(base, utf8, ReadingLimits.languageSampleBytes)
        }
        let found = guess.code.flatMap { code(String(cString: $0)) }
        if guess.is_reliable != 0, let found { return found }
        if let declaredCode { return declaredCode }
        return guess.percent >= minimumPercent ? found : nil
    }

    private static func detect(
        _ base: UnsafePointer<UInt8>, _ utf8: UnsafeBufferPointer<UInt8>, _ most: Int
    ) -> wd_language_guess {
        var length = min(utf8.count, most)
        // The sample must not end inside a character.
        while length > 0, length < utf8.count, utf8[length] & 0xC0 == 0x80 { length -= 1 }
        return base.withMemoryRebound(to: CChar.self, capacity: length) { wd_detect_language($0, length) }
    }

    /// The same for text.
    package static func guess(_ text: String, declared: String?) -> String? {
        var text = text
        return text.withUTF8 { guess($0, declared: declared) }
    }

    /// Opens what the detector opens lazily, before a sandbox closes.
    package static func warmUp() {
        _ = guess("The detector reads its tables once.", declared: nil)
    }

    /// The two-letter code of a language tag or of CLD2's name for a language; nil where ISO 639-1 has none.
    package static func code(_ tag: String) -> String? {
        let primary =
            tag.lowercased().split { $0 == "-" || $0 == "_" || $0 == "," || $0 == " " }.first.map(String.init) ?? ""
        if let replaced = replacements[primary] { return replaced }
        guard primary.utf8.count == 2, primary.utf8.allSatisfy({ (0x61...0x7A).contains($0) }), primary != "un",
            primary != "xx"
        else { return nil }
        return primary
    }

    /// Old codes, three-letter codes (ISO 639-2) of the commoner languages, and names in use for them.
    private static let replacements: [String: String] = [
        "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "fil": "tl", "nb": "no", "zho": "zh", "chi": "zh",
        "eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "por": "pt", "ita": "it",
        "rus": "ru", "jpn": "ja", "kor": "ko", "ara": "ar", "heb": "he", "nld": "nl", "dut": "nl", "pol": "pl",
        "tur": "tr", "ukr": "uk", "ell": "el", "gre": "el", "swe": "sv", "nor": "no", "nob": "no", "dan": "da",
        "fin": "fi", "hin": "hi", "ces": "cs", "cze": "cs", "hun": "hu", "ron": "ro", "rum": "ro", "cat": "ca",
        "english": "en", "german": "de", "deutsch": "de", "french": "fr", "spanish": "es", "russian": "ru",
    ]
}
