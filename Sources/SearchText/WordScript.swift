/// The scripts whose words are inflected in a way that is handled.
enum WordScript: CaseIterable {
    case latin, greek, cyrillic, armenian, hebrew, arabic, devanagari, tamil

    /// The script of a folded word, judged by its first letter; nil for other scripts and for words with digits or signs.
    init?(word: String) {
        guard let first = word.unicodeScalars.first,
            word.unicodeScalars.allSatisfy({ !$0.isASCII || ("a"..."z").contains($0) })
        else { return nil }
        switch first.value {
        case 0x61...0x7A, 0xC0...0x24F: self = .latin
        case 0x370...0x3FF: self = .greek
        case 0x400...0x52F: self = .cyrillic
        case 0x531...0x58F: self = .armenian
        case 0x5D0...0x5EA: self = .hebrew
        case 0x620...0x6FF: self = .arabic
        case 0x900...0x97F: self = .devanagari
        case 0xB80...0xBFF: self = .tamil
        default: return nil
        }
    }

    /// The languages (ISO 639-1) of the script for which there is a stemming algorithm.
    var stemmedLanguages: [String] {
        switch self {
        case .latin:
            [
                "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "no", "nb", "fi", "hu", "ro", "tr", "ca", "eu",
                "ga",
                "id", "lt", "pl", "cs", "sk",
            ]
        case .greek: ["el"]
        case .cyrillic: ["ru", "sr", "uk", "bg"]
        case .armenian: ["hy"]
        case .hebrew: []
        case .arabic: ["ar"]
        case .devanagari: ["hi", "ne"]
        case .tamil: ["ta"]
        }
    }

    /// Particles that are written together with the word after them, folded.
    var proclitics: [String] {
        switch self {
        case .hebrew:
            [
                "ה", "ו", "ב", "ל", "מ", "ש", "כ", "וה", "וב", "ול", "ומ", "וש", "שה", "מה", "שב", "של", "כש", "לכ",
                "ובה", "ולה",
            ]
        case .arabic: ["ال", "وال", "بال", "كال", "فال", "لل", "و", "ف", "ب", "ل", "ك", "س"]
        default: []
        }
    }
}
