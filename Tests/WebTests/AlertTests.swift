import Foundation
import FoundationXML
import Testing

/// Saved searches, names, and the feeds that a key opens.
@Suite struct AlertTests {
    private static func request(_ web: RunningWeb, _ method: String, _ path: String, _ key: String, _ body: String = "")
        throws -> HTTPAnswer
    {
        try HTTPAnswer.of(
            port: web.port,
            lines: [
                "\(method) \(path) HTTP/1.1", "Authorization: Bearer \(key)", "Content-Type: application/json",
                "Content-Length: \(body.utf8.count)",
            ], body: Array(body.utf8))
    }

    @Test func `a search is saved, listed and removed`() throws {
        let web = try RunningWeb(withDesk: true)
        let key = try web.token("desk", "edit")
        let saved = try Self.request(web, "POST", "/api/v1/alerts/flood", key, "{\"query\": \"flood OR tide\"}")
        #expect(saved.status == 200, "\(saved.text)")
        #expect(saved.json["query"] as? String == "flood OR tide" && saved.json["hits"] as? Int == 0)
        let items = try web.json("/api/v1/alerts")["items"] as? [[String: Any]] ?? []
        #expect(items.compactMap { $0["name"] as? String } == ["flood"])
        #expect((try web.json("/api/v1/alerts/flood")["items"] as? [Any])?.isEmpty == true)
        let feed = try web.get("/alerts/flood.atom")
        #expect(feed.status == 200 && XMLParser(data: Data(feed.bytes)).parse())
        let unknown = try web.get("/api/v1/alerts/floods")
        #expect(unknown.status == 404 && unknown.code == "unknown-alert")
        #expect((unknown.json["error"] as? [String: Any])?["neighbours"] as? [String] == ["flood"])
        for (name, body, code) in [
            ("no%20name", "{\"query\": \"x\"}", "bad-name"), ("empty", "{}", "no-query"),
            ("empty", "{\"query\": \"  \"}", "no-query"),
        ] {
            let answer = try Self.request(web, "POST", "/api/v1/alerts/\(name)", key, body)
            #expect(answer.status == 422 && answer.code == code, "\(name): \(answer.text)")
        }
        #expect(try Self.request(web, "DELETE", "/api/v1/alerts/flood", key).status == 204)
        #expect(try Self.request(web, "DELETE", "/api/v1/alerts/flood", key).status == 404)
        #expect(try web.get("/alerts/flood.atom").status == 404)
    }

