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

    package init(
        article: ArticleSummary, kind: String, isSource: Bool, share: Double, sourceShare: Double, confidence: Double,
        range: CodePointRange, otherRange: CodePointRange
    ) {
        self.article = article
        self.kind = kind
        self.isSource = isSource
        self.share = share
        self.sourceShare = sourceShare
        self.confidence = confidence
        self.range = range
        self.otherRange = otherRange
    }
}

/// The earliest of the articles here that carry a text or tell a story, and how that is known.
public struct EarliestArticle: Sendable, Hashable {
    /// How it is known which article is the earliest.
    public enum Basis: String, Sendable, Hashable {
        /// By the time of publication that the article states.
        case stated
        /// By the time when it was delivered, since it states none.
        case received
        /// By the credit that another article gives for the passage.
        case credited
    }

    /// The article.
    public var article: ArticleSummary
    /// How it is known.
    public var basis: Basis

    package init(_ article: ArticleSummary, basis: Basis? = nil) {
        self.article = article
        self.basis = basis ?? (article.published == nil ? .received : .stated)
    }
}

/// What repeats an article's words, and what it repeats.
public struct TextReuse: Sendable {
    /// The article that was asked for.
    public var article: ArticleSummary
    /// The earliest here of it and its sources and copies; nil where nothing is related.
    public var earliest: EarliestArticle?
    /// The articles that share its words, the earliest first.
    public var related: [RelatedArticle]
    /// The id of its story, or nil.
    public var story: ArticleID?

    package init(article: ArticleSummary, related: [RelatedArticle], story: ArticleID?) {
        self.article = article
        self.related = related
        self.story = story
        earliest = Self.earliest(article, related)
    }

    /// An excerpt does not make its article a carrier of the whole: it counts as repeating its source only.
    private static func earliest(_ article: ArticleSummary, _ related: [RelatedArticle]) -> EarliestArticle? {
        guard !related.isEmpty else { return nil }
        // Who credits another for the passage repeats it, whatever the times say.
        let creditors = Set(
            related.filter {
                $0.isSource ? $0.article.sortTime > article.sortTime : $0.article.sortTime < article.sortTime
            }
            .map { $0.isSource ? article.id : $0.article.id })
        let carriers = related.filter { $0.kind != "excerpt" || $0.isSource }.map(\.article) + [article]
        let others = carriers.filter { !creditors.contains($0.id) }
        let first = (others.isEmpty ? carriers : others).min { $0.sortTime < $1.sortTime }
        return first.map { first in
            // The times alone would have named another.
            let isCredited = carriers.contains { creditors.contains($0.id) && $0.sortTime < first.sortTime }
            return EarliestArticle(first, basis: isCredited ? .credited : nil)
        }
    }
}
