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
        #expect(added.text.contains("/articles/\(id)") && added.text.contains("which was here already"))
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

    @Test func `what came in is told to nobody from outside`() throws {
        let web = try RunningWeb()
        #expect(try web.get("/intake/events", cookie: nil).status == 401)
    }
}
