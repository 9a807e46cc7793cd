import NewsModel
import ReadingTestSupport
import Testing

@testable import Bytes
@testable import Formats

/// The turns that wire items take.
@Suite struct WireItemTests {
    // MARK: NITF

    @Test func `A NITF notice about another document acts on that one`() throws {
        let article = try readArticle(
            nitf(
                docdata:
                    #"management-status="usable" management-doc-idref="story-1" management-idref-status="canceled""#,
                id: "notice-9"))
        #expect(article.wire.guid == "story-1")
        #expect(article.wire.publicationStatus == .cancelled)
    }

    @Test func `A NITF id that numbers its versions gives way to the key of the story`() throws {
        let article = try readArticle(nitf(extra: #"<du-key key="story-7" version="3"/>"#, id: "story-7_3"))
        #expect(article.wire.guid == "story-7")
        #expect(article.wire.version == "3")
    }

    @Test func `A NITF release later than the issue is an embargo`() throws {
        let article = try readArticle(
            nitf(extra: #"<date.issue norm="20240503T100000Z"/><date.release norm="20240504T060000Z"/>"#))
        #expect(article.wire.embargo?.description == "2024-05-04T06:00:00Z")
        #expect(article.published?.description == "2024-05-03T10:00:00Z")
    }

    @Test func `Escaped markup within a paragraph is read as markup`() throws {
        let article = try readArticle(
            nitf(
                text:
                    "<p>From 10&lt;dash&gt;-&lt;/dash&gt;12 boats.</p><p>&lt;script&gt;x()&lt;/script&gt;</p><p>1 &lt; 2 &amp; 3.</p>"
            ))
        #expect(article.paragraphTexts == ["From 10-12 boats.", "1 < 2 & 3."])
    }

    @Test func `Results that are set in columns keep their lines`() throws {
        let article = try readArticle(
            nitf(text: "<p>Northquay   2  Eastlock   1\nFerry Reach 0  Southpier  0\nMarsh End   3  Old Town   2</p>"))
        #expect(article.paragraphs.map(\.kind) == [.preformatted])
        #expect(article.body.split(separator: "\n").count == 3)
    }

    @Test func `A byline on top of the text is taken off where none stands apart`() throws {
        let article = try readArticle(nitf(text: "<p>By Ines Holloway</p><p>The gates are open.</p><p>ENDS</p>"))
        #expect(article.authors == ["Ines Holloway"])
        #expect(article.paragraphTexts == ["The gates are open."])
    }

    // MARK: NewsML-G2

    @Test func `A message of several items gives each its own article, and pictures go with them`() throws {
        let message = """
            <newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header/><itemSet>
            \(g2(guid: "a", head: "First", text: "<p>One text.</p>"))
            \(picture)
            \(g2(guid: "b", head: "Second", text: "<p>Another text.</p>"))</itemSet></newsMessage>
            """
        let articles = try readAll(message)
        #expect(articles.map(\.headline) == ["First", "Second"])
        #expect(articles.map(\.memberPath) == ["#1", "#3"])
    }

    @Test func `A message of one item is that item, with the picture beside it`() throws {
        let message =
            "<newsMessage xmlns='http://iptc.org/std/nar/2006-10-01/'><itemSet>\(picture)\(g2(guid: "a", head: "First", text: "<p>One text.</p>"))</itemSet></newsMessage>"
        let article = try readArticle(message)
        #expect(article.memberPath == nil)
        #expect(article.leadImage?.url == "https://marshwire.example/1.jpg")
        #expect(article.leadImage?.caption == "A boat.")
    }

    @Test func `A picture, a catalog and a package without a headline hold no article`() {
        let package =
            "<packageItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='p'><groupSet><group><itemRef residref='a'/></group></groupSet></packageItem>"
        let catalog = "<catalogItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='c'/>"
        for item in [picture, package, catalog] {
            #expect { try readArticle(item) } throws: { ($0 as? ReadingFailure)?.code == .noText }
        }
    }

    @Test func `A package with a headline links to its items`() throws {
        let package = """
            <packageItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='p'><itemMeta><itemClass qcode="ninat:composite"/></itemMeta>
            <contentMeta><headline>The week on the river</headline></contentMeta>
            <groupSet root="g"><group id="g"><itemRef residref="urn:a"><title>First</title></itemRef><itemRef href="https://marshwire.example/b"/></group></groupSet></packageItem>
            """
        let article = try readArticle(package)
        #expect(article.headline == "The week on the river")
        #expect(article.links.map(\.url) == ["urn:a", "https://marshwire.example/b"])
        #expect(article.paragraphTexts == ["First"])
    }

    @Test func `Plain text in an item is laid out by its indents, tags around it or not`() throws {
        let text =
            "\n   (Wire) - The first paragraph of the story goes on over\ntwo lines of text.\n   The second one, too, is longer than one line of\nthe wire.\n"
        for data in [text, "<p>" + text + "</p>"] {
            let item = g2(
                guid: "t", head: "Text",
                content: "<inlineData contenttype='text/plain'><![CDATA[\(data)]]></inlineData>")
            #expect(try readArticle(item).paragraphs.count == 2)
        }
    }

    @Test func `Codes that are given by URI are those of their scheme`() throws {
        let item = g2(
            guid: "u", head: "Codes", text: "<p>Text.</p>",
            meta: "<subject uri='http://cv.iptc.org/newscodes/mediatopic/20000001'/>")
        #expect(try readArticle(item).subjects == [Subject(scheme: "medtop", code: "20000001")])
    }

    // MARK: NewsML 1

    @Test func `A revision is taken off the identifier, and an instruction to delete withdraws`() throws {
        let item = """
            <NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>x.example</ProviderId><DateId>20240512</DateId><NewsItemId>n</NewsItemId>
            <RevisionId PreviousRevision="2" Update="N">3</RevisionId><PublicIdentifier>urn:newsml:x.example:20240512:n:3N</PublicIdentifier></NewsIdentifier></Identification>
            <NewsManagement><Status FormalName="Usable"/><Instruction FormalName="Delete"/></NewsManagement>
            <NewsComponent><NewsLines><HeadLine>Gone</HeadLine></NewsLines><ContentItem><DataContent><nitf><body><body.content><p>Text.</p></body.content></body></nitf></DataContent></ContentItem></NewsComponent></NewsItem></NewsML>
            """
        let article = try readArticle(item)
        #expect(article.wire.guid == "urn:newsml:x.example:20240512:n")
        #expect(article.wire.version == "3")
        #expect(article.wire.publicationStatus == .cancelled)
        #expect(article.paragraphTexts == ["Text."])
    }

    // MARK: ninjs

    @Test(arguments: [
        #"{"uri":"urn:1","type":"text","pubstatus":"canceled","versioncreated":"2024-05-03T10:00:00Z","headline":"One","body_text":"The text of version one."}"#,
        #"{"uri":"urn:1","standard":{"name":"ninjs","version":"2.1"},"type":"text","pubstatus":"canceled","versioncreated":"2024-05-03T10:00:00Z","headlines":[{"role":"main","value":"One"}],"bodies":[{"role":"main","contenttype":"text/plain","value":"The text of version one."}]}"#,
        #"{"uri":"urn:1","standard":{"name":"ninjs","version":"3.0"},"type":"text","pubStatus":"canceled","versionCreated":"2024-05-03T10:00:00Z","headlines":[{"role":"main","contentType":"text/plain","value":"One"}],"bodies":[{"role":"main","contentType":"text/plain","value":"The text of version one."}]}"#,
    ])
    func `Each version of ninjs says the same in its own way`(json: String) throws {
        let article = try readArticle(json)
        #expect(article.format == "ninjs")
        #expect(article.headline == "One")
        #expect(article.body == "The text of version one.")
        #expect(article.wire.guid == "urn:1")
        #expect(article.wire.publicationStatus == .cancelled)
        #expect(article.published?.description == "2024-05-03T10:00:00Z")
    }

    @Test func `Items of ninjs may come one a line, and a broken one fails by itself`() throws {
        let lines = (1...3).map {
            #"{"uri":"urn:\#($0)","pubstatus":"usable","versioncreated":"2024-05-0\#($0)","headline":"Item \#($0)","body_text":"Text \#($0)."}"#
        }
        var failed: [String] = []
        let articles = try readAll(lines[0] + "\n" + lines[1].dropLast(9) + "\n" + lines[2] + "\n") {
            failed.append($0.path)
        }
        #expect(articles.map(\.headline) == ["Item 1", "Item 3"])
        #expect(failed == ["#2"])
    }

    @Test func `JSON of other formats is no ninjs`() {
        for json in [
            #"{"version":"https://jsonfeed.org/version/1.1","items":[{"body_text":"x","usageterms":"y"}]}"#,
            #"{"headline":"x","other":"y"}"#,
        ] {
            #expect(
                NinjsFormat.recognises(Array(json.utf8).withUnsafeBufferPointer { FormatSample($0, ending: "json") })
                    == false)
        }
    }

    // MARK: Transmissions and plain XML

    @Test func `A stretch of the wire gives each transmission its article`() throws {
        let one = try Seeds.bytes("wire/oyster-race.anpa.txt")
        let articles = try readAll(one + Array(one[..<(one.count / 2)]) + one)
        #expect(articles.count == 2)
        #expect(articles.map(\.memberPath) == ["#1", "#3"])
    }

    @Test func `Records of plain XML are articles of their own, and XML without a text is of no format`() throws {
        let records =
            "<?xml version='1.0'?><export><article id='1'><title>One</title><text>First text.</text></article><article id='2'><title>Two</title><text>Second text.</text></article></export>"
        let articles = try readAll(records)
        #expect(articles.map(\.headline) == ["One", "Two"])
        #expect(articles.map(\.wire.guid) == ["1", "2"])
        #expect {
            try readArticle("<?xml version='1.0'?><inventory><item><title>x</title></item></inventory>")
        } throws: {
            ($0 as? ReadingFailure)?.code == .unknownFormat
        }
    }

    // MARK: Helpers

    private func nitf(docdata: String = "", extra: String = "", id: String = "x", text: String = "<p>Some text.</p>")
        -> String
    {
        "<?xml version='1.0'?><nitf><head><docdata \(docdata)><doc-id id-string='\(id)'/>\(extra)</docdata></head><body><body.head><hedline><hl1>Head</hl1></hedline></body.head><body.content>\(text)</body.content></body></nitf>"
    }

    private func g2(guid: String, head: String, text: String = "", content: String? = nil, meta: String = "") -> String
    {
        let xhtml =
            "<inlineXML contenttype='application/xhtml+xml'><html xmlns='http://www.w3.org/1999/xhtml'><body>\(text)</body></html></inlineXML>"
        return
            "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='\(guid)' version='1'><itemMeta><itemClass qcode='ninat:text'/></itemMeta><contentMeta><headline>\(head)</headline>\(meta)</contentMeta><contentSet>\(content ?? xhtml)</contentSet></newsItem>"
    }

    private let picture =
        "<newsItem xmlns='http://iptc.org/std/nar/2006-10-01/' guid='pic'><itemMeta><itemClass qcode='ninat:picture'/></itemMeta><contentMeta><headline>Boat</headline><description role='drol:caption'>A boat.</description></contentMeta><contentSet><remoteContent contenttype='image/jpeg' href='https://marshwire.example/1.jpg'/></contentSet></newsItem>"

    private func readAll(_ text: String, failed: (MemberError) -> Void = { _ in }) throws -> [Article] {
        try readAll(Array(text.utf8), failed: failed)
    }

    private func readAll(_ bytes: [UInt8], failed: (MemberError) -> Void = { _ in }) throws -> [Article] {
        var articles: [Article] = []
        try bytes.withUnsafeBufferPointer { buffer in
            try ArticleReader().read(buffer, hint: ReadingHint(name: FileName("item"))) { event in
                switch event {
                case .article(let article): articles.append(article)
                case .memberError(let error): failed(error)
                default: break
                }
            }
        }
        return articles
    }
}
