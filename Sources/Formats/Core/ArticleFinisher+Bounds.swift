import Bytes
import NewsModel

/// Holds an article within what the desk takes from a reader: a page may have a title of megabytes, an article has not.
extension ArticleFinisher {
    /// The article with overlong texts cut, overlong addresses left out and overlong lists shortened.
    ///
    /// - Throws: `.limitExceeded` for a body beyond `ReadingLimits.bodyBytes`.
    static func bounded(_ article: Article) throws(ReadingFailure) -> Article {
        guard article.body.utf8.count <= ReadingLimits.bodyBytes else {
            throw ReadingFailure(
                .limitExceeded,
                "The article's text has \(article.body.utf8.count) bytes; at most \(ReadingLimits.bodyBytes) are kept.")
        }
        var article = article
        article.headline = article.headline.map(cut)
        article.deck = article.deck.map(cut)
        article.byline = article.byline.map(cut)
        article.outlet = article.outlet.map(cut)
        article.section = article.section.map(cut)
        article.url = article.url.flatMap(address)
        article.authors = article.authors.prefix(ReadingLimits.mostAuthors).map(cut)
        article.keywords = article.keywords.prefix(ReadingLimits.mostKeywords).map(cut)
        article.links = article.links.prefix(ReadingLimits.mostLinks).compactMap { link in
            address(link.url).map { Link(url: $0, text: link.text.map(cut)) }
        }
        article.credits = article.credits.map { credit in
            var credit = credit
            credit.person = credit.person.map(cut)
            credit.outlet = credit.outlet.map(cut)
            return credit
        }
        if let dateline = article.dateline {
            article.dateline?.text = cut(dateline.text)
            article.dateline?.place = dateline.place.map(cut)
            article.dateline?.agency = dateline.agency.map(cut)
        }
        if let image = article.leadImage {
            article.leadImage = address(image.url).map {
                LeadImage(url: $0, caption: image.caption.map(cut), creditLine: image.creditLine.map(cut))
            }
        }
        return article
    }

    /// The text, or its beginning up to a whole code point.
    private static func cut(_ text: String) -> String {
        guard text.utf8.count > ReadingLimits.textBytes else { return text }
        var end = text.utf8.index(text.startIndex, offsetBy: ReadingLimits.textBytes)
        while end > text.startIndex, end.samePosition(in: text.unicodeScalars) == nil {
            end = text.utf8.index(before: end)
        }
        return String(text[..<end])
    }

    /// The address, or nil where it is no address any more: a cut one would lead elsewhere.
    private static func address(_ url: String) -> String? { url.utf8.count <= ReadingLimits.textBytes ? url : nil }
}
