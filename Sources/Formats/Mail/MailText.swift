import NewsModel
import PageReading

/// What a message says, before it is put into an article.
struct MailText {
    var blocks: [HTMLFragment.Block] = []
    var links: [Link] = []
    var leadImage: LeadImage?
    /// What stood above the text: byline, and what a page said of itself.
    var head = HeadFields()

    /// The words of all blocks, roughly: runs of white space.
    var wordCount: Int { blocks.reduce(0) { $0 + $1.text.split(separator: 0x20).count } }

    mutating func append(_ other: MailText) {
        blocks += other.blocks
        links += other.links
        leadImage = leadImage ?? other.leadImage
        if head.byline == nil {
            head.byline = other.head.byline
            head.authors = other.head.authors
            head.agencies = other.head.agencies
        }
        head.deck = head.deck ?? other.head.deck
        head.url = head.url ?? other.head.url
    }

    /// The paragraphs of a body that was put together.
    static func blocks(of body: String, _ paragraphs: [Paragraph]) -> [HTMLFragment.Block] {
        let scalars = body.unicodeScalars
        var cursor = scalars.startIndex
        var position = 0
        return paragraphs.map { paragraph in
            let start = scalars.index(cursor, offsetBy: paragraph.range.start - position)
            let end = scalars.index(start, offsetBy: paragraph.range.end - paragraph.range.start)
            (cursor, position) = (end, paragraph.range.end)
            return HTMLFragment.Block(kind: paragraph.kind, text: Array(body[start..<end].utf8))
        }
    }
}
