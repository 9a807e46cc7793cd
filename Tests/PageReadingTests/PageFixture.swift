import NewsModel
import ReadingTestSupport

@testable import Bytes
@testable import PageReading

/// A page made for a test: an article on a page as sites build them, with what the test is about put into it.
struct PageFixture {
    var head = ""
    var beforeBody = ""
    var body = PageFixture.paragraphs.map { "<p>\($0)</p>" }.joined()
    var afterBody = ""
    var headline = "Harbour bridge reopens after two years of repairs"
    var lang = "en"

    /// The paragraphs of the story.
    static let paragraphs = HarbourStory.paragraphs

    /// The page's bytes in UTF-8.
    var html: String {
        """
        <!doctype html><html lang="\(lang)"><head><meta charset="utf-8"><title>\(headline) | The Inlet Courier</title>
        <meta property="og:site_name" content="The Inlet Courier">\(head)</head><body>
        <nav><ul><li><a href="/">Home</a></li><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li></ul></nav>
        <main><article><h1>\(headline)</h1>\(beforeBody)<div class="article-body">\(body)</div>\(afterBody)</article></main>
        <footer><p>The Inlet Courier is published by Inlet Media, 12 Dock Street, and is a member of the press council.</p></footer>
        </body></html>
        """
    }

    /// The article that is read of the page.
    func read() throws(ReadingFailure) -> Article { try Self.read(html) }

    /// The article that is read of any page.
    static func read(_ html: String) throws(ReadingFailure) -> Article { try read(Array(html.utf8)) }

    /// The article that is read of bytes in any charset.
    static func read(_ bytes: [UInt8]) throws(ReadingFailure) -> Article {
        try bytes.withUnsafeBufferPointer { (buffer) throws(ReadingFailure) in try HTMLReader.read(buffer) }
    }

    /// The body of the story as it should be read.
    static var story: String { paragraphs.joined(separator: "\n\n") }

    /// Linked data of the story.
    static func linkedData(_ members: String) -> String {
        "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\(members)}</script>"
    }
}
