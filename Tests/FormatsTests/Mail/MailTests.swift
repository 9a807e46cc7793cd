import NewsModel
import ReadingTestSupport
import Testing

@testable import Bytes
@testable import Formats

@Suite struct MailTests {
    private static let head = """
        Return-Path: <anna@elm.example>
        Message-ID: <42@elm.example>
        From: Anna Elm <anna.elm@elm.example>
        Subject: Ferry stops for the night
        Date: Fri, 3 May 2024 14:05:00 +0200
        MIME-Version: 1.0

        """
    private static let story = """
        The ferry across the sound stopped at nine on Friday evening because the water was too low for it.
        """

    private func message(_ type: String, _ body: String, head: String = Self.head) -> String {
        head + "Content-Type: \(type)\n\n" + body
    }

    @Test func plainMessage_IsAnArticleByItsSender() throws {
        let article = try readArticle(
            message("text/plain; charset=utf-8", Self.story + "\n\n-- \nAnna Elm\nDesk\n"), name: "1")
        #expect(article.format == "eml")
        #expect(article.headline == "Ferry stops for the night")
        #expect(article.authors == ["Anna Elm"])
        #expect(article.published?.description == "2024-05-03T14:05:00+02:00")
        #expect(article.wire.guid == "mid:42@elm.example")
        #expect(article.body == Self.story)
    }

