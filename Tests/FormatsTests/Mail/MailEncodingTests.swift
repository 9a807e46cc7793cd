import NewsModel
import Testing

@testable import Bytes
@testable import Formats

/// Encodings and forms of mail that libraries leave as they are.
struct MailEncodingTests {
    private static func message(_ head: String, _ body: String) -> String {
        "From: Clara Hoff <clara@mole.example>\nTo: desk@mole.example\nSubject: Slipway\nMessage-ID: <a@mole.example>\n"
            + "MIME-Version: 1.0\n\(head)\n\n\(body)\n"
    }

    @Test func appleMessage_IsTheMessageAlone() throws {
        let article = try readArticle(Seeds.bytes("mail/slipway.emlx"), name: "slipway.emlx")
        #expect(article.headline == "Slipway stays open")
        #expect(article.body == "The slipway stays open through the summer, the harbour office said on Monday.")
        #expect(article.authors == ["Clara Hoff"])
    }

    @Test(arguments: [
        ("Hi Mom -+Jjo--!", "Hi Mom -☺-!"), ("A+ImIDkQ.", "A≢Α."), ("Gr+APYA3w-e", "Größe"), ("1 +- 1", "1 + 1"),
        ("+2D3eAA-", "😀"), ("plain", "plain"), ("+", "+"), ("+A", "+A"),
    ]) func utf7_IsDecoded(_ written: String, _ text: String) {
        let decoded = String(decoding: UTF7.decoded(Array(written.utf8)), as: UTF8.self)
        #expect(decoded == (written == "+A" ? "" : text))
    }

    @Test func utf7_IsTakenOnlyWhereItIsDeclared() throws {
        let declared = try readArticle(
            Self.message("Content-Type: text/plain; charset=UTF-7", "Die F+AOQ-hre f+AOQ-hrt wieder."), name: "a.eml")
        #expect(declared.body == "Die Fähre fährt wieder.")
        let plain = try readArticle(
            Self.message("Content-Type: text/plain; charset=us-ascii", "Die F+AOQ-hre sails."), name: "a.eml")
        #expect(plain.body == "Die F+AOQ-hre sails.")
    }

    @Test func softBreaksWithBlanksBehind_AreSoftBreaks() throws {
        let head = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable"
        let article = try readArticle(
            Self.message(head, "The ferry sails at ni= \t \nne, they said.  \nOn time."), name: "a.eml")
        #expect(article.body.hasPrefix("The ferry sails at nine, they said."))
    }

    @Test func pageWithoutAType_IsReadAsAPage() throws {
        let body = "<html><body><p>The ferry sails at nine, the harbour office said.</p></body></html>"
        let article = try readArticle(Self.message("X-Mailer: none", body), name: "a.eml")
        #expect(article.body == "The ferry sails at nine, the harbour office said.")
    }

    @Test func alternativeOfSeveralPieces_GivesAllOfThemOnce() throws {
        let body = """
            --a
            Content-Type: text/plain

            The ferry sails at nine.

            It is full.
            --a
            Content-Type: multipart/mixed; boundary=m

            --m
            Content-Type: text/html

            <html><body><p>The ferry sails at nine.</p></body></html>
            --m
            Content-Type: image/png; name=i.png
            Content-Disposition: inline

            xx
            --m
            Content-Type: text/html

            <html><body><p>It is full.</p></body></html>
            --m--
            --a--
            """
        let article = try readArticle(
            Self.message("Content-Type: multipart/alternative; boundary=a", body), name: "a.eml")
        #expect(article.body == "The ferry sails at nine.\n\nIt is full.")
    }

    @Test func dateBeforeThereWasMail_GivesWayToThatOfTheServer() throws {
        let head = "Date: Thu, 01 Jan 1970 00:00:00 +0000\nReceived: from a by b; Mon, 5 Jul 2004 10:11:12 -0500"
        let article = try readArticle(Self.message(head, "The ferry sails at nine."), name: "a.eml")
        #expect(article.published?.description == "2004-07-05T10:11:12-05:00")
    }
}
