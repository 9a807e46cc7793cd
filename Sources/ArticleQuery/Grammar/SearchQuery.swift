/// What someone typed into the search field, understood.
///
/// Any text gives a query; what could not be used is told by ``notes``. The language, in the words of `docs/search.md`:
/// words that must all occur, `"phrases"`, `prefix*`, `OR`, `AND`, `NOT` and `-word`, parentheses, `near(a b, 5)` and
/// the fields of ``SearchField`` (`headline:`, `person:` ...) and the conditions of ``ConditionField`` (`story:`, `since:` ...). `OR` binds closer than the space between words
/// (`storm wind OR rain` is storm and either of the others), and `AND` closer than `OR`.
public struct SearchQuery: Sendable, Equatable {
    /// The text as it was typed.
    public let text: String
    /// What was left out or taken in another way than it may have been meant, in the order of discovery.
    public let notes: [QueryNote]
    /// The query's terms and how they are combined; nil when there is nothing to look for.
    let root: QueryNode?

    /// What the articles must be besides having the words: all of these.
    public let conditions: [ArticleCondition]
    /// What must not match beside conditions alone; nil where words are looked for, which hold their exclusions.
    let excluded: QueryNode?
    /// The time that words of the query name, once `namingATime` looked for one; nil for none.
    package let time: NamedTime?

    init(
        text: String, notes: [QueryNote], root: QueryNode?, conditions: [ArticleCondition] = [],
        excluded: QueryNode? = nil, time: NamedTime? = nil
    ) {
        self.text = text
        self.notes = notes
        self.root = root
        self.conditions = conditions
        self.excluded = excluded
        self.time = time
    }

    /// The query for articles that name or quote all of some names, as `person:"..."` and its like would.
    ///
    /// nil where one of them has no letter or digit: no article names that.
    package init?(naming names: [NameCondition]) {
        var terms: [QueryNode] = []
        for name in names {
            guard let term = QueryTerm(typed: name.name, isQuoted: true, isPrefix: false) else { return nil }
            terms.append(.term(term, [name.role.field]))
        }
        guard let first = terms.first else { return nil }
        self.init(
            text: "", notes: [], root: terms.count == 1 ? first : .all(must: terms, mustNot: []))
    }

    /// Understands a query; never fails, and takes time linear in the text up to 4,096 bytes.
    public static func parse(_ text: String) -> SearchQuery {
        QueryParser.parse(text)
    }

    /// Whether the query looks for nothing and so finds nothing; ``notes`` says why.
    public var isEmpty: Bool { root == nil && conditions.isEmpty && time == nil }

    /// The language that the articles must have; nil where none or several are asked for.
    package var language: String? {
        let codes = Set(conditions.compactMap { if case .language(let code) = $0 { code } else { nil } })
        return codes.count == 1 ? codes.first : nil
    }

    /// The words that must not occur, as a query of their own; nil unless the query has conditions alone.
    package var exclusion: SearchQuery? {
        excluded.map { SearchQuery(text: text, notes: [], root: $0) }
    }
}
