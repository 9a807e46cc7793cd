import NewsModel

@testable import Bytes
@testable import Formats

/// Reads bytes through the front door and gives the one article.
func readArticle(_ bytes: [UInt8], name: String = "a.txt") throws -> Article {
    var articles: [Article] = []
    try bytes.withUnsafeBufferPointer { buffer in
        try ArticleReader().read(buffer, hint: ReadingHint(name: FileName(name))) { event in
            if case .article(let article) = event { articles.append(article) }
        }
    }
    guard let article = articles.first, articles.count == 1 else {
        throw ReadingFailure(.malformed, "\(articles.count) articles")
    }
    return article
}

/// The same for text.
func readArticle(_ text: String, name: String = "a.txt") throws -> Article {
    try readArticle(Array(text.utf8), name: name)
}
