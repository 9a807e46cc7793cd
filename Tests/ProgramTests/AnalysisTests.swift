import Foundation
import Testing

/// Relations, stories and saved searches of the real programs.
@Suite struct AnalysisTests {
    private static let passage = """
        The northern breakwater will be closed for eleven weeks while divers replace the iron ties, the harbour office said on \
        Monday.

        Fishing boats are to use the old grain quay meanwhile, and the ferry to the outer islands will leave from the customs \
        steps at low tide.

        “We would rather close it now than find it gone in November,” said Ines Aldaba, who heads the office.
        """

    private static let original = """
        Breakwater to close for eleven weeks

        By Runa Falk

        3 May 2024

        \(passage)

        Shopkeepers along the quay were told by letter. A hearing for everyone else is planned in the fish hall, where the plans \
        will hang for a month, and the town has asked for two quotations for the work that follows.
        """

    private static let blog = """
        Every spring the same surprise, and every spring nobody has seen it coming but the gulls and me.

        My neighbours have written to the office for years, and what they got was a calendar with a lighthouse on it.

        As reported by Runa Falk of The Quay Gazette;

        \(passage)
        """

    private static func other(_ number: Int) -> String {
        let words = ["orchard", "granary", "viaduct", "chapel", "tannery", "foundry"]
        return """
            \(words[number].capitalized) sold to a cooperative

            By Ada Quill

            The \(words[number]) near the station was sold on a wet afternoon to seven families who had rented it for years.

            Nobody else had come to bid for the \(words[number]), and the auctioneer went home before it was dark.
            """
    }

    private static func desk(_ files: [(String, String)], configuration: String? = nil) throws -> (TemporaryFolder, URL)
    {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        for (name, text) in files {
            let inbox = state.appendingPathComponent("inbox")
            try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
            try Data(text.utf8).write(to: inbox.appendingPathComponent(name))
            // One after the other, so that the order of coming is known.
            #expect(try Program.takeIn(state.path).status == 0)
        }
        return (folder, state)
    }

    private static func objects(_ state: URL, _ arguments: String...) throws -> [[String: Any]] {
        try Program.run(arguments + ["--json", "--state", state.path]).objects
    }

    private static func id(_ state: URL, _ words: String) throws -> String {
        try #require(try objects(state, "search", words, "--all").first?["id"] as? String)
    }

