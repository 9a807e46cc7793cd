import SearchText

/// A language as it is typed: by its ISO 639-1 code or by its name in English or in the language itself.
public struct LanguageCode: Sendable, Hashable {
    /// The ISO 639-1 code, in lower case.
    public let text: String

    /// The language that a text means; nil for a text that names none.
    public init?(typed: String) {
        let typed = SearchFold.fold(typed)
        if let code = Self.names[typed] {
            text = code
        } else if typed.utf8.count == 2, typed.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) {
            text = typed
        } else {
            return nil
        }
    }

    private static let names: [String: String] = {
        let list = [
            "en english", "de german deutsch", "fr french francais", "es spanish espanol", "it italian italiano",
            "pt portuguese portugues", "nl dutch nederlands", "sv swedish svenska", "da danish dansk",
            "no norwegian norsk", "fi finnish suomi", "is icelandic", "pl polish polski", "cs czech cesky cestina",
            "sk slovak slovencina", "hu hungarian magyar", "ro romanian romana", "bg bulgarian български",
            "ru russian русский", "uk ukrainian українська", "sr serbian српски", "hr croatian hrvatski",
            "sl slovenian slovenscina", "el greek ελληνικα", "tr turkish turkce", "ar arabic العربية",
            "he hebrew עברית",
            "fa persian farsi", "ur urdu", "hi hindi हिन्दी", "bn bengali", "ta tamil", "te telugu", "ne nepali",
            "zh chinese 中文", "ja japanese 日本語", "ko korean 한국어", "th thai ไทย", "vi vietnamese", "id indonesian",
            "ms malay", "ca catalan catala", "eu basque euskara", "gl galician galego", "ga irish gaeilge", "cy welsh",
            "lt lithuanian lietuviu", "lv latvian latviesu", "et estonian eesti", "hy armenian հայերեն",
            "ka georgian ქართული", "sq albanian shqip", "mk macedonian македонски", "sw swahili", "tl filipino tagalog",
        ]
        var names: [String: String] = [:]
        for line in list {
            let words = line.split(separator: " ").map(String.init)
            for name in words.dropFirst() { names[SearchFold.fold(name)] = words[0] }
        }
        return names
    }()
}
