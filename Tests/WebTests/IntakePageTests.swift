import Foundation
import Testing

/// What came in, and what became of it.
@Suite struct IntakePageTests {
    private static let multipart = "multipart/form-data; boundary=----form"

    private static func form(_ fields: [(String, String)], _ name: String, _ text: String) -> String {
        fields.map { "------form\r\nContent-Disposition: form-data; name=\"\($0.0)\"\r\n\r\n\($0.1)\r\n" }.joined()
            + "------form\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n\r\n\(text)\r\n------form--\r\n"
    }

    private static let story = """
        Ferry stays in port

        The ferry to the outer islands stayed in port on Tuesday because of the storm, its captain said in the evening.
        """

    @Test func `a delivery shows what it brought, how its file begins, and the file`() throws {
        let web = try RunningWeb()
        let items = try web.json("/api/v1/deliveries")["items"] as? [[String: Any]] ?? []
        func number(_ name: String) throws -> Int {
            try #require(items.first { ($0["name"] as? String)?.contains(name) == true }?["id"] as? Int)
        }
        let stored = try number("bridge.html")
        let page = try web.get("/deliveries/\(stored)").text
        #expect(page.contains("What it brought") && page.contains("Harbour bridge opens"))
        #expect(page.contains("How it begins:") && page.contains("&lt;!doctype html&gt;") && page.contains("SHA-256"))
        let file = try web.get("/deliveries/\(stored)/original")
        #expect(file.text == RunningWeb.files["harbour/bridge.html"])
        #expect(file.header("content-disposition")?.hasPrefix("attachment; filename=\"bridge.html\"") == true)
        #expect(file.header("content-security-policy")?.hasPrefix("sandbox") == true)
        let rejected = try web.get("/deliveries/\(try number("empty.txt"))").text
        #expect(rejected.contains("class=\"error\"") && rejected.contains("empty: "))
        for path in ["/deliveries/999", "/deliveries/x", "/deliveries/999/original"] {
            #expect(try web.get(path).status == 404, "\(path)")
        }
        #expect(try web.get("/deliveries/\(stored)", cookie: nil).status == 401)
        let intake = try web.get("/intake").text
        #expect(intake.contains("last hour") && intake.contains("href=\"/deliveries/\(stored)\""))
    }

    @Test func `the address that a sender states stands apart from the page's own, also for what is here already`()
        throws
    {
        let web = try RunningWeb(withDesk: true)
        let key = try web.token("clipper", "add")
        func send(_ url: String) throws -> HTTPAnswer {
            try web.post(
                "/api/v1/deliveries", Self.form([("url", url)], "ferry.txt", Self.story), type: Self.multipart,
                headers: ["Authorization: Bearer \(key)"], cookie: nil)
        }
        let first = try send("https://post.example/ferry")
        let id = try #require((first.json["article_ids"] as? [String])?.first)
        let again = try send("javascript:alert(1)")
        #expect(again.json["outcome"] as? String == "duplicate" && again.json["article_ids"] as? [String] == [id])
        _ = try send("https://post.example/ferry")
        let article = try web.json("/api/v1/articles/\(id)")
        #expect(article["url"] is NSNull && (article["notes"] as? [Any])?.count == 2)
        let page = try web.get("/articles/\(id)").text
        #expect(page.contains("Address stated by the sender"))
        let link =
            "<a href=\"https://post.example/ferry\"><bdi>https://post.example/ferry</bdi></a> <span class=\"grey\">by "
        #expect(page.contains(link) && !page.contains("href=\"javascript"))
        #expect(!page.contains("<dt>Notes</dt>") && !page.contains("Sent with the address"))
        // Who hands a file in by the page learns of what it is a copy.
        let token = try web.formToken()
        let added = try web.post(
            "/add", Self.form([("csrf", token)], "ferry.txt", Self.story), type: Self.multipart, cookie: web.cookie)
        #expect(added.text.contains("/articles/\(id)") && added.text.contains("of what is here already:"))
    }

