import NewsModel

/// A person, organisation or place of the archive: all entities that are taken to be the same one.
public struct KnownName: Sendable, Equatable {
    /// What it is.
    public var kind: Entity.Kind
    /// Its name.
    public var name: String
    /// Other forms and merged names, in order and without the name itself.
    public var aliases: [String]
    /// Articles whose current version names it.
    public var articles: Int
    /// How sure its mentions are on average that they name it, 0 to 1; nil where nothing mentions it.
    public var confidence: Double?
    /// The rows that stand for it.
    package let numbers: [Int64]
    /// The folded name.
    package let folded: String
    /// The folded names of all rows.
    package let forms: Set<String>

    package init(
        kind: Entity.Kind, name: String, aliases: [String], articles: Int, confidence: Double?, numbers: [Int64],
        folded: String, forms: Set<String>
    ) {
        self.kind = kind
        self.name = name
        self.aliases = aliases
        self.articles = articles
        self.confidence = confidence
        self.numbers = numbers
        self.folded = folded
        self.forms = forms
    }

    /// A person of whom only one word is known, such as the surname.
    package var isPartial: Bool { kind == .person && !folded.contains(" ") }
}

/// What a typed name stands for.
public enum NameLookup: Sendable, Equatable {
    /// Nothing that is known.
    case none
    /// One.
    case found(KnownName)
    /// Several, the most mentioned first.
    case ambiguous([KnownName])
}
