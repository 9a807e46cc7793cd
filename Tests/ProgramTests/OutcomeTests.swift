import Foundation
import LinuxSystem
import Testing

/// Every file has an outcome that an operator can list, whatever it is.
@Suite struct OutcomeTests {
    /// A state with an inbox, and a way to drop files into it.
    private struct Fixture {
        let folder: TemporaryFolder
        let state: URL
        let inbox: URL

        init() throws {
            folder = try TemporaryFolder()
            state = folder.url.appendingPathComponent("state")
            inbox = state.appendingPathComponent("inbox")
            try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        }

        func drop(_ data: Data, _ name: String) throws { try data.write(to: inbox.appendingPathComponent(name)) }
        func drop(_ text: String, _ name: String) throws { try drop(Data(text.utf8), name) }

        /// Drops a file whose name is raw bytes.
        func drop(_ text: String, rawName: [UInt8]) {
            let path = Array(inbox.path.utf8) + [UInt8(ascii: "/")] + rawName + [0]
            path.withUnsafeBytes { raw in
                guard let base = raw.assumingMemoryBound(to: CChar.self).baseAddress else { return }
                let descriptor = open(base, O_WRONLY | O_CREAT, 0o644)
                _ = Array(text.utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
                close(descriptor)
            }
        }

        @discardableResult func once(_ arguments: String...) throws -> Program.Run {
            try Program.run(["run", "--state", state.path, "--once"] + arguments)
        }

        func deliveries(_ arguments: String...) throws -> [[String: Any]] {
            try Program.run(["deliveries", "--state", state.path, "--json"] + arguments).objects
        }

        var left: [String] { (try? FileManager.default.contentsOfDirectory(atPath: inbox.path)) ?? [] }
    }

    private static let story = """
        Bridge reopens after repairs

        By Ann Example

        The bridge over the Elm reopened on Monday after eleven weeks of repairs, the county said.

        Drivers had been sent through the old town, where shopkeepers counted the days.
        """

    struct Bad: Sendable, CustomTestStringConvertible {
        let name: String
        let bytes: [UInt8]
        let codes: Set<String>

        var testDescription: String { name }
    }

    @Test(arguments: [
        Bad(name: "empty.txt", bytes: [], codes: ["empty"]),
        Bad(
            name: "binary.html", bytes: (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ $0 / 251) },
            codes: ["unknown-format"]),
        Bad(name: "spaces.txt", bytes: [UInt8](repeating: 0x20, count: 900), codes: ["no-text"]),
        Bad(
            name: "picture.txt",
            bytes: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + [UInt8](repeating: 7, count: 400),
            codes: ["unknown-format"]),
    ])
    func unreadableContent_IsRejectedWithItsReason_AndKept(bad: Bad) throws {
        let fixture = try Fixture()
        try fixture.drop(Data(bad.bytes), bad.name)
        try fixture.drop(Self.story, "good.txt")
        #expect(try fixture.once().status == 1)
        let rejected = try fixture.deliveries("--outcome", "rejected")
        #expect(rejected.count == 1)
        let code = try #require(rejected.first?["code"] as? String)
        #expect(bad.codes.contains(code), "\(code)")
        #expect(try #require(rejected.first?["message"] as? String).isEmpty == false)
        let id = try #require(rejected.first?["id"] as? Int)
        let original = try Program.run("show", "--state", fixture.state.path, "--delivery", "\(id)", "--original")
        #expect(original.status == 0)
        #expect(try fixture.deliveries("--outcome", "stored").count == 1)
        #expect(fixture.left.isEmpty)
    }

    @Test func oversizedFile_WaitsUnread_UntilTheLimitIsHigher() throws {
        let fixture = try Fixture()
        let config = fixture.folder.url.appendingPathComponent("small.yaml")
        try Data("max_size: 1 KiB\n".utf8).write(to: config)
        let long =
            Self.story + String(repeating: "\n\nAnother paragraph about the bridge and its long repairs.", count: 40)
        try fixture.drop(long, "long.txt")
        let run = try fixture.once("--config", config.path)
        #expect(run.status == 75)
        let told = run.complaint.split(separator: "\n").filter { $0.contains("max_size is 1024") }
        #expect(told.count == 1)
        #expect(fixture.left == ["long.txt"])
        #expect(try fixture.deliveries().isEmpty)
        #expect(try fixture.once().status == 0)
        #expect(try fixture.deliveries("--outcome", "stored").count == 1)
        #expect(fixture.left.isEmpty)
    }

