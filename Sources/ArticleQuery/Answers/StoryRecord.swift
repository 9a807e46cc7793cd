import NewsModel

/// Articles about the same event.
public struct StoryRecord: Sendable, Hashable {
    /// The stable id: that of the article that opened it.
    public var id: ArticleID
    /// The earliest article of it here that has a date; where none has, the one that came first, which says nothing of who was first.
    public var earliest: EarliestArticle
    /// The article that tells it best.
    public var lead: ArticleSummary
    /// How sure it is that all of its articles tell of one event, 0 to 1; nil where that was not judged.
    public var confidence: Double?
    /// How many articles it has.
    public var articles: Int
    /// How many outlets carried it; articles without one are not counted.
    public var outlets: Int
    /// The time of its first article that has a date, in milliseconds since 1970; where none has, the time when the first one came.
    public var firstSeen: Int64
    /// The same of its latest article.
    public var lastSeen: Int64

    /// The least confidence of a story that is shown: nine in ten of those above it are wholly right (docs/analysis.md).
    public static let leastConfidence = 0.75

    /// Whether it is sure enough to be shown, and for the earliest article to be told.
    public var isSure: Bool { (confidence ?? 0) >= Self.leastConfidence }

    /// The article that was first here, where that can be said: all of them tell of one event, and it has a date.
    public var first: EarliestArticle? { isSure && isDated ? earliest : nil }

    /// Whether any of its articles has a date.
    public var isDated: Bool { earliest.basis != .received }

    package init(
        id: ArticleID, earliest: EarliestArticle, lead: ArticleSummary, confidence: Double?, articles: Int,
        outlets: Int,
        firstSeen: Int64, lastSeen: Int64
    ) {
        self.id = id
        self.earliest = earliest
        self.lead = lead
        self.confidence = confidence
        self.articles = articles
        self.outlets = outlets
        self.firstSeen = firstSeen
        self.lastSeen = lastSeen
    }
}
