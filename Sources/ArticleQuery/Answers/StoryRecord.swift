import NewsModel

/// Articles about the same event.
public struct StoryRecord: Sendable, Hashable {
    /// The stable id: that of the article that opened it.
    public var id: ArticleID
    /// The earliest article of it here.
    public var earliest: EarliestArticle
    /// The article that tells it best.
    public var lead: ArticleSummary
    /// How many articles it has.
    public var articles: Int
    /// How many outlets carried it; articles without one are not counted.
    public var outlets: Int
    /// The time of its first article, in milliseconds since 1970.
    public var firstSeen: Int64
    /// The time of its latest article.
    public var lastSeen: Int64

    package init(
        id: ArticleID, earliest: EarliestArticle, lead: ArticleSummary, articles: Int, outlets: Int, firstSeen: Int64,
        lastSeen: Int64
    ) {
        self.id = id
        self.earliest = earliest
        self.lead = lead
        self.articles = articles
        self.outlets = outlets
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
    }
}
