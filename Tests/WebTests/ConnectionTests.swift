import Foundation
import Glibc
import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Testing

@testable import Web

/// How requests come and answers go.
@Suite struct ConnectionTests {
    /// A connection with a clock that the test turns.
    private static func channel() throws -> EmbeddedChannel {
        let channel = EmbeddedChannel(handler: RequestDeadline())
        try channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1)).wait()
        return channel
    }

    private static let head = HTTPRequestPart.head(
        HTTPRequest(method: .post, scheme: "http", authority: "localhost", path: "/"))
    private static let answer = HTTPResponsePart.head(HTTPResponse(status: .ok))

    private static func bytes(_ count: Int) -> HTTPRequestPart {
        .body(ByteBuffer(repeating: 0, count: count))
    }

    @Test func `a head that does not come is cut`() throws {
        let channel = try Self.channel()
        channel.embeddedEventLoop.advanceTime(by: .seconds(59))
        #expect(channel.isActive)
        channel.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!channel.isActive)
    }

    @Test func `a body that drips is cut, and one that flows is not`() throws {
        let dripping = try Self.channel()
        try dripping.writeInbound(Self.head)
        for _ in 0..<7 where dripping.isActive {
            try dripping.writeInbound(Self.bytes(1_000))
            dripping.embeddedEventLoop.advanceTime(by: .seconds(10))
        }
        #expect(!dripping.isActive)
        let flowing = try Self.channel()
        try flowing.writeInbound(Self.head)
        for _ in 0..<20 {
            try flowing.writeInbound(Self.bytes(64 << 10))
            flowing.embeddedEventLoop.advanceTime(by: .seconds(50))
        }
        try flowing.writeInbound(HTTPRequestPart.end(nil))
        // The answer takes as long as it takes.
        flowing.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(flowing.isActive)
        try flowing.writeOutbound(Self.answer)
        try flowing.writeOutbound(HTTPResponsePart.end(nil))
        flowing.embeddedEventLoop.advanceTime(by: .seconds(59))
        #expect(flowing.isActive)
        flowing.embeddedEventLoop.advanceTime(by: .seconds(2))
        #expect(!flowing.isActive)
    }

    @Test func `who takes nothing of an answer is cut`() throws {
        let channel = try Self.channel()
        try channel.writeInbound(Self.head)
        try channel.writeInbound(HTTPRequestPart.end(nil))
        channel.isWritable = false
        channel.pipeline.fireChannelWritabilityChanged()
        channel.embeddedEventLoop.advanceTime(by: .seconds(50))
        channel.isWritable = true
        channel.pipeline.fireChannelWritabilityChanged()
        channel.embeddedEventLoop.advanceTime(by: .hours(1))
        #expect(channel.isActive)
        channel.isWritable = false
        channel.pipeline.fireChannelWritabilityChanged()
        channel.embeddedEventLoop.advanceTime(by: .seconds(61))
        #expect(!channel.isActive)
    }

    @Test func `pages are sent smaller to who takes that, and pages with a form's token never`() throws {
        let web = try RunningWeb()
        let accepts = ["Accept-Encoding: br, gzip;q=0.5"]
        for path in ["/latest", "/search?q=bridge", "/api/v1/openapi.json", "/style.css"] {
            let plain = try web.get(path)
            let smaller = try web.get(path, headers: accepts)
            #expect(smaller.header("content-encoding") == "gzip", "\(path)")
            #expect(smaller.header("vary") == "Accept-Encoding" && plain.header("vary") == "Accept-Encoding", "\(path)")
            #expect(plain.header("content-encoding") == nil && smaller.bytes.count * 2 < plain.bytes.count, "\(path)")
            #expect(Array(smaller.bytes.prefix(2)) == [0x1F, 0x8B], "\(path)")
            let tag = try #require(smaller.header("etag"))
            #expect(tag != plain.header("etag"), "\(path)")
            #expect(try web.get(path, headers: accepts + ["If-None-Match: \(tag)"]).status == 304, "\(path)")
        }
        let id = try #require(try web.ids().first)
        for path in ["/articles/\(id)/edit", "/add", "/feed?q=bridge"] {
            let page = try web.get(path, headers: accepts)
            #expect(page.text.contains("name=\"csrf\"") && page.header("content-encoding") == nil, "\(path)")
        }
        // It has a token where something may be read again.
        #expect(try web.get("/intake", headers: accepts).header("content-encoding") == nil)
        for refusal in ["", "identity", "gzip;q=0", "br"] {
            #expect(
                try web.get("/latest", headers: ["Accept-Encoding: \(refusal)"]).header("content-encoding") == nil)
        }
    }

    @Test func `what was made smaller is the same`() throws {
        let text = Array(String(repeating: "The harbour bridge was opened. ", count: 2_000).utf8)
        let smaller = try #require(Gzip.compressed(text))
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("gzip-\(UUID().uuidString).gz")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(smaller).write(to: file)
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc", file.path]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        #expect(Array(pipe.fileHandleForReading.readDataToEndOfFile()) == text)
        process.waitUntilExit()
        #expect(Gzip.compressed(Array("short".utf8)) == nil)
    }

    @Test func `a part of an original is sent, and one that it does not have is refused`() throws {
        let web = try RunningWeb()
        let items = try web.json("/api/v1/latest")["items"] as? [[String: Any]] ?? []
        let item = items.first { ($0["headline"] as? String)?.contains("bridge") ?? false }
        let path = "/articles/\(try #require(item?["id"] as? String))/original"
        let whole = try web.get(path)
        #expect(whole.header("accept-ranges") == "bytes" && whole.bytes.count > 100)
        let size = whole.bytes.count
        func part(_ range: String, _ headers: [String] = []) throws -> HTTPAnswer {
            try web.get(path, headers: ["Range: \(range)"] + headers)
        }
        for (range, wanted) in [
            ("bytes=0-9", 0..<10), ("bytes=10-", 10..<size), ("bytes=-5", (size - 5)..<size),
            ("bytes=5-99999", 5..<size),
            ("bytes=-99999", 0..<size),
        ] {
            let answer = try part(range)
            #expect(answer.status == 206 && answer.bytes == Array(whole.bytes[wanted]), "\(range)")
            #expect(
                answer.header("content-range") == "bytes \(wanted.lowerBound)-\(wanted.upperBound - 1)/\(size)",
                "\(range)")
        }
        for range in ["bytes=\(size)-", "bytes=-0", "bytes=99999999999999999999-"] {
            let answer = try part(range)
            #expect(answer.status == 416 && answer.header("content-range") == "bytes */\(size)", "\(range)")
        }
        for range in ["bytes=", "bytes=x-y", "bytes=9-2", "lines=1-2", "bytes=0-1,4-5", "bytes=--1"] {
            #expect(try part(range).status == 200, "\(range)")
        }
        let tag = try #require(whole.header("etag"))
        #expect(try part("bytes=0-0", ["If-Range: \(tag)"]).status == 206)
        #expect(try part("bytes=0-0", ["If-Range: \"other\""]).status == 200)
        #expect(try web.get(path, headers: ["If-None-Match: \(tag)"]).status == 304)
    }

    @Test func `a head above the limit is told so, and what is no HTTP is refused`() throws {
        let web = try RunningWeb()
        func ask(_ raw: String) throws -> Int {
            try HTTPAnswer.of(port: web.port, raw: Array(raw.utf8), isCutOff: true).status
        }
        let long = String(repeating: "a", count: 17 << 10)
        #expect(try ask("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: \(long)\r\n\r\n") == 431)
        let many = (0..<200).map { "X-\($0): 1\r\n" }.joined()
        #expect(try ask("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\(many)\r\n") == 431)
        for raw in [
            "GET\r\n\r\n", "\u{1}\u{2} / HTTP/1.1\r\n\r\n", "GET / HTTP/9.9\r\nHost: 127.0.0.1\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: -5\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nabcde",
            "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nBad Name: x\r\n\r\n",
        ] {
            let status = try ask(raw)
            #expect(status == 400 || status == 0 || status == 401, "\(raw.prefix(40)): \(status)")
        }
        #expect(try web.get("/healthz").status == 200)
    }

    @Test func `more than five hundred connections wait, and no one is lost`() throws {
        let web = try RunningWeb()
        var open = (0..<HTTPListener.connections).map { _ in OpenConnection(port: web.port) }
        #expect(open.allSatisfy { $0.isOpen })
        let last = OpenConnection(port: web.port)
        last.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        // Each of the others is served.
        open[0].send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n")
        #expect(open[0].answer().hasPrefix("HTTP/1.1 200"))
        open.removeAll()
        #expect(last.answer().hasPrefix("HTTP/1.1 200"))
    }

    @Test func `a connection stays as its version and its client want`() throws {
        let web = try RunningWeb()
        func ask(_ version: String, _ headers: String = "", path: String = "/healthz") -> OpenConnection {
            let connection = OpenConnection(port: web.port)
            connection.send(
                "GET \(path) HTTP/\(version)\r\nHost: 127.0.0.1\r\nCookie: \(web.cookie)\r\n\(headers)\r\n")
            return connection
        }
        // Clients of HTTP/1.0 wait for the end.
        let old = ask("1.0")
        #expect(old.receives("HTTP/1.0 200") && old.isClosed && old.receives("connection: close"))
        let kept = ask("1.0", "Connection: Keep-Alive\r\n")
        for _ in 0..<2 {
            #expect(kept.receives("\r\n\r\nok\n") && kept.receives("connection: keep-alive"))
            kept.forget()
            kept.send("GET /healthz HTTP/1.0\r\nHost: 127.0.0.1\r\nConnection: keep-alive\r\n\r\n")
        }
        // They know no chunks: an answer of unknown length ends with the connection.
        let table = ask("1.0", "Connection: keep-alive\r\n", path: "/search.csv")
        #expect(table.isClosed && table.receives("\r\n\r\n\u{FEFF}id,version,headline"))
        #expect(!table.answer().lowercased().contains("transfer-encoding"))
        #expect(ask("1.1", path: "/search.csv").receives("\r\n0\r\n\r\n"))
        let closing = ask("1.1", "Connection: foo, Close\r\n")
        #expect(closing.receives("HTTP/1.1 200") && closing.isClosed)
        let staying = ask("1.1")
        for _ in 0..<2 {
            #expect(staying.receives("\r\n\r\nok\n"))
            staying.forget()
            staying.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        }
        // Two requests at once are answered in their order.
        let both = OpenConnection(port: web.port)
        both.send(
            "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /nowhere HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        )
        let answers = both.answer()
        #expect(answers.contains("200 OK") && answers.contains("401 Unauthorized"))
    }

    @Test func `a request that names two hosts, or another one in its address, is refused`() throws {
        let web = try RunningWeb()
        func ask(_ raw: String) throws -> Int {
            try HTTPAnswer.of(port: web.port, raw: Array("\(raw)Connection: close\r\n\r\n".utf8)).status
        }
        #expect(try ask("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: 127.0.0.1\r\n") == 400)
        #expect(try ask("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: other.example\r\n") == 400)
        #expect(try ask("GET http://other.example/healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n") == 421)
        #expect(try ask("GET http://127.0.0.1:\(web.port)/healthz HTTP/1.1\r\nHost: 127.0.0.1\r\n") == 200)
        #expect(try ask("GET /healthz HTTP/1.1\r\n") == 421)
    }
}
