import NewsModel

/// An article, or a new version of one, that a commit stored.
public struct FiledArticle: Sendable, Hashable {
    /// The stable id.
    public var id: ArticleID
    /// The number of the version, from 1.
    public var version: Int
    /// True when it is the current version now.
    public var isCurrent: Bool
    /// True when this version withdraws the article, as a kill notice does.
    public var isWithdrawn: Bool
    /// True when this version would withdraw the article but is not of the source that sent it, so that a person decides.
    public var isDisputed: Bool
    /// The headline, or nil.
    public var headline: String?
    /// The outlet, or nil.
    public var outlet: String?
    /// True for a new article, false for a new version of a known one.
    public var isNew: Bool { version == 1 }
}