    @Test func `what comes in is told while the page is open, and the program ends in order`() throws {
        let web = try RunningWeb(withDesk: true)
        let stream = OpenConnection(port: web.port)
        stream.send("GET /intake/events HTTP/1.1\r\nHost: 127.0.0.1\r\nCookie: \(web.cookie)\r\n\r\n")
        #expect(stream.receives("text/event-stream"))
        #expect(stream.receives("event: status") && stream.receives("2 stored, 0 duplicate, 1 rejected"))
        let key = try web.token("clipper", "add")
        _ = try web.post(
            "/api/v1/deliveries", Self.form([], "ferry.txt", Self.story), type: Self.multipart,
            headers: ["Authorization: Bearer \(key)"], cookie: nil)
        #expect(stream.receives("3 stored, 0 duplicate, 1 rejected"))
        #expect(web.end() == 0)
        #expect(stream.receives("event: end"))
        let outside = try? HTTPAnswer.of(port: web.port, lines: ["GET /intake/events HTTP/1.1"])
        #expect(outside == nil)
    }

    @Test func `a text that is pasted is a file, and a form without anything says what is missing`() throws {
        let web = try RunningWeb(withDesk: true)
        let token = try web.formToken()
        func send(_ fields: [(String, String)]) throws -> HTTPAnswer {
            try web.post(
                "/add", Self.form([("csrf", token)] + fields, "", ""), type: Self.multipart, cookie: web.cookie)
        }
        let text = try send([("text", Self.story), ("folder", "pasted")])
        #expect(text.status == 200 && text.text.contains("<bdi>pasted.txt</bdi>: <strong class=\"\">stored</strong>"))
        #expect(text.text.contains("<bdi>Ferry stays in port</bdi>"))
        let page = RunningWeb.page(
            "Ferry sails again", "The Island Post",
            [
                "The ferry to the outer islands sailed again on Wednesday, and its captain said that he had slept well in the school."
            ])
        let html = try send([("text", "\n " + page.replacing("news/bridge", with: "news/sails"))])
        #expect(html.text.contains("<bdi>pasted.html</bdi>") && html.text.contains("<bdi>Ferry sails again</bdi>"))
        let empty = try send([("text", " \r\n"), ("folder", "islands"), ("note", "for <Monday>")])
        #expect(empty.status == 422 && empty.text.contains("There is a problem"))
        #expect(empty.text.contains("value=\"islands\"") && empty.text.contains("for &lt;Monday&gt;"))
        // The interface of programs takes files only.
        let key = try web.token("clipper", "add")
        let api = try web.post(
            "/api/v1/deliveries", Self.form([("text", Self.story)], "", ""), type: Self.multipart,
            headers: ["Authorization: Bearer \(key)"], cookie: nil)
        #expect(api.status == 400 && api.code == "no-file")
    }

    @Test func `every page says that something is wrong at the intake, and only then`() throws {
        let web = try RunningWeb(withDesk: true)
        let id = try #require(try web.ids().first)
        let pages = ["/", "/latest", "/articles/\(id)", "/tags/x", "/add", "/intake", "/articles/none"]
        for page in pages { #expect(!(try web.get(page).text.contains("class=\"alarm\"")), "\(page)") }
        // The inbox goes away under the desk.
        let inbox = web.state.appendingPathComponent("inbox")
        try FileManager.default.moveItem(at: inbox, to: web.folder.appendingPathComponent("elsewhere"))
        #expect(RunningWeb.wait { (try? web.get("/latest").text.contains("class=\"alarm\"")) ?? false }, "\(web.log)")
        for page in pages {
            #expect(try web.get(page).text.contains("Intake <strong class=\"alarm\">(problem)</strong>"), "\(page)")
        }
        let problem = try (web.json("/api/v1/status")["problem"] as? String)
        #expect(problem?.isEmpty == false)
    }

    @Test func `what came in is told to nobody from outside`() throws {
        let web = try RunningWeb()
        #expect(try web.get("/intake/events", cookie: nil).status == 401)
    }
}
