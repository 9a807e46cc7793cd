import SearchText

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