    @Test func oversizedFile_IsRejectedAndRemoved_WithoutItsBytes_WhereThatIsSet() throws {
        let fixture = try Fixture()
        let config = fixture.folder.url.appendingPathComponent("small.yaml")
        try Data("max_size: 1 KiB\nremove_too_large: true\n".utf8).write(to: config)
        try fixture.drop(String(repeating: "A long line of copy. ", count: 100), "long.txt")
        #expect(try fixture.once("--config", config.path).status == 1)
        let rejected = try fixture.deliveries("--outcome", "rejected")
        #expect(rejected.first?["code"] as? String == "too-large")
        #expect(rejected.first?["size"] as? Int == 2100)
        #expect(rejected.first?["sha256"] is NSNull && rejected.first?["original"] is NSNull)
        #expect(fixture.left.isEmpty)
        let id = try #require(rejected.first?["id"] as? Int)
        #expect(try Program.run("retry", "--state", fixture.state.path, "\(id)").status != 0)
    }

    @Test func sameBytesUnderAnotherName_AreADuplicate_AndASuccess() throws {
        let fixture = try Fixture()
        try fixture.drop(Self.story, "a.txt")
        try fixture.drop(Self.story, "b.txt")
        #expect(try fixture.once().status == 0)
        try fixture.drop(Self.story, "c.txt")
        #expect(try fixture.once().status == 0)
        #expect(try fixture.deliveries("--outcome", "stored").count == 1)
        #expect(try fixture.deliveries("--outcome", "duplicate").count == 2)
    }

    @Test func rejectedBytes_AreReadAgainWhenDroppedAgain() throws {
        let fixture = try Fixture()
        for name in ["a.txt", "b.txt"] {
            try fixture.drop(Data(), name)
            try fixture.once()
        }
        #expect(try fixture.deliveries("--outcome", "rejected").count == 2)
    }

    @Test func namesThatAreNotText_AreStoredRaw_AndShownHarmless() throws {
        let fixture = try Fixture()
        fixture.drop(Self.story, rawName: [0xFF, 0x61] + Array("\u{1B}[31m\n.txt".utf8))
        #expect(try fixture.once().status == 0)
        let delivery = try #require(try fixture.deliveries().first)
        #expect(delivery["name"] as? String == "\\xFFa\u{1B}[31m\n.txt")
        let shown = try Program.run("deliveries", "--state", fixture.state.path)
        #expect(shown.output.contains("\\xFFa\\x1B[31m\\x0A.txt"))
        #expect(!shown.output.contains("\u{1B}"))
        let archive = Archived(state: fixture.state)
        #expect(try archive.rows("SELECT hex(path) FROM deliveries") == ["FF611B5B33316D0A2E747874"])
    }

    @Test func pipesAndLinks_AreSkipped_WithOneWarning_AndNeverHang() throws {
        let fixture = try Fixture()
        mkfifo(fixture.inbox.appendingPathComponent("pipe.txt").path, 0o644)
        symlink("/etc/passwd", fixture.inbox.appendingPathComponent("link.txt").path)
        try fixture.drop(Self.story, "good.txt")
        let run = try fixture.once()
        #expect(run.status == 0)
        #expect(run.complaint.split(separator: "\n").count { $0.contains("pipe.txt") && $0.contains("skipped") } == 1)
        #expect(run.complaint.split(separator: "\n").count { $0.contains("link.txt") && $0.contains("skipped") } == 1)
        #expect(try fixture.deliveries().count == 1)
        #expect(Set(fixture.left) == ["pipe.txt", "link.txt"])
    }

    @Test func ignoredNames_StayWhereTheyAre_AndAreCounted() throws {
        let fixture = try Fixture()
        try fixture.drop(Self.story, "page.html.part")
        try fixture.drop(Self.story, ".hidden")
        #expect(try fixture.once().status == 0)
        #expect(Set(fixture.left) == ["page.html.part", ".hidden"])
        let status = try Program.run("status", "--state", fixture.state.path, "--json").objects.first
        #expect(status?["ignored"] as? Int == 2)
        #expect(status?["waiting"] as? Int == 0)
    }

