import Foundation
import Testing

/// Taking articles out with the real program.
@Suite struct ExportTests {
    private static let keys: Set = [
        "id", "version", "current", "withdrawn", "delivery", "delivered", "collection", "file", "tags", "notes", "path",
        "format", "url",
        "headline", "headline_derived", "deck", "authors", "outlet", "published", "modified", "language", "section",
        "keywords", "credit", "credits", "body", "paragraphs", "word_count", "confidence", "byline", "retrieved",
        "dateline", "dateline_place", "dateline_date", "dateline_agency", "lead_image", "links", "paywalled", "summary",
        "subjects", "guid", "wire_version", "pubstatus", "embargo", "urgency", "located", "copyright", "usage_terms",
        "editorial_note", "by_title", "annotations", "entities", "quotations",
    ]

    @Test func jsonLines_HaveEveryKey_OncePerArticle() throws {
        let stored = try StoredState()
        let run = try stored.run("export", "--all", "--json")
        #expect(run.status == 0 && run.complaint.isEmpty, "\(run.complaint)")
        #expect(run.objects.count == 3 && run.lines.count == 3)
        #expect(run.objects.allSatisfy { Set($0.keys) == Self.keys })
        let listed = try stored.run("list", "--json").objects.compactMap { $0["id"] as? String }
        #expect(Set(run.objects.compactMap { $0["id"] as? String }) == Set(listed))
        let bridge = try #require(run.objects.first { $0["version"] as? Int == 2 })
        #expect(bridge["file"] as? String == "bridge-update.html" && bridge["path"] is NSNull)
        #expect((bridge["body"] as? String)?.contains("six hundred") == true)
        #expect(try stored.run("export", "--all").output == run.output)
        #expect(try stored.run("export", "--all", "--versions").objects.count == 4)
    }

    /// Options, and how many articles they take or how the program ends.
    struct Selection: Sendable, CustomTestStringConvertible {
        var options: [String]
        var status: Int32 = 0
        var count = 0
        var testDescription: String { options.joined(separator: " ") }
    }

    @Test func words_AndFilters_SayWhatIsTaken() throws {
        let stored = try StoredState()
        for selection in [
            Selection(options: ["bridge"], count: 1), Selection(options: ["ferry", "storm"], count: 1),
            Selection(options: ["--outlet", "harbour"], count: 1), Selection(options: ["--author", "LEE"], count: 1),
            Selection(options: ["--collection", "notes"], count: 1),
            Selection(options: ["--until", "2024-05-03"], count: 1),
            Selection(options: ["submarine"], status: 1), Selection(options: ["--outlet", "nobody"], status: 1),
            Selection(options: [], status: 64), Selection(options: ["--all", "bridge"], count: 1),
            Selection(options: ["--withdrawn"], status: 1),
            Selection(options: ["--all", "--as", "docx"], status: 64),
            Selection(options: ["--all", "--as", "csv", "--columns", "id,nonsense"], status: 64),
            Selection(options: ["--all", "--as", "markdown"], status: 64),
            Selection(options: ["--all", "--bom"], status: 64),
            Selection(options: ["--all", "--output", "/nonexistent/export.jsonl"], status: 74),
        ] {
            let run = try Program.run(["export", "--state", stored.state.path] + selection.options)
            #expect(run.status == selection.status, "\(selection): \(run.complaint)")
            #expect(run.lines.count == selection.count, "\(selection)")
        }
        #expect(try Program.run("export", "--state", stored.folder.path + "/none", "--all").status == 74)
    }

    @Test func fullOutput_IsAFailureOfWriting() throws {
        let stored = try StoredState()
        let run = try Program.run(
            ["export", "--state", stored.state.path, "--all"],
            runner: ["/bin/sh", "-c", "exec \"$@\" >/dev/full", "sh"])
        #expect(run.status == 74 && run.complaint.contains("No space left"), "\(run.complaint)")
    }

    @Test func file_IsThereOnlyWhenItIsWhole() throws {
        let stored = try StoredState()
        let target = stored.folder.url.appendingPathComponent("out.jsonl")
        #expect(try stored.run("export", "submarine", "--output", target.path).status == 1)
        #expect(!FileManager.default.fileExists(atPath: target.path))
        try Data("old".utf8).write(to: target)
        #expect(try stored.run("export", "--all", "-o", target.path).status == 0)
        let written = try String(contentsOf: target, encoding: .utf8)
        #expect(written == (try stored.run("export", "--all").output))
        let names = try FileManager.default.contentsOfDirectory(atPath: stored.folder.path)
        #expect(names.allSatisfy { !$0.hasSuffix(".part") })
    }

    @Test func markdown_IsAFileForEachArticle_InsideOfTheFolder() throws {
        let stored = try StoredState()
        try stored.drop(
            "../../climbing/out\n\nBy Ann Lee\n\nA headline that would like to leave its folder stays in it.", "x.txt")
        #expect(try stored.once().status == 0)
        let folder = stored.folder.url.appendingPathComponent("md")
        #expect(try stored.run("export", "--all", "--as", "markdown", "--output", folder.path).status == 0)
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
        #expect(files.count == 4)
        #expect(files.contains { $0.hasPrefix("2024/05/2024-05-03-harbour-bridge-opens-") })
        #expect(files.contains { $0.hasPrefix("undated/climbing-out-") }, "\(files)")
        let read = try Program.run(["read"] + files.map { folder.path + "/" + $0 })
        #expect(read.status == 0 && read.objects.allSatisfy { $0["format"] as? String == "markdown" })
        let bridge = try #require(read.objects.first { $0["headline"] as? String == "Harbour bridge opens" })
        #expect(bridge["outlet"] as? String == "The Harbour Courier")
        #expect(bridge["published"] as? String == "2024-05-03T10:00:00Z")
        let exported = try stored.run("export", "--outlet", "harbour").objects
        #expect(bridge["body"] as? String == exported.first?["body"] as? String)
    }