    @Test(arguments: [false, true]) func excerpt_IsTiedToItsCredit_AndToItsSource_WhicheverCameFirst(
        _ isBlogFirst: Bool
    ) throws {
        let files = [("original.txt", Self.original), ("blog.txt", Self.blog)]
        let (folder, state) = try Self.desk(isBlogFirst ? files.reversed() : files)
        defer { withExtendedLifetime(folder) {} }
        let blog = try Self.id(state, "gulls")
        let original = try Self.id(state, "shopkeepers")
        let copies = try Self.objects(state, "copies", blog)
        #expect(copies.count == 1)
        #expect(copies.first?["id"] as? String == original)
        #expect(copies.first?["relation"] as? String == "excerpt" && copies.first?["is_source"] as? Bool == true)
        let shown = try #require(try Self.objects(state, "show", blog).first)
        let body = try #require(shown["body"] as? String)
        let scalars = Array(body.unicodeScalars)
        func text(_ object: [String: Any]?) -> String {
            guard let start = object?["start"] as? Int, let end = object?["end"] as? Int else { return "" }
            return String(String.UnicodeScalarView(scalars[start..<end]))
        }
        #expect(
            text(copies.first).hasPrefix("The northern breakwater") && text(copies.first).hasSuffix("heads the office"))
        let passages = try #require(shown["annotations"] as? [[String: Any]]).filter {
            $0["extractor"] as? String == "passages"
        }
        #expect(passages.compactMap { $0["kind"] as? String } == ["own_words", "excerpt"])
        #expect(text(passages.last).hasPrefix("The northern") && text(passages.first).hasPrefix("Every spring"))
        #expect((passages.last?["values"] as? [String: String])?["person"] == "Runa Falk")
        let earliest = try #require(shown["earliest"] as? [String: String])
        #expect(earliest["id"] == original && earliest["basis"] == "stated")
        #expect((shown["copies"] as? [[String: Any]])?.first?["is_earliest"] as? Bool == true)
        #expect(try Self.objects(state, "same", blog).count == 1, "the former name works in this version")
    }

    @Test func copies_AreFoldedInLists_UnlessAllAreWanted() throws {
        let copy = Self.original.replacingOccurrences(of: "Breakwater to close", with: "Harbour wall to be shut")
        let (folder, state) = try Self.desk([
            ("original.txt", Self.original),
            ("copy.txt", copy.replacingOccurrences(of: "3 May", with: "Source: The Northern Gazette\n\n4 May")),
            ("other.txt", Self.other(0)),
        ])
        defer { withExtendedLifetime(folder) {} }
        #expect(try Self.objects(state, "list").count == 2)
        #expect(try Self.objects(state, "list", "--all").count == 3)
        #expect(
            try Self.objects(state, "search", "breakwater").compactMap { $0["headline"] as? String } == [
                "Breakwater to close for eleven weeks"
            ])
        #expect(try Self.objects(state, "search", "breakwater", "--all").count == 2)
        let story = try #require(try Self.objects(state, "stories").first)
        #expect(story["articles"] as? Int == 2)
        let name = try #require(story["id"] as? String)
        let timeline = try #require(try Self.objects(state, "story", name).first?["timeline"] as? [[String: Any]])
        #expect(timeline.compactMap { $0["published"] as? String } == ["2024-05-03", "2024-05-04"])
        #expect(try Self.objects(state, "search", "story:\(name)", "--all").count == 2)
        #expect(try Self.objects(state, "list", "--story", name, "--all").count == 2)
        #expect(try Self.objects(state, "list", "story:\(name)", "--all").count == 2)
        #expect(try Self.objects(state, "list", "wall -story:\(name)", "--all").isEmpty)
        #expect(try Self.objects(state, "export", "story:\(name) breakwater", "--all").count == 2)
        #expect(
            try Self.objects(state, "search", "\"story:\(name)\"", "--all").isEmpty, "in quotation marks it is text")
        #expect(try Program.run("story", "--state", state.path, name).output.contains("│   Harbour wall"))
        let other = try #require(timeline.last?["id"] as? String)
        #expect(try Program.run("story", "--state", state.path, name, "--without", other).status == 0)
        #expect(try Self.objects(state, "stories").isEmpty, "one article is no story")
        #expect(try Program.run("story", "--state", state.path, name, "--without", other).status == 1)
        #expect(try Program.run("reread", "--state", state.path, "--all").status == 0)
        #expect(try Program.run("rebuild", "--state", state.path, "--yes").status != 64)
        // Stories are made again by the next desk.
        #expect(try Program.takeIn(state.path).status == 0)
        #expect(try Program.run("story", "--state", state.path, name).status == 0, "the story is there again")
        #expect(try Self.objects(state, "stories").isEmpty)
        #expect(try Self.objects(state, "correct", other, "--list").first?["kind"] as? String == "story")
        #expect(try Program.run("story", "--state", state.path, name, "--undo").status == 64)
        #expect(try Program.run("story", "--state", state.path, name, "--without", other, "--undo").status == 0)
        #expect(try Self.objects(state, "stories").first?["articles"] as? Int == 2)
    }

    @Test func articlesInOneManner_AreNoCopies() throws {
        let (folder, state) = try Self.desk((0..<6).map { ("\($0).txt", Self.other($0)) })
        defer { withExtendedLifetime(folder) {} }
        #expect(try Self.objects(state, "list", "--all").count == 6)
    }

    @Test func alert_FindsWhatComesLater() throws {
        let (folder, state) = try Self.desk([("first.txt", Self.other(0))])
        defer { withExtendedLifetime(folder) {} }
        #expect(try Program.run("alert", "add", "walls", "breakwaters OR viaduct", "--state", state.path).status == 0)
        #expect(try Program.run("alert", "add", "--state", state.path, "no/name", "x").status == 64)
        let desk = try RunningDesk(state: state)
        #expect(try Program.run("alert", "add", "--state", state.path, "cellars", "granary").status == 0)
        for number in 0..<3 {
            try Data(Self.other(number).utf8).write(to: desk.inbox.appendingPathComponent("\(number).txt"))
        }
        let isFound = Wait.until {
            (try? Self.objects(state, "alert", "hits", "cellars").count) == 1
                && (try? Self.objects(state, "alert", "hits", "walls").count) == 1
        }
        #expect(isFound)
        #expect(desk.logText.contains("Alert cellars found an article"))
        #expect(try Self.objects(state, "alert", "list").compactMap { $0["name"] as? String } == ["cellars", "walls"])
        #expect(try Self.objects(state, "watch", "list").count == 2, "the former name works in this version")
        #expect(try Program.run("alert", "remove", "--state", state.path, "cellars").status == 0)
        #expect(try Program.run("alert", "remove", "--state", state.path, "cellars").status == 1)
        #expect(desk.end() == 0)
    }

    @Test func switchedOff_NothingIsRelated_AndSwitchedOnAgainAllIs() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data(Self.original.utf8).write(to: inbox.appendingPathComponent("a.txt"))
        try Data(Self.blog.utf8).write(to: inbox.appendingPathComponent("b.txt"))
        let file = folder.url.appendingPathComponent("off.yaml")
        try Data("state: \(state.path)\ninboxes:\n  - path: \(inbox.path)\nanalysis: false\n".utf8).write(to: file)
        #expect(try Program.run("run", "--config", file.path, "--once").status == 0)
        let blog = try Self.id(state, "gulls")
        #expect(try Self.objects(state, "copies", blog).isEmpty)
        #expect(try Program.takeIn(state.path).status == 0)
        #expect(try Self.objects(state, "copies", blog).count == 1)
        // The index is made again where it is lost.
        try FileManager.default.removeItem(at: state.appendingPathComponent("analysis"))
        try Data((Self.blog + "\n\nAnd so it goes.").utf8).write(to: inbox.appendingPathComponent("c.txt"))
        #expect(try Program.takeIn(state.path).status == 0)
        #expect(try Self.objects(state, "copies", blog).count == 2)
    }
}
