import Bytes
import NewsModel
import NewsText

/// What a piece of HTML inside of another format says: a feed's entry, a message, the body of a wire item.
package struct HTMLFragment {
    /// A paragraph before it is brought into stored form (`BodyBuilder`).
    package struct Block: Equatable {
        /// What the paragraph is.
        package var kind: Paragraph.Kind
        /// Its text in UTF-8.
        package var text: [UInt8]
        /// Letters in links as a share of all letters, 0 to 1.
        package var linkDensity = 0.0

        package init(kind: Paragraph.Kind, text: [UInt8], linkDensity: Double = 0.0) {
            self.kind = kind
            self.text = text
            self.linkDensity = linkDensity
        }
    }

    /// The paragraphs in order; none is empty.
    package var blocks: [Block] = []
    /// The links with their absolute addresses, each once, in order; at most `OutboundLinks.limit`.
    package var links: [Link] = []
    /// The first picture that is no tracking pixel, or nil.
    package var leadImage: LeadImage?

    /// The text of all paragraphs, in bytes.
    package var byteCount: Int { blocks.reduce(0) { $0 + $1.text.count } }

    /// The text as one line, such as for a title.
    package var line: String {
        TextNormalizer.normalized(
            blocks.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: " "))
    }

    package init(blocks: [Block] = [], links: [Link] = [], leadImage: LeadImage? = nil) {
        self.blocks = blocks
        self.links = links
        self.leadImage = leadImage
    }

    /// Appends the paragraphs to a body.
    ///
    /// - Throws: `.limitExceeded` for more paragraphs than an article may have.
    package func append(to body: inout BodyBuilder, limits: ReadingLimits) throws(ReadingFailure) {
        for block in blocks {
            guard body.count < limits.maximumParagraphs else {
                throw ReadingFailure(.limitExceeded, "The text has more than \(limits.maximumParagraphs) paragraphs.")
            }
            body.append(block.kind, block.text)
        }
    }

    /// Makes the paragraphs the body of an article, and gives it the links and the lead image unless it has its own.
    ///
    /// - Throws: `.limitExceeded` for more paragraphs than an article may have.
    package func fill(_ article: inout Article, limits: ReadingLimits) throws(ReadingFailure) {
        var body = BodyBuilder()
        try append(to: &body, limits: limits)
        (article.body, article.paragraphs) = body.finish()
        article.links = links
        article.leadImage = article.leadImage ?? leadImage
    }
}
