import Foundation
import FoundationXML
import Testing

/// Articles and files that a page must stand.
@Suite struct BadInputTests {
    private static func page(
        _ headline: String, outlet: String = "The Harbour Courier", author: String = "Ines Holloway"
    )
        -> String
    {
        """
        <!doctype html><html lang="en"><head><meta charset="utf-8"><title>\(headline)</title>
        <meta property="og:site_name" content="\(outlet)"><meta name="author" content="\(author)"></head><body><article>
        <h1>\(headline)</h1><p>The new harbour bridge was opened on Monday by the mayor in the rain, after eleven years of waiting.</p>
        <p>Some four hundred people watched as the first tram crossed the river at noon, the operator said.</p></article></body></html>
        """
    }

    /// Paths of everything that shows an article.
    private static func paths(_ id: String) -> [String] {
        [
            "/", "/latest", "/search?q=harbour", "/search?q=harbour&copies=with&share=1", "/articles/\(id)",
            "/articles/\(id)/source", "/articles/\(id)/versions", "/articles/\(id)/copies", "/articles/\(id)/history",
            "/articles/\(id)/edit", "/intake", "/search.atom",
        ]
    }

    @Test func `a headline of eight megabytes makes no page of eight megabytes`() throws {
        let long = String(repeating: "Harbour bridge opens again. ", count: 8 << 20 / 28)
        // As the title of a page, and as a text whose first line is its headline.
        let web = try RunningWeb(files: [
            "page.html": Self.page(long),
            "text.txt":
                "\(long)\n\nThe harbour bridge was opened on Monday, and the mayor said that it would stay open.\n",
        ])
        for id in try web.ids() {
            for path in Self.paths(id) {
                let answer = try web.get(path)
                #expect(answer.status == 200 && answer.bytes.count < 1 << 20, "\(path): \(answer.bytes.count)")
            }
            // Who asks for all of it gets all of it.
            #expect(try web.get("/articles/\(id)/original?download=1").bytes.count > 8_000_000)
            #expect(try web.get("/api/v1/articles/\(id)").status == 200)
        }
        #expect(try web.get("/search?q=\(String(repeating: "harbour+", count: 1_500))").status < 500)
        #expect(try web.get("/healthz").status == 200)
    }

    @Test func `hostile names are shown as names`() throws {
        let hostile = "&quot;&gt;&lt;/bdi&gt;&lt;script&gt;alert(1)&lt;/script&gt;&#x202e;&#x2066;\u{1}{{id}}{{>foot}}"
        let web = try RunningWeb(files: [
            "<b>\"'&;\u{202E}.html": Self.page(hostile, outlet: hostile, author: hostile),
            "<i>/\"onload=x.html": Self.page("Bridge \(hostile)").replacing("Monday", with: "Tuesday"),
        ])
        let ids = try web.ids()
        #expect(!ids.isEmpty)
        for id in ids {
            for path in Self.paths(id) + ["/deliveries/1", "/deliveries/2", "/articles/\(id)/cite?as=bibtex"] {
                let answer = try web.get(path)
                let text = answer.text
                #expect(answer.status == 200, "\(path)")
                if answer.header("content-type")?.hasPrefix("text/html") == true {
                    #expect(text.components(separatedBy: "<script").count == 2, "\(path)")
                    #expect(!text.contains("<b>\"'") && !text.contains("<i>/") && !text.contains("\u{1}"), "\(path)")
                    // What looks like a template is a text.
                    #expect(text.components(separatedBy: "<footer").count == 2, "\(path)")
                }
            }
            let name = try web.get("/articles/\(id)/original?download=1").header("content-disposition") ?? ""
            #expect(name.hasPrefix("attachment; filename=\"") && !name.contains("<b>\"'"))
            let feed = XMLParser(data: Data(try web.get("/search.atom").bytes))
            #expect(feed.parse())
        }
    }

    @Test func `who has a page gets it again when a correction or the analysis changed it`() throws {
        let web = try RunningWeb(withDesk: true)
        let id = try #require(try web.ids().last)
        let key = try web.token("desk", "edit")
        func tag(_ path: String) throws -> String { try #require(try web.get(path).header("etag")) }
        func isKnown(_ path: String, _ tag: String) throws -> Bool {
            try web.get(path, headers: ["If-None-Match: \(tag)"]).status == 304
        }
        let paths = ["/articles/\(id)", "/api/v1/articles/\(id)", "/articles/\(id)/history", "/latest"]
        let before = try paths.map { ($0, try tag($0)) }
        for (path, tag) in before { #expect(try isKnown(path, tag), "\(path)") }
        _ = try web.post(
            "/api/v1/articles/\(id)/corrections", "{\"field\": \"headline\", \"value\": \"Another headline\"}",
            type: "application/json", headers: ["Authorization: Bearer \(key)"], cookie: nil)
        for (path, tag) in before { #expect(try !isKnown(path, tag), "\(path)") }
        // A copy that comes later is news to the article that was here before.
        let copies = ["/articles/\(id)/copies", "/articles/\(id)"]
        let alone = try copies.map { ($0, try tag($0)) }
        let original = try web.get("/articles/\(id)/original?download=1").text
        let copy = original.replacing("https://courier.example/news/bridge", with: "https://other.example/bridge")
            .replacing("The Harbour Courier", with: "The Other Courier").replacing("By Mallory", with: "By Somebody")
        let boundary = "----form"
        _ = try web.post(
            "/api/v1/deliveries",
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"copy.html\"\r\n\r\n\(copy)\r\n--\(boundary)--\r\n",
            type: "multipart/form-data; boundary=\(boundary)", headers: ["Authorization: Bearer \(key)"], cookie: nil)
        #expect(RunningWeb.wait { (try? alone.allSatisfy { try !isKnown($0.0, $0.1) }) ?? false })
    }
}