    @Test func fileThatAWriterHoldsOpen_Waits_AndIsTakenWholeLater() throws {
        let fixture = try Fixture()
        let file = fixture.inbox.appendingPathComponent("slow.txt")
        let descriptor = open(file.path, O_WRONLY | O_CREAT, 0o644)
        let first = Array("Slow story\n\nThe first half of a slow story came early in the morning.".utf8)
        _ = first.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        let early = try fixture.once()
        #expect(early.status == 75)
        #expect(fixture.left == ["slow.txt"])
        #expect(early.complaint.contains("still writing"))
        let second = Array("\n\nThe second half of the slow story came late at night.".utf8)
        _ = second.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
        #expect(try fixture.once().status == 0)
        #expect(try fixture.deliveries().count == 1)
        let id = try #require(
            try Program.run("list", "--state", fixture.state.path, "--json").objects.first?["id"] as? String)
        let shown = try Program.run("show", "--state", fixture.state.path, id)
        #expect(shown.output.contains("first half"))
        #expect(shown.output.contains("second half"))
    }

    @Test func lockedFile_Waits_AndSaysSo() throws {
        let fixture = try Fixture()
        try fixture.drop(Self.story, "locked.txt")
        let descriptor = open(fixture.inbox.appendingPathComponent("locked.txt").path, O_RDONLY)
        defer { close(descriptor) }
        #expect(flock(descriptor, LOCK_EX) == 0)
        let run = try fixture.once()
        #expect(run.status == 75)
        #expect(run.complaint.contains("locked"))
        #expect(fixture.left == ["locked.txt"])
    }

    @Test func folders_BecomeCollections() throws {
        let fixture = try Fixture()
        let nested = fixture.inbox.appendingPathComponent("politics/2024")
        try FileManager.default.createDirectory(at: nested, withIntermediateDirectories: true)
        try Data(Self.story.utf8).write(to: nested.appendingPathComponent("a.txt"))
        #expect(try fixture.once().status == 0)
        let listed = try Program.run("list", "--state", fixture.state.path, "--json", "--collection", "politics/2024")
        #expect(listed.objects.count == 1)
        let other = try Program.run("list", "--state", fixture.state.path, "--json", "--collection", "politics")
        #expect(other.status == 1)
    }

    @Test func fileThatTookTheDaemonDown_IsRejectedAsPoison_AndItsNeighboursAreStored() throws {
        let fixture = try Fixture()
        try fixture.drop(Self.story, "good.txt")
        try fixture.once()
        try fixture.drop(Self.story + " More.", "bad.txt")
        try fixture.drop(Self.story + " Other.", "neighbour.txt")
        var status = stat()
        #expect(stat(fixture.inbox.appendingPathComponent("bad.txt").path, &status) == 0)
        let modified = status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec
        let changed = status.st_ctim.tv_sec * 1_000_000_000 + status.st_ctim.tv_nsec
        // What two deaths by a fatal signal at this file would have left.
        try Archived(state: fixture.state).change(
            """
            INSERT INTO attempts SELECT id, CAST('bad.txt' AS BLOB), \(status.st_dev), \(status.st_ino), \(status.st_size),
                \(modified), \(changed), 4, 0 FROM inboxes
            """)
        #expect(try fixture.once().status == 1)
        let rejected = try fixture.deliveries("--outcome", "rejected")
        #expect(rejected.map { $0["code"] as? String } == ["poison"])
        #expect(try fixture.deliveries("--outcome", "stored").count == 2)
        #expect(try Archived(state: fixture.state).number("SELECT count(*) FROM attempts") == 0)
    }

    @Test func inboxThatHoldsTheState_IsRefused_AndSoAreOverlappingInboxes() throws {
        let fixture = try Fixture()
        let around = try Program.run("run", "--state", fixture.state.path, "--inbox", fixture.folder.path, "--once")
        #expect(around.status == 78)
        #expect(around.complaint.contains("would take in itself"))
        let originals = try Program.run(
            "run", "--state", fixture.state.path, "--inbox", fixture.state.path + "/originals", "--once")
        #expect(originals.status == 78)
        let nested = try Program.run(
            "run", "--state", fixture.state.path, "--inbox", fixture.inbox.path, "--inbox", fixture.inbox.path + "/sub",
            "--once")
        #expect(nested.status == 78)
        #expect(nested.complaint.contains("overlaps"))
    }

    @Test func retryingAgainAndAgain_CountsOneRejection() throws {
        let fixture = try Fixture()
        try fixture.drop(Data(), "a.txt")
        try fixture.drop(Data([0]), "b.txt")
        try fixture.once()
        for _ in 0..<3 { #expect(try Program.run("retry", "--state", fixture.state.path, "1").status == 1) }
        #expect(try Archived(state: fixture.state).counter("rejected") == 2)
        #expect(try Program.run("retry", "--state", fixture.state.path, "99").status == 1)
    }

    @Test func addingSeveralFiles_GoesOnAfterOneThatIsMissing() throws {
        let fixture = try Fixture()
        let good = fixture.folder.url.appendingPathComponent("good.txt")
        try Data(Self.story.utf8).write(to: good)
        let added = try Program.run("add", "--state", fixture.state.path, "/nonexistent/file", good.path)
        #expect(added.status == 74)
        #expect(fixture.left == ["good.txt"])
    }

    @Test func secondDeskOnOneState_IsRefused() throws {
        let fixture = try Fixture()
        let desk = try RunningDesk(state: fixture.state)
        let second = try fixture.once()
        #expect(second.status == 75)
        #expect(second.complaint.contains("another wiredesk"))
        #expect(second.complaint.contains("\(desk.identifier)"))
        #expect(desk.end() == 0)
    }
}
