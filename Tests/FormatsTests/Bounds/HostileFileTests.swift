import NewsModel
import ReadingTestSupport
import Testing

@testable import Bytes
@testable import Formats

/// A file made to hurt: how it is named and how its bytes are built for a size.
struct HostileFile: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var name: String
    /// What is repeated, after what stands before it once.
    var unit: [UInt8]
    var start: [UInt8] = []

    init(_ name: String, as file: String = "a.html", start: String = "", repeating unit: String) {
        self.init(name, as: file, start: start, bytes: Array(unit.utf8))
    }

    init(_ name: String, as file: String = "a.html", start: String = "", bytes: [UInt8]) {
        testDescription = name
        self.name = file
        unit = bytes
        self.start = Array(start.utf8)
    }

    func bytes(_ size: Int) -> [UInt8] {
        var bytes = start
        bytes.reserveCapacity(size + unit.count)
        while bytes.count < size { bytes += unit }
        return bytes
    }

    static let all: [HostileFile] = [
        HostileFile("nested tags of many kinds", repeating: "<div><section><b><ul><li><table><tr><td>"),
        HostileFile("attributes of many tags", repeating: "<p a b=c d='e' class=\"f g h\" id=i>"),
        HostileFile("unclosed comment", start: "<p>text", repeating: "<!-- "),
        HostileFile("NULs between words", start: "<p>text", repeating: "word\0 "),
        HostileFile("encoded surrogates", start: "<p>", bytes: [0xED, 0xA0, 0x80, 0x41]),
        HostileFile("references to surrogates", start: "<p>", repeating: "&#xD800;&#xDFFF;"),
        HostileFile(
            "lone surrogates in UTF-16", as: "a.txt", start: "", bytes: [0x61, 0, 0x62, 0, 0x00, 0xD8, 0x63, 0]),
        HostileFile("references without an end", start: "<p>", repeating: "&amp&lt&gt&#x41&#65"),
        HostileFile("bytes of no charset", start: "<p>text", bytes: [0xFF, 0xFE, 0x80, 0xC0, 0xF8, 0x41]),
        HostileFile("one line of text", as: "a.txt", repeating: "word, and another. "),
        HostileFile("one word of text", as: "a.txt", repeating: "abcdefgh"),
        HostileFile("lines of one letter", as: "a.txt", repeating: "a\n"),
        HostileFile("empty lines", as: "a.txt", start: "Text.", repeating: "\n \n\t\n"),
        HostileFile("labels", as: "a.txt", repeating: "Author: Jo\nDate: 2024-05-03\n"),
        HostileFile("combining marks", as: "a.txt", start: "Text e", repeating: "\u{301}\u{323}"),
        HostileFile("credits", as: "a.txt", repeating: "Reporting by Ann Example of The Ledger; (Ledger)\n\n"),
        HostileFile("brackets of Markdown", as: "a.md", start: "# a\n\n", repeating: "[![(<"),
        HostileFile("emphasis of Markdown", as: "a.md", start: "# a\n\n", repeating: "**_`~"),
        HostileFile("quotations of Markdown", as: "a.md", start: "# a\n\n", repeating: "> "),
        HostileFile("lists of Markdown", as: "a.md", start: "# a\n\n", repeating: "  * 1. \n"),
        HostileFile("front matter without an end", as: "a.md", start: "---\n", repeating: "title: [a, b\n"),
        HostileFile("links of Markdown", as: "a.md", start: "# a\n\n", repeating: "[a](https://a.example/b \"c\") "),
    ]
}

@Suite struct HostileFileTests {
    @Test(arguments: HostileFile.all)
    func file_IsReadOrRefused_InTimeLinearInItsSize(_ hostile: HostileFile) {
        func time(_ size: Int) -> Duration {
            let bytes = hostile.bytes(size)
            return processorTime { _ = try? readArticle(bytes, name: hostile.name) }
        }
        _ = time(2_000)
        let small = time(16_000)
        let large = time(128_000)
        // Eight times the size may take eight times as long; a square would take 64 times. The floor keeps noise out.
        #expect(large < max(small * 30, .milliseconds(200)))
    }

    @Test func overlongTexts_AreCut_AndOverlongAddressesLeftOut() throws {
        let long = String(repeating: "Łódź and more ", count: 20_000)
        let page = """
            <title>\(long)</title><meta property="og:title" content="\(long)"><meta name="author" content="\(long)">
            <meta property="og:site_name" content="\(long)"><meta property="article:section" content="\(long)">
            <link rel="canonical" href="https://example.org/\(long.replacing(" ", with: "-"))">
            <meta name="keywords" content="\(String(repeating: "a word,", count: 20_000))">
            <meta property="og:type" content="article"><h1>\(long)</h1>
            """ + HarbourStory.paragraphs.map { "<p>\($0)</p>" }.joined()
        let article = try readArticle(Array(page.utf8), name: "a.html")
        let texts = [article.headline, article.deck, article.byline, article.outlet, article.section, article.url]
        for text in texts.compactMap({ $0 }) + article.authors + article.keywords {
            #expect(text.utf8.count <= ReadingLimits.textBytes)
        }
        #expect(article.keywords.count <= ReadingLimits.mostKeywords)
        #expect(article.url == nil)
        #expect(article.body.hasPrefix(HarbourStory.paragraphs[0]))
    }

    @Test func overlongBody_IsRefused() {
        let body = String(repeating: "a", count: ReadingLimits.bodyBytes + 1)
        #expect(throws: ReadingFailure.self) { try ArticleFinisher.bounded(Article(format: "text", body: body)) }
    }
}
