import NewsModel

/// Which quotations are wanted.
public struct QuotationRequest: Sendable, Hashable {
    /// Words of the speaker's name, one behind the other; nil for anyone.
    public var speaker: String?
    /// A part of the organisation's name, in any case.
    public var organization: String?
    /// Words that the quotation has, in any inflected form.
    public var about: String?
    /// Which articles.
    public var filter: ArticleFilter
    /// True for quotations of low confidence too.
    public var includesUncertain: Bool
    /// The number of quotations on a page; 20 unless given.
    public var limit: Int
    /// Where the page begins; nil for the first.
    public var cursor: PageCursor?

    /// A request for all quotations unless limited.
    public init(
        speaker: String? = nil, organization: String? = nil, about: String? = nil,
        filter: ArticleFilter = ArticleFilter(), includesUncertain: Bool = false, limit: Int = 20,
        cursor: PageCursor? = nil
    ) {
        self.speaker = speaker
        self.organization = organization
        self.about = about
        self.filter = filter
        self.includesUncertain = includesUncertain
        self.limit = limit
        self.cursor = cursor
    }
}

/// A quotation with the article that has it.
public struct QuotationRecord: Sendable, Equatable {
    /// The article.
    public var article: ArticleSummary
    /// What was said, parts apart by a space.
    public var text: String
    /// How it is given, by whom, and where it stands.
    public var quotation: Quotation
    /// The earliest article here with the same words, which may be this one; nil for a quotation that is too short to be compared.
    public var earliest: EarliestArticle?
    /// Articles with the same words, this one among them.
    public var articles: Int

    package init(article: ArticleSummary, text: String, quotation: Quotation, earliest: EarliestArticle?, articles: Int)
    {
        self.article = article
        self.text = text
        self.quotation = quotation
        self.earliest = earliest
        self.articles = articles
    }
}
