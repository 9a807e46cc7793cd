import NewsModel

/// A part of an article that a query may be limited to, by a word before a colon: one column of the full-text index.
///
/// To search something else by field, add a record to ``all`` and a migration that gives the index its column.
public struct SearchField: Sendable {
    /// The column of the full-text table, which is also the field's name.
    public let column: String
    /// How much a word in it counts for the ranking, where one in the body counts 1. Names stand in the text already and add nothing.
    public let weight: Double
    /// The words that mean the field before a colon, in lower case.
    public let typedWords: [String]
    /// What the field holds, as one line of a help text.
    public let help: String
    /// The kind of name that stands in it; nil for a field that holds no names.
    public let names: NameCondition.Role?
    /// What an article has in it: the parts of one text, each on a line of its own.
    package let value: @Sendable (IndexedArticle) -> [String]

    private init(
        _ column: String, weight: Double, typed: [String], help: String, names: NameCondition.Role? = nil,
        value: @escaping @Sendable (IndexedArticle) -> [String]
    ) {
        self.column = column
        self.weight = weight
        typedWords = typed
        self.help = help
        self.names = names
        self.value = value
    }

    /// The headline, which says what an article is about.
    public static let headline = SearchField(
        "headline", weight: 8, typed: ["headline", "title"], help: "the headline",
        value: { [$0.article.headline].compactMap(\.self) })
    /// The text, which begins with the standfirst.
    public static let body = SearchField(
        "body", weight: 1, typed: ["body", "deck"], help: "the text with its standfirst", value: { [$0.article.body] })
    /// The outlet's name.
    public static let outlet = SearchField(
        "outlet", weight: 2, typed: ["outlet"], help: "the outlet's name",
        value: { [$0.article.outlet].compactMap(\.self) })
    /// The authors' names.
    public static let author = SearchField(
        "author", weight: 2, typed: ["author"], help: "the authors' names", value: \.article.authors)
    /// The people that it names.
    public static let person = SearchField(
        "person", weight: 0, typed: ["person"], help: "people that it names", names: .person, value: \.people)
    /// The organisations that it names.
    public static let organization = SearchField(
        "organization", weight: 0, typed: ["org", "organization", "organisation"], help: "organisations that it names",
        names: .organization, value: \.organizations)
    /// The places that it names.
    public static let place = SearchField(
        "place", weight: 0, typed: ["place"], help: "places that it names", names: .place, value: \.places)
    /// Those whose words it quotes.
    public static let speaker = SearchField(
        "speaker", weight: 0, typed: ["speaker"], help: "whose words it quotes", names: .speaker, value: \.speakers)
    /// The tags that people gave it: what a person says of the article.
    public static let tag = SearchField("tag", weight: 4, typed: ["tag"], help: "tags", value: \.tags)

    /// All fields, in the order of the index's columns.
    public static let all = [headline, body, outlet, author, person, organization, place, speaker, tag]

    /// The field that a word before a colon means, whatever its case; nil for a word that means none.
    init?(typed word: some StringProtocol) {
        let word = word.lowercased()
        guard let field = Self.all.first(where: { $0.typedWords.contains(word) }) else { return nil }
        self = field
    }
}

extension SearchField: Hashable {
    /// Whether two fields are the same column.
    public static func == (left: Self, right: Self) -> Bool { left.column == right.column }
    /// Hashes the column.
    public func hash(into hasher: inout Hasher) { hasher.combine(column) }
}

extension NameCondition.Role {
    /// The field of the index that holds such names.
    package var field: SearchField {
        switch self {
        case .person: .person
        case .organization: .organization
        case .place: .place
        case .speaker: .speaker
        }
    }
}

/// What the index holds of an article: its current version as people say that it is, the names that are sure enough, and its tags.
package struct IndexedArticle: Sendable {
    /// The article.
    package var article: Article
    /// The people that it names.
    package var people: [String] = []
    /// The organisations that it names.
    package var organizations: [String] = []
    /// The places that it names.
    package var places: [String] = []
    /// Those whose words it quotes.
    package var speakers: [String] = []
    /// What people say of it.
    package var tags: [String] = []

    /// An article without names and tags unless given.
    package init(_ article: Article, tags: [String] = []) {
        self.article = article
        self.tags = tags
    }
}