    @Test func `names are merged and split, and what cannot be is told`() throws {
        let text = [
            "President Marcus Delgado said on Monday that the harbour bridge would stay open through the winter storms.",
            "Prime Minister Ingrid Halvorsen told reporters that she had asked Marcus Delgado for a report by Friday.",
            "Ingrid Halvorsen said the money was there, and Marcus Delgado said that he would wait and see.",
        ]
        let web = try RunningWeb(
            withDesk: true, files: ["names.html": RunningWeb.page("Leaders meet", "The Harbour Courier", text)])
        let key = try web.token("desk", "edit")
        func say(_ path: String, _ body: String) throws -> HTTPAnswer {
            try Self.request(web, "POST", "/api/v1/names/\(path)", key, body)
        }
        let merged = try say("merge", "{\"name\": \"Marcus Delgado\", \"into\": \"Ingrid Halvorsen\"}")
        #expect(merged.status == 200, "\(merged.text)")
        let split = try say("split", "{\"name\": \"Marcus Delgado\", \"kind\": \"person\"}")
        #expect(split.status == 200, "\(split.text)")
        #expect(
            try say("merge", "{\"name\": \"A. Lee\", \"into\": \"B. Lee\", \"kind\": \"person\"}").code == "refused")
        for (path, body, code) in [
            ("merge", "{}", "no-name"), ("merge", "{\"name\": \"a\"}", "no-name"),
            ("merge", "{\"name\": \"a\", \"into\": \"A\"}", "same-name"),
            ("merge", "{\"name\": \"a\", \"into\": \"Nobody At All\"}", "unclear-name"),
            ("merge", "{\"name\": \"a\", \"into\": \"b\", \"kind\": \"shoe\"}", "unknown-kind"),
            ("split", "{\"name\": \"Nobody At All\"}", "not-joined"), ("split", "[]", "bad-json"),
        ] {
            let answer = try say(path, body)
            #expect(answer.code == code, "\(path) \(body): \(answer.text)")
        }
    }

    @Test func `the key of a feed opens that feed and nothing else, until it is revoked`() throws {
        let web = try RunningWeb(withDesk: true)
        let token = try web.formToken("/feed?q=market+hall")
        let type = "application/x-www-form-urlencoded"
        #expect(try web.post("/feed", "q=market+hall", type: type, cookie: web.cookie).status == 403)
        let page = try web.post("/feed", "q=market+hall&csrf=\(token)", type: type, cookie: web.cookie)
        #expect(page.status == 200 && page.header("cache-control") == "no-store", "\(page.text)")
        let start = try #require(page.text.range(of: "/search.atom?q=market%20hall&amp;key="))
        let key = String(page.text[start.upperBound...].prefix { $0 != "<" })
        func feed(_ path: String) throws -> HTTPAnswer { try web.get(path, cookie: nil) }
        let own = try feed("/search.atom?q=market+hall&key=\(key)")
        #expect(own.status == 200 && own.text.contains("urn:wiredesk:"))
        // The feed does not pass its key on.
        #expect(!own.text.contains(key))
        #expect(try feed("/search.atom?key=\(key)&q=market%20hall&limit=5").status == 200)
        for path in [
            "/search.atom?key=\(key)", "/search.atom?q=bridge&key=\(key)", "/search.atom?q=market+hall&key=wrong",
            "/search.atom?q=market+hall&outlet=x&key=\(key)", "/latest?key=\(key)", "/alerts/x.atom?key=\(key)",
            "/api/v1/search?q=market+hall&key=\(key)", "/search?q=market+hall&key=\(key)",
        ] {
            #expect(try feed(path).status == 401, "\(path)")
        }
        let bearer = try web.get("/api/v1/latest", cookie: nil, headers: ["Authorization: Bearer \(key)"])
        #expect(bearer.code == "unknown-token")
        let kept = try String(contentsOf: web.state.appendingPathComponent("web-tokens"), encoding: .utf8)
        #expect(!kept.contains(key) && !web.log.contains(key))
        let list = try RunningWeb.run("wiredesk", ["token", "list", "--json", "--state", web.state.path]).output
        let entry = try #require(
            try JSONSerialization.jsonObject(with: Data(list.utf8)) as? [String: Any])
        #expect(entry["feed"] as? String == "/search.atom?q=market%20hall" && entry["may"] as? String == "read")
        let name = try #require(entry["name"] as? String)
        #expect(try RunningWeb.run("wiredesk", ["token", "revoke", name, "--state", web.state.path]).status == 0)
        #expect(try feed("/search.atom?q=market+hall&key=\(key)").status == 401)
    }

    @Test func `the feed of an alert has a key of its own`() throws {
        let web = try RunningWeb(withDesk: true)
        let key = try web.token("desk", "edit")
        #expect(try Self.request(web, "POST", "/api/v1/alerts/tide", key, "{\"query\": \"tide\"}").status == 200)
        #expect(try web.get("/feed?alert=none").status == 404)
        let token = try web.formToken("/feed?alert=tide")
        let page = try web.post(
            "/feed", "alert=tide&csrf=\(token)", type: "application/x-www-form-urlencoded", cookie: web.cookie)
        let start = try #require(page.text.range(of: "/alerts/tide.atom?key="))
        let own = String(page.text[start.upperBound...].prefix { $0 != "<" })
        #expect(try web.get("/alerts/tide.atom?key=\(own)", cookie: nil).status == 200)
        #expect(try web.get("/alerts/other.atom?key=\(own)", cookie: nil).status == 401)
    }
}
