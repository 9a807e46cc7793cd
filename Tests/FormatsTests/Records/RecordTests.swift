import NewsModel
import ReadingTestSupport
import Testing

@testable import Bytes
@testable import Formats

@Suite struct RecordTests {
    struct Shape: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var name = "a.json"
        var format: String
        var headlines: [String]
        var paths: [String?]
    }

    private static let one = #"{"title": "Ferry stops", "url": "https://elm.example/1", "text": "The ferry stopped."}"#
    private static let two =
        #"{"title": "Bridge opens", "url": "https://elm.example/2", "text": "It \"opened\" {today]."}"#

    static let shapes: [Shape] = [
        Shape(testDescription: "one object", text: one, format: "json", headlines: ["Ferry stops"], paths: [nil]),
        Shape(
            testDescription: "an array", text: "[\n\(one),\n\(two)\n]", format: "json",
            headlines: ["Ferry stops", "Bridge opens"], paths: ["#1", "#2"]),
        Shape(
            testDescription: "JSON Lines", text: "\(one)\n\(two)\n", name: "a.jsonl", format: "jsonl",
            headlines: ["Ferry stops", "Bridge opens"], paths: ["#1", "#2"]),
        Shape(
            testDescription: "JSON Lines under no name, with a mark and carriage returns",
            text: "\u{FEFF}\(one)\r\n\(two)\r\n",
            name: "dump", format: "jsonl", headlines: ["Ferry stops", "Bridge opens"], paths: ["#1", "#2"]),
        Shape(
            testDescription: "an array in an object", text: #"{"status":"ok","total":2,"articles":[\#(one),\#(two)]}"#,
            format: "json", headlines: ["Ferry stops", "Bridge opens"], paths: ["#1", "#2"]),
        Shape(
            testDescription: "an array deeper within", text: #"{"response":{"status":"ok","results":[\#(one)]}}"#,
            format: "json", headlines: ["Ferry stops"], paths: ["#1"]),
        Shape(
            testDescription: "search hits",
            text: #"{"took":1,"hits":{"total":1,"hits":[{"_id":"x","_source":\#(one)}]}}"#,
            format: "json", headlines: ["Ferry stops"], paths: ["#1"]),
    ]

    @Test(arguments: shapes) func everyOuterForm_GivesItsRecords(_ shape: Shape) throws {
        let reading = try readAll(shape.text, name: shape.name)
        #expect(reading.format == shape.format)
        #expect(reading.headlines == shape.headlines)
        #expect(reading.paths == shape.paths)
        #expect(reading.failures.isEmpty)
    }

    struct Dialect: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var record: String
    }

    static let dialects: [Dialect] = [
        Dialect(
            testDescription: "a crawler with dates of its own",
            record: #"""
                {"authors": ["Anna Elm"], "date_publish": "2024-05-03 14:05:00", "date_download": "2024-05-04 00:00:00",
                 "description": "It stopped.", "filename": "x.json", "image_url": "https://elm.example/q.jpg", "language": "en",
                 "maintext": "One.\nTwo.", "source_domain": "elm.example", "title": "Ferry stops", "url": "https://elm.example/1"}
                """#),
        Dialect(
            testDescription: "a library's article",
            record: #"""
                {"url": "https://elm.example/1", "title": "Ferry stops", "text": "One.\n\nTwo.", "authors": ["Anna Elm"],
                 "publish_date": "2024-05-03T14:05:00", "top_image": "https://elm.example/q.jpg", "source_url": "https://elm.example",
                 "keywords": [], "summary": "", "meta_lang": "en", "sitename": "elm.example"}
                """#),
        Dialect(
            testDescription: "a scraper's item with HTML",
            record: #"""
                {"Headline": "Ferry stops", "Author": "By Anna Elm", "Published At": 1714745100000, "Source": {"name": "elm.example"},
                 "Body": "<p>One.</p><p>Two.</p>", "link": "https://elm.example/1", "image": "https://elm.example/q.jpg"}
                """#),
        Dialect(
            testDescription: "a publishing system's interface",
            record: #"""
                {"id": 7, "date_gmt": "2024-05-03T12:05:00Z", "link": "https://elm.example/1", "title": {"rendered": "Ferry stops"},
                 "content": {"rendered": "<p>One.</p><p>Two.</p>", "protected": false}, "author": "Anna Elm", "publisher": "elm.example",
                 "thumbnail": "https://elm.example/q.jpg"}
                """#),
    ]

    @Test(arguments: dialects) func everyDialect_GivesTheSameArticle(_ dialect: Dialect) throws {
        let article = try readArticle(dialect.record, name: "a.json")
        #expect(article.headline == "Ferry stops")
        #expect(article.authors == ["Anna Elm"])
        #expect(article.body == "One.\n\nTwo.")
        #expect(article.url == "https://elm.example/1")
        #expect(article.published?.description.hasPrefix("2024-05-03T1") == true)
        #expect(article.outlet == "elm.example")
        #expect(article.leadImage?.url == "https://elm.example/q.jpg")
        #expect(!article.isSummary)
    }

    @Test func recordWithADescriptionAlone_IsASummary() throws {
        let article = try readArticle(
            #"{"title": "Ferry", "url": "https://elm.example/1", "description": "It stopped.", "content": null}"#,
            name: "a.json")
        #expect(article.isSummary)
        #expect(article.body == "It stopped.")
    }

    @Test func recordWithAPage_IsReadByThePageExtractor() throws {
        let words = (1...6).map {
            "<p>The ferry \($0) across the sound stopped at \($0) on Friday evening, they said at quay \($0).</p>"
        }.joined()
        let page =
            "<!doctype html><html><head><title>Ferry</title><meta property='og:type' content='article'>"
            + "</head><body><nav><a href='/'>Home</a></nav><article><h1>Ferry stops</h1>\(words)</article></body></html>"
        let article = try readArticle(#"{"url": "https://elm.example/1", "html": "\#(page)"}"#, name: "a.json")
        #expect(article.headline == "Ferry stops")
        #expect(article.paragraphs.count == 6)
        #expect(article.url == "https://elm.example/1")
    }

    @Test func whatReadWrites_IsReadBack() throws {
        let record = #"""
            {"file":"a.html","path":null,"index":0,"format":"html","url":"https://elm.example/1","headline":"Ferry","headline_derived":true,
            "deck":null,"authors":["Anna Elm"],"outlet":"Elm","published":"2024-05-03T14:05:00+02:00","modified":null,"language":"en",
            "section":"Sound","keywords":["a","b"],"credit":null,"credits":[],"body":"Sub\n\nOne, two.\nThree",
            "paragraphs":[{"kind":"heading","start":0,"end":3},{"kind":"preformatted","start":5,"end":20}],"word_count":4,"confidence":0.9}
            """#.replacing("\n", with: "")
        let reading = try readAll(
            record + "\n" + #"{"file":"b","path":null,"index":0,"error":{"code":"no-text","message":"x"}}"# + "\n",
            name: "out.jsonl")
        let article = try #require(reading.articles.first)
        #expect(article.paragraphs.map(\.kind) == [.heading, .preformatted])
        #expect(article.body == "Sub\n\nOne, two.\nThree")
        #expect(article.headlineIsDerived)
        #expect(article.keywords == ["a", "b"])
        #expect(article.section == "Sound")
        #expect(reading.failures.map(\.code) == [.notAnArticle])
    }

    @Test func whatExportWrites_IsReadBackWithAllItsFacts() throws {
        let line = #"""
            {"id":"abc","version":1,"current":true,"withdrawn":false,"delivery":1,"delivered":"2024-05-03T12:00:00.000Z","collection":"",
            "file":"a.xml","path":null,"format":"nitf","url":null,"retrieved":null,"headline":"Ferry","headline_derived":false,"deck":"Sub",
            "byline":"By A. Elm in Ash","authors":["A. Elm"],"outlet":"Elm","published":"2024-05-03","modified":null,"language":"en",
            "section":null,"keywords":[],"credit":null,"credits":[],"dateline":null,"dateline_place":null,"dateline_date":null,
            "dateline_agency":null,"body":"Sub\n\nOne.","paragraphs":[{"kind":"heading","start":0,"end":3},{"kind":"paragraph","start":5,"end":9}],
            "word_count":2,"lead_image":{"url":"https://e.example/q.jpg","caption":"Quay","credit":null},"links":[],"paywalled":false,
            "summary":true,"subjects":[{"scheme":"medtop","code":"1","name":null}],"guid":"urn:1","wire_version":"2","pubstatus":"usable",
            "embargo":null,"urgency":3,"located":null,"copyright":"(c)","usage_terms":null,"editorial_note":"Note","by_title":null,
            "confidence":0.9,"annotations":[]}
            """#.replacing("\n", with: "")
        let article = try #require(try readAll(line + "\n" + line, name: "out.jsonl").articles.first)
        #expect(article.format == "jsonl")
        #expect(article.headline == "Ferry")
        #expect(article.deck == "Sub")
        #expect(article.byline == "By A. Elm in Ash")
        #expect(article.paragraphs.map(\.kind) == [.heading, .paragraph])
        #expect(article.isSummary)
        #expect(article.leadImage == LeadImage(url: "https://e.example/q.jpg", caption: "Quay"))
        #expect(article.subjects == [Subject(scheme: "medtop", code: "1")])
        #expect(article.wire.guid == "urn:1")
        #expect(article.wire.urgency == 3)
        #expect(article.wire.editorialNote == "Note")
    }

    // MARK: Tables

    static let tables: [Shape] = [
        Shape(
            testDescription: "commas and quoted cells",
            text:
                "title,url,text\r\n\"Ferry, stops\",https://elm.example/1,\"One \"\"word\"\".\r\n\r\nTwo.\"\r\nBridge,https://elm.example/2,Opened.\r\n",
            name: "a.csv", format: "csv", headlines: ["Ferry, stops", "Bridge"], paths: ["#1", "#2"]),
        Shape(
            testDescription: "semicolons and a mark", text: "\u{FEFF}Titel;Datum;Text\nFähre;03.05.2024;Eins.\n",
            name: "a.csv",
            format: "csv", headlines: ["Fähre"], paths: ["#1"]),
        Shape(
            testDescription: "tabs under no name", text: "headline\tauthor\tbody\nFerry\tAnna Elm\tIt stopped.\n",
            name: "dump",
            format: "tsv", headlines: ["Ferry"], paths: ["#1"]),
        Shape(
            testDescription: "rows of other lengths and an empty one",
            text: "title,text,url\nFerry,It stopped.\n,,\nBridge,Opened.,https://e.example/x,more\n",
            name: "a.csv", format: "csv", headlines: ["Ferry", "Bridge"], paths: ["#1", "#2"]),
        Shape(
            testDescription: "an end within quotes", text: "title,text\nFerry,\"It stopped.", name: "a.csv",
            format: "csv",
            headlines: ["Ferry"], paths: ["#1"]),
    ]

    @Test(arguments: tables) func everyTable_GivesItsRows(_ shape: Shape) throws {
        let reading = try readAll(shape.text, name: shape.name)
        #expect(reading.format == shape.format)
        #expect(reading.headlines == shape.headlines)
        #expect(reading.paths == shape.paths)
    }

    @Test func tableOfASpreadsheet_InWindows1252_IsDecoded() throws {
        let bytes =
            Array("Titel;Text;Autor\nF".utf8) + [0xE4] + Array("hre;Sie f".utf8) + [0xE4]
            + Array("hrt.;Anna Elm\n".utf8)
        let reading = try readAll(bytes, name: "a.csv")
        #expect(reading.articles.map(\.headline) == ["Fähre"])
        #expect(reading.articles.map(\.body) == ["Sie fährt."])
    }

    // MARK: No articles, broken, hostile

    struct Refused: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var name = "a.json"
        var code: ReasonCode
    }

    static let refused: [Refused] = [
        Refused(
            testDescription: "a settings file", text: #"{"name": "tool", "version": "1.2", "scripts": {"a": "b"}}"#,
            code: .notAnArticle),
        Refused(
            testDescription: "an index of captures",
            text: #"{"urlkey":"x","status":"200","digest":"A"}"# + "\n" + #"{"urlkey":"y"}"# + "\n", name: "a.jsonl",
            code: .notAnArticle),
        Refused(testDescription: "an empty array", text: "[]", code: .notAnArticle),
        Refused(testDescription: "numbers", text: "[1, 2, 3]", code: .notAnArticle),
        Refused(
            testDescription: "a table of figures", text: "year,value\n2023,1\n2024,2\n", name: "a.csv",
            code: .notAnArticle),
        Refused(
            testDescription: "a record that is cut off", text: #"{"title": "Ferry", "text": "The fer"#, code: .truncated
        ),
    ]

    @Test(arguments: refused) func whatHoldsNoArticle_IsRefused(_ item: Refused) {
        #expect(code { _ = try readAll(item.text, name: item.name) } == item.code)
    }

    @Test func badRecords_AreFailedMembers() throws {
        let text = "{\"id\": 1}\n\(Self.one)\nnoise\n{\"id\": 2}\n\(Self.two)\n{\"title\": \"Cut"
        let reading = try readAll(text, name: "a.jsonl")
        #expect(reading.paths == ["#2", "#5"])
        #expect(reading.failures.map(\.path) == ["#1", "#3", "#4", "#6"])
        #expect(reading.failures.map(\.code) == [.notAnArticle, .malformed, .notAnArticle, .truncated])
    }

    @Test func damagedLine_EndsWithItsLine() throws {
        let text = [Self.one, #"{"title": "No end"#, Self.two, #"{"title": "No brace","#, Self.one].joined(
            separator: "\n")
        let reading = try readAll(text, name: "a.jsonl")
        #expect(reading.paths == ["#1", "#3", "#5"])
        #expect(reading.failures.map(\.code) == [.truncated, .truncated])
    }

    @Test func proseWithBracketsAndCommas_StaysText() throws {
        for text in [
            "[Elm] The ferry stopped, they said, on Friday.\n\nTwo.", "{Elm} Words, more, and more.",
            "Title, text, url\nare words of a text, and no names.",
        ] {
            #expect(try readArticle(text, name: "a.txt").format == "text")
        }
    }

    @Test func deepNesting_IsReadInTime() {
        let text = #"{"title": "Ferry", "text": "# + String(repeating: "[", count: 500_000)
        #expect(code { _ = try readAll(text, name: "a.json") } == .truncated)
    }

    @Test func unclosedQuotationMark_EndsWithALongRow_AndTheReadingGoesOn() throws {
        let rows = (1...200_000).map { "Story \($0),Words of the story number \($0) and more.\n" }.joined()
        let reading = try readAll("title,text\nFirst,\"It stopped.\n" + rows, name: "a.csv")
        #expect(reading.failures.map(\.code) == [.limitExceeded])
        #expect(reading.articles.last?.headline == "Story 200000")
    }

    @Test func manyMembersAroundTheRecords_AreReadInTime() throws {
        let members = (1...100_000).map { #""k\#($0)":1,"# }.joined()
        let records = "{\(members)\"articles\":[\(Self.one)]}".utf8.withContiguousStorageIfAvailable { bytes in
            var splitter = JSONRecordSplitter(ByteInput(BytesInMemory(bytes)), recordBytes: 1 << 20)
            splitter.wrapperKeys = ["articles"]
            var records = 0
            while let record = try? splitter.next() { records += record.isComplete ? 1 : 0 }
            return records
        }
        #expect(records == 1)
    }

    @Test func manyRecords_AreReadInPassing() throws {
        let lines = (1...3_000).map {
            #"{"title": "Story \#($0)", "url": "https://e.example/\#($0)", "text": "Words."}"# + "\n"
        }
        #expect(try readAll(lines.joined(), name: "a.jsonl").articles.count == 3_000)
    }
}
