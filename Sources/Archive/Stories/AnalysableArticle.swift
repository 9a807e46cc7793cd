import NewsModel

/// An article as the analysis of relations and stories needs it: its current text and what tells its place.
public struct AnalysableArticle: Sendable {
    /// The number of the article in this database.
    public var number: Int64
    /// The number of the current version in this database.
    public var version: Int64
    /// The stable id.
    public var id: ArticleID
    /// The headline, or nil.
    public var headline: String?
    /// The text.
    public var body: String
    /// The published time, else that of the delivery, in milliseconds since 1970.
    public var time: Int64
    /// The number of the outlet, or nil.
    public var outlet: Int64?
    /// The words of the text.
    public var wordCount: Int
    /// Passages that a credit introduces.
    public var excerpts: [CodePointRange]
    /// Notices of a site.
    public var boilerplate: [CodePointRange]
    /// The story that it belongs to, by the number of the article that opened it; or nil.
    public var story: Int64?
    /// True for a further version of an article.
    public var isRevision: Bool
    /// Whether the article says when it was published; else `time` is that of the delivery.
    public var isDated: Bool
}
