import NewsModel
import Testing

@testable import Presentation

/// What stands out in a body.
@Suite struct MarkedBodyTests {
    private static func article(_ paragraphs: [String]) -> Article {
        var ranges: [Paragraph] = []
        var place = 0
        for paragraph in paragraphs {
            let count = paragraph.unicodeScalars.count
            ranges.append(Paragraph(kind: .paragraph, range: CodePointRange(start: place, end: place + count)))
            place += count + 2
        }
        return Article(format: "text", body: paragraphs.joined(separator: "\n\n"), paragraphs: ranges)
    }

    private static func range(_ words: String, in article: Article) -> CodePointRange {
        let body = Array(article.body.unicodeScalars)
        let wanted = Array(words.unicodeScalars)
        let start = body.indices.first { body[$0...].starts(with: wanted) } ?? 0
        return CodePointRange(start: start, end: start + wanted.count)
    }

    @Test func bodyWithoutMarks_HasItsParagraphsToo_AndWithoutParagraphsIsOneAsItStands() {
        var article = Self.article(["One.", "Two."])
        func own(_ text: String) -> MarkedBody.Paragraph {
            MarkedBody.Paragraph(standing: .own, runs: [MarkedBody.Run(text: text)])
        }
        #expect(MarkedBody(article).paragraphs == [own("One."), own("Two.")])
        #expect(MarkedBody(article).terminalText == "One.\n\nTwo.")
        article.paragraphs = []
        #expect(MarkedBody(article).paragraphs == [own("One.\n\nTwo.")])
    }

    @Test func creditGoesBeforeName_AndNameBeforeQuotation_WithoutOverlap() {
        var article = Self.article(["“Łódź stays,” said Ann Lee of the Gazette."])
        article.quotations = [
            Quotation(kind: .direct, content: [Self.range("Łódź stays,” said Ann", in: article)], confidence: 1)
        ]
        article.entities = [
            Entity(kind: .person, name: "Ann Lee", mentions: [Self.range("Ann Lee", in: article)], confidence: 1),
            Entity(
                kind: .organization, name: "Gazette", mentions: [Self.range("the Gazette", in: article)], confidence: 1),
        ]
        article.credits = [Credit(kind: .source, outlet: "Gazette", range: Self.range("Gazette", in: article))]
        let runs = MarkedBody(article).paragraphs[0].runs
        #expect(runs.map(\.text).joined() == article.body)
        #expect(
            runs.filter { $0.mark != nil }.map { "\($0.text)" } == ["Łódź stays,” said ", "Ann Lee", "the Gazette"])
        #expect(runs.compactMap(\.mark) == [.quotation, .name, .name])
    }

    @Test func passagesOfOthers_StandApart() {
        var article = Self.article(["Mine.", "Theirs.", "All rights reserved."])
        func passage(_ words: String, _ kind: String) -> Annotation {
            Annotation(
                kind: kind, range: Self.range(words, in: article), confidence: 1, extractor: "passages",
                extractorVersion: 1, values: [:])
        }
        article.annotations = [
            passage("Mine.", "own_words"), passage("Theirs.", "excerpt"),
            passage("All rights reserved.", "boilerplate"),
        ]
        #expect(MarkedBody(article).paragraphs.map(\.standing) == [.own, .excerpt, .notice])
        #expect(MarkedBody(article).terminalText == "Mine.\n\n  │ Theirs.\n\nAll rights reserved.")
    }
}
