import NewsModel

@testable import Export

/// Articles to be written.
enum Fixture {
    /// Paragraphs of a body and their kinds, put together as the reader does.
    static func article(_ paragraphs: [(Paragraph.Kind, String)], headline: String? = "Harbour bridge opens") -> Article
    {
        var body = ""
        var places: [Paragraph] = []
        var position = 0
        for (kind, text) in paragraphs {
            if !body.isEmpty {
                body += "\n\n"
                position += 2
            }
            let count = text.unicodeScalars.count
            places.append(Paragraph(kind: kind, range: CodePointRange(start: position, end: position + count)))
            body += text
            position += count
        }
        var article = Article(format: "html", body: body, paragraphs: places)
        article.headline = headline
        return article
    }

    /// An article with every fact that citations and tables tell.
    static var bridge: Article {
        var article = article([
            (.paragraph, "The bridge opened in the rain."), (.heading, "Eleven years"), (.listItem, "forty million"),
            (.listItem, "two resignations"),
        ])
        article.deck = "Four hundred people came."
        article.authors = ["Anna van Dyke", "Reuters", "John Smith Jr."]
        article.credits = [Credit(kind: .agency, outlet: "Reuters")]
        article.outlet = "The Harbour Courier"
        article.url = "https://courier.example/news/bridge"
        article.published = NewsTime("2024-05-03T10:00:00+02:00")
        article.modified = NewsTime("2024-05-04")
        article.language = "en"
        article.keywords = ["bridges", "rain, heavy"]
        return article
    }

    static func item(_ article: Article, file: String = "bridge.html") -> ExportedArticle {
        ExportedArticle(
            id: id, version: 2, isCurrent: true, isWithdrawn: false, delivery: 17, delivered: 1_714_730_400_123,
            collection: "news/local", file: FileName(file), article: article)
    }

    static let id: ArticleID = {
        guard let id = ArticleID(hash: [1, 2, 3, 4, 5, 6, 7, 8]) else { preconditionFailure("eight bytes make an id") }
        return id
    }()

    /// What a writer makes of articles, as text.
    static func written(_ writer: some ArticleWriter, _ articles: Article...) -> String {
        var writer = writer
        var bytes = writer.prologue
        for article in articles { writer.append(item(article), to: &bytes) }
        return String(decoding: bytes + writer.epilogue, as: UTF8.self)
    }
}
