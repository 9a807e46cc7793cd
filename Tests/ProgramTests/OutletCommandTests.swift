import Foundation
import Testing

/// `wiredesk outlet` with the real program.
@Suite struct OutletCommandTests {
    private static func outlets(_ stored: StoredState, _ state: URL? = nil) throws -> Set<String> {
        let run = try Program.run("list", "--state", (state ?? stored.state).path, "--json", "--all")
        return Set(run.objects.compactMap { $0["outlet"] as? String })
    }

    @Test func outlets_AreMergedAndNamed_KeptThroughRereadRebuildAndRestore_AndTakenBack() throws {
        let stored = try StoredState()
        try stored.drop(
            StoredState.page(crowd: "nine", time: "2024-05-05T10:00:00Z").replacingOccurrences(
                of: "/news/bridge", with: "/b2"
            )
            .replacingOccurrences(of: "The Harbour Courier", with: "Harbour Courier Online")
            .replacingOccurrences(of: "Harbour bridge", with: "Canal lock"), "second.html")
        #expect(try stored.once().status == 0)
        #expect(try Self.outlets(stored) == ["The Harbour Courier", "Harbour Courier Online"])
        #expect(
            try Program.run("outlet", "list", "--state", stored.state.path).output.contains("Harbour Courier Online"))
        let merged = try Program.run(
            "outlet", "merge", "--state", stored.state.path, "online", "The Harbour Courier")
        #expect(merged.status == 0, "\(merged.complaint)")
        #expect(try Self.outlets(stored) == ["The Harbour Courier"])
        #expect(
            try Program.run("outlet", "name", "--state", stored.state.path, "courier.example", "Courier of the Harbour")
                .status == 0)
        #expect(try Self.outlets(stored) == ["Courier of the Harbour"])
        let listed = try Program.run("outlet", "list", "--state", stored.state.path, "--json").objects
        let others = listed.first?["other_names"] as? [[String: Any]] ?? []
        #expect(others.contains { $0["by"] as? String == NSUserName() })
        #expect(try stored.run("reread", "--all").status == 0)
        #expect(try Self.outlets(stored) == ["Courier of the Harbour"])
        #expect(try stored.run("rebuild", "--yes").status != 74)
        #expect(try Self.outlets(stored) == ["Courier of the Harbour"])
        #expect(try stored.run("export", "--all").output.contains("Courier of the Harbour"))
        let backup = stored.folder.url.appendingPathComponent("backup")
        #expect(try stored.run("backup", backup.path).status == 0)
        let restored = stored.folder.url.appendingPathComponent("restored")
        #expect(try Program.run("restore", "--state", restored.path, backup.path).status == 0)
        #expect(try Self.outlets(stored, restored) == ["Courier of the Harbour"])
        #expect(
            try Program.run("outlet", "name", "--state", stored.state.path, "courier.example", "--undo").status == 0)
        #expect(
            try Program.run("outlet", "merge", "--state", stored.state.path, "--undo", "Harbour Courier Online").status
                == 0)
        #expect(try Self.outlets(stored) == ["The Harbour Courier", "Harbour Courier Online"])
    }

    @Test func slips_AreTold() throws {
        let stored = try StoredState()
        let wrong = try Program.run("outlet", "name", "--state", stored.state.path, "The Harbor Courier", "X")
        #expect(wrong.status == 1 && wrong.complaint.contains("did you mean The Harbour Courier?"), "\(wrong)")
        #expect(try Program.run("outlet", "merge", "--state", stored.state.path, "one").status == 64)
        #expect(try Program.run("outlet", "name", "--state", stored.state.path, "courier.example").status == 64)
        #expect(
            try Program.run("outlet", "merge", "--state", stored.state.path, "--undo", "Harbour").status == 1)
    }
}
