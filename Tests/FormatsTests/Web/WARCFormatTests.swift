import NewsModel
import Testing

@Suite struct WARCFormatTests {
    @Test func pages_AreArticles_WithAddressAndTime() throws {
        let told = try Told(
            WebArchive.record("warcinfo", url: nil, Array("software: none\r\n".utf8)) + WebArchive.response(1)
                + WebArchive.record("request", url: WebArchive.address(2), Array("GET / HTTP/1.1\r\n\r\n".utf8))
                + WebArchive.response(2))
        #expect(told.format == "warc")
        #expect(told.paths == ["#2", "#4"])
        #expect(told.headlines == ["Ferry 1 late", "Ferry 2 late"])
        #expect(told.articles.allSatisfy { $0.format == "warc" })
        #expect(told.articles.map(\.url) == [WebArchive.address(1), WebArchive.address(2)])
        #expect(told.articles.first?.retrieved == NewsTime("2024-11-02T12:30:00Z"))
        #expect(told.errors.isEmpty && told.failure == nil)
    }

    @Test func resourcesAndConversions_ArePages_RevisitsAreNone() throws {
        let told = try Told(
            WebArchive.record("resource", url: WebArchive.address(1), mediaType: "text/html", Copy.page(1))
                + WebArchive.record("conversion", url: WebArchive.address(2), mediaType: "text/plain", Copy.text(2))
                + WebArchive.record(
                    "revisit", url: WebArchive.address(3), mediaType: "application/http",
                    Array("HTTP/1.1 304 Not Modified\r\n\r\n".utf8)))
        #expect(told.paths == ["#1", "#2"])
        #expect(told.errors.isEmpty)
    }

