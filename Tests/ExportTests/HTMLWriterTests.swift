import NewsModel
import Testing

@testable import Export

struct HTMLWriterTests {
    private static func page(_ article: Article, tags: [String] = [], notes: [String] = []) -> String {
        var item = Fixture.item(article)
        item.tags = tags
        item.notes = notes
        let writer = HTMLWriter()
        var bytes = writer.prologue
        writer.append(item, to: &bytes)
        return String(decoding: bytes + writer.epilogue, as: UTF8.self)
    }

    @Test func page_HasWhatIsToBeRead_AndNothingInItActs() {
        var article = Article(
            format: "html", body: "One <b> & two",
            paragraphs: [Paragraph(kind: .paragraph, range: CodePointRange(start: 0, end: 13))])
        article.headline = "</title><script>alert(1)</script>"
        article.url = "https://courier.example/?a=1&b=\"2\""
        article.outlet = "The Harbour Courier"
        let page = Self.page(article, tags: ["to check"], notes: ["See <page> 3"])
        #expect(page.contains("&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;") && !page.contains("<script"))
        #expect(page.contains("<a href=\"https://courier.example/?a=1&amp;b=&quot;2&quot;\">"))
        #expect(page.contains("<p>One &lt;b&gt; &amp; two</p>") && page.contains("#to check"))
        #expect(page.contains("See &lt;page&gt; 3") && page.contains("The Harbour Courier"))
        #expect(page.hasPrefix("<!DOCTYPE html>") && page.hasSuffix("</body>\n</html>\n"))
        article.url = "javascript:alert(1)"
        #expect(!Self.page(article).contains("javascript:"))
    }
}
