/// A search: what was typed, which articles it is about, and which page of the hits is wanted.
public struct SearchRequest: Sendable, Hashable {
    /// In which order hits come.
    public enum Order: Sendable, Hashable {
        /// The best hits first: those with every word, then by how much of the question they answer.
        case relevance
        /// The newest first, by the published time, else that of the delivery.
        case date
    }

    /// What was typed; any text is a query.
    public var query: String
    /// Which articles.
    public var filter: ArticleFilter
    /// The order; relevance unless given.
    public var order: Order
    /// True when words match only as they stand, without their other inflected forms.
    public var isExact: Bool
    /// The number of hits on a page; 20 unless given.
    public var limit: Int
    /// Where the page begins; nil for the first.
    public var cursor: PageCursor?

    /// A search.
    public init(
        query: String, filter: ArticleFilter = ArticleFilter(), order: Order = .relevance, isExact: Bool = false,
        limit: Int = 20, cursor: PageCursor? = nil
    ) {
        self.query = query
        self.filter = filter
        self.order = order
        self.isExact = isExact
        self.limit = limit
        self.cursor = cursor
    }
}
