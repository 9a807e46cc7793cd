import NewsModel
import Testing

@testable import Bytes
@testable import Formats

/// Text that is no prose is refused by what it is.
@Suite struct UnreadFormatsTests {
    private func refusal(_ text: String, _ name: String) -> ReadingFailure? {
        let bytes = Array(text.utf8)
        do {
            try bytes.withUnsafeBufferPointer {
                try ArticleReader().read($0, hint: ReadingHint(name: FileName(name))) { _ in }
            }
            return nil
        } catch {
            return error as? ReadingFailure
        }
    }

    private static let prose =
        "The harbour bridge reopened on Friday.\n\nIt had been closed for two years, and repairs cost more than was planned.\n"

    @Test(arguments: [
        ("BEGIN:VCARD\nVERSION:4.0\nFN:Ida Holm\nEND:VCARD\n", "a.txt", "an address card"),
        ("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n", "a", "a calendar"),
        ("#!/bin/sh\necho harbour\n", "a.txt", "a script"),
        ("[InternetShortcut]\nURL=https://courier.example/bridge\n", "a.txt", "a link to a page"),
        (
            "<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>\n<DL><DT><A HREF='https://courier.example/'>Courier</A></DL>",
            "a.html", "a list of bookmarks"
        ),
        ("User-agent: *\nDisallow: /search\n", "robots.txt", "rules for robots"),
        ("diff --git a/x b/x\n--- a/x\n", "a.txt", "a list of changes"),
        ("services:\n  web:\n", "a.yaml", "a configuration"),
        ("-----BEGIN CERTIFICATE-----\nMIID\n", "a.txt", "a key or a certificate"),
        ("#EXTM3U\nhttps://a.example/b.mp3\n", "a.txt", "a play list"),
        ("@charset \"utf-8\";\nbody { color: navy }\n", "a.txt", "a style sheet"),
        (prose, "service.log", "a log"), (prose, "bridge.py", "a program's source"),
    ])
    func textThatIsNoProse_IsRefused_AndSaysWhatItIs(_ text: String, _ name: String, _ what: String) throws {
        let failure = try #require(refusal(text, name))
        #expect(failure.code == .unknownFormat)
        #expect(failure.message.contains(what))
    }

    @Test(arguments: ["bridge.txt", "bridge", "bridge.2024"])
    func prose_IsRead(_ name: String) { #expect(refusal(Self.prose, name) == nil) }

    @Test(arguments: [
        ("a.tex", "\\documentclass{article}\n\\begin{document}\nText\n\\end{document}\n", "LaTeX"),
        ("a.org", "#+TITLE: Quay\n\n* Part\nText\n", "Org"),
        (
            "a.fodt",
            "<?xml version=\"1.0\"?><office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"></office:document>",
            "OpenDocument"
        ),
        (
            "a.xml",
            "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\"http://schemas.microsoft.com/office/2006/xmlPackage\"></pkg:package>",
            "Word"
        ),
        ("a.webarchive", "bplist00\u{1}\u{2}\u{3}WebMainResource and more bytes", "Safari"),
    ]) func knownKind_IsNamed(_ name: String, _ text: String, _ told: String) throws {
        let failure = try Told(Array(text.utf8), name: name).failure
        #expect(failure?.code == .unknownFormat)
        #expect(failure?.message.contains(told) == true, "\(failure?.message ?? "")")
    }

    @Test(arguments: ["a.msg", "a.bin"]) func outlookMessage_IsNamed_ByItsStreams(_ name: String) throws {
        let streams = Array("__substg1.0_0037001F".utf8).flatMap { [$0, UInt8(0)] }
        let bytes: [UInt8] =
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 504)
            + (name == "a.bin" ? streams : [])
        let failure = try Told(bytes, name: name).failure
        #expect(failure?.message.contains("Outlook") == true, "\(failure?.message ?? "")")
    }
}
