import NewsModel

/// Articles about the same event.
public struct StoryRecord: Sendable, Hashable {
    /// The stable id: that of the article that opened it.
    public var id: ArticleID
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
}
