import NewsModel

/// What a piece of HTML inside of another format says: a feed's entry, a message, the body of a wire item.
struct HTMLFragment {
    /// A paragraph before it is brought into stored form (`BodyBuilder`).
    struct Block: Equatable {
        /// What the paragraph is.
        var kind: Paragraph.Kind
        /// Its text in UTF-8.
        var text: [UInt8]
        /// Letters in links as a share of all letters, 0 to 1.
        var linkDensity = 0.0
    }

    /// The paragraphs in order; none is empty.
    var blocks: [Block] = []
    /// The links with their absolute addresses, each once, in order; at most `OutboundLinks.limit`.
    var links: [Link] = []
    /// The first picture that is no tracking pixel, or nil.
    var leadImage: LeadImage?

    /// The text of all paragraphs, in bytes.
    var byteCount: Int { blocks.reduce(0) { $0 + $1.text.count } }

    /// The text as one line, such as for a title.
    var line: String {
        TextNormalizer.normalized(
            blocks.map { String(decoding: $0.text, as: UTF8.self) }.joined(separator: " "))
    }

    /// Appends the paragraphs to a body.
    ///
    /// - Throws: `.limitExceeded` for more paragraphs than an article may have.
    func append(to body: inout BodyBuilder, limits: ReadingLimits) throws(ReadingFailure) {
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
    func fill(_ article: inout Article, limits: ReadingLimits) throws(ReadingFailure) {
        var body = BodyBuilder()
        try append(to: &body, limits: limits)
        (article.body, article.paragraphs) = body.finish()
        article.links = links
        article.leadImage = article.leadImage ?? leadImage
    }
}
