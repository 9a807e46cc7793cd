/// Light stemming of folded words of languages that Snowball has no algorithm for: the longest ending of a list is taken off, a consonant that
/// softens before endings becomes what it was, and a vowel that comes and goes is left out.
///
/// After Dolamic and Savoy, Indexing and Stemming Approaches for the Czech Language (Information Processing and Management 45, 2009), who
/// found that as much of an algorithm finds what larger ones find. The endings are those of the languages' grammars as folding leaves them.
/// docs/search.md tells how many forms of a word they bring together.
final class EndingStemmer: WordStemming {
    /// What an algorithm knows of a language.
    struct Rules: Sendable {
        /// Endings of words, folded.
        let endings: Set<String>
        /// Soft consonants at the end of a stem and the hard ones that they come from; the first that fits is taken.
        let softened: [(soft: String, hard: String)]
        /// Vowels before the last consonant that other forms do without.
        let fleeting: Set<Character>
        /// Letters of the longest ending.
        let longest: Int

        init(endings: [String], softened: [(soft: String, hard: String)], fleeting: Set<Character>) {
            self.endings = Set(endings)
            self.softened = softened
            self.fleeting = fleeting
            longest = endings.map(\.count).max() ?? 0
        }
    }

    /// Letters that must be left of a word: fewer are many words' beginning.
    private static let minimum = 3
    private static let vowels = Set("aeiouyаеиоуяюіїєъы")
    /// Signs and vowels that only soften the consonant before them.
    private static let softening = Set("iьй")

    private let rules: Rules

    /// The algorithm for a language (ISO 639-1); nil for a language without rules.
    init?(language: String) {
        guard let rules = Self.languages[language] else { return nil }
        self.rules = rules
    }

    func stem(_ word: String) -> String? {
        var letters = Array(word)
        let longest = min(rules.longest, letters.count - Self.minimum)
        if longest > 0,
            let length = (1...longest).last(where: { rules.endings.contains(String(letters.suffix($0))) })
        {
            letters.removeLast(length)
        }
        if letters.count > Self.minimum, let last = letters.last, Self.softening.contains(last) { letters.removeLast() }
        if let pair = rules.softened.first(where: { letters.ends(with: $0.soft) }) {
            letters.removeLast(pair.soft.count)
            letters += pair.hard
        }
        let end = letters.count
        if end > Self.minimum, rules.fleeting.contains(letters[end - 2]), !Self.vowels.contains(letters[end - 1]),
            !Self.vowels.contains(letters[end - 3])
        {
            letters.remove(at: end - 2)
        }
        return String(letters)
    }
}

extension [Character] {
    fileprivate func ends(with text: String) -> Bool { count > text.count && suffix(text.count).elementsEqual(text) }
}
