/// What someone typed into the search field, understood.
///
/// Any text gives a query; what could not be used is told by ``notes``. The language, in the words of `docs/search.md`:
/// words that must all occur, `"phrases"`, `prefix*`, `OR`, `AND`, `NOT` and `-word`, parentheses, `near(a b, 5)` and
/// the fields `headline:`, `body:`, `outlet:`, `author:`. `OR` binds closer than the space between words
/// (`storm wind OR rain` is storm and either of the others), and `AND` closer than `OR`.
public struct SearchQuery: Sendable, Equatable {
    /// The text as it was typed.
    public let text: String
    /// What was left out or taken in another way than it may have been meant, in the order of discovery.
    public let notes: [QueryNote]
    /// The query's terms and how they are combined; nil when there is nothing to look for.
    let root: QueryNode?

    init(text: String, notes: [QueryNote], root: QueryNode?) {
        self.text = text
        self.notes = notes
        self.root = root
    }

    /// Understands a query; never fails, and takes time linear in the text up to 4,096 bytes.
    public static func parse(_ text: String) -> SearchQuery {
        QueryParser.parse(text)
    }

    /// Whether the query looks for nothing and so finds nothing; ``notes`` says why.
    public var isEmpty: Bool { root == nil }
}
