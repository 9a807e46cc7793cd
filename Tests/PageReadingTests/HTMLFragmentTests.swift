import NewsModel
import ReadingTestSupport
import Testing

@testable import PageReading

@Suite struct HTMLFragmentTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var html: String
        var style: HTMLFragmentReader.Style = []
        var texts: [String]
        var kinds: [Paragraph.Kind]?
    }

    static let cases: [Case] = [
        Case(
            testDescription: "paragraphs, headings, lists and quotations keep their kinds",
            html: "<h2>Low water</h2><p>The ferry <b>stopped</b>.</p><ul><li>Monday<li>Tuesday</ul>"
                + "<blockquote><p>Wait.</p></blockquote>",
            texts: ["Low water", "The ferry stopped.", "Monday", "Tuesday", "Wait."],
            kinds: [.heading, .paragraph, .listItem, .listItem, .blockQuotation]),
        Case(
            testDescription: "nothing is taken for boilerplate",
            html: "<p>Short.</p><aside><p>More here</p></aside><footer>Printed in Elm</footer>",
            texts: ["Short.", "More here", "Printed in Elm"]),
        Case(
            testDescription: "what is hidden is left out",
            html: "<p>Seen.</p><div style='display: none'>Preview</div><span hidden>x</span><script>y()</script>",
            texts: ["Seen."]),
        Case(
            testDescription: "two line breaks part paragraphs", html: "One line<br>goes on.<br><br>Two.",
            texts: ["One line goes on.", "Two."]),
        Case(
            testDescription: "plain text has paragraphs by empty lines", html: "One\nline.\n\nTwo &amp; more.",
            texts: ["One line.", "Two & more."]),
        Case(
            testDescription: "tags escaped twice are tags",
            html: "&lt;p&gt;One &amp;amp; one.&lt;/p&gt;&lt;p&gt;Two.&lt;/p&gt;",
            texts: ["One & one.", "Two."]),
        Case(testDescription: "a comparison is no tag", html: "If a &lt; b then c.", texts: ["If a < b then c."]),
        Case(
            testDescription: "inline tags with empty lines, as publishing programs export them",
            html: "One <em>word</em>.\r\n\r\nTwo.\n<pre>a\n\nb</pre>\n\nThree.", style: .paragraphsByEmptyLines,
            texts: ["One word.", "Two.", "a\n\nb", "Three."]),
    ]

    @Test(arguments: cases) func fragment_ReadsAsItsParagraphs(_ item: Case) throws {
        let fragment = try HTMLFragmentReader.read(item.html, base: nil, style: item.style)
        var article = Article(format: "html")
        try fragment.fill(&article, limits: .default)
        #expect(article.paragraphTexts == item.texts)
        if let kinds = item.kinds { #expect(article.paragraphs.map(\.kind) == kinds) }
    }

    @Test func links_AreAbsolute_AndEachOnce() throws {
        let html =
            "<p><a href='/a'>A</a> <a href='/a'>again</a> <a href='#top'>top</a> <a href='https://x.example/b'>B</a>"
        let fragment = try HTMLFragmentReader.read(html, base: PageAddress("https://elm.example/2024/item"))
        #expect(
            fragment.links == [
                Link(url: "https://elm.example/a", text: "A"), Link(url: "https://x.example/b", text: "B"),
            ])
    }

    @Test func leadImage_IsTheFirstThatIsSeen_WithItsCaption() throws {
        let html = """
            <img src="https://t.example/open.gif" width="1" height="1">
            <figure><p><img src="/quay.jpg" width="640"></p><figcaption>The quay. Photo: Jo Elm</figcaption></figure>
            """
        let fragment = try HTMLFragmentReader.read(html, base: PageAddress("https://elm.example/"))
        #expect(
            fragment.leadImage == LeadImage(url: "https://elm.example/quay.jpg", caption: "The quay. Photo: Jo Elm"))
    }

    @Test func deepAndUnclosedMarkup_IsReadInTime() throws {
        let html = String(repeating: "<div><a href=x>", count: 50_000) + "End"
        let fragment = try HTMLFragmentReader.read(html, base: nil)
        #expect(fragment.blocks.map(\.text) == [Array("End".utf8)])
    }
}
