import NewsModel

/// An article and how it is related to another.
public struct RelatedArticle: Sendable, Hashable {
    /// The article in a few words.
    public var article: ArticleSummary
    /// `copy`, `update` or `excerpt`.
    public var kind: String
    /// True when this one had the words first; false when it repeats them.
    public var isSource: Bool
    /// The share of the repeating text that is the source's, 0 to 1.
    public var share: Double
    /// The share of the source's text that is repeated.
    public var sourceShare: Double
    /// How sure it is, 0 to 1.
    public var confidence: Double
    /// The longest common passage in the body of the article that was asked for.
    public var range: CodePointRange
    /// The same passage in the body of this one.
    public var otherRange: CodePointRange
}

/// What is the same as an article, and who had it first.
public struct Kinship: Sendable {
    /// The article that was asked for.
    public var article: ArticleSummary
    /// Who carried the text first: the earliest of it and its sources and copies; nil where nothing is related.
    public var first: ArticleSummary?
    /// The articles that share its words, the earliest first.
    public var related: [RelatedArticle]
    /// The id of its story, or nil.
    public var story: ArticleID?
}
