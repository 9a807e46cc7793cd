import Bytes
import Markup
import NewsModel
import NewsText

/// Reads plain text: articles pasted or saved as text, wire copy, press releases.
///
/// The head is read by `TextHead` (labelled lines, headline, byline, date), the layout by `TextLayout`, the paragraphs by
/// `TextParagraphs`. Everything that is not clearly head stays in the body.
enum TextReader {
    /// The article in a text file.
    ///
    /// - Throws: what `TextDecoder` throws; `.noText` where nothing but white space is left; `.limitExceeded`.
    static func read(
        _ bytes: UnsafeBufferPointer<UInt8>, declared: String?, limits: ReadingLimits
    ) throws(ReadingFailure) -> Article {
        try article(lines(bytes, declared: declared), limits: limits)
    }

    /// The lines of a text file.
    ///
    /// - Throws: what `TextDecoder` throws; `.limitExceeded`.
    static func lines(_ bytes: UnsafeBufferPointer<UInt8>, declared: String?) throws(ReadingFailure) -> TextLines {
        let text = try TextDecoder.decode(bytes, declared: declared).utf8
        return try TextLines(DoubleEncoding.repaired(text))
    }

    /// The article that the lines of a file are.
    ///
    /// - Throws: `.noText` where nothing but white space is left; `.limitExceeded`.
    static func article(_ text: TextLines, limits: ReadingLimits) throws(ReadingFailure) -> Article {
        let layout = TextLayout(text)
        let head = TextHead(text, layout)
        var body = BodyBuilder()
        if let deck = head.deckLine { body.append(.paragraph, text.slice(deck)) }
        try TextParagraphs(text, layout).append(from: head.next, to: &body, limits: limits)
        var article = Article(format: Format.text.name)
        head.fields.fill(&article)
        (article.body, article.paragraphs) = body.finish()
        guard (article.body + (article.headline ?? "")).contains(where: { $0.isLetter || $0.isNumber }) else {
            throw ReadingFailure(.noText, "The text holds no letters: nothing but white space and control characters.")
        }
        // A text file holds nothing but its text; what may be wrong is the head.
        article.confidence = article.headline == nil ? 0.8 : 0.9
        return article
    }
}
