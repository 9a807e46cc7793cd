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
public struct SearchHit: Sendable, Hashable {
    /// The article.
    public var article: ArticleSummary
    /// The place in the text that tells why it was found.
    public var snippet: Snippet
    /// How good the hit is, greater is better; 0 when hits come by date.
    public var score: Double
}

/// A stretch of an article's text with the words that were found.
public struct Snippet: Sendable, Hashable {
    /// Plain text in one line.
    public var text: String
    /// The words that were found, as ranges of Unicode code points of `text`, in order and without overlap.
    public var highlights: [Range<Int>]

    /// A stretch of text.
    public init(text: String, highlights: [Range<Int>] = []) {
        self.text = text
        self.highlights = highlights
    }
}

/// What a search found.
public struct SearchResult: Sendable {
    /// One page of hits.
    public var page: Page<SearchHit>
    /// True when the words are so common that only the newest `SearchRanking.largestCandidateCount` articles with them
    /// were ranked.
    public var isBounded: Bool
    /// What was left out of the query or taken in another way than it may have been meant, for a person to read.
    public var notes: [String]
}
