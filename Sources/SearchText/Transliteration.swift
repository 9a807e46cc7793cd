/// Names as they are written in another alphabet: Навальный and Navalny, Μητσοτάκης and Mitsotakis.
///
/// No table gives the one spelling that a paper chose, so that what comes out is where the search for neighbours begins.
package enum Transliteration {
    /// A folded word of Cyrillic or Greek letters in Latin ones, or one of Latin letters in Cyrillic ones; empty for others.
    package static func forms(of word: String) -> [String] {
        guard let first = word.unicodeScalars.first?.value else { return [] }
        switch first {
        case 0x400...0x52F:
            let plain = word.map { cyrillic[$0] ?? String($0) }.joined()
            // Plurals, as of many countries: Филиппины, Philippines.
            guard word.hasSuffix("ы") else { return [plain] }
            let plural = plain.dropLast()
            return [plain, plural + "es", plural + "s"].flatMap { [$0, $0.replacing("f", with: "ph")] }.reduce(into: [])
            {
                if !$0.contains($1) { $0.append($1) }
            }
        case 0x370...0x3FF: return [greek(word)]
        case 0x61...0x7A:
            guard word.allSatisfy(\.isASCII) else { return [] }
            let plural = ["es", "s"].filter { word.hasSuffix($0) && word.count > 6 }.map {
                cyrillicForm(of: String(word.dropLast($0.count))) + "ы"
            }
            return [cyrillicForm(of: word)] + plural
        default: return []
        }
    }

    private static let cyrillic: [Character: String] = [
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ж": "zh", "з": "z", "и": "i", "й": "y", "к": "k",
        "л": "l", "м": "m",
        "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch",
        "ш": "sh",
        "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi", "є": "ye",
    ]

    private static let greekPairs = [
        ("ου", "ou"), ("μπ", "b"), ("ντ", "d"), ("γκ", "g"), ("ευ", "ev"), ("αυ", "av"), ("οι", "i"), ("ει", "i"),
        ("αι", "e"),
    ]
    private static let greekLetters: [Character: String] = [
        "α": "a", "β": "v", "γ": "g", "δ": "d", "ε": "e", "ζ": "z", "η": "i", "θ": "th", "ι": "i", "κ": "k", "λ": "l",
        "μ": "m", "ν": "n",
        "ξ": "x", "ο": "o", "π": "p", "ρ": "r", "σ": "s", "τ": "t", "υ": "y", "φ": "f", "χ": "ch", "ψ": "ps", "ω": "o",
    ]

    private static func greek(_ word: String) -> String {
        var text = word
        for (pair, letters) in greekPairs { text = text.replacing(pair, with: letters) }
        return text.map { greekLetters[$0] ?? String($0) }.joined()
    }

    /// The longest groups first.
    private static let latinGroups: [(String, String)] = [
        ("shch", "щ"), ("sch", "ш"), ("zh", "ж"), ("kh", "х"), ("ts", "ц"), ("ch", "ч"), ("sh", "ш"), ("yu", "ю"),
        ("ya", "я"), ("yo", "е"),
        ("ye", "е"), ("ph", "ф"), ("th", "т"), ("ck", "к"), ("qu", "кв"), ("iy", "ий"), ("yy", "ый"), ("a", "а"),
        ("b", "б"), ("c", "к"), ("d", "д"),
        ("e", "е"), ("f", "ф"), ("g", "г"), ("h", "х"), ("i", "и"), ("j", "й"), ("k", "к"), ("l", "л"), ("m", "м"),
        ("n", "н"), ("o", "о"),
        ("p", "п"), ("q", "к"), ("r", "р"), ("s", "с"), ("t", "т"), ("u", "у"), ("v", "в"), ("w", "в"), ("x", "кс"),
        ("y", "и"), ("z", "з"),
    ]

    private static func cyrillicForm(of word: String) -> String {
        var rest = Substring(word)
        var text = ""
        while let first = rest.first {
            guard let (group, letters) = latinGroups.first(where: { rest.hasPrefix($0.0) }) else {
                text.append(first)
                rest.removeFirst()
                continue
            }
            text += letters
            rest = rest.dropFirst(group.count)
        }
        // Names that end so are adjectives: Navalny, Medinsky.
        if word.hasSuffix("y"), word.count > 4, text.last == "и" {
            text = text.dropLast() + (word.hasSuffix("ky") ? "ий" : "ый")
        }
        return text
    }
}
