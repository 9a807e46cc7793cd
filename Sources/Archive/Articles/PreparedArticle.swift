import ArticleQuery
import NewsModel

/// An article with everything that the writer needs and that needs no database: made in the lanes, in parallel.
public struct PreparedArticle: Sendable {
    /// The article, defaults applied.
    public let article: Article
    let key: ArticleKey?
    let textHash: Int64
    let indexed: IndexedText
    let columns: JSONColumns
    let names: NameColumns

    /// Prepares an article.
    /// - Parameters:
    ///   - article: The article as it was read.
    ///   - defaultOutlet: The outlet of an article that names none, by the inbox's settings.
    ///   - defaultLanguage: The language of an article whose own is unknown, by the inbox's settings.
    public init(_ article: Article, defaultOutlet: String? = nil, defaultLanguage: String? = nil) {
        var article = article
        article.outlet = article.outlet ?? defaultOutlet
        article.language = article.language ?? defaultLanguage
        self.article = article
        key = ArticleKey(article)
        textHash = NormalizedText.hash(of: article)
        indexed = IndexedText(IndexedArticle(naming: article))
        columns = JSONColumns(article)
        names = NameColumns(article)
    }
}
