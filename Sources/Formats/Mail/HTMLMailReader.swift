import Bytes
import Markup
import NewsModel
import PageReading

/// Reads the HTML of a message.
///
/// A message that is one article is read as the page extractor reads a page. A newsletter of many stories is kept whole:
/// where the extractor would leave out a good part of what a reader sees, everything that is shown stays, up to what only
/// serves the mailing (`MailBoilerplate`).
enum HTMLMailReader {
    /// The share of the text that is no list of links which the page extractor must have kept to be believed.
    private static let wholeShare = 0.85

    /// The text of a part.
    static func read(
        _ bytes: [UInt8], _ entity: MIMEMessage.Entity, base: PageAddress?
    ) throws(ReadingFailure) -> MailText {
        guard !bytes.isEmpty else { return MailText() }
        let html: [UInt8]
        do throws(ReadingFailure) {
            html = try bytes.withUnsafeBufferPointer { (bytes) throws(ReadingFailure) in
                try TextDecoder.decode(bytes, declared: entity.charset ?? HTMLCharsetDeclaration.find(bytes)).utf8
            }
        } catch {
            return MailText()
        }
        let fragment = try HTMLFragmentReader.read(html, base: base)
        var mail = MailText(blocks: fragment.blocks, links: fragment.links, leadImage: fragment.leadImage)
        let running = fragment.blocks.reduce(0) { $1.linkDensity < 0.5 ? $0 + $1.text.count : $0 }
        if let page = page(html), Double(page.body.utf8.count) >= wholeShare * Double(running) {
            mail.blocks = MailText.blocks(of: page.body, page.paragraphs)
            mail.links = page.links
            mail.leadImage = page.leadImage ?? fragment.leadImage
            mail.head.deck = page.deck
            mail.head.url = page.url
            mail.head.byline = page.byline
            mail.head.authors = page.authors
        }
        return mail
    }

    /// Whether text that is not called HTML is a page nevertheless: it begins with a tag that only pages begin with.
    static func isPage(_ bytes: [UInt8]) -> Bool {
        let head = bytes.prefix(200).drop { $0 <= 0x20 || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF }
        guard head.first == UInt8(ascii: "<") else { return false }
        let start = String(decoding: head.prefix(16), as: UTF8.self).lowercased()
        return ["<!doctype html", "<html", "<head", "<body", "<meta ", "<div", "<p>", "<p ", "<table"].contains {
            start.hasPrefix($0)
        }
    }

    private static func page(_ html: [UInt8]) -> Article? {
        html.withUnsafeBufferPointer { html in try? HTMLReader.read(html) }
    }
}
