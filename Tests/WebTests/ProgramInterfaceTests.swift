import Foundation
import FoundationXML
import Testing

/// The interface of programs.
@Suite struct ProgramInterfaceTests {
    private static func line(_ web: RunningWeb, _ arguments: [String]) throws -> [[String: Any]] {
        try RunningWeb.run("wiredesk", arguments + ["--json", "--state", web.state.path]).output.split(separator: "\n")
            .compactMap { try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] }
    }

    @Test func `it has the members of the commands`() throws {
        let web = try RunningWeb()
        let id = try #require(try web.ids().last)
        let pairs: [(String, [String])] = [
            ("/api/v1/search?q=bridge", ["search", "bridge"]), ("/api/v1/latest", ["list"]),
            ("/api/v1/deliveries", ["deliveries"]), ("/api/v1/intake", ["deliveries"]),
        ]
        for (path, command) in pairs {
            let answer = try web.json(path)
            let items = answer["items"] as? [[String: Any]] ?? []
            let lines = try Self.line(web, command)
            #expect(!items.isEmpty && items.count == lines.count, "\(path)")
            #expect(NSArray(array: items).isEqual(to: lines), "\(path)")
            #expect(answer["after"] is NSNull, "\(path)")
        }
        let article = try web.json("/api/v1/articles/\(id)")
        let shown = try #require(try Self.line(web, ["show", id]).first)
        #expect(Set(article.keys) == Set(shown.keys))
        for (name, value) in shown {
            let isSame = (article[name] as? NSObject) == (value as? NSObject)
            #expect(isSame, "\(name): \(value) is \(String(describing: article[name]))")
        }
        let status = try web.json("/api/v1/status")
        #expect(Set(status.keys) == Set(try #require(try Self.line(web, ["status"]).first).keys))
        #expect(status["running"] as? Bool == false)
    }

    @Test func `pages of a list follow each other by their cursors`() throws {
        let web = try RunningWeb()
        let all = try web.ids()
        var found: [String] = []
        var path = "/api/v1/latest?limit=1"
        for _ in 0..<10 {
            let answer = try web.json(path)
            found += (answer["items"] as? [[String: Any]] ?? []).compactMap { $0["id"] as? String }
            guard let after = answer["after"] as? String else { break }
            path = "/api/v1/latest?limit=1&after=\(after)"
        }
        #expect(found == all && all.count == 2)
    }

    @Test func `what means nothing is refused with a code and a sentence`() throws {
        let web = try RunningWeb()
        let id = try #require(try web.ids().first)
        let cases: [(String, Int, String)] = [
            ("/api/v1/search?q=x&after=nonsense", 400, "bad-parameter"),
            ("/api/v1/search?since=neverday", 400, "bad-parameter"),
            ("/api/v1/search?copies=perhaps", 400, "bad-parameter"),
            ("/api/v1/search?limit=0", 400, "bad-parameter"), ("/api/v1/latest?limit=9999", 400, "bad-parameter"),
            ("/api/v1/deliveries?outcome=lost", 400, "bad-parameter"),
            ("/api/v1/deliveries/999999", 404, "unknown-delivery"),
            ("/api/v1/deliveries/x%00y", 404, "unknown-delivery"),
            ("/api/v1/articles/%F0%9F%A6%86", 404, "unknown-article"),
            ("/api/v1/articles/\(id)?version=9", 404, "unknown-version"),
            ("/api/v1/articles/\(id)/versions?from=x", 400, "bad-parameter"), ("/api/v1/nowhere", 404, "unknown-page"),
        ]
        for (path, status, code) in cases {
            let answer = try web.get(path)
            #expect(answer.status == status && answer.code == code, "\(path): \(answer.status) \(answer.text)")
            #expect(answer.message?.isEmpty == false)
        }
        // A letter too few or wrong: the article that was meant is offered.
        let wrong = String(id.dropLast()) + (id.hasSuffix("0") ? "1" : "0")
        let answer = try web.get("/api/v1/articles/\(wrong)")
        let offered = (answer.json["error"] as? [String: Any])?["neighbours"] as? [String]
        #expect(offered == [id])
        #expect(try web.get("/articles/\(wrong)").text.contains("/articles/\(id)"))
        // Queries that mean nothing are queries.
        for query in ["%22", "AND", "-", "%28%28%28", "near%28", "%00%FF", String(repeating: "a%20", count: 2_000)] {
            #expect(try web.get("/api/v1/search?q=\(query)").status == 200, "\(query.prefix(20))")
        }
    }

    @Test func `who has an answer already is told so, until it changes`() throws {
        let web = try RunningWeb()
        for path in ["/latest", "/api/v1/latest"] {
            let first = try web.get(path)
            let tag = try #require(first.header("etag"))
            let again = try web.get(path, headers: ["If-None-Match: \(tag)"])
            #expect(again.status == 304 && again.bytes.isEmpty && again.header("etag") == tag)
            let other = try web.get(path, headers: ["If-None-Match: \"other\""])
            #expect(other.status == 200)
        }
        let head = try HTTPAnswer.of(
            port: web.port, lines: ["HEAD /latest HTTP/1.1", "Cookie: \(web.cookie)"])
        let length = head.header("content-length").flatMap { Int($0) } ?? 0
        #expect(head.status == 200 && head.bytes.isEmpty && length > 500)
    }

    @Test func `every address that the description names is there`() throws {
        let web = try RunningWeb()
        let document = try web.json("/api/v1/openapi.json")
        #expect(document["openapi"] as? String == "3.1.0")
        let paths = try #require(document["paths"] as? [String: [String: Any]])
        let id = try #require(try web.ids().first)
        var read = 0
        for (path, methods) in paths where methods["get"] != nil {
            let isOfDelivery = path.hasPrefix("/api/v1/deliveries")
            let address = path.replacing("{id}", with: isOfDelivery ? "1" : id).replacing("{name}", with: "none")
            // No search is saved in this archive.
            if path == "/api/v1/alerts/{name}" { continue }
            let answer = try web.get(address)
            #expect(answer.status == 200, "\(path): \(answer.text)")
            read += 1
            // A list is one, an object is another.
            let schema = String(describing: methods["get"] ?? "")
            if schema.contains("schemas/List") { #expect(answer.json["items"] is [Any], "\(path)") }
        }
        #expect(read == 14)
        for (path, methods) in paths where methods["post"] != nil {
            let address = path.replacing("{id}", with: "1")
            let answer = try web.post(address, "", type: "application/json", cookie: web.cookie)
            #expect(answer.code != "unknown-page" && answer.status >= 400, "\(path)")
        }
    }

    @Test func `a search is a feed, and a browser may search here`() throws {
        let web = try RunningWeb()
        let feed = try web.get("/search.atom?q=market")
        #expect(feed.header("content-type") == "application/atom+xml; charset=utf-8")
        for path in ["/search.atom?q=market", "/search.atom", "/search.atom?q=%3C%22%26", "/opensearch.xml"] {
            let answer = try web.get(path)
            let parser = XMLParser(data: Data(answer.bytes))
            #expect(answer.status == 200 && parser.parse(), "\(path): \(answer.text)")
        }
        #expect(feed.text.contains("urn:wiredesk:") && !feed.text.contains("<script"))
        #expect(try web.get("/search.atom", cookie: nil).status == 401)
    }

    @Test func `filters take what they name`() throws {
        let web = try RunningWeb()
        func count(_ query: String) throws -> Int {
            (try web.json("/api/v1/search?\(query)")["items"] as? [Any])?.count ?? -1
        }
        #expect(
            try count("") == 2 && count("format=html") == 1 && count("format=text") == 1 && count("format=pdf") == 0)
        #expect(try count("folder=harbour") == 1 && count("folder=nowhere") == 0 && count("outlet=courier") == 1)
        #expect(
            try count("q=bridge&format=html") == 1 && count("until=2024-12-31") == 1 && count("since=2024-12-31") == 1)
        for value in ["share=1", "share=no", "sort=date", "copies=with", "copies=without", "person=x", "place=y"] {
            #expect(try count(value) >= 0, "\(value)")
        }
        #expect(try web.get("/search?share=perhaps").status == 400)
        let months = try web.json("/api/v1/search?q=bridge&share=1")["months"] as? [[String: Any]] ?? []
        #expect(months.map { $0["key"] as? String } == ["2024-05"] && months.first?["share"] as? Double == 1)
        // The numbers beside the filters are of what the other filters leave.
        let page = try web.get("/search?folder=harbour").text
        #expect(page.contains("1 article.") && page.contains("(remove)"))
    }

    @Test func `what is no request harms nobody`() throws {
        let web = try RunningWeb()
        let lines = [
            "\r\n\r\n", "GET\r\n\r\n", "\u{0}\u{1}\u{2}", "GET / HTTP/9.9\r\n\r\n",
            "POST / HTTP/1.1\r\nContent-Length: -5\r\n\r\n",
        ]
        for raw in lines { _ = try HTTPAnswer.of(port: web.port, raw: Array(raw.utf8), isCutOff: true) }
        let long = "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: \(String(repeating: "a", count: 40_000))\r\n\r\n"
        #expect(try HTTPAnswer.of(port: web.port, raw: Array(long.utf8)).status != 200)
        #expect(try web.get("/healthz").status == 200)
    }

    @Test func `a database that was replaced is opened again`() throws {
        let web = try RunningWeb()
        #expect(try web.ids().count == 2)
        let database = web.state.appendingPathComponent("wiredesk.db")
        try FileManager.default.removeItem(at: database)
        #expect(try web.get("/api/v1/latest").status == 503)
        try RunningWeb.run("wiredesk", ["rebuild", "--yes", "--state", web.state.path])
        #expect(try web.ids().count == 2)
    }
}
