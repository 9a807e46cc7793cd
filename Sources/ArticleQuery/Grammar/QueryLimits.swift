/// What a query may cost; whatever goes beyond is left out and noted, never refused.
enum QueryLimits {
    /// Bytes of query text that are read; no one types more, and 10 kB of parentheses are an attack.
    static let textBytes = 4_096
    /// Words, phrases and NEAR groups of one query.
    static let terms = 64
    /// Words, phrases, signs and operators that are read.
    static let lexemes = 512
    /// Parentheses inside one another; SQLite's parser stops at about a hundred, its expression trees at 256.
    static let depth = 16
    /// Words of one phrase.
    static let phraseTokens = 128
    /// Phrases that all words together are expanded to; each is a walk through the index.
    static let phrases = 400
    /// Phrases that one word is expanded to.
    static let phrasesPerTerm = 48
    /// Words or phrases in one NEAR group.
    static let nearItems = 8
    /// NEAR groups made of one by combining the forms of its words.
    static let nearCombinations = 32
    /// The distance of NEAR when none is given, FTS5's own default, and the largest that is passed on.
    static let nearDistance = 10
    /// The largest distance that is passed on.
    static let maximumNearDistance = 200
    /// The fewest letters before `*`; shorter prefixes read most of the index.
    static let prefixLetters = 2
}
