import Foundation
import Testing

/// The walk of docs/restore.md: a backup put into an empty state, as on a new machine.
struct RestoreTests {
    private static func backup(_ stored: StoredState) throws -> URL {
        let backup = stored.folder.url.appendingPathComponent("backup")
        #expect(try stored.run("backup", backup.path).status == 0)
        return backup
    }

    private static func restore(_ backup: URL, _ state: URL) throws -> Program.Run {
        try Program.run("restore", "--state", state.path, backup.path)
    }

    private static func originals(_ state: URL) -> [URL] {
        let all = FileManager.default.enumerator(
            at: state.appendingPathComponent("originals"), includingPropertiesForKeys: nil)
        return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "zst" }.sorted { $0.path < $1.path }
    }

    @Test func restore_BringsEverythingBack_AndTheDeskGoesOn() throws {
        let stored = try StoredState()
        let listed = try stored.run("list", "--json").output
        let id = try #require(try stored.run("list", "--json").objects.first?["id"] as? String)
        #expect(try stored.run("correct", id, "headline", "Put back in place").status == 0)
        let backup = try Self.backup(stored)
        let state = stored.folder.url.appendingPathComponent("new/state")
        let run = try Self.restore(backup, state)
        #expect(run.status == 0, "\(run.complaint)")
        #expect(run.output.contains("3 articles") && run.output.contains("wiredesk run --state"), "\(run.output)")
        let again = try Program.run("list", "--state", state.path, "--json")
        #expect(again.output.contains("Put back in place"))
        #expect(again.objects.count == listed.split(separator: "\n").count)
        #expect(try Archived(state: state).verifiedOriginals() == Archived(state: stored.state).verifiedOriginals())
        #expect(try Program.run("verify", "--state", state.path).status == 0)
        #expect(try Program.run("check", "--state", state.path).output.contains("not the one") == false)
        // The desk goes on where it was: what was delivered before is known.
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data(StoredState.note.utf8).write(to: inbox.appendingPathComponent("ferry-again.txt"))
        #expect(try Program.takeIn(state.path).status == 0)
        #expect(try Archived(state: state).number("SELECT count(*) FROM articles") == 3)
        #expect(try Archived(state: state).rows("PRAGMA integrity_check") == ["ok"])
    }

    @Test func restore_TakesAStateThatWasOnlyStarted() throws {
        let stored = try StoredState()
        let backup = try Self.backup(stored)
        let state = stored.folder.url.appendingPathComponent("fresh")
        #expect(try Program.takeIn(state.path).status == 0)
        #expect(try Self.restore(backup, state).status == 0)
        #expect(try Archived(state: state).number("SELECT count(*) FROM articles") == 3)
        #expect(try Program.takeIn(state.path).status == 0)
        #expect(try Program.run("verify", "--state", state.path).status == 0)
    }

    @Test func restore_RefusesAStateThatHoldsSomething_OrRuns_AndChangesNothing() throws {
        let stored = try StoredState()
        let backup = try Self.backup(stored)
        let full = try Self.restore(backup, stored.state)
        #expect(full.status == 74 && full.complaint.contains("holds") && full.complaint.contains("--state"), "\(full)")
        // Originals alone are something too.
        let other = stored.folder.url.appendingPathComponent("other")
        try FileManager.default.createDirectory(
            at: other.appendingPathComponent("originals/ab"), withIntermediateDirectories: true)
        try Data("x".utf8).write(
            to: other.appendingPathComponent("originals/ab/ab" + String(repeating: "0", count: 62) + ".zst"))
        let refused = try Self.restore(backup, other)
        #expect(refused.status == 74 && refused.complaint.contains("not in the backup"), "\(refused)")
        let running = stored.folder.url.appendingPathComponent("running")
        let desk = try RunningDesk(state: running)
        let busy = try Self.restore(backup, running)
        #expect(busy.status == 75 && busy.complaint.contains("another wiredesk runs"), "\(busy)")
        desk.end()
        #expect(try Archived(state: running).number("SELECT count(*) FROM articles") == 0)
        let nothing = try Self.restore(stored.folder.url.appendingPathComponent("nowhere"), running)
        #expect(nothing.status == 74 && nothing.complaint.contains("there is no backup"), "\(nothing)")
    }

    @Test func restore_NamesWhatIsDamagedInTheBackup_AndRestoresTheRest() throws {
        let stored = try StoredState()
        let backup = try Self.backup(stored)
        let damaged = try #require(Self.originals(backup).first)
        var bytes = try Data(contentsOf: damaged)
        bytes[bytes.count / 2] ^= 0x40
        try bytes.write(to: damaged)
        let state = stored.folder.url.appendingPathComponent("new")
        let run = try Self.restore(backup, state)
        #expect(run.status == 1)
        #expect(run.complaint.contains(damaged.lastPathComponent) && run.complaint.contains("verify --heal-from"))
        #expect(Self.originals(state).count == Self.originals(stored.state).count - 1)
        #expect(try Program.run("search", "--state", state.path, "ferry").status == 0)
    }

    @Test func restore_ThatWasCutOff_IsEndedByTheNextOne() throws {
        let stored = try StoredState()
        let backup = try Self.backup(stored)
        let state = stored.folder.url.appendingPathComponent("new")
        // As a kill leaves it: some originals, and no database.
        let original = try #require(Self.originals(backup).first)
        let target = state.appendingPathComponent("originals/\(original.lastPathComponent.prefix(2))")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: original, to: target.appendingPathComponent(original.lastPathComponent))
        let start = try Program.takeIn(state.path)
        #expect(start.status == 74 && start.complaint.contains("rebuild"), "\(start)")
        #expect(try Self.restore(backup, state).status == 0)
        #expect(try Archived(state: state).verifiedOriginals() == Self.originals(stored.state).count)
    }

    @Test func restore_OfABackupThatWasCutOff_KeepsWhatItsDatabaseDoesNotKnow() throws {
        let stored = try StoredState()
        let backup = try Self.backup(stored)
        try stored.drop(
            "Lantern lit\n\nBy Cy Wick\n\nThe lantern at the outer mole was lit again on Friday night.", "l.txt")
        #expect(try stored.once().status != 75)
        let known = Set(Self.originals(backup).map(\.lastPathComponent))
        let new = try #require(Self.originals(stored.state).first { !known.contains($0.lastPathComponent) })
        let target = backup.appendingPathComponent("originals/\(new.lastPathComponent.prefix(2))")
        try FileManager.default.createDirectory(at: target, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: new, to: target.appendingPathComponent(new.lastPathComponent))
        let state = stored.folder.url.appendingPathComponent("new")
        let run = try Self.restore(backup, state)
        #expect(run.status == 0 && run.output.contains("rebuild --missing"), "\(run)")
        #expect(try Program.run("rebuild", "--state", state.path, "--missing").status == 0)
        #expect(try Program.run("search", "--state", state.path, "lantern").status == 0)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can run programs as other users"))
    func restore_ByRoot_GivesEverythingToTheOwnerOfTheState() throws {
        let stored = try StoredState()
        let backup = try Self.backup(stored)
        let state = stored.folder.url.appendingPathComponent("new")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data("kept".utf8).write(to: inbox.appendingPathComponent(".mine"))
        #expect(chown(state.path, 61001, 61002) == 0 && chown(inbox.path, 61001, 61002) == 0)
        #expect(chmod(stored.folder.path, 0o755) == 0 && chmod(state.path, 0o750) == 0)
        #expect(try Self.restore(backup, state).status == 0)
        let files = FileManager.default.enumerator(at: state, includingPropertiesForKeys: nil)?.compactMap {
            $0 as? URL
        }
        for file in files ?? [] where !file.path.contains("/inbox/") {
            let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
            #expect(attributes[.ownerAccountID] as? Int == 61001, "\(file.path)")
        }
        let mine = try FileManager.default.attributesOfItem(atPath: inbox.appendingPathComponent(".mine").path)
        #expect(mine[.ownerAccountID] as? Int == 0)
        let desk = ["/usr/bin/setpriv", "--reuid=61001", "--regid=61002", "--clear-groups"]
        #expect(try Program.run(["run", "--state", state.path, "--once"], runner: desk).status == 0)
        #expect(try Program.run(["search", "--state", state.path, "ferry"], runner: desk).status == 0)
    }
}
