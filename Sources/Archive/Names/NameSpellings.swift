import NewsModel
import SearchText

/// Other spellings of a folded name that stand for the same somebody or something.
///
/// An article in front ("the New York Times"), British and American English ("Organisation", "Organization"), and initials of people
/// written together or apart ("J. K. Rowling", "JK Rowling"). Names of one word have no other spellings but the article: Labour and
/// Labor are two parties.
enum NameSpellings {
    private static let article = "the "
    /// Initials that are written together; more are an abbreviation.
    private static let mostInitials = 3

    /// The spellings of a folded name besides itself, most of which no article has.
    static func variants(of folded: String, kind: Entity.Kind) -> [String] {
        let base = folded.hasPrefix(article) ? String(folded.dropFirst(article.count)) : folded
        var found: Set<String> = [base]
        let words = base.split(separator: " ").map(String.init)
        if words.count > 1 {
            for (place, word) in words.enumerated() where word.count > 3 {
                for variant in SpellingVariants.variants(of: word) where variant.allSatisfy(\.isLetter) {
                    found.insert(replacing(place..<place + 1, of: words, with: [variant]))
                }
            }
        }
        if kind == .person {
            found.formUnion(initialSpellings(words))
        } else {
            found.formUnion(found.map { article + $0 })
        }
        for names in wellKnown where kind != .person && names.contains(base) { found.formUnion(names) }
        found.remove(folded)
        return found.sorted()
    }

    /// Names that everybody writes in several ways, so that hardly an article spells them out.
    private static let wellKnown: [Set<String>] = [
        ["united states", "united states of america", "us", "usa"], ["united kingdom", "uk"], ["european union", "eu"],
        ["united nations", "un"], ["united arab emirates", "uae"],
    ]

    /// A person's name with the initials in front of the surname written together, or apart.
    private static func initialSpellings(_ words: [String]) -> [String] {
        guard words.count > 1 else { return [] }
        let single = words.prefix { $0.count == 1 }
        if single.count > 1, single.count <= mostInitials, single.count < words.count {
            return [replacing(0..<single.count, of: words, with: [single.joined()])]
        }
        if (2...mostInitials).contains(words[0].count) {
            return [replacing(0..<1, of: words, with: words[0].map(String.init))]
        }
        return []
    }

    private static func replacing(_ range: Range<Int>, of words: [String], with others: [String]) -> String {
        var words = words
        words.replaceSubrange(range, with: others)
        return words.joined(separator: " ")
    }

    /// Whether two folded names differ in nothing but the article in front of one.
    static func differInArticle(_ one: String, _ other: String) -> Bool {
        article + one == other || article + other == one
    }

    /// Whether a name without its article may be the same as with it: of one word only an organisation's, and no abbreviation, as
    /// The Who are not the WHO.
    static func allowsArticle(_ name: String, kind: Entity.Kind) -> Bool {
        name.contains(" ") || kind == .organization && !isAbbreviation(name)
    }

    /// Whether a name as written is an abbreviation: one word of two to seven capital letters, with or without dots.
    static func isAbbreviation(_ name: String) -> Bool {
        let letters = name.filter { $0 != "." }
        return (2...7).contains(letters.count) && letters.allSatisfy { $0.isLetter && $0.isUppercase }
    }

    /// How well a folded abbreviation is made of the first letters of a folded full name.
    enum Initials {
        /// They are the first letters of all words, or of all but the small ones.
        case all
        /// They are the first letters of the name's beginning: CDC.
        case beginning
    }

    /// How an abbreviation is made of a full name; nil where it is not.
    static func initials(of full: String, as abbreviation: String) -> Initials? {
        let words = full.split(separator: " ")
        guard words.count > 1 else { return nil }
        let all = String(words.compactMap(\.first))
        let long = String(words.filter { !smallWords.contains(String($0)) }.compactMap(\.first))
        if abbreviation == all || abbreviation == long { return .all }
        return long.hasPrefix(abbreviation) ? .beginning : nil
    }

    /// Words within names that abbreviations leave out, in the languages whose names are found.
    private static let smallWords: Set<String> = [
        "a", "al", "and", "d", "da", "das", "de", "del", "della", "der", "des", "di", "die", "do", "dos", "du", "e",
        "el", "en", "et", "for",
        "fur", "i", "in", "la", "las", "le", "les", "los", "of", "on", "the", "to", "und", "van", "von", "w", "y", "z",
    ]
}
