import Foundation
import Testing

/// The form in which an article is corrected, tagged and noted.
@Suite struct EditTests {
    /// A web interface with a desk, and an article of it.
    private struct Editing {
        let web: RunningWeb
        let id: String
        let token: String

        init() throws {
            web = try RunningWeb(withDesk: true)
            id = try #require(
                (try web.json("/api/v1/search?q=bridge")["items"] as? [[String: Any]])?.first?["id"] as? String)
            token = try web.formToken("/articles/\(id)/edit")
        }

        func save(_ members: [(String, String)]) throws -> HTTPAnswer {
            var components = URLComponents()
            components.queryItems = ([("csrf", token)] + members).map { URLQueryItem(name: $0.0, value: $0.1) }
            let body = (components.percentEncodedQuery ?? "").replacing("+", with: "%2B")
            return try web.post(
                "/articles/\(id)/edit", body, type: "application/x-www-form-urlencoded", cookie: web.cookie)
        }

        var article: [String: Any] { get throws { try web.json("/api/v1/articles/\(id)") } }
    }

    @Test func `facts, tags and notes are changed by one form, and what nobody touched stays`() throws {
        let editing = try Editing()
        let form = try editing.web.get("/articles/\(editing.id)/edit").text
        let outlet = "name=\"outlet\" value=\"The Harbour Courier\""
        let was = "name=\"was-outlet\" value=\"The Harbour Courier\""
        #expect(form.contains(outlet) && form.contains(was) && form.contains("opened on Monday by the mayor"))
        let saved = try editing.save([
            ("was-headline", "Harbour bridge opens"), ("headline", "Harbour bridge opens"),
            ("was-outlet", "The Harbour Courier"), ("outlet", "The Quay"), ("was-authors", ""),
            ("authors", "Ann Lee; Bo Ost"), ("tags", "bridges; to check"), ("note", "asked\r\nthe ministry"),
        ])
        #expect(saved.status == 303 && saved.header("location") == "/articles/\(editing.id)?done=1")
        var article = try editing.article
        #expect(article["outlet"] as? String == "The Quay" && article["authors"] as? [String] == ["Ann Lee", "Bo Ost"])
        #expect(article["tags"] as? [String] == ["bridges", "to check"])
        #expect((article["notes"] as? [[String: Any]])?.compactMap { $0["value"] as? String } == ["asked the ministry"])
        // The headline was not touched, and is not taken for corrected.
        #expect((article["corrections"] as? [[String: Any]])?.count == 2)
        #expect(try editing.web.get("/articles/\(editing.id)?done=1").text.contains("Your changes are saved."))
        // A correction that is emptied is taken back; a tag without its mark goes; the last note too.
        let back = try editing.save([
            ("was-outlet", "The Quay"), ("outlet", ""), ("was-tag", "bridges"), ("was-tag", "to check"),
            ("tag", "bridges"),
            ("undo-note", "1"),
        ])
        #expect(back.status == 303)
        article = try editing.article
        #expect(article["outlet"] as? String == "The Harbour Courier" && article["tags"] as? [String] == ["bridges"])
        #expect((article["notes"] as? [Any])?.isEmpty == true)
        let nothing = try editing.save([("was-outlet", "The Harbour Courier"), ("outlet", "The Harbour Courier")])
        #expect(nothing.header("location") == "/articles/\(editing.id)?done=0")
    }

    @Test func `what cannot be is said at its field and over the form, nothing is saved, and what was typed stays`()
        throws
    {
        let editing = try Editing()
        let tag = String(repeating: "é", count: 51)
        let answer = try editing.save([
            ("was-published", "2024-05-03T10:00:00Z"), ("published", "the day before yesterday"),
            ("was-outlet", "The Harbour Courier"), ("outlet", "The Quay <b>"), ("was-headline", "Harbour bridge opens"),
            ("headline", " "), ("tags", tag), ("was-language", "en"), ("language", "English"),
        ])
        #expect(answer.status == 422, "\(answer.text)")
        let page = answer.text
        #expect(page.contains("<title>Error: ") && page.contains("There is a problem"))
        for name in ["published", "headline", "tags", "language"] {
            let (link, message) = ("<a href=\"#\(name)\">", "id=\"\(name)-error\"")
            #expect(page.contains(link) && page.contains(message), "\(name)")
        }
        let (typed, other) = ("value=\"the day before yesterday\"", "name=\"outlet\" value=\"The Quay &lt;b&gt;\"")
        #expect(page.contains(typed) && page.contains(other) && page.contains("<details open>"))
        #expect(page.contains("what was read cannot be taken away"))
        let article = try editing.article
        #expect((article["corrections"] as? [Any])?.isEmpty == true && (article["tags"] as? [Any])?.isEmpty == true)
    }

    @Test func `what was typed is not lost because the desk is down, and who may only read sees no form`() throws {
        let editing = try Editing()
        editing.web.endDesk()
        let answer = try editing.save([("was-outlet", "The Harbour Courier"), ("outlet", "The Quay")])
        let typed = "name=\"outlet\" value=\"The Quay\""
        #expect(answer.status == 503 && answer.text.contains(typed) && answer.text.contains("No desk runs"))
        let key = try editing.web.token("reader", "read")
        let headers = ["Authorization: Bearer \(key)"]
        #expect(try editing.web.get("/articles/\(editing.id)/edit", cookie: nil, headers: headers).status == 403)
        let article = try editing.web.get("/articles/\(editing.id)", cookie: nil, headers: headers)
        #expect(article.status == 200 && !article.text.contains("/edit\">"))
    }
}
