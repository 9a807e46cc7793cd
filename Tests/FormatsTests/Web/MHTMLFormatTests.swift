import NewsModel
import Testing

@testable import Formats

@Suite struct MHTMLFormatTests {
    private static func page(encoding: String, body: [UInt8], closing: String = "--part--\r\n") -> [UInt8] {
        Array(
            """
            From: <Saved by Blink>\r
            Snapshot-Content-Location: \(WebArchive.address(1))\r
            Subject: Ferry 1 late\r
            Date: Sat, 2 Nov 2024 12:30:00 -0000\r
            MIME-Version: 1.0\r
            Content-Type: multipart/related;\r
            \ttype="text/html";\r
            \tboundary="part"\r
            \r
            \r
            --part\r
            Content-Type: text/html\r
            Content-ID: <frame-1@mhtml.blink>\r
            Content-Transfer-Encoding: \(encoding)\r
            Content-Location: \(WebArchive.address(1))\r
            \r

            """.utf8) + body
            + Array(
                "\r\n--part\r\nContent-Type: text/html\r\nContent-Location: cid:frame-2\r\n\r\n<p>An advertisement in a frame</p>\r\n\(closing)"
                    .utf8)
    }

    private static let quoted = Array(
        String(decoding: Copy.page(1), as: UTF8.self).replacing("=", with: "=3D").replacing("hours", with: "ho=\r\nurs")
            .replacing("–", with: "=E2=80=93").utf8)

    private func expectFerry(_ told: Told) {
        #expect(told.headlines == ["Ferry 1 late"])
        #expect(told.articles.first?.format == "mhtml")
        #expect(told.articles.first?.url == WebArchive.address(1))
        #expect(told.articles.first?.retrieved?.description.hasPrefix("2024-11-02T12:30:00") == true)
        #expect(told.articles.first?.body.contains("came two hours late") == true)
        #expect(told.articles.first?.body.contains("advertisement") == false)
    }

    @Test func quotedPrintablePage_IsTheArticle_FramesAreNot() throws {
        expectFerry(try Told(Self.page(encoding: "quoted-printable", body: Self.quoted), name: "a.mhtml"))
    }

    @Test func base64Page_IsTheArticle_WhateverTheFileIsCalled() throws {
        expectFerry(try Told(Self.page(encoding: "base64", body: Base64.encoded(Copy.page(1))), name: "a.txt"))
    }

    @Test func pageWithoutClosingBoundary_IsRead() throws {
        expectFerry(try Told(Self.page(encoding: "binary", body: Copy.page(1), closing: ""), name: "a.mht"))
    }

    @Test func messageWithoutAPage_IsRefused() throws {
        let told = try Told(
            Array(
                "From: <Saved by Blink>\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\nContent-Type: image/png\r\n\r\n1\r\n--x--\r\n"
                    .utf8))
        #expect(told.failure?.code == .noText)
    }

    @Test func partsWithinPartsWithoutEnd_AreNotFollowed() throws {
        var bytes = Copy.page(1)
        for depth in 0..<40 {
            bytes =
                Array("Content-Type: multipart/related; boundary=b\(depth)\r\n\r\n--b\(depth)\r\n".utf8) + bytes
                + Array("\r\n--b\(depth)--\r\n".utf8)
        }
        let told = try Told(Array("From: <Saved by Blink>\r\n".utf8) + bytes)
        #expect(told.articles.isEmpty)
        #expect(told.failure?.code == .noText)
    }

    @Test func mailInHTML_IsNoSavedPage() {
        let mail = Array(
            "From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n<p>Hello</p>"
                .utf8)
        mail.withUnsafeBufferPointer { #expect(!MHTMLFormat.recognises(FormatSample($0, ending: "eml"))) }
    }
}

/// Bytes in base64 with lines of 76 characters.
private enum Base64 {
    static func encoded(_ bytes: [UInt8]) -> [UInt8] {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = Array(bytes[start..<min(start + 3, bytes.count)])
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for place in 0..<4 { text.append(place <= group.count ? alphabet[bits >> (18 - 6 * place) & 63] : 0x3D) }
            if text.count % 78 == 76 { text += [0x0D, 0x0A] }
        }
        return text
    }
}
