import Foundation
import Testing

/// What programs around ours rely on: keys, nulls and exit statuses.
@Suite struct ContractTests {
    private static let listKeys: Set = [
        "id", "version", "headline", "outlet", "authors", "published", "language", "collection", "url", "file",
        "delivery",
    ]
    private static let readKeys: Set = [
        "file", "path", "index", "format", "url", "headline", "headline_derived", "deck", "authors", "outlet",
        "published", "modified", "language", "section", "keywords", "credit", "credits", "body", "paragraphs",
        "word_count", "confidence", "names", "quotations",
    ]
    private static let deliveryKeys: Set = [
        "id", "time", "name", "collection", "size", "sha256", "outcome", "stage", "code", "message", "partial",
        "duration_ms", "articles", "original", "retry_of",
    ]

    @Test func lines_HaveExactlyTheirKeys_NullWhereUnknown() throws {
        let stored = try StoredState()
        let list = try stored.run("list", "--json")
        #expect(list.status == 0 && list.objects.count == 3 && list.lines.count == 3)
        #expect(list.objects.allSatisfy { Set($0.keys) == Self.listKeys })
        let ferry = try #require(list.objects.first { $0["file"] as? String == "notes/ferry.txt" })
        #expect(ferry["url"] is NSNull && ferry["outlet"] is NSNull && ferry["published"] is NSNull)
        #expect(ferry["authors"] as? [String] == ["Bo Sample"] && ferry["collection"] as? String == "notes")
        let bridge = try #require(list.objects.first { $0["version"] as? Int == 2 })
        #expect(bridge["authors"] as? [String] == [] && bridge["published"] as? String == "2024-05-03T10:00:00Z")

        let search = try stored.run("search", "--json", "bridge")
        #expect(search.status == 0 && search.objects.count == 1)
        let hitKeys = Self.listKeys.union(["snippet", "score", "matched", "missing"])
        #expect(search.objects.allSatisfy { Set($0.keys) == hitKeys })

        let deliveries = try stored.run("deliveries", "--json")
        #expect(deliveries.status == 0 && deliveries.objects.count == 6)
        #expect(deliveries.objects.allSatisfy { Set($0.keys) == Self.deliveryKeys })
        let rejected = try stored.run("deliveries", "--json", "--outcome", "rejected")
        #expect(rejected.objects.map { $0["code"] as? String } == ["empty"])
        #expect(rejected.objects.first?["retry_of"] is NSNull)
        let time = try #require(deliveries.objects.first?["time"] as? String)
        #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/) != nil, "\(time)")

        let counts = try stored.run("list", "--json", "--count-by", "outlet")
        #expect(counts.objects.allSatisfy { Set($0.keys) == ["key", "count", "share"] })
        #expect(counts.objects.first?["key"] is NSNull && counts.objects.first?["count"] as? Int == 2)
    }

    @Test func pages_GoOnWhereTheyEnded_OnceEach() throws {
        let stored = try StoredState()
        let whole = try stored.run("list", "--json").objects.compactMap { $0["id"] as? String }
        var pages: [String] = []
        var after: [String] = []
        for _ in 0..<3 {
            let page = try Program.run(
                ["list", "--state", stored.state.path, "--json", "--limit", "1"] + after)
            pages += page.objects.compactMap { $0["id"] as? String }
            guard let cursor = page.complaint.firstMatch(of: /--after (\S+)/)?.1 else { break }
            after = ["--after", String(cursor)]
        }
        #expect(whole.count == 3 && pages == whole)
        #expect(try stored.run("list", "--after", "no cursor").status == 64)
    }

    @Test func read_TellsEveryKey_InTheOrderOfTheFiles_AndFailuresOnTheirLines() throws {
        let folder = try TemporaryFolder()
        var files: [String] = []
        for number in 0..<24 {
            let file = folder.url.appendingPathComponent("f\(number).txt")
            // Long ones before short ones, so that the order is not that of being done.
            let text =
                "Report \(number)\n\n" + String(repeating: "The ferry was late again. ", count: (24 - number) * 40)
            try Data((number == 5 ? "" : text).utf8).write(to: file)
            files.append(file.path)
        }
        let run = try Program.run(["read", "--jobs", "4"] + files)
        #expect(run.status == 1)
        #expect(run.objects.compactMap { $0["file"] as? String } == files)
        for (number, object) in run.objects.enumerated() {
            #expect(Set(object.keys) == (number == 5 ? ["file", "path", "index", "error"] : Self.readKeys))
        }
        let error = try #require(run.objects[5]["error"] as? [String: Any])
        #expect(Set(error.keys) == ["code", "message"] && error["code"] as? String == "empty")
        #expect(run.objects[0]["path"] is NSNull && run.objects[0]["index"] as? Int == 0)
        #expect(run.objects[0]["keywords"] as? [String] == [])
    }

    @Test func read_TakesStandardInput_AndNamesThatAreNotUTF8() throws {
        let piped = try Program.run(["read", "-"], input: Data(StoredState.note.utf8))
        #expect(piped.status == 0 && piped.objects.first?["file"] as? String == "-")
        #expect(piped.objects.first?["headline"] as? String == "Ferry stays in port")
        let folder = try TemporaryFolder()
        // A shell makes the name: Foundation's strings cannot hold it.
        let script = "printf '%s' \"$2\" > \"$1/caf$(printf '\\351').txt\"; exec \"$3\" read \"$1\"/*"
        let run = try Program.run(
            [], runner: ["/bin/sh", "-c", script, "sh", folder.path, StoredState.note, Program.path.path])
        #expect(run.status == 0, "\(run.complaint)")
        #expect(run.objects.first?["file"] as? String == folder.path + "/caf\\xE9.txt")
    }

