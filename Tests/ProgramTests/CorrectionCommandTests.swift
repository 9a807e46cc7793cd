import Foundation
import Testing

/// Correcting, tagging and noting with the real program, with and without a running desk.
@Suite struct CorrectionCommandTests {
    private static func ferry(_ stored: StoredState) throws -> String {
        try #require(try stored.run("search", "ferry", "--json").objects.first?["id"] as? String)
    }

    @Test func correction_WithoutADesk_WinsEverywhere_AndSurvivesARebuild() throws {
        let stored = try StoredState()
        let id = try Self.ferry(stored)
        #expect(try stored.run("correct", id, "headline", "Zeppelin stays aloft").status == 0)
        #expect(try stored.run("tag", id, "airship", "to check").status == 0)
        #expect(try stored.run("note", id, "Ask the captain.").status == 0)
        #expect(try stored.run("rebuild", "--yes").status != 64)
        for command in ["list", "search", "export"] {
            let arguments =
                command == "list" ? ["--json"] : command == "search" ? ["zeppelin tag:airship", "--json"] : ["--all"]
            let run = try Program.run([command, "--state", stored.state.path] + arguments)
            let headlines = run.objects.compactMap { $0["headline"] as? String }
            #expect(headlines.contains("Zeppelin stays aloft"), "\(command): \(run.complaint)")
        }
        let shown = try #require(try stored.run("show", id, "--json").objects.first)
        #expect(shown["headline"] as? String == "Zeppelin stays aloft")
        #expect(shown["tags"] as? [String] == ["airship", "to check"])
        let text = try stored.run("show", id).output
        #expect(text.contains("corrected      headline: Zeppelin stays aloft") && text.contains("Ask the captain."))
        #expect(try stored.run("correct", "--list", "--json").objects.count == 4)
        #expect(try stored.run("correct", id, "headline", "--undo").status == 0)
        #expect(try stored.run("correct", id, "headline", "--undo").status == 1)
        let backup = stored.folder.url.appendingPathComponent("backup")
        #expect(try stored.run("backup", backup.path).status == 0)
        let copied = try Data(contentsOf: backup.appendingPathComponent("corrections"))
        #expect(try copied == Data(contentsOf: stored.state.appendingPathComponent("corrections")))
    }

    @Test func correction_WithARunningDesk_IsMadeByIt_UnderTheUsersName() throws {
        let stored = try StoredState()
        let id = try Self.ferry(stored)
        let desk = try RunningDesk(state: stored.state)
        #expect(try stored.run("correct", id, "outlet", "Island Post").status == 0)
        #expect(try stored.run("list", "--outlet", "island", "--json").objects.first?["id"] as? String == id)
        let user = try #require(try stored.run("correct", id, "--list", "--json").objects.first?["by"] as? String)
        #expect(user == NSUserName())
        #expect(try stored.run("correct", id, "language", "English").status == 64)
        #expect(try stored.run("note", id, "--undo").status == 1)
        #expect(desk.end() == 0)
    }

    @Test func speaker_IsMendedByOneCommand_AndSurvivesReadingAgainAndARebuild() throws {
        let stored = try StoredState()
        try stored.drop(
            "Harbour\n\nBy Bo Sample\n\n\"The quay stays shut for the winter,\" said Clara Hoff.", "quay.txt")
        #expect(try stored.once().status == 0)
        let id = try #require(try stored.run("search", "quay", "--json").objects.first?["id"] as? String)
        let listed = try #require(try stored.run("quotes", id, "--json").objects.first)
        #expect(listed["number"] as? Int == 1 && listed["speaker"] as? String == "Clara Hoff")
        #expect(try stored.run("quotes", id).output.contains("Clara Hoff"))
        #expect(try stored.run("quotes", id, "1", "--speaker", "Ann Lee").status == 0)
        func speakers(_ name: String) throws -> [String] {
            try stored.run("quotes", "--by", name, "--json").objects.compactMap { $0["speaker"] as? String }
        }
        #expect(try speakers("Lee") == ["Ann Lee"])
        #expect(try speakers("Hoff").isEmpty)
        #expect(try stored.run("reread", "--all").status == 0)
        #expect(try speakers("Lee") == ["Ann Lee"])
        #expect(try stored.run("rebuild", "--yes").status != 64)
        #expect(try speakers("Lee") == ["Ann Lee"])
        #expect(try stored.run("correct", id, "--list").output.contains("speaker Ann Lee: The quay stays shut"))
        #expect(try stored.run("quotes", id, "1", "--nobody").status == 0)
        #expect(try speakers("Lee").isEmpty)
        #expect(try stored.run("quotes", id, "1", "--undo").status == 0)
        #expect(try speakers("Hoff") == ["Clara Hoff"])
        #expect(try stored.run("quotes", id, "1", "--undo").status == 1)
        #expect(try stored.run("quotes", id, "9", "--nobody").status == 1)
        #expect(try stored.run("quotes", id, "1").status == 64)
        #expect(try stored.run("quotes", id, "1", "--nobody", "--undo").status == 64)
        #expect(try stored.run("quotes", id, "--by", "Hoff").status == 64)
    }

    @Test func whoAndQuotes_OfNobody_SayNothing() throws {
        let stored = try StoredState()
        #expect(try stored.run("who", "Nobody Atall").status == 1)
        #expect(try stored.run("quotes", "--by", "Nobody").status == 1)
        #expect(try stored.run("who", "--merge", "Nobody").status == 64)
        #expect(try stored.run("who", "--unmerge", "Nobody Atall").status == 1)
    }
}
