import Foundation
import Testing

/// What is changed through the interface.
@Suite struct ChangeTests {
    private static let boundary = "----form"
    private static let multipart = "multipart/form-data; boundary=----form"

    private static func form(_ fields: [(String, String)], file: (name: String, text: String)?, isWhole: Bool = true)
        -> String
    {
        var body = ""
        for (name, value) in fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n"
        }
        if let file {
            body +=
                "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(file.name)\"\r\n"
                + "Content-Type: text/html\r\n\r\n\(file.text)\r\n"
        }
        return isWhole ? body + "--\(boundary)--\r\n" : String(body.dropLast(40))
    }

    private static let ferry = RunningWeb.page(
        "Ferry stays in port", "The Island Post",
        [
            "The ferry to the outer islands stayed in port on Tuesday because of the storm, its captain said in the evening.",
            "Some sixty passengers spent the night in the school, where the parish had made up beds for them.",
        ]
    ).replacing("https://courier.example/news/bridge", with: "https://post.example/news/ferry")

    /// That an answer has a status or the code of an error. (Quotation marks within strings confuse the macro.)
    private func expect(
        _ answer: HTTPAnswer, status: Int? = nil, code: String? = nil, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        if let status { #expect(answer.status == status, "\(answer.text)", sourceLocation: sourceLocation) }
        if let code { #expect(answer.code == code, "\(answer.text)", sourceLocation: sourceLocation) }
    }

    @Test func `a program hands in a file with its key, and what it says of it is noted`() throws {
        let web = try RunningWeb(withDesk: true)
        let key = try web.token("clipper", "add")
        let body = Self.form(
            [("url", "https://post.example/ferry?from=here"), ("folder", "islands/2024"), ("note", "for Monday")],
            file: ("ferry.html", Self.ferry))
        let answer = try web.post(
            "/api/v1/deliveries", body, type: Self.multipart, headers: ["Authorization: Bearer \(key)"], cookie: nil)
        #expect(answer.status == 202, "\(answer.text)")
        #expect(answer.json["outcome"] as? String == "stored")
        #expect(answer.json["name"] as? String == "ferry.html")
        #expect(answer.json["collection"] as? String == "islands/2024")
        let number = try #require(answer.json["id"] as? Int)
        #expect(answer.header("location") == "/api/v1/deliveries/\(number)")
        #expect(try web.json("/api/v1/deliveries/\(number)")["outcome"] as? String == "stored")
        let id = try #require((answer.json["article_ids"] as? [String])?.first)
        let notes = try web.json("/api/v1/articles/\(id)")["notes"] as? [[String: Any]] ?? []
        #expect(
            notes.compactMap { $0["value"] as? String } == [
                "Sent with the address https://post.example/ferry?from=here", "for Monday",
            ])
        // The same again is no second article.
        let again = try web.post(
            "/api/v1/deliveries", body, type: Self.multipart, headers: ["Authorization: Bearer \(key)"], cookie: nil)
        #expect(again.status == 202 && again.json["outcome"] as? String == "duplicate")
        #expect(try web.ids().count == 3)
    }

    @Test func `who may less is refused, and a revoked key opens nothing`() throws {
        let web = try RunningWeb(withDesk: true)
        let id = try #require(try web.ids().first)
        let (reader, adder) = (try web.token("reader", "read"), try web.token("adder", "add"))
        let body = Self.form([], file: ("ferry.html", Self.ferry))
        func post(_ path: String, _ key: String) throws -> HTTPAnswer {
            try web.post(
                path, path.hasSuffix("deliveries") ? body : "{\"tag\": \"x\"}",
                type: path.hasSuffix("deliveries") ? Self.multipart : "application/json",
                headers: ["Authorization: Bearer \(key)"], cookie: nil)
        }
        #expect(try post("/api/v1/deliveries", reader).code == "forbidden")
        #expect(try post("/api/v1/articles/\(id)/tags", adder).status == 403)
        #expect(try post("/api/v1/deliveries/1/retry", adder).status == 403)
        #expect(try post("/api/v1/deliveries", "wiredesk_wrong").status == 401)
        #expect(try post("/api/v1/deliveries", adder).status == 202)
        try RunningWeb.run("wiredesk", ["token", "revoke", "adder", "--state", web.state.path])
        #expect(try post("/api/v1/deliveries", adder).code == "unknown-token")
        let kept = try String(contentsOf: web.state.appendingPathComponent("web-tokens"), encoding: .utf8)
        #expect(!kept.contains(reader) && kept.contains("reader"))
        let list = try RunningWeb.run("wiredesk", ["token", "list", "--json", "--state", web.state.path]).output
        let named = "\"name\":\"reader\""
        #expect(list.contains(named) && !list.contains("adder"))
    }

    @Test func `articles are corrected, tagged and noted`() throws {
        let web = try RunningWeb(withDesk: true)
        let id = try #require(try web.ids().last)
        let key = try web.token("desk", "edit")
        func post(_ path: String, _ json: String) throws -> HTTPAnswer {
            try web.post(
                "/api/v1/articles/\(id)/\(path)", json, type: "application/json",
                headers: ["Authorization: Bearer \(key)"], cookie: nil)
        }
        try expect(post("corrections", "{\"field\": \"headline\", \"value\": \"Another headline\"}"), status: 200)
        try expect(post("tags", "{\"tag\": \"to check\"}"), status: 200)
        try expect(post("notes", "{\"note\": \"asked the ministry\"}"), status: 200)
        let article = try web.json("/api/v1/articles/\(id)")
        #expect(article["headline"] as? String == "Another headline" && article["tags"] as? [String] == ["to check"])
        #expect(try web.get("/tags/to%20check").text.contains("Another headline"))
        #expect((try web.json("/api/v1/tags/to%20check")["items"] as? [[String: Any]])?.count == 1)
        try expect(post("corrections", "{\"field\": \"headline\", \"undo\": true}"), status: 200)
        #expect(try web.json("/api/v1/articles/\(id)")["headline"] as? String != "Another headline")
        try expect(post("corrections", "{\"field\": \"shoe\", \"value\": \"x\"}"), code: "unknown-field")
        try expect(post("corrections", "{\"field\": \"published\", \"value\": \"soon\"}"), code: "bad-value")
        #expect(try post("tags", "{}").code == "refused")
        for body in ["[1", "{\"tag\": 5}", "{\"tag\": true}", "{\"tag\": null}", "{\"tag\": \"x\", \"undo\": 0}"] {
            #expect(try post("tags", body).code == "bad-json", "\(body)")
        }
        try expect(post("notes", "{\"undo\": true}"), status: 200)
        try expect(post("notes", "{\"undo\": true}"), code: "refused")
    }

    @Test func `a page's form needs its token, and no other site's form is taken`() throws {
        let web = try RunningWeb(withDesk: true)
        let id = try #require(try web.ids().last)
        let token = try web.formToken("/articles/\(id)/edit")
        let type = "application/x-www-form-urlencoded"
        func post(_ body: String, headers: [String] = []) throws -> HTTPAnswer {
            try web.post("/articles/\(id)/edit", body, type: type, headers: headers, cookie: web.cookie)
        }
        #expect(try post("tags=x").status == 403)
        #expect(try post("tags=x&csrf=wrong").status == 403)
        #expect(try post("tags=x&csrf=\(token)", headers: ["Sec-Fetch-Site: cross-site"]).status == 403)
        let done = try post("tags=x&csrf=\(token)", headers: ["Sec-Fetch-Site: same-origin"])
        #expect(done.status == 303 && done.header("location") == "/articles/\(id)?done=1")
        #expect(try web.json("/api/v1/articles/\(id)")["tags"] as? [String] == ["x"])
        // A flag of a form is what it says, as that of JSON.
        let key = try web.token("desk", "edit")
        func flag(_ body: String) throws -> HTTPAnswer {
            try web.post(
                "/api/v1/articles/\(id)/tags", body, type: type, headers: ["Authorization: Bearer \(key)"], cookie: nil)
        }
        #expect(try flag("tag=x&undo=false").status == 200)
        #expect(try web.json("/api/v1/articles/\(id)")["tags"] as? [String] == ["x"])
        #expect(try flag("tag=x&undo=perhaps").code == "bad-parameter")
        #expect(try flag("tag=x&undo=true").status == 200)
        #expect((try web.json("/api/v1/articles/\(id)")["tags"] as? [String])?.isEmpty == true)
        let api = try web.post(
            "/api/v1/articles/\(id)/tags", "{\"tag\": \"y\"}", type: "application/json", cookie: web.cookie)
        #expect(api.code == "no-form-token")
    }

    @Test func `files are added by the form, and a rejected one is read again`() throws {
        let web = try RunningWeb(withDesk: true)
        let token = try web.formToken()
        let body = Self.form([("csrf", token), ("folder", "")], file: ("../../etc/ferry.html", Self.ferry))
        let page = try web.post("/add", body, type: Self.multipart, cookie: web.cookie)
        #expect(page.status == 200 && page.text.contains("ferry.html") && page.text.contains("stored"))
        #expect(!page.text.contains("../"))
        #expect(
            try web.post("/add", body.replacing(token, with: "wrong"), type: Self.multipart, cookie: web.cookie).status
                == 403)
        let rejected = try web.json("/api/v1/deliveries?outcome=rejected")["items"] as? [[String: Any]] ?? []
        let number = try #require(rejected.first?["id"] as? Int)
        let again = try web.post(
            "/deliveries/\(number)/retry", "csrf=\(token)", type: "application/x-www-form-urlencoded",
            cookie: web.cookie)
        #expect(again.status == 200 && again.text.contains("rejected"), "\(again.text)")
        let retried = try web.json("/api/v1/deliveries?limit=1")["items"] as? [[String: Any]] ?? []
        #expect(retried.first?["retry_of"] as? Int == number)
        #expect(
            try web.post(
                "/deliveries/999999/retry", "csrf=\(token)", type: "application/x-www-form-urlencoded",
                cookie: web.cookie
            ).status == 404)
    }

    @Test func `an upload that stops half way, or is no form, leaves nothing`() throws {
        let web = try RunningWeb(withDesk: true)
        let key = try web.token("clipper", "add")
        let before = (try web.json("/api/v1/deliveries")["items"] as? [Any])?.count
        let whole = Self.form([], file: ("ferry.html", Self.ferry))
        let head =
            "POST /api/v1/deliveries HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer \(key)\r\n"
            + "Content-Type: \(Self.multipart)\r\nContent-Length: \(whole.utf8.count)\r\n\r\n"
        for length in [0, 1, 100, whole.utf8.count / 2, whole.utf8.count - 1] {
            let raw = Array(head.utf8) + Array(whole.utf8.prefix(length))
            let answer = try HTTPAnswer.of(port: web.port, raw: raw, isCutOff: true)
            #expect(answer.status == 400 && answer.code == "cut-off" && answer.header("connection") == "close")
            // One answer and no other behind it.
            #expect(!answer.text.contains("HTTP/1.1"))
        }
        let chunks = head.replacing("Content-Length: \(whole.utf8.count)", with: "Transfer-Encoding: chunked")
        let answer = try HTTPAnswer.of(port: web.port, raw: Array((chunks + "zz\r\n" + whole).utf8))
        #expect(answer.status == 400 && answer.code == "no-http", "\(answer.text)")
        // Who sends nonsense or goes away is no failure of ours.
        #expect(!web.log.contains("failed"), "\(web.log)")
        func post(_ body: String, _ type: String) throws -> HTTPAnswer {
            try web.post(
                "/api/v1/deliveries", body, type: type, headers: ["Authorization: Bearer \(key)"], cookie: nil)
        }
        #expect(try post(Self.form([], file: ("f.html", Self.ferry), isWhole: false), Self.multipart).code == "cut-off")
        #expect(try post(Self.form([("note", "x")], file: nil), Self.multipart).code == "no-file")
        #expect(try post("x", "text/plain").code == "not-a-form")
        #expect(
            try post(Self.form([("folder", "../x")], file: ("f.html", Self.ferry)), Self.multipart).code == "bad-folder"
        )
        #expect((try web.json("/api/v1/deliveries")["items"] as? [Any])?.count == before)
    }

    @Test func `nothing is changed while no desk runs, and it says so`() throws {
        let web = try RunningWeb()
        let key = try web.token("clipper", "edit")
        let answer = try web.post(
            "/api/v1/deliveries", Self.form([], file: ("ferry.html", Self.ferry)), type: Self.multipart,
            headers: ["Authorization: Bearer \(key)"], cookie: nil)
        #expect(answer.status == 503 && answer.code == "desk-down" && answer.header("retry-after") != nil)
    }
}
