import Foundation
import Testing

/// The pages, as a browser without scripts gets them.
@Suite struct PageTests {
    /// The id of the article whose list line has a text.
    private static func id(_ web: RunningWeb, _ headline: String) throws -> String {
        let items = try web.json("/api/v1/latest")["items"] as? [[String: Any]] ?? []
        let item = items.first { ($0["headline"] as? String)?.contains(headline) ?? false }
        return try #require(item?["id"] as? String)
    }

    @Test func `each page is there and says what it shows`() throws {
        let web = try RunningWeb()
        let id = try Self.id(web, "bridge")
        let pages: [(String, [String])] = [
            ("/", ["Harbour bridge opens", "The Harbour Courier", "2 articles."]),
            ("/search?q=bridge", ["<mark>", "1 article with all of these words.", "No desk runs"]),
            ("/latest", ["Harbour bridge opens", "/articles/\(id)"]),
            (
                "/articles/\(id)",
                ["<h1>Harbour bridge opens</h1>", "The Harbour Courier", "2024-05-03 10:00", "first tram"]
            ),
            ("/articles/\(id)/source", ["bridge.html", "1 image, 1 script and 1 style sheet or link were not loaded"]),
            ("/articles/\(id)/versions", ["There is only one version"]),
            ("/articles/\(id)/copies", ["No other article here shares its words."]),
            ("/articles/\(id)/history", ["bridge.html", "stored", "None."]),
            ("/articles/\(id)/edit", ["Other facts", "Harbour bridge opens", "first tram"]),
            ("/tags/nothing", ["No article has this tag."]),
            ("/intake", ["empty.txt", "rejected", "empty: "]), ("/intake?outcome=stored", ["bridge.html"]),
            ("/add", ["multipart/form-data"]),
        ]
        for (path, texts) in pages {
            let answer = try web.get(path)
            #expect(answer.status == 200, "\(path)")
            #expect(answer.header("content-type") == "text/html; charset=utf-8", "\(path)")
            for text in texts { #expect(answer.text.contains(text), "\(path) has no \(text)") }
            #expect(answer.bytes.count < 100 << 10)
        }
        #expect(try web.get("/intake?outcome=stored").text.contains("empty.txt") == false)
        #expect(try web.get("/search?q=zzzzqqq").text.contains("Nothing was found."))
        #expect(try web.get("/search?language=en&outlet=courier").text.contains("Harbour bridge"))
        #expect(try web.get("/nowhere").status == 404)
    }

    @Test func `each table is known by its own name, and the keys are told in a dialog`() throws {
        let web = try RunningWeb()
        let id = try Self.id(web, "bridge")
        for path in ["/intake", "/articles/\(id)/versions", "/articles/\(id)/copies", "/articles/\(id)/history"] {
            let names = try web.get(path).text.components(separatedBy: "role=\"region\" aria-label=\"").dropFirst().map
            {
                $0.prefix { $0 != "\"" }
            }
            #expect(Set(names).count == names.count && !names.contains("Table"), "\(path): \(names)")
        }
        let page = try web.get("/").text
        let dialog = "<dialog id=\"keys\" aria-labelledby=\"keys-title\"><h2 id=\"keys-title\">Keys</h2>"
        #expect(page.contains(dialog))
    }

    @Test func `a hostile headline and text stay text everywhere`() throws {
        let web = try RunningWeb()
        let id = try Self.id(web, "Quotation mark")
        let paths = [
            "/", "/latest", "/search?q=market+hall", "/articles/\(id)", "/articles/\(id)/source",
            "/articles/\(id)/versions",
            "/articles/\(id)/copies", "/articles/\(id)/history", "/articles/\(id)/edit", "/intake",
            "/search?q=%3Cscript%3Ealert(5)%3C/script%3E%22%CC%81%20x=y", "/tags/%3Cscript%3E%22%CC%81",
            "/articles/%3Cscript%3E", "/intake?after=%3Cscript%3E",
        ]
        let accented = Array("\"\u{301}".unicodeScalars)
        for path in paths {
            let text = try web.get(path).text
            // The only script and handler are ours.
            #expect(text.components(separatedBy: "<script").count == 2, "\(path)")
            #expect(!text.contains("<script>alert") && !text.contains("<bold") && !text.contains("<img"), "\(path)")
            // A quotation mark with an accent is one character, and yet ends an attribute.
            #expect(!text.unicodeScalars.contains(accented), "\(path)")
        }
        let page = try web.get("/articles/\(id)").text
        let escaped = "Quotation mark&quot;\u{301} onmouseover=&quot;alert(1)&quot; &lt;script&gt;"
        #expect(page.contains(escaped))
    }

    @Test func `an original is shown behind closed doors, and its very bytes are a download`() throws {
        let web = try RunningWeb()
        let id = try Self.id(web, "bridge")
        let original = try web.get("/articles/\(id)/original")
        #expect(original.status == 200 && original.header("content-type") == "text/html")
        let page = try #require(RunningWeb.files["harbour/bridge.html"])
        #expect(original.text == page.replacing("<link", with: "<meta"))
        let download = try web.get("/articles/\(id)/original?download=1")
        #expect(download.text == page && download.header("content-disposition")?.hasPrefix("attachment") == true)
        let policy = original.header("content-security-policy") ?? ""
        #expect(policy.hasPrefix("sandbox; default-src 'none'") && !policy.contains("script"))
        #expect(original.header("x-content-type-options") == "nosniff")
        #expect(original.header("referrer-policy") == "no-referrer")
    }

    @Test func `the pages work while the desk runs, is ended, and is gone`() throws {
        let web = try RunningWeb(withDesk: true)
        #expect(try web.get("/latest").text.contains("No desk runs") == false)
        #expect(try web.json("/api/v1/status")["running"] as? Bool == true)
        web.endDesk()
        #expect(try web.get("/latest").text.contains("No desk runs"))
        #expect(try web.json("/api/v1/status")["running"] as? Bool == false)
    }
}
