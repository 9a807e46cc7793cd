import NewsModel
import Testing

@Suite struct ARCFormatTests {
    private static let version = Array(
        "filedesc://a.arc 0.0.0.0 20060622190110 text/plain 77\n1 0 InternetArchive\nURL IP-address Archive-date Content-type Archive-length\n\n\n"
            .utf8)

    private static func record(_ number: Int, length: Int? = nil) -> [UInt8] {
        let content = WebArchive.http(body: Copy.page(number))
        return Array(
            "\(WebArchive.address(number)) 192.0.2.1 20060622190110 text/html \(length ?? content.count)\n".utf8)
            + content + [0x0A]
    }

    @Test func pages_AreArticles_WithAddressAndTime() throws {
        let told = try Told(Self.version + Self.record(1) + Self.record(2))
        #expect(told.format == "arc")
        #expect(told.paths == ["#2", "#3"])
        #expect(told.articles.map(\.format) == ["arc", "arc"])
        #expect(told.articles.first?.retrieved == NewsTime("2006-06-22T19:01:10Z"))
        #expect(told.articles.first?.url == WebArchive.address(1))
        #expect(told.errors.isEmpty)
    }

    @Test func packedRecords_AreRead_EachByItself() throws {
        let told = try Told(Packed.gzip(Self.version) + Packed.gzip(Self.record(1)) + Packed.gzip(Self.record(2)))
        #expect(told.articles.count == 2)
        #expect(told.errors.isEmpty)
    }

    @Test func recordOfAnotherLength_LosesNoOther() throws {
        let told = try Told(Self.version + Self.record(1) + Self.record(2, length: 30) + Self.record(3))
        #expect(told.headlines.first == "Ferry 1 late")
        #expect(told.headlines.last == "Ferry 3 late")
        #expect(!told.errors.isEmpty)
    }
}
