import NewsModel
import Testing

@testable import Export

/// People and quotations in what is written.
struct NameExportTests {
    private static var article: Article {
        var article = Fixture.article([
            (.paragraph, "\"It will open,\" said Clara Hoff of the Transport Board in Oslo.")
        ])
        article.keywords = ["trams"]
        article.entities = [
            Entity(kind: .place, name: "Oslo", mentions: [CodePointRange(start: 55, end: 59)], confidence: 0.2),
            Entity(kind: .person, name: "Clara Hoff", mentions: [CodePointRange(start: 21, end: 31)], confidence: 0.9),
            Entity(kind: .organization, name: "=Board\u{1B}[31m\"", mentions: [], confidence: 0.9),
        ]
        var quotation = Quotation(kind: .direct, content: [CodePointRange(start: 1, end: 14)], confidence: 0.8)
        quotation.speaker = "Clara Hoff"
        quotation.entity = 1
        article.quotations = [quotation]
        return article
    }

    @Test func jsonLines_HaveNamesAndQuotations_WithoutUncertainOnes() {
        let line = Fixture.written(JSONLinesWriter(), Self.article)
        #expect(line.contains("\"name\":\"Clara Hoff\""))
        #expect(!line.contains("\"name\":\"Oslo\""))
        #expect(line.contains("\"quotation\":\"It will open,\""))
        // The place among those that are written.
        #expect(line.contains("\"entity\":0"))
        #expect(!line.contains("\u{1B}"))
    }

    @Test func ninjs_HasThemWhereTheStandardHas() {
        let line = Fixture.written(NinjsWriter(), Self.article)
        #expect(line.contains("\"people\":[{\"name\":\"Clara Hoff\",\"rel\":\"mentions\"}]"))
        #expect(line.contains("\"organisations\":[{\"name\":\"=Board"))
        #expect(!line.contains("\"places\""))
    }

    @Test func csv_HasThemOnRequest_AndNoFormulas() {
        let text = Fixture.written(CSVWriter(columns: [.people, .organizations, .places, .speakers]), Self.article)
        let cells = text.split(separator: "\r\n").last.map(String.init) ?? ""
        #expect(cells.hasPrefix("Clara Hoff,") && cells.hasSuffix(",,Clara Hoff"))
        #expect(!cells.contains(",=") && !cells.contains(",\"="))
    }

    @Test func citations_HaveThePeopleBehindTheKeywords() {
        let text = Fixture.written(RISWriter(), Self.article)
        #expect(text.contains("KW  - trams\r\nKW  - Clara Hoff\r\n"))
        #expect(!text.contains("Oslo"))
    }
}
