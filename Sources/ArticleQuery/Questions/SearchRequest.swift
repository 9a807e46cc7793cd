import SearchText

/// A search: what was typed, which articles it is about, and which page of the hits is wanted.
public struct SearchRequest: Sendable, Hashable {
    /// In which order hits come.
    public enum Order: Sendable, Hashable {
        /// The best hits first: bm25, a word in the headline counts more.
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

/// A hit of a search.
public struct SearchHit: Sendable, Equatable {
    /// The article.
    public var article: ArticleSummary
    /// The place in the text that tells why it was found; nil for an article without words.
    public var snippet: Snippet?
    /// What to mark in the headline: ranges of its UTF-8 bytes, in order and apart.
    public var headlineHighlights: [Range<Int>]
    /// How good the hit is, greater is better; 0 when hits come by date.
    public var score: Double

    package init(article: ArticleSummary, snippet: Snippet?, headlineHighlights: [Range<Int>], score: Double) {
        self.article = article
        self.snippet = snippet
        self.headlineHighlights = headlineHighlights
        self.score = score
    }
}

/// What a search found.
public struct SearchResult: Sendable {
    /// One page of hits.
    public var page: Page<SearchHit>
    /// True when the words are so common that only the newest `SearchRanking.largestCandidateCount` articles with them
    /// were ranked.
    public var isBounded: Bool
    /// What was left out of the query or taken in another way than it may have been meant.
    public var notes: [QueryNote]

    package init(page: Page<SearchHit>, isBounded: Bool, notes: [QueryNote]) {
        self.page = page
        self.isBounded = isBounded
        self.notes = notes
    }
}
