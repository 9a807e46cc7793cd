import Foundation
import Testing

/// The page of a tag.
@Suite struct ReadingListPageTests {
    private static func story(_ number: Int) -> String {
        """
        Ferry number \(number) stays in port

        The ferry number \(number) to the outer islands stayed in port on Tuesday because of the storm of the year \(1000 + number), its captain said in the evening.
        """
    }

    @Test func `a reading list is moved about, keeps its order, and is downloaded in it`() throws {
        let web = try RunningWeb(
            withDesk: true, files: Dictionary(uniqueKeysWithValues: (1...4).map { ("ferry-\($0).txt", Self.story($0)) })
        )
        let items = try web.json("/api/v1/latest")["items"] as? [[String: Any]] ?? []
        func id(_ number: Int) throws -> String {
            try #require(
                items.first { ($0["headline"] as? String) == "Ferry number \(number) stays in port" }?["id"] as? String)
        }
        for number in [3, 1, 2, 4] {
            try RunningWeb.run("wiredesk", ["tag", id(number), "read/later", "--state", web.state.path])
        }
        try RunningWeb.run("wiredesk", ["note", id(1), "the <b>second</b> one", "--state", web.state.path])
        let path = "/tags/read%2Flater"
        func order(_ path: String) throws -> [Int] {
            let page = try web.get(path).text
            return page.components(separatedBy: "Ferry number ").dropFirst().compactMap { Int($0.prefix(1)) }
        }
        #expect(try order(path) == [3, 1, 2, 4])
        let page = try web.get(path).text
        #expect(page.contains("the &lt;b&gt;second&lt;/b&gt; one") && page.contains("4 articles"))
        // The page for reading has no token and may be kept.
        #expect(!page.contains("csrf") && page.contains("?order=change"))
        let token = try web.formToken("\(path)?order=change")
        func move(_ number: Int, _ where: String, token: String) throws -> HTTPAnswer {
            try web.post(
                path, "csrf=\(token)&article=\(id(number))&move=\(`where`)", type: "application/x-www-form-urlencoded",
                cookie: web.cookie)
        }
        #expect(try move(4, "up", token: "wrong").status == 403)
        #expect(try move(4, "up", token: token).status == 303)
        #expect(try order(path) == [3, 1, 4, 2])
        #expect(try move(2, "first", token: token).status == 303)
        #expect(try order(path) == [2, 3, 1, 4])
        #expect(try move(3, "down", token: token).status == 303)
        #expect(try move(4, "down", token: token).status == 303)
        #expect(try order(path) == [2, 1, 3, 4])
        #expect(try move(4, "sideways", token: token).status == 422)
        for (form, ending) in [("html", "html"), ("csv", "csv"), ("jsonl", "jsonl"), ("bibtex", "bib"), ("ris", "ris")]
        {
            let file = try web.get("\(path)?as=\(form)")
            #expect(file.status == 200, "\(form)")
            #expect(file.header("content-disposition")?.hasSuffix("reading-list.\(ending)\"") == true)
            let places = [2, 1, 3, 4].compactMap { file.text.range(of: "Ferry number \($0) stays")?.lowerBound }
            #expect(places.count == 4 && places == places.sorted(), "\(form)")
        }
        // The same articles as the command takes out.
        let command = try RunningWeb.run(
            "wiredesk", ["export", "--tag", "read/later", "--as", "jsonl", "--state", web.state.path]
        ).output
        #expect(
            Set(command.split(separator: "\n")) == Set(try web.get("\(path)?as=jsonl").text.split(separator: "\n")))
        #expect(try web.get("\(path)?as=pdf").status == 400)
        #expect(try web.get("/tags/none?as=html").status == 404)
        #expect(try web.get("/tags/none").text.contains("No article has this tag."))
        #expect(try web.get("\(path)?after=7fffffffffffffff_0").status == 200)
        #expect(try web.get("\(path)?after=-5_0").status == 200)
        let key = try web.token("reader", "read")
        let reader = ["Authorization: Bearer \(key)"]
        #expect(try web.get("\(path)?order=change", cookie: nil, headers: reader).status == 403)
        #expect(!(try web.get(path, cookie: nil, headers: reader).text.contains("Change the order")))
        // A new start of the desk finds the order as it was left.
        web.endDesk()
        try web.startDesk()
        #expect(try order(path) == [2, 1, 3, 4])
    }
}
