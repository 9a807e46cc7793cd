import Bytes
import NewsModel
import PageReading

/// The files in which exports of press databases come.
extension PressDatabaseExport {
    /// Words without which a text is no export, in the languages of the databases.
    private static let words: [StaticString] = [
        "DOCUMENT", "Document ", "of Document", "Dokument ", "Documento ", "Dokuments", "documento",
    ]

    /// Whether a text may be an export at all, told at the speed of a search for bytes.
    static func isPossible(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        words.contains { ByteSearch.find($0, in: bytes, from: 0) != nil }
    }

    /// The articles of an export in plain text; nil where it is none.
    ///
    /// - Throws: `.limitExceeded` for more paragraphs than an article may have.
    static func articles(_ text: TextLines, limits: ReadingLimits) throws(ReadingFailure) -> [Article]? {
        guard text.bytes.withUnsafeBufferPointer(isPossible) else { return nil }
        let layout = TextLayout(text)
        let lines = try TextParagraphs(text, layout).texts(limits: limits).map { PressDatabaseLine(text: $0) }
        return articles(lines, format: .text)
    }

    /// The articles of an export in an office document; nil where it is none.
    static func articles(_ blocks: [DocumentBlock], format: Format) -> [Article]? {
        articles(
            blocks.map { block in
                let isHeading =
                    switch block.role {
                    case .title, .heading: true
                    default: false
                    }
                return PressDatabaseLine(text: block.text, isHeading: isHeading)
            }, format: format)
    }

    /// The articles of an export as a page; nil where it is none.
    ///
    /// - Throws: `.limitExceeded` for a page of too many nodes.
    static func articles(page html: [UInt8]) throws(ReadingFailure) -> [Article]? {
        let fragment = try HTMLFragmentReader.read(html, base: nil)
        // The list of the articles in front of them is nothing but links.
        let blocks = fragment.blocks.filter { $0.linkDensity < 0.9 }
        return articles(blocks.map { PressDatabaseLine(text: $0.text) }, format: .html)
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
