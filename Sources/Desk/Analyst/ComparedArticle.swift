import Analysis
import Archive
import NewsModel

/// An article with its shingles, ready to be compared.
struct ComparedArticle: Sendable {
    var article: AnalysableArticle
    var shingles: ShingledText

    init(_ article: AnalysableArticle, text: TokenizedText? = nil, notices: [Range<Int>] = []) {
        self.article = article
        let leaving = CodePoints.bytes(of: article.boilerplate, in: article.body) + notices
        shingles = ShingledText(
            text ?? TokenizedText(article.body), leaving: leaving.sorted { $0.lowerBound < $1.lowerBound })
    }
}
