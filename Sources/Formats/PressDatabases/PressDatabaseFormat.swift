import Bytes
import NewsModel

extension Format {
    /// An export of a press database in plain text: many articles, each with what the database says of it.
    static let pressDatabase = Format(
        name: "press-database", mediaTypes: [], endings: [],
        form: .file(.marks, PressDatabaseFormat.recognises, .whole(PressDatabaseFormat.read)))
}

/// Recognises and reads `Format.pressDatabase`; exports as office documents and pages are read by the readers of those.
enum PressDatabaseFormat {
    /// Words without which no line of a sample is a mark between articles.
    private static let words: [StaticString] = ["document", "dokument"]

    static func recognises(_ sample: FormatSample) -> Bool {
        guard sample.text.first != UInt8(ascii: "<"), sample.text.first != UInt8(ascii: "{"),
            words.contains(where: sample.holds)
        else { return false }
        var hasMark = false
        var saysLength = false
        for bytes in sample.text.split(separator: 0x0A) where bytes.count <= PressDatabaseLine.longestHead {
            let line = PressDatabaseLine(text: Array(bytes)).line
            if let mark = PressDatabaseMarks.mark(line), mark == .begin || mark == .end { hasMark = true }
            if PressDatabaseMarks.saysLength(line) { saysLength = true }
            if hasMark, saysLength { return true }
        }
        return false
    }

    static func read(_ bytes: UnsafeBufferPointer<UInt8>, in context: ReadingContext) throws {
        let text = try TextReader.lines(bytes, declared: context.hint.charset)
        let paragraphs = try TextParagraphs(text, TextLayout(text)).texts(limits: context.limits)
        guard
            let articles = PressDatabaseExport.articles(
                paragraphs.map { PressDatabaseLine(text: $0) }, format: .pressDatabase)
        else { return try context.article(TextReader.article(text, limits: context.limits)) }
        try context.exported(articles)
    }
}

extension ReadingContext {
    /// Hands out the articles of an export; one alone is all that the file is.
    ///
    /// - Throws: `.limitExceeded` for too many; whatever the receiver throws.
    func exported(_ articles: [Article]) throws {
        if articles.count == 1 { return try article(articles[0]) }
        for (index, each) in articles.enumerated() { try article(each, member: "#\(index + 1)") }
    }
}
