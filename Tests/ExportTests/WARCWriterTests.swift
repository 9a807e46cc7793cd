import NewsModel
import Testing

@testable import Export

@Suite struct WARCWriterTests {
    private static let digest = SHA256Digest(hex: String(repeating: "0f", count: 32))

    private static func original(_ change: (inout Article) -> Void = { _ in }) throws -> ExportedOriginal {
        var article = Fixture.bridge
        change(&article)
        return ExportedOriginal(of: Fixture.item(article), sha256: try #require(digest), size: 5)
    }

    private static func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false).map(
            String.init)
    }

    @Test func record_TellsTheAddressTimeAndHashOfTheOriginal() throws {
        let original = try Self.original { $0.retrieved = NewsTime("2024-05-05T12:00:00+02:00") }
        #expect(
            Self.lines(WARCWriter(software: "test/1").head(of: original)) == [
                "WARC/1.1", "WARC-Type: resource", "WARC-Record-ID: <urn:uuid:0f0f0f0f-0f0f-8f0f-8f0f-0f0f0f0f0f0f>",
                "WARC-Date: 2024-05-05T10:00:00Z", "WARC-Target-URI: https://courier.example/news/bridge",
                "WARC-Block-Digest: sha256:B4HQ6DYPB4HQ6DYPB4HQ6DYPB4HQ6DYPB4HQ6DYPB4HQ6DYPB4HQ====",
                "Content-Type: text/html", "Wiredesk-File: bridge.html", "Content-Length: 5", "", "",
            ])
    }

    @Test func fileOfManyArticles_HasNoAddressOfOneOfThem() throws {
        let original = try Self.original {
            $0.memberPath = "#1"
            $0.retrieved = NewsTime("2024-05-05T12:00:00Z")
        }
        let lines = Self.lines(WARCWriter(software: "test/1").head(of: original))
        #expect(lines.contains("WARC-Target-URI: urn:wiredesk:original:" + String(repeating: "0f", count: 32)))
        #expect(lines.contains("WARC-Date: 2024-05-03T10:00:00Z"))
    }

    @Test func nameWithLineEnds_OpensNoField() throws {
        var item = Fixture.item(Fixture.bridge, file: "a\r\nWARC-Type: forged")
        item.collection = "c\r\nWARC-Type: forged"
        let original = ExportedOriginal(of: item, sha256: try #require(Self.digest), size: 5)
        let lines = Self.lines(WARCWriter(software: "test/1").tail(of: original))
        #expect(lines.filter { $0.hasPrefix("WARC-Type") } == ["WARC-Type: metadata"])
        #expect(lines.contains("file: a\\x0D\\x0AWARC-Type: forged"))
    }

    @Test func addressWithOtherLetters_BecomesAURI() throws {
        let original = try Self.original { $0.url = "https://courier.example/żółw b?q=\"1\"" }
        #expect(
            Self.lines(WARCWriter(software: "test/1").head(of: original)).contains(
                "WARC-Target-URI: https://courier.example/%C5%BC%C3%B3%C5%82w%20b?q=%221%22"))
    }

    @Test(arguments: [
        ("f", "MY======"), ("fo", "MZXQ===="), ("foo", "MZXW6==="), ("foob", "MZXW6YQ="), ("fooba", "MZXW6YTB"),
    ])
    func base32_IsThatOfRFC4648(_ plain: String, _ encoded: String) {
        #expect(Base32.text(Array(plain.utf8)) == encoded)
    }
}
