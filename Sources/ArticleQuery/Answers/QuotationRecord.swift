import NewsModel

/// A quotation with the article that has it.
public struct QuotationRecord: Sendable, Equatable {
    /// The article.
    public var article: ArticleSummary
    /// What was said, parts apart by a space.
    public var text: String
    /// How it is given, by whom, and where it stands.
    public var quotation: Quotation
    /// The name that the speaker has among the names of the article; nil where none of them is the speaker.
    public var entity: String?
    /// The earliest article here with the same words, which may be this one; nil for a quotation that is too short to be compared.
    public var earliest: EarliestArticle?
    /// Articles with the same words, this one among them.
    public var articles: Int

    package init(
        article: ArticleSummary, text: String, quotation: Quotation, entity: String?, earliest: EarliestArticle?,
        articles: Int
    ) {
        self.article = article
        self.text = text
        self.quotation = quotation
        self.entity = entity
        self.earliest = earliest
        self.articles = articles
    }
}