    @Test func anotherDesk_StoresEqualArticles_FromNinjs() throws {
        let stored = try StoredState()
        try stored.drop(
            "RABAT, Nov. 24 (Reuters) - The ferry to the islands was late again on Tuesday, its captain said.",
            "wire.txt")
        #expect(try stored.once().status == 0)
        let other = try TemporaryFolder()
        let inbox = other.url.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        // Straight into the inbox: nothing is taken before it is whole.
        let target = inbox.appendingPathComponent("all.json").path
        #expect(try stored.run("export", "--all", "--versions", "--as", "ninjs", "--output", target).status == 0)
        #expect(try Program.takeIn(other.path).status == 0)
        func articles(_ state: String) throws -> [String] {
            let filing: Set = [
                "id", "version", "delivery", "delivered", "file", "path", "format", "collection", "annotations",
                "entities", "quotations",
            ]
            return try Program.run("export", "--state", state, "--all", "--versions").objects.map { object in
                let facts = object.filter { !filing.contains($0.key) }
                return String(
                    decoding: try JSONSerialization.data(withJSONObject: facts, options: [.sortedKeys]), as: UTF8.self)
            }.sorted()
        }
        let expected = try articles(stored.state.path)
        #expect(expected.count == 5)
        #expect(try articles(other.path) == expected)
    }

    @Test func webArchive_HoldsEachOriginalOnce_ByteForByte() throws {
        let stored = try StoredState()
        let run = try stored.run("export", "--all", "--versions", "--as", "warc")
        #expect(run.status == 0 && run.complaint.isEmpty, "\(run.complaint)")
        #expect(run.output.components(separatedBy: "WARC-Type: resource").count == 5)
        for crowd in ["four hundred", "six hundred"] {
            let time = crowd == "four hundred" ? "2024-05-03T10:00:00Z" : "2024-05-04T10:00:00Z"
            let page = StoredState.page(crowd: crowd, time: time)
            #expect(run.output.contains("\r\nContent-Length: \(page.utf8.count)\r\n\r\n\(page)\r\n\r\n"))
        }
        #expect(run.output.contains("WARC-Target-URI: https://courier.example/news/bridge\r\n"))
    }

    @Test func anotherDesk_StoresTheSameTexts_FromAWebArchive() throws {
        let stored = try StoredState()
        let other = try TemporaryFolder()
        let inbox = other.url.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let target = inbox.appendingPathComponent("all.warc").path
        #expect(try stored.run("export", "--all", "--versions", "--as", "warc", "--output", target).status == 0)
        #expect(try Program.takeIn(other.path).status == 0)
        func texts(_ state: String) throws -> [String] {
            try Program.run("export", "--state", state, "--all", "--versions").objects.map { object in
                let values = [object["headline"], object["url"], object["body"]].map { $0 as? String ?? "none" }
                return values.joined(separator: "|")
            }.sorted()
        }
        let expected = try texts(stored.state.path)
        #expect(expected.count == 4)
        #expect(try texts(other.path) == expected)
    }

    @Test func damagedOriginal_IsLeftOut_AndSaidSo() throws {
        let stored = try StoredState()
        let deliveries = try stored.run("deliveries", "--json").objects
        let bridge = try #require(deliveries.first { $0["name"] as? String == "bridge-update.html" })
        let original = stored.state.appendingPathComponent(try #require(bridge["original"] as? String))
        try FileManager.default.removeItem(at: original)
        try Data("no original".utf8).write(to: original)
        let run = try stored.run("export", "--all", "--versions", "--as", "warc")
        #expect(run.status == 74 && run.complaint.contains("left out"), "\(run.complaint)")
        #expect(run.output.components(separatedBy: "WARC-Type: resource").count == 4)
        #expect(run.output.contains("four hundred") && !run.output.contains("six hundred"))
    }

    @Test func citations_AreOfTheArticlesNamed() throws {
        let stored = try StoredState()
        let ids = try stored.run("list", "--json").objects.compactMap { $0["id"] as? String }
        let ris = try Program.run(["cite", "--state", stored.state.path, "--as", "ris"] + ids)
        #expect(ris.status == 0 && ris.output.components(separatedBy: "TY  - NEWS").count == 4)
        let csl = try Program.run(["cite", "--state", stored.state.path, "--as", "csl-json"] + ids)
        let items = try #require(try JSONSerialization.jsonObject(with: Data(csl.output.utf8)) as? [[String: Any]])
        #expect(items.compactMap { $0["id"] as? String } == ids)
        let missing = try stored.run("cite", "zzzzzzzzzzzz", ids[0], "--as", "bibtex")
        #expect(missing.status == 1 && missing.output.hasPrefix("@article{") && missing.complaint.contains("zzzz"))
        #expect(try stored.run("cite", ids[0]).status == 64)
    }
}