    struct Form: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var type: String
        var body: String
        var texts: [String]
    }

    static let forms: [Form] = [
        Form(
            testDescription: "flowed lines are joined", type: "text/plain; format=flowed",
            body: "The ferry \nstopped.\n\n> Why \n> though?\n", texts: ["The ferry stopped.", "Why though?"]),
        Form(
            testDescription: "the space of a soft break goes with DelSp", type: "text/plain; format=flowed; delsp=yes",
            body: "Donaudampf \nschiff.\n", texts: ["Donaudampfschiff."]),
        Form(
            testDescription: "HTML is preferred to its plain form", type: "multipart/alternative; boundary=b",
            body:
                "--b\nContent-Type: text/plain\n\nPlain.\n--b\nContent-Type: text/html\n\n<p>Rich <b>text</b>.</p>\n--b--\n",
            texts: ["Rich text."]),
        Form(
            testDescription: "a picture of the text gives way to the plain form",
            type: "multipart/alternative; boundary=b",
            body:
                "--b\nContent-Type: text/plain\n\nPlain words.\n--b\nContent-Type: text/html\n\n<img src='x.png'>\n--b--\n",
            texts: ["Plain words."]),
        Form(
            testDescription: "related pictures are no text", type: "multipart/related; boundary=b",
            body: "--b\nContent-Type: text/html\n\n<p>Rich.</p>\n--b\nContent-Type: image/png\n\nxx\n--b--\n",
            texts: ["Rich."]),
        Form(
            testDescription: "what only serves the mailing is left out", type: "text/html",
            body:
                "<p><a href='https://m.example/v'>View in browser</a><p>One story of the day.<p>Another one.<h2>Ferry</h2>"
                + "<p>It stopped.<p>You get this because you subscribed. <a href='https://m.example/u'>Unsubscribe</a>",
            texts: ["One story of the day.", "Another one.", "Ferry", "It stopped."]),
        Form(
            testDescription: "a multipart that is never closed is read", type: "multipart/mixed; boundary=b",
            body: "Preamble\n--b\nContent-Type: text/plain\n\nWords.\n", texts: ["Words."]),
    ]

    @Test(arguments: forms) func text_IsThatOfTheRightParts(_ form: Form) throws {
        let article = try readArticle(message(form.type, form.body), name: "a.eml")
        #expect(article.paragraphTexts == form.texts)
    }

    struct Coded: Sendable {
        var encoding: String
        var charset: String
        var body: [UInt8]
    }

    static let coded: [Coded] = [
        Coded(encoding: "quoted-printable", charset: "iso-8859-1", body: Array("Caf=E9 am =\nFluss=\n".utf8)),
        Coded(encoding: "quoted-printable;", charset: "utf-8", body: Array("Caf=C3=A9 am Fluss".utf8)),
        Coded(encoding: "base64", charset: "utf-8", body: Array("Q2Fmw6kg\nYW0gRmx1c3M=\n".utf8)),
        Coded(encoding: "8bits", charset: "ISO-8859-1", body: Array("Caf".utf8) + [0xE9] + Array(" am Fluss".utf8)),
    ]

    @Test(arguments: coded) func transferEncoding_IsUndone(_ item: Coded) throws {
        let head =
            Self.head
            + "Content-Type: text/plain; charset=\(item.charset)\nContent-Transfer-Encoding: \(item.encoding)\n\n"
        #expect(try readArticle(Array(head.utf8) + item.body, name: "a.eml").body == "Café am Fluss")
    }

    struct Header: Sendable {
        var written: String
        var text: String
    }

    static let headers: [Header] = [
        Header(written: "=?utf-8?q?Caf=C3=A9_am?= Fluss", text: "Café am Fluss"),
        Header(written: "=?UTF-8?B?5pyd?= =?UTF-8?B?5pel?=", text: "朝日"),
        Header(written: "=?utf-8?b?5pw=?= =?utf-8?b?nQ==?= x", text: "朝 x"),
        Header(written: "=?iso-8859-1*fr?Q?=C9t=E9?=", text: "Été"),
        Header(written: "=?iso-2022-jp?B?GyRCRCsbKEI=?=", text: "朝"),
        Header(written: "a =? b ?= c", text: "a =? b ?= c"),
        Header(written: "=?utf-8?x?abc?=", text: "=?utf-8?x?abc?="),
    ]

    @Test(arguments: headers) func encodedWords_AreResolved(_ item: Header) {
        #expect(EncodedWords.decoded(Array(item.written.utf8)) == item.text)
    }

    struct Sender: Sendable {
        var from: String
        var extra = ""
        var author: String?
        var outlet: String?
    }

    static let senders: [Sender] = [
        Sender(from: "Anna Elm <anna@elm.example>", author: "Anna Elm"),
        Sender(from: "\"Elm, Anna\" <aelm@elm.example>", author: "Anna Elm"),
        Sender(from: "anna@elm.example (Anna Elm)", author: "Anna Elm"),
        Sender(from: "The Elm Gazette <newsletter@elm.example>", outlet: "The Elm Gazette"),
        Sender(from: "Elm Valley <news@elm.example>", outlet: "Elm Valley"),
        Sender(
            from: "Anna Elm <anna@elm.example>", extra: "List-Id: River Watch <river.elm.example>\n",
            author: "Anna Elm", outlet: "River Watch"),
        Sender(from: "anna@elm.example"),
    ]

    @Test(arguments: senders) func sender_IsAuthorOrOutlet(_ item: Sender) throws {
        let head = "Message-ID: <1@x.example>\nFrom: \(item.from)\nSubject: Ferry\nMIME-Version: 1.0\n\(item.extra)\n"
        let article = try readArticle(head + Self.story, name: "a.eml")
        #expect(article.authors == [item.author].compactMap { $0 })
        #expect(article.outlet == item.outlet)
    }

    // MARK: Messages within messages

    @Test func attachedMessage_UnderANote_IsTheArticle() throws {
        let body = """
            --b
            Content-Type: text/plain

            For you.
            --b
            Content-Type: message/rfc822

            From: Ben Ash <ben.ash@ash.example>
            Subject: Bridge opens
            Date: Thu, 2 May 2024 08:00:00 +0200

            The bridge opened on Thursday.
            --b--
            """
        let article = try readArticle(message("multipart/mixed; boundary=b", body), name: "a.eml")
        #expect(article.headline == "Bridge opens")
        #expect(article.authors == ["Ben Ash"])
        #expect(article.body == "The bridge opened on Thursday.")
        #expect(article.wire.editorialNote == "For you.")
    }

    static let inlineForwards: [Form] = [
        Form(
            testDescription: "plain text with a marker", type: "text/plain",
            body: "For you.\n\n---------- Forwarded message ---------\nFrom: Ben Ash <ben.ash@ash.example>\n"
                + "Date: Thu, 2 May 2024 at 08:00\nSubject: Bridge opens\nTo: Anna <a@x.example>\n\nThe bridge opened on Thursday.\n",
            texts: ["The bridge opened on Thursday."]),
        Form(
            testDescription: "German HTML with labels alone", type: "text/html; charset=utf-8",
            body:
                "<p>For you.</p><div><b>Von:</b> Ben Ash &lt;ben.ash@ash.example&gt;<br><b>Gesendet:</b> 2. Mai 2024 08:00<br>"
                + "<b>An:</b> Anna<br><b>Betreff:</b> Bridge opens</div><p>The bridge opened on Thursday.</p>",
            texts: ["The bridge opened on Thursday."]),
        Form(
            testDescription: "one line for each label", type: "text/html",
            body:
                "<div>For you.</div><div>Begin forwarded message:</div><div>From: Ben Ash &lt;ben.ash@ash.example&gt;</div>"
                + "<div>Subject: Bridge opens</div><div>Date: 2 May 2024 08:00</div><p>The bridge opened on Thursday.</p>",
            texts: ["The bridge opened on Thursday."]),
    ]

    @Test(arguments: inlineForwards) func inlineForward_IsTheArticle(_ form: Form) throws {
        let head = Self.head.replacing("Subject: ", with: "Subject: Fwd: ")
        let article = try readArticle(message(form.type, form.body, head: head), name: "a.eml")
        #expect(article.headline == "Bridge opens")
        #expect(article.authors == ["Ben Ash"])
        #expect(article.published?.description.hasPrefix("2024-05-02") == true)
        #expect(article.paragraphTexts == form.texts)
        #expect(article.wire.editorialNote == "For you.")
    }

    @Test func digest_IsItsMessages() throws {
        let parts = (1...3).map {
            "--b\n\nFrom: Ben Ash <ben@x.example>\nSubject: Story \($0)\n\nWords of story \($0).\n"
        }
        let reading = try readAll(message("multipart/digest; boundary=b", parts.joined() + "--b--\n"), name: "a.eml")
        #expect(reading.headlines == ["Story 1", "Story 2", "Story 3"])
        #expect(reading.paths == ["#1", "#2", "#3"])
    }

    private static let page =
        "<!doctype html><html><head><title>Bridge</title><meta property=og:type content=article><meta name=author content='Ben Ash'></head>"
        + "<body><article><h1>Bridge opens</h1>"
        + (1...4).map { "<p>\(story) It is the \($0). time this year, the harbour master of quay \($0) said.</p>" }
        .joined()
        + "</article></body></html>"
    private static let attached =
        "--b\nContent-Type: image/png; name=p.png\n\nxx\n"
        + "--b\nContent-Type: text/html; name=\"b.html\"\nContent-Disposition: attachment; filename=\"b.html\"\n\n\(page)\n--b--\n"

    @Test func attachedDocument_IsTheArticleOfAMessageWithoutText() throws {
        let reading = try readAll(message("multipart/mixed; boundary=b", Self.attached), name: "a.eml")
        #expect(reading.paths == ["b.html"])
        #expect(reading.articles.map(\.format) == ["html"])
        #expect(reading.failures.isEmpty)
    }

    private func letter(with attachments: String) throws -> WholeReading {
        let body = "--b\nContent-Type: text/plain\n\n\(Self.story)\n" + attachments
        return try readAll(message("multipart/mixed; boundary=b", body), name: "a.eml")
    }

    @Test func attachedDocument_BesideAText_IsAnArticleOfItsOwn() throws {
        let reading = try letter(with: Self.attached)
        #expect(reading.paths == [nil, "b.html"])
        #expect(reading.headlines == ["Ferry stops for the night", "Bridge opens"])
        #expect(reading.articles.first?.body == Self.story)
        #expect(reading.articles.last?.authors == ["Ben Ash"])
        #expect(reading.failures.isEmpty)
    }

    @Test func attachedDocuments_OfOneName_AreToldApart() throws {
        let part =
            "--b\nContent-Type: text/html; name=\"b.html\"\nContent-Disposition: attachment; filename=\"b.html\"\n\n"
        let reading = try letter(with: part + Self.page + "\n" + part + Self.page + "\n--b--\n")
        #expect(reading.paths == [nil, "b.html", "#2-b.html"])
    }

    @Test func scrapsOfAMailGateway_BesideAText_AreNoArticles() throws {
        let scraps = [
            ("text/plain", "ATT1.txt", "Checked."), ("text/html", "ATT2.htm", "<html><body><br></body></html>"),
        ]
        .map { "--b\nContent-Type: \($0.0); name=\"\($0.1)\"\nContent-Disposition: attachment\n\n\($0.2)\n" }
        let reading = try letter(with: scraps.joined() + "--b--\n")
        #expect(reading.paths == [nil])
        #expect(reading.failures.isEmpty)
    }

    @Test func damagedAttachment_BesideAText_IsListedAndTheTextIsRead() throws {
        let part =
            "--b\nContent-Type: application/pdf; name=\"plan.pdf\"\nContent-Disposition: attachment\n\n%PDF-1.4 cut\n--b--\n"
        let reading = try letter(with: part)
        #expect(reading.paths == [nil])
        #expect(reading.failures.map(\.path) == ["plan.pdf"])
    }

    @Test func messageWithNothingButASubject_IsAnArticle() throws {
        let article = try readArticle(message("text/plain", "\n"), name: "a.eml")
        #expect(article.headline == "Ferry stops for the night")
        #expect(article.body.isEmpty)
    }

    @Test func messageWhoseOnlyTextIsAPicture_IsRefusedByWhatItHas() throws {
        let body = "--b\nContent-Type: image/png; name=p.png\n\nxx\n--b--\n"
        let failure = #expect(throws: ReadingFailure.self) {
            try readArticle(message("multipart/mixed; boundary=b", body), name: "a.eml")
        }
        #expect(failure?.code == .noText)
        #expect(failure?.message.contains("image/png") == true)
    }

    // MARK: Hostile

    @Test func thousandsOfNestedMultiparts_AreReadInTime() throws {
        let nest = (0..<5_000).map { "--b\($0)\nContent-Type: multipart/mixed; boundary=b\($0 + 1)\n\n" }.joined()
        let article = try readArticle(message("multipart/mixed; boundary=b0", nest), name: "a.eml")
        #expect(article.headline == "Ferry stops for the night")
    }

    @Test func boundariesWithoutEnd_AreRefused() {
        let nest = (0..<1_200).map { "--b\($0)\nContent-Type: multipart/mixed; boundary=b\($0 + 1)\n\n" }.joined()
        let thrown = code {
            _ = try readArticle(
                message("multipart/mixed; boundary=b0", nest + String(repeating: "--x\n", count: 120_000)),
                name: "a.eml")
        }
        #expect(thrown == .limitExceeded)
    }

    @Test func hugeHeader_IsCut() throws {
        let subject = String(repeating: "=?utf-8?q?a?= ", count: 200_000)
        let article = try readArticle(
            "Message-ID: <1@x.example>\nFrom: a@x.example\nSubject: \(subject)\nX-A: b\n\nWords.", name: "a.eml")
        #expect(article.headline?.hasPrefix("aaaa") == true)
    }

    @Test func labelledLinesAboveAText_AreNoMessage() throws {
        let article = try readArticle(
            "From: Anna Elm\nSubject: Ferry\nDate: 3 May 2024\n\n\(Self.story)\n", name: "a.txt")
        #expect(article.format == "text")
    }
}
