import Foundation
import NewsModel
import Testing

@testable import Export

@Suite struct NinjsWriterTests {
    private static func object(_ article: Article) throws -> [String: Any] {
        let text = Fixture.written(NinjsWriter(), article)
        #expect(text.hasSuffix("}\n") && text.dropLast().allSatisfy { $0 != "\n" })
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test func everyMember_IsOneOfTheStandard_ButOurOwn() throws {
        var article = Fixture.bridge
        article.wire = WireFacts(
            guid: "tag:agency.example,2024:1", version: "3", publicationStatus: .cancelled,
            embargo: NewsTime("2024-06-01"),
            urgency: 2, located: "Vellmark", copyright: "© Agency", usageTerms: "One use", editorialNote: "Corrects",
            byTitle: "Editor")
        article.subjects = [Subject(scheme: "medtop", code: "20000717", name: "bridges")]
        article.leadImage = LeadImage(url: "https://courier.example/a.jpg", caption: "Rain", creditLine: "B. Photo")
        let object = try Self.object(article)
        #expect(NinjsSchema.complaints(object, extensions: ["wiredesk"]).isEmpty)
        #expect(object["uri"] as? String == "tag:agency.example,2024:1" && object["version"] as? String == "3")
        #expect(object["pubStatus"] as? String == "canceled" && object["urgency"] as? Int == 2)
        #expect(object["firstCreated"] as? String == "2024-05-03T10:00:00+02:00")
        #expect(object["versionCreated"] as? String == "2024-05-04T00:00:00Z")
        #expect(object["embargoedUntil"] as? String == "2024-06-01T00:00:00Z")
        let own = try #require(object["wiredesk"] as? [String: Any])
        #expect(own["modified"] as? String == "2024-05-04" && own["embargo"] as? String == "2024-06-01")
        let subject = try #require((object["subjects"] as? [[String: Any]])?.first)
        #expect(subject["uri"] as? String == "http://cv.iptc.org/newscodes/mediatopic/20000717")
    }

    @Test(arguments: 1...300)
    func anyArticle_KeepsTheRulesOfTheSchema(_ seed: Int) throws {
        var random = RandomArticle(seed: UInt64(seed))
        #expect(NinjsSchema.complaints(try Self.object(random.next()), extensions: ["wiredesk"]) == [])
    }

    @Test func schema_FindsWhatBreaksItsRules() {
        let item: [String: Any] = [
            "type": "novel", "firstCreated": "2024-05-03", "headlines": [["role": "main"]], "urgency": 0.5,
            "colour": "red",
            "associations": [["uri": "no uri", "name": "a"]],
        ]
        #expect(
            NinjsSchema.complaints(item, extensions: []).sorted() == [
                ".associations[0].uri is no URI: no uri", ".colour is not of the standard",
                ".firstCreated is no date-time: 2024-05-03", ".headlines[0].value is missing",
                ".type is none of its values: novel", ".urgency is no integer of 1...9", ".uri is missing",
            ])
    }

    @Test func guidThatIsNoURI_IsAnAlternativeIdentifier() throws {
        var article = Fixture.bridge
        article.wire.guid = "AFP 17 maj"
        let object = try Self.object(article)
        #expect(object["uri"] as? String == "urn:wiredesk:article:\(Fixture.id)")
        #expect((object["altIds"] as? [[String: String]])?.last == ["role": "guid", "value": "AFP 17 maj"])
        #expect((object["wiredesk"] as? [String: Any])?["guid"] as? String == "AFP 17 maj")
    }

    @Test func body_IsThereAsTextAndAsHTML() throws {
        let object = try Self.object(
            Fixture.article([
                (.paragraph, "Cats & <dogs>"), (.listItem, "one"), (.listItem, "two"), (.heading, "More"),
                (.table, "a\tb\nc\td"), (.preformatted, "x\n y"),
            ]))
        let bodies = try #require(object["bodies"] as? [[String: String]])
        #expect(bodies.map { $0["contentType"] } == ["text/plain", "text/html"])
        #expect(
            bodies[1]["value"] == """
                <p>Cats &amp; &lt;dogs&gt;</p>
                <ul>
                <li>one</li>
                <li>two</li>
                </ul>
                <h2>More</h2>
                <table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>
                <pre>
                x
                 y</pre>
                """)
    }
}

@Suite struct JSONLinesWriterTests {
    @Test func line_HasEveryKeyOfRead_AndWhereItIsFiled() throws {
        let text = Fixture.written(JSONLinesWriter(), Fixture.bridge)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let keys = """
            file path format url headline headline_derived deck authors outlet published modified language section keywords
            credit credits body paragraphs word_count confidence id version delivery collection
            """.split(whereSeparator: \.isWhitespace).map(String.init)
        #expect(Set(keys).subtracting(object.keys).isEmpty)
        #expect(object["section"] is NSNull && object["delivered"] as? String == "2024-05-03T10:00:00.123Z")
        #expect(object["id"] as? String == "\(Fixture.id)" && object["version"] as? Int == 2)
    }
}

@Suite struct UTCInstantTests {
    @Test(arguments: [
        (Int64(0), "1970-01-01T00:00:00.000Z"), (1_709_210_096_007, "2024-02-29T12:34:56.007Z"),
        (-1, "1969-12-31T23:59:59.999Z"), (-2_208_988_800_000, "1900-01-01T00:00:00.000Z"),
        (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ])
    func instant_IsTheCalendarsDateInUTC(_ milliseconds: Int64, _ text: String) {
        #expect(UTCInstant(milliseconds: milliseconds).description == text)
    }
}

@Suite struct BodyPieceTests {
    @Test func bodyWithoutParagraphs_IsCutAtEmptyLines() {
        let article = Article(format: "text", body: "One.\n\nTwo\nlines.\n\nThree.")
        #expect(
            BodyPiece.pieces(of: article).map { String(decoding: $0.text, as: UTF8.self) } == [
                "One.", "Two\nlines.", "Three.",
            ])
    }

    @Test func rangesThatDoNotFit_GiveTheWholeTextAllTheSame() {
        var article = Article(format: "text", body: "One.\n\nTwo.")
        article.paragraphs = [Paragraph(kind: .heading, range: CodePointRange(start: 0, end: 99))]
        #expect(BodyPiece.pieces(of: article).count == 2)
    }

    @Test func ranges_CountCodePoints() {
        let article = Fixture.article([(.paragraph, "Ünïcödé 𝄞"), (.heading, "日本")])
        #expect(BodyPiece.pieces(of: article).map { String(decoding: $0.text, as: UTF8.self) } == ["Ünïcödé 𝄞", "日本"])
    }
}
