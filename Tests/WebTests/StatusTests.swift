import Foundation
import Testing

/// The statuses that outsiders rely on.
@Suite struct StatusTests {
    @Test func `an address that does not take a method says which it takes`() throws {
        let web = try RunningWeb()
        let id = try #require(try web.ids().first)
        let cases = [
            ("POST", "/latest", "GET, HEAD"), ("DELETE", "/api/v1/search", "GET, HEAD"),
            ("GET", "/api/v1/names/merge", "POST"), ("PUT", "/api/v1/deliveries", "GET, HEAD, POST"),
            ("DELETE", "/api/v1/articles/\(id)", "GET, HEAD"), ("GET", "/api/v1/articles/\(id)/tags", "POST"),
            ("PATCH", "/api/v1/alerts/flood", "DELETE, GET, HEAD, POST"), ("OPTIONS", "/", "GET, HEAD"),
            ("PUT", "/tags/a/b", "GET, HEAD, POST"),
        ]
        for (method, path, allowed) in cases {
            let answer = try HTTPAnswer.of(
                port: web.port, lines: ["\(method) \(path) HTTP/1.1", "Cookie: \(web.cookie)", "Content-Length: 0"])
            #expect(answer.status == 405, "\(method) \(path)")
            #expect(answer.header("allow") == allowed, "\(method) \(path)")
            if path.hasPrefix("/api") { #expect(answer.code == "method-not-allowed", "\(path)") }
            // Who was not let in does not learn which addresses there are.
            let outside = try HTTPAnswer.of(port: web.port, lines: ["\(method) \(path) HTTP/1.1", "Content-Length: 0"])
            #expect(outside.status == 401, "\(method) \(path)")
        }
        #expect(
            try HTTPAnswer.of(port: web.port, lines: ["PUT /nowhere HTTP/1.1", "Cookie: \(web.cookie)"]).status == 404)
    }

    @Test func `every page that is got has a head too`() throws {
        let web = try RunningWeb()
        let id = try #require(try web.ids().first)
        let paths = [
            "/", "/search?q=bridge", "/latest", "/articles/\(id)", "/articles/\(id)/original", "/articles/\(id)/source",
            "/articles/\(id)/versions", "/articles/\(id)/copies", "/articles/\(id)/history", "/tags/x", "/add",
            "/intake",
            "/feed?q=bridge", "/search.atom", "/opensearch.xml", "/healthz", "/style.css", "/api/v1/search",
            "/api/v1/articles/\(id)", "/api/v1/status", "/api/v1/openapi.json",
        ]
        for path in paths {
            let head = try HTTPAnswer.of(port: web.port, lines: ["HEAD \(path) HTTP/1.1", "Cookie: \(web.cookie)"])
            let whole = try web.get(path)
            #expect(head.status == 200 && whole.status == 200, "\(path)")
            #expect(head.bytes.isEmpty, "\(path)")
            #expect(head.header("content-type") == whole.header("content-type"), "\(path)")
            #expect(head.header("content-length").flatMap { Int($0) } ?? 0 > 0, "\(path)")
        }
    }

    @Test func `a body that is too large or of another type is refused, and a role that is missing too`() throws {
        let web = try RunningWeb()
        let id = try #require(try web.ids().first)
        let key = try web.token("desk", "edit")
        func post(_ path: String, _ body: String, _ type: String, _ key: String) throws -> HTTPAnswer {
            try web.post(path, body, type: type, headers: ["Authorization: Bearer \(key)"], cookie: nil)
        }
        let tags = "/api/v1/articles/\(id)/tags"
        let large = "tag=" + String(repeating: "a", count: 1 << 20)
        let form = "application/x-www-form-urlencoded"
        #expect(try post(tags, large, form, key).status == 413)
        #expect(try post(tags, "tag=x", "text/plain", key).code == "bad-media-type")
        #expect(try post(tags, "tag=x", "text/plain", key).status == 415)
        #expect(try post("/api/v1/deliveries", "x", "application/json", key).status == 415)
        let reader = try web.token("reader", "read")
        for path in [
            tags, "/api/v1/deliveries/1/retry", "/api/v1/names/merge", "/api/v1/names/split", "/api/v1/alerts/flood",
        ] {
            #expect(try post(path, "tag=x&name=a&into=b&query=c", form, reader).status == 403, "\(path)")
        }
        let removal = try HTTPAnswer.of(
            port: web.port, lines: ["DELETE /api/v1/alerts/flood HTTP/1.1", "Authorization: Bearer \(reader)"])
        #expect(removal.status == 403)
    }
}
