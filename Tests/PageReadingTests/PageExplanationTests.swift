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

    @Test func eachField_IsTold_WithTheEvidenceThatWon_HowSureItIs_AndWhatItBeat() throws {
        var page = PageFixture()
        page.head =
            PageFixture.linkedData(#""headline":"Bridge over the harbour is open again","datePublished":"2024-05-03""#)
            + #"<meta name="author" content="Petra Lind">"#
        page.beforeBody = "<p class='byline'>By Ida Holm</p><p>Updated 6 May 2024</p><p>4 May 2024</p>"
        let bytes = Array(page.html.utf8)
        let lines = try bytes.withUnsafeBufferPointer { (buffer) throws(ReadingFailure) in
            try HTMLReader.explain(buffer)
        }
        func told(_ field: String) -> (line: String, beaten: ArraySlice<String>)? {
            guard let place = lines.firstIndex(where: { $0.hasPrefix(field + ": ") }) else { return nil }
            return (lines[place], lines[(place + 1)...].prefix { $0.hasPrefix("  ") })
        }
        let headline = try #require(told("headline"))
        #expect(headline.line.contains("Bridge over the harbour is open again — from linked data of news"))
        #expect(headline.beaten.contains("  over h1: \(page.headline)"))
        let authors = try #require(told("authors"))
        #expect(authors.line.contains("Ida Holm — from a byline beside the headline, against metadata"))
        #expect(authors.beaten.contains("  over metadata: Petra Lind"))
        let date = try #require(told("date"))
        #expect(date.line.contains("2024-05-03 — from linked data"))
        #expect(date.beaten.contains { $0.hasPrefix("  over a line beside the headline: 2024-05-04") })
        #expect(try #require(told("outlet")).line.contains("The Inlet Courier — from names weighed"))
        #expect(try #require(told("body")).line.contains("from classes believed"))
        for field in ["headline", "authors", "date", "outlet", "body"] {
            #expect(try #require(told(field)).line.contains(" % sure"), "\(field)")
        }
    }

    @Test func evidenceThatIsWrongMoreOftenThanRight_ShowsNothing() {
        let rare = FieldEvidence(field: .body, kind: "classes believed, points for an article: 1")
        #expect(!rare.isSure)
        #expect(rare.line("x").hasSuffix("too little to show"))
        let common = FieldEvidence(field: .authors, kind: "linked data")
        #expect(common.isSure)
        #expect(common.confidence > 0.5 && common.confidence < 1)
        // A kind that was not measured is as sure as its field is.
        #expect(EvidenceConfidence.share(.date, "a stone tablet") == EvidenceConfidence.share(.date, "any"))
    }
}
