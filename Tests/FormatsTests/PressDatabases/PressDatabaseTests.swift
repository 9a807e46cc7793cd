import NewsModel
import Testing

@testable import Bytes
@testable import Formats

/// Exports of press databases.
struct PressDatabaseTests {
    @Test func textExport_IsItsArticles_WithoutWhatTheDatabaseSays() throws {
        let reading = try readAll(Seeds.bytes("records/two-towns.press.txt"), name: "two-towns.press.txt")
        #expect(reading.format == "press-database")
        #expect(reading.headlines == ["Grauhafen keeps its slipway", "Ropewalk finds a tenant"])
        #expect(reading.paths == ["#1", "#2"])
        #expect(reading.articles.map(\.authors) == [["Clara Hoff"], ["Peter Anker"]])
        #expect(reading.articles.map(\.outlet) == ["The Mole Courier", "The Mole Courier"])
        #expect(reading.articles.map { $0.published?.description } == ["2024-05-06", "2024-05-07"])
        #expect(reading.articles.map(\.section) == ["LOCAL", "LOCAL"])
        let first = try #require(reading.articles.first)
        #expect(first.body.hasPrefix("The harbour office of Grauhafen"))
        #expect(first.body.hasSuffix("for three days in a row."))
        for word in ["DOCUMENTS", "LENGTH", "LOAD-DATE", "Copyright", "Edition"] { #expect(!first.body.contains(word)) }
    }

    @Test func exportThatEndsInTheMiddle_GivesWhatIsThere() throws {
        let bytes = try Seeds.bytes("records/two-towns.press.txt")
        for count in stride(from: 0, to: bytes.count, by: 37) {
            let told = try Told(Array(bytes.prefix(count)), name: "cut.txt")
            #expect(told.articles.count <= 2)
        }
    }

    /// Paragraphs as office documents have them: the headline first, facts below it, a mark before and behind the text.
    private static func document(_ number: Int) -> [(String, isHeading: Bool)] {
        [
            ("Tide \(number) comes in", true), ("The Mole Courier", false), ("May \(number), 2024 Monday", false),
            ("Copyright 2024 Mole Courier Limited All Rights Reserved", false), ("Section: LOCAL; Pg. 4", false),
            ("Length: 20 words", false), ("Byline: Clara Hoff", false), ("Highlight: Water everywhere.", false),
            ("Body", false), ("The tide came in at noon on day \(number) and went out again.", false),
            ("Classification", false), ("Language: ENGLISH", false), ("Load-Date: May 9, 2024", false),
            ("End of Document", false),
        ]
    }

    private static func articles(_ paragraphs: [(String, isHeading: Bool)]) -> [Article] {
        PressDatabaseExport.articles(
            paragraphs.map { PressDatabaseLine(text: Array($0.0.utf8), isHeading: $0.isHeading) }, format: .docx) ?? []
    }

    @Test func officeExport_IsItsArticles_WithoutItsCover() {
        let cover = [
            "User Name: Clara Hoff", "Job Number: 12", "Documents (2)", "1. Tide 1 comes in", "2. Tide 2 comes in",
        ]
        .map { ($0, isHeading: false) }
        let found = Self.articles(cover + Self.document(1) + Self.document(2))
        #expect(found.map(\.headline) == ["Tide 1 comes in", "Tide 2 comes in"])
        #expect(found.map(\.outlet) == ["The Mole Courier", "The Mole Courier"])
        #expect(found.map { $0.published?.description } == ["2024-05-01", "2024-05-02"])
        #expect(found.map(\.deck) == ["Water everywhere.", "Water everywhere."])
        #expect(found.first?.body == "Water everywhere.\n\nThe tide came in at noon on day 1 and went out again.")
        #expect(found.first?.language == "en")
    }

    @Test(arguments: [
        ["The document speaks of 2 of 3 documents.", "It is a report of 400 words on a harbour."],
        ["Document 4 of 7", "The minutes of the meeting follow."], ["End of Document"],
        ["Length: 40 words", "A text."],
    ]) func otherTexts_AreNoExports(_ lines: [String]) {
        #expect(Self.articles(lines.map { ($0, isHeading: false) }).isEmpty)
    }

    @Test func pageOfFactiva_IsItsArticles() throws {
        func article(_ headline: String, _ day: Int) -> String {
            """
            <div class="article enArticle"><div><span class="enHeadline">\(headline)</span></div><div class="author">By Clara Hoff</div>
            <div>41 words</div><div>\(day) May 2024</div><div>The Mole Courier</div><div>MOLC</div><div>3</div><div>English</div>
            <div>Copyright 2024. Mole Courier Limited.</div>
            <p class="articleParagraph enarticleParagraph">The quay of Grauhafen was closed on day \(day) while divers looked at its piles.</p>
            <p>Document MOLC00002024050\(day)ek51000b1</p></div>
            """
        }
        let page =
            "<html><body><div><a href=\"#a\">Article 1</a></div>" + article("Quay is closed", 3)
            + article("Quay opens", 4)
            + "</body></html>"
        let reading = try readAll(page, name: "export.html")
        #expect(reading.headlines == ["Quay is closed", "Quay opens"])
        #expect(reading.articles.map(\.authors) == [["Clara Hoff"], ["Clara Hoff"]])
        #expect(reading.articles.map(\.outlet) == ["The Mole Courier", "The Mole Courier"])
        #expect(reading.articles.map { $0.published?.description } == ["2024-05-03", "2024-05-04"])
        #expect(
            reading.articles.first?.body
                == "The quay of Grauhafen was closed on day 3 while divers looked at its piles.")
    }
}