    struct Coding: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var headers: String
        var body: [UInt8]
    }

    static let codings = [
        Coding(
            testDescription: "chunked", headers: "Transfer-Encoding: chunked\r\n",
            body: WebArchive.chunked(Copy.page(1), size: 100)),
        Coding(testDescription: "gzip", headers: "Content-Encoding: gzip\r\n", body: Packed.gzip(Copy.page(1))),
        Coding(testDescription: "deflate", headers: "Content-Encoding: deflate\r\n", body: Packed.zlib(Copy.page(1))),
        Coding(
            testDescription: "bare deflate", headers: "Content-Encoding: deflate\r\n",
            body: Packed.deflated(Copy.page(1))),
        Coding(
            testDescription: "gzip in chunks", headers: "Transfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n",
            body: WebArchive.chunked(Packed.gzip(Copy.page(1)), size: 64)),
        Coding(
            testDescription: "undone before", headers: "Transfer-Encoding: chunked\r\nContent-Encoding: gzip, br\r\n",
            body: Copy.page(1)),
        Coding(
            testDescription: "chunks cut off", headers: "Transfer-Encoding: chunked\r\n",
            body: Array(WebArchive.chunked(Copy.page(1), size: 100).dropLast(7))),
    ]

    @Test(arguments: codings) func codings_AreUndone(_ coding: Coding) throws {
        let told = try Told(WebArchive.response(1, headers: coding.headers, body: coding.body))
        #expect(told.headlines == ["Ferry 1 late"])
        #expect(told.articles.first?.body.contains("before the summer begins") == true)
        #expect(told.errors.isEmpty)
    }

    @Test func whatIsNoPage_IsPassedOver() throws {
        let told = try Told(
            WebArchive.response(1, status: "404 Not Found") + WebArchive.response(2, status: "301 Moved Permanently")
                + WebArchive.response(3, mediaType: "image/png", body: Copy.picture)
                + WebArchive.response(4, mediaType: "application/json", body: Array(#"{"a": 1}"#.utf8))
                + WebArchive.response(5, mediaType: "text/javascript", body: Array("let a = 1".utf8))
                + WebArchive.record(
                    "response", url: "https://gazette.example/robots.txt", mediaType: "application/http",
                    WebArchive.http(mediaType: "text/plain", body: Array("User-agent: *\nDisallow: /admin\n".utf8)))
                + WebArchive.record(
                    "response", url: "dns:gazette.example", mediaType: "text/dns", Array("A 192.0.2.1".utf8))
                + WebArchive.response(6, body: []) + WebArchive.response(7))
        #expect(told.paths == ["#9"])
        #expect(told.errors.isEmpty)
    }

    @Test func archiveWithoutPages_IsNoText() throws {
        #expect(try Told(WebArchive.response(1, status: "404 Not Found")).failure?.code == .noText)
    }

    @Test func frontOfASite_IsNoArticle() throws {
        let front = WebArchive.record(
            "response", url: "https://gazette.example/", mediaType: "application/http",
            WebArchive.http(body: Copy.page(1)))
        let told = try Told(front + WebArchive.response(2))
        #expect(told.paths == ["#2"])
        #expect(told.errors.map(\.code) == [.notAnArticle])
    }

    @Test func addressInBrackets_IsTheAddress() throws {
        let told = try Told(
            WebArchive.record("resource", url: "<\(WebArchive.address(1))>", mediaType: "text/html", Copy.page(1)))
        #expect(told.articles.first?.url == WebArchive.address(1))
    }

    @Test func charsetOfTheServer_IsThatOfThePage() throws {
        var latin: [UInt8] = []
        for scalar in String(decoding: Copy.page(1), as: UTF8.self).replacing("<meta charset=\"utf-8\">", with: "")
            .replacing("island", with: "\u{E9}le").unicodeScalars
        {
            latin.append(scalar.value < 256 ? UInt8(scalar.value) : 0x2D)
        }
        let told = try Told(WebArchive.response(1, mediaType: "text/html; charset=\"ISO-8859-1\"", body: latin))
        #expect(told.articles.first?.body.contains("nobody on the éle") == true)
    }

    // MARK: Damage

    @Test func recordOfAnotherLength_LosesNoOther() throws {
        for length in [0, 40, 5_000_000] {
            let told = try Told(
                WebArchive.response(1)
                    + WebArchive.record(
                        "resource", url: WebArchive.address(2), mediaType: "text/html", Copy.page(2), length: length)
                    + WebArchive.response(3))
            #expect(told.headlines.first == "Ferry 1 late")
            if length < 1000 { #expect(told.headlines.last == "Ferry 3 late") }
            #expect(!told.errors.isEmpty)
        }
    }

    @Test func cutArchive_GivesTheRecordsBefore() throws {
        let told = try Told((WebArchive.response(1) + WebArchive.response(2)).dropLast(200))
        #expect(told.headlines == ["Ferry 1 late"])
        #expect(told.errors.map(\.path) == ["#2"])
        #expect(told.errors.map(\.code) == [.truncated])
    }

    @Test func packedRecords_AreRead_EachByItself() throws {
        let told = try Told((1...20).flatMap { Packed.gzip(WebArchive.response($0)) })
        #expect(told.format == "gzip")
        #expect(told.articles.map(\.format) == [String](repeating: "warc", count: 20))
        #expect(told.paths == (1...20).map { "#\($0)" })
        #expect(told.errors.isEmpty)
    }

    @Test func damagedPackedRecord_IsNoArticle_WhereverTheDamageIs() throws {
        let good = Packed.gzip(WebArchive.response(1))
        let bad = Packed.gzip(WebArchive.response(2))
        let last = Packed.gzip(WebArchive.response(3))
        var misread = 0
        for place in stride(from: 12, to: bad.count, by: 7) {
            var damaged = bad
            damaged[place] ^= 0x55
            let told = try Told(good + damaged + last)
            #expect(
                told.headlines.first == "Ferry 1 late" && told.headlines.last == "Ferry 3 late", "damage at \(place)")
            if told.articles.count != 2 { misread += 1 }
            #expect(told.errors.count == 1, "damage at \(place): \(told.errors)")
        }
        #expect(misread == 0)
    }

    @Test func archiveInAZip_HasBothInItsPath() throws {
        let warc = Packed.gzip(WebArchive.response(1)) + Packed.gzip(WebArchive.response(2))
        let told = try Told(ZipFile([ZipFile.Member("2021/a.warc.gz", warc, isStored: true)]).bytes)
        #expect(told.paths == ["2021/a.warc.gz!#1", "2021/a.warc.gz!#2"])
        #expect(told.articles.allSatisfy { $0.format == "warc" })
    }

    @Test func collection_IsItsArchivesAlone() throws {
        let warc = Packed.gzip(WebArchive.response(1))
        let told = try Told(
            ZipFile([
                ZipFile.Member("datapackage.json", Array("{}".utf8)),
                ZipFile.Member("pages/pages.jsonl", Array("{\"format\": \"json-pages-1.0\"}\n".utf8)),
                ZipFile.Member("archive/data.warc.gz", warc, isStored: true),
            ]).bytes, name: "a.wacz")
        #expect(told.paths == ["archive/data.warc.gz!#1"])
        #expect(told.errors.isEmpty)
    }
}
