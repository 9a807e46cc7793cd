import Export
import NewsModel
import Testing

@testable import Presentation

/// The lines of `wiredesk read`.
@Suite struct ReadingLineTests {
    @Test func whatWasFound_StandsAtItsCodePoints_InTheOrderOfTheText() {
        var article = Article(format: "text", body: "Zoë 🙂 met Bo Sample. \"No,\" said Sample.")
        article.entities = [
            Entity(
                kind: .person, name: "Bo Sample",
                mentions: [CodePointRange(start: 10, end: 19), CodePointRange(start: 32, end: 38)], confidence: 0.5),
            Entity(kind: .person, name: "Zoë", mentions: [CodePointRange(start: 0, end: 3)], confidence: 1),
        ]
        var quotation = Quotation(
            kind: .direct, content: [CodePointRange(start: 22, end: 25)], cue: CodePointRange(start: 27, end: 31),
            confidence: 0.75)
        quotation.speaker = "Bo Sample"
        quotation.entity = 0
        article.quotations = [quotation]
        let line = ReadingLine.article(file: FileName(bytes: Array("a.txt".utf8)), index: 0, article).json.line
        #expect(
            line.contains(
                #""names":[{"kind":"person","name":"Zoë","surface":"Zoë","start":0,"end":3,"confidence":1.0},"#
                    + #"{"kind":"person","name":"Bo Sample","surface":"Bo Sample","start":10,"end":19,"confidence":0.5},"#
                    + #"{"kind":"person","name":"Bo Sample","surface":"Sample","start":32,"end":38,"confidence":0.5}]"#)
        )
        #expect(
            line.contains(
                #""quotations":[{"kind":"direct","content":[[22,25]],"cue":[[27,31]],"speaker":"Bo Sample","#
                    + #""entity":"Bo Sample","title":null,"organization":null,"confidence":0.75}]"#))
    }

    @Test func anArticleWithNothingFound_HasEmptyLists() {
        let line = ReadingLine.article(
            file: FileName(bytes: Array("a.txt".utf8)), index: 0, Article(format: "text", body: "Nothing.")
        ).json.line
        #expect(line.contains(#""names":[],"quotations":[]"#))
    }
}