    @Test func read_ExplainsPages_AlsoThoseThatAreRefused() throws {
        let page = """
            <html><title>Ferry</title><body><nav><a href="/">Home</a></nav><article><h1>Ferry stays in port</h1>
            <p>The night ferry stayed in port on Tuesday, since the wind rose above nine and the pilots refused to sail.</p>
            <p>Passengers were put up in the old customs hall, where volunteers served tea until the morning came.</p>
            </article></body></html>
            """
        let read = try Program.run(["read", "--explain", "-"], input: Data(page.utf8))
        #expect(read.status == 0, "\(read.complaint)")
        #expect(read.output.contains("+| paragraph"))
        #expect(read.output.contains("Ferry stays in port — it is or repeats the headline"))
        let refused = try Program.run(["read", "--explain", "-"], input: Data("<html><title>404</title><p>x".utf8))
        #expect(refused.status == 1)
        #expect(refused.output.contains("title: 404") && refused.output.contains("no-text"))
    }

    struct MomentCase: Sendable {
        var arguments: [String]
        /// How many of the bridge (published 2024-05-03T10:00:00Z) and of the two others (delivered now) are listed.
        var count: Int
    }

    @Test func sinceAndUntil_TakeTheirForms() throws {
        let stored = try StoredState()
        let cases = [
            MomentCase(arguments: ["--since", "2024-05-03"], count: 3),
            MomentCase(arguments: ["--since", "2024-05-04"], count: 2),
            MomentCase(arguments: ["--since", "2024-05-03T10:00:00Z"], count: 3),
            MomentCase(arguments: ["--since", "2024-05-03T10:00:01Z"], count: 2),
            MomentCase(arguments: ["--since", "2024-05-03T12:00:00+02:00"], count: 3),
            MomentCase(arguments: ["--since", "2h"], count: 2),
            MomentCase(arguments: ["--since", "7d"], count: 2),
            MomentCase(arguments: ["--since", "yesterday"], count: 2),
            MomentCase(arguments: ["--until", "2024-05-03"], count: 1),
            MomentCase(arguments: ["--until", "2024-05-02"], count: 0),
            MomentCase(arguments: ["--until", "2024-05-03T09:59:59Z"], count: 0),
            MomentCase(arguments: ["--until", "yesterday"], count: 1),
            MomentCase(arguments: ["--until", "2h"], count: 1),
            MomentCase(arguments: ["--since", "2024-05-03", "--until", "2024-05-03"], count: 1),
        ]
        for table in cases {
            let run = try Program.run(
                ["list", "--json", "--state", stored.state.path] + table.arguments, environment: ["TZ": "UTC"])
            #expect(run.objects.count == table.count, "\(table.arguments)")
            #expect(run.status == (table.count == 0 ? 1 : 0), "\(table.arguments)")
        }
    }

    @Test func wrongUse_Ends64_AndOtherFailuresWithTheirOwnStatus() throws {
        let stored = try StoredState()
        let state = stored.state.path
        let configuration = stored.folder.url.appendingPathComponent("bad.yaml")
        try Data("lanes: many\n".utf8).write(to: configuration)
        let missing = stored.folder.url.appendingPathComponent("nothing").path
        let cases: [(arguments: [String], status: Int32)] = [
            (["no-such-command"], 64), (["list", "--no-such-option"], 64), (["read"], 64),
            (["read", "--jobs", "0", "x"], 64),
            (["list", "--since", "soon"], 64), (["list", "--limit", "0"], 64), (["list", "--count-by", "mood"], 64),
            (["list", "--count-by", "day", "--after", "0_0"], 64), (["search"], 64), (["show"], 64),
            (["show", "a", "--delivery", "1"], 64), (["show", "--delivery", "1", "--diff"], 64),
            (["search", "x", "--sort", "mood"], 64), (["deliveries", "--outcome", "lost"], 64), (["retry"], 64),
            (["retry", "one"], 64), (["add"], 64), (["add", "--collection", "../up", "x"], 64),
            (["run", "--instance", "../x"], 64), (["status", "extra"], 64), (["check", "extra"], 64),
            (["list", "--state", missing], 74), (["search", "x", "--state", missing], 74),
            (["show", "x", "--state", missing], 74), (["status", "--state", missing], 74),
            (["deliveries", "--state", missing], 74), (["add", "--state", state, missing], 74),
            (["list", "--config", configuration.path], 78), (["run", "--config", configuration.path], 78),
            (["status", "--config", configuration.path], 78), (["check", "--config", configuration.path], 78),
            (["read", "--config", configuration.path, missing], 78), (["list", "--config", missing], 78),
            (["search", "--state", state, "submarine"], 1),
            (["search", "--state", state, "submarine", "--count-by", "day"], 1),
            (["list", "--state", state, "--outlet", "nobody"], 1), (["show", "--state", state, "zzzzzzzzzzzz"], 1),
            (["show", "--state", state, "--delivery", "4711"], 1),
            (["deliveries", "--state", state, "--since", "now"], 1),
            (["read", missing], 1),
            (["list", "--state", state], 0), (["status", "--state", state], 0), (["check", "--state", state], 0),
            (["--help"], 0), (["--version"], 0), (["search", "--help"], 0),
        ]
        for table in cases {
            let run = try Program.run(table.arguments)
            #expect(run.status == table.status, "\(table.arguments): \(run.complaint)")
            if table.status >= 64 {
                #expect(!run.complaint.isEmpty && run.output.isEmpty || table.arguments[0] == "check")
            }
        }
    }

    @Test func secondDesk_IsRefusedWith75() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        #expect(try Program.takeIn(desk.state.path).status == 75)
        #expect(desk.end() == 0)
    }
}
