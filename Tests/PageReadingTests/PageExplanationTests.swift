import NewsModel
import Testing

@testable import Bytes
@testable import PageReading

@Suite struct PageExplanationTests {
    @Test func blocks_AreTold_WithTheReasonWhyTheyAreDropped() throws {
        var page = PageFixture()
        page.beforeBody = "<p class=byline>By Ann Example, Harbour Correspondent</p>"
        page.afterBody =
            "<aside class=related><p>Another story about the harbour, which you might like as well.</p></aside>"
        let bytes = Array(page.html.utf8)
        let lines = try bytes.withUnsafeBufferPointer { (buffer) throws(ReadingFailure) in
            try HTMLReader.explain(buffer)
        }
        func line(_ words: String) -> String? {
            lines.first { $0.contains(words) && ($0.hasPrefix("+") || $0.hasPrefix("-")) }
        }
        for paragraph in PageFixture.paragraphs {
            #expect(line(String(paragraph.prefix(40)))?.hasPrefix("+") ?? false)
        }
        let teaser = try #require(line("Another story"))
        #expect(teaser.hasPrefix("-"))
        #expect(teaser.contains("related"))
        // Every block that is not kept says why.
        #expect(lines.filter { $0.hasPrefix("-") }.allSatisfy { $0.contains(" — ") })
    }
}
