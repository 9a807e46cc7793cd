import Foundation
import Testing

/// What stands beside an article's text.
@Suite struct ArticleFactTests {
    private static let second = """
        Harbour bridge opens late

        By Ines Holloway

        The new harbour bridge of Averley was opened on Tuesday by Petra Lindqvist, the mayor, in the sun.

        Four hundred people watched, and Petra Lindqvist said: "Nobody likes to wait for a bridge, and nobody had to."
        """

    @Test func `a citation is copied and fetched as the command writes it`() throws {
        let web = try RunningWeb()
        let id = try #require(
            (try web.json("/api/v1/search?q=bridge")["items"] as? [[String: Any]])?.first?["id"] as? String)
        let page = try web.get("/articles/\(id)").text
        for (form, type) in [
            ("apa", "text/plain; charset=utf-8"), ("bibtex", "application/x-bibtex; charset=utf-8"),
            ("ris", "application/x-research-info-systems; charset=utf-8"),
            ("csl-json", "application/vnd.citationstyles.csl+json"), ("mla", "text/plain; charset=utf-8"),
        ] {
            let answer = try web.get("/articles/\(id)/cite?as=\(form)")
            let command = try RunningWeb.run("wiredesk", ["cite", id, "--as", form, "--state", web.state.path])
            #expect(answer.text == command.output && command.status == 0, "\(form)")
            #expect(answer.header("content-type") == type)
            if form != "mla" { #expect(page.contains("id=\"cite-\(form)\""), "\(form)") }
        }
        #expect(page.contains("Harbour bridge opens. (2024, May 3).") || page.contains("(2024, May 3)"))
        #expect(try web.get("/articles/\(id)/cite?as=harvard").status == 400)
        #expect(try web.get("/articles/zzzz/cite").status == 404)
    }

    @Test func `facts say where they stand and how sure they are`() throws {
        let web = try RunningWeb(files: ["late.txt": Self.second])
        let id = try #require(try web.ids().first)
        let page = try web.get("/articles/\(id)").text
        let person = try #require(page.range(of: "<bdi>Petra Lindqvist</bdi></a> <span class=\"grey\">"))
        let rest = page[person.upperBound...].prefix(120)
        #expect(rest.contains(" %, 2 times"))
        let link = "href=\"#paragraph-"
        #expect(rest.contains(link), "\(rest)")
        let anchor = "<p id=\"paragraph-1\""
        #expect(page.contains(anchor))
    }

    @Test func `who corrected a fact stands beside it`() throws {
        let web = try RunningWeb(withDesk: true)
        let id = try #require(try web.ids().last)
        let key = try web.token("desk", "edit")
        let answer = try web.post(
            "/api/v1/articles/\(id)/corrections", "{\"field\": \"outlet\", \"value\": \"The Quay\"}",
            type: "application/json", headers: ["Authorization: Bearer \(key)"], cookie: nil)
        #expect(answer.status == 200)
        let page = try web.get("/articles/\(id)").text
        #expect(page.contains("Outlet (corrected by <bdi>"))
        #expect(page.contains("<bdi>The Quay</bdi>"))
    }

    @Test func `versions are compared in one text and side by side`() throws {
        let first = RunningWeb.page(
            "Harbour bridge opens", "The Harbour Courier",
            (1...6).map {
                "Paragraph \($0) of the bridge tells what the mayor said in the rain on that Monday at noon."
            })
        let web = try RunningWeb(files: [
            "a.html": first,
            "b.html": first.replacing("Paragraph 3 of the bridge", with: "Paragraph 3 of the new bridge"),
        ])
        let id = try #require(try web.ids().first)
        // Which of them was read first is not said.
        let isSecond = try web.get("/api/v1/articles/\(id)?version=2").text.contains("new bridge")
        let pair = isSecond ? "from=1&to=2" : "from=2&to=1"
        let inline = try web.get("/articles/\(id)/versions?\(pair)").text
        #expect(inline.contains("<ins>new </ins>") && !inline.contains("class=\"beside"))
        let beside = try web.get("/articles/\(id)/versions?\(pair)&view=beside").text
        let rows = beside.components(separatedBy: "<tr><td dir=\"auto\">").dropFirst()
        #expect(rows.count >= 6)
        let changed = try #require(rows.first { $0.contains("<ins>") })
        let cells = changed.components(separatedBy: "</td><td dir=\"auto\">")
        #expect(cells.count == 2 && !cells[0].contains("new ") && cells[1].contains("<ins>new </ins>"))
        #expect(try web.get("/articles/\(id)/versions?view=other").status == 400)
        #expect(try web.get("/articles/\(id)/versions?from=9").status == 404)
        #expect(try web.get("/articles/\(id)?version=x").status == 400)
    }
}
