import Foundation
import Testing

/// Members of the desk's group read, whether or not the desk runs; others do not.
///
/// Needs root, which alone may run programs as other users.
@Suite(.enabled(if: geteuid() == 0, "only root can run programs as other users")) struct GroupTests {
    // Numbers without names: no user of the machine is touched.
    private static let desk = ["/usr/bin/setpriv", "--reuid=61001", "--regid=61002", "--clear-groups"]
    private static let member = ["/usr/bin/setpriv", "--reuid=61003", "--regid=61004", "--groups=61002"]
    private static let stranger = ["/usr/bin/setpriv", "--reuid=61003", "--regid=61004", "--clear-groups"]
    private static let commands = [
        ["list", "--json"], ["search", "ferry"], ["deliveries"], ["status", "--json"],
        ["list", "--count-by", "author"],
        ["show", "--delivery", "1", "--original"],
    ]

    /// A state that belongs to the desk's user and group, as the service's does.
    private static func state(in folder: TemporaryFolder) throws -> URL {
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for (url, mode) in [(state, 0o750), (inbox, 0o2770)] {
            #expect(chown(url.path, 61001, 61002) == 0)
            #expect(chmod(url.path, mode_t(mode)) == 0)
        }
        #expect(chmod(folder.path, 0o755) == 0)
        return state
    }

    private static func drop(_ text: String, _ name: String, _ state: URL) throws {
        let file = state.appendingPathComponent("inbox/\(name)")
        try Data(text.utf8).write(to: file)
        #expect(chown(file.path, 61001, 61002) == 0)
    }

    private static func read(_ state: URL, as runner: [String]) throws -> [Int32] {
        try commands.map { command in
            try Program.run([command[0], "--state", state.path] + command.dropFirst(), runner: runner).status
        }
    }

    @Test func members_ReadWhileTheDeskRuns_AfterItsEnd_AndAfterItsDeath() throws {
        let folder = try TemporaryFolder()
        let state = try Self.state(in: folder)
        let allFine = [Int32](repeating: 0, count: Self.commands.count)
        let desk = try RunningDesk(state: state, wrapper: Self.desk)
        try Self.drop(StoredState.note, "ferry.txt", state)
        #expect(
            Wait.until {
                (try? Program.run(["list", "--state", state.path], runner: Self.member).status) == 0
            })
        #expect(try Self.read(state, as: Self.member) == allFine)
        let running = try Program.run(["status", "--json", "--state", state.path], runner: Self.member)
        #expect(running.objects.first?["running"] as? Bool == true)
        #expect(desk.end() == 0)
        for name in ["wiredesk.db", "wiredesk.db-wal", "wiredesk.db-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: state.path + "/" + name)
            #expect(attributes[.posixPermissions] as? Int == 0o640, "\(name)")
        }
        #expect(try Self.read(state, as: Self.member) == allFine)

        let second = try RunningDesk(state: state, wrapper: Self.desk)
        try Self.drop(StoredState.note + "\n\nAnd again.", "second.txt", state)
        #expect(
            Wait.until {
                (try? Program.run(["list", "--json", "--state", state.path], runner: Self.member).objects.count) == 2
            })
        second.end(SIGKILL)
        #expect(try Self.read(state, as: Self.member) == allFine)
        #expect(try Program.run(["list", "--json", "--state", state.path], runner: Self.member).objects.count == 2)
        // What the readers left does not keep the desk out.
        let third = try RunningDesk(state: state, wrapper: Self.desk)
        #expect(third.end() == 0)
    }

    @Test func strangers_ReadNothing() throws {
        let folder = try TemporaryFolder()
        let state = try Self.state(in: folder)
        try Self.drop(StoredState.note, "ferry.txt", state)
        #expect(try Program.run(["run", "--state", state.path, "--once"], runner: Self.desk).status == 0)
        for status in try Self.read(state, as: Self.stranger) { #expect(status == 74) }
    }

    @Test func check_NamesWhatTheDeskMayNotDo_AndTheCommandThatMendsIt() throws {
        let folder = try TemporaryFolder()
        let state = try Self.state(in: folder)
        try Self.drop(StoredState.note, "ferry.txt", state)
        #expect(try Program.run(["run", "--state", state.path, "--once"], runner: Self.desk).status == 0)
        func check() throws -> (status: Int32, wrong: [(subject: String, detail: String, remedy: String)]) {
            let run = try Program.run("check", "--state", state.path, "--json")
            let findings = try #require(run.objects.first?["findings"] as? [[String: Any]])
            let wrong = findings.filter { $0["verdict"] as? String == "wrong" }.map {
                ($0["subject"] as? String ?? "", $0["detail"] as? String ?? "", $0["remedy"] as? String ?? "")
            }
            return (run.status, wrong)
        }
        #expect(try check().status == 0)

        // A folder that somebody else made and that the desk may enter, not empty.
        let inner = state.appendingPathComponent("inbox/others")
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        #expect(chown(inner.path, 61003, 61004) == 0 && chmod(inner.path, 0o755) == 0)
        let folderFinding = try check()
        #expect(folderFinding.status == 1 && folderFinding.wrong.map(\.subject) == ["inbox rights"])
        #expect(folderFinding.wrong[0].detail.contains(inner.path))
        #expect(folderFinding.wrong[0].remedy.hasPrefix("setfacl -R -m u:61001:rwX "))
        #expect(chmod(inner.path, 0o777) == 0)
        #expect(try check().status == 0)

        // A file that the desk may not read.
        let secret = inner.appendingPathComponent("secret.txt")
        try Data("x".utf8).write(to: secret)
        #expect(chown(secret.path, 61003, 61004) == 0 && chmod(secret.path, 0o600) == 0)
        #expect(try check().wrong.map(\.detail) == ["61001 may not read files: \(secret.path)"])
        #expect(unlink(secret.path) == 0)

        // What is ignored need not be readable, such as lost+found of a file system of its own.
        let lost = state.appendingPathComponent("inbox/lost+found")
        try FileManager.default.createDirectory(at: lost, withIntermediateDirectories: true)
        #expect(chmod(lost.path, 0o700) == 0)
        #expect(try check().status == 0)

        // A folder above that the desk's user may not pass.
        #expect(chmod(folder.path, 0o700) == 0)
        #expect(try check().wrong.map(\.remedy) == ["setfacl -m u:61001:x \(folder.path)"])
        #expect(chmod(folder.path, 0o755) == 0)

        // A state that everybody may enter, and a database that root has taken over.
        #expect(chmod(state.path, 0o755) == 0)
        let open = try check()
        #expect(open.wrong.map(\.remedy) == ["chmod o= \(state.path)"])
        #expect(chmod(state.path, 0o750) == 0)
        #expect(chown(state.path + "/wiredesk.db", 0, 0) == 0)
        #expect(try check().wrong.map(\.remedy) == ["chown -R 61001 \(state.path)"])
        #expect(chown(state.path + "/wiredesk.db", 61001, 61002) == 0)

        // Its own user sees the same; a member cannot tell.
        let own = try Program.run(["check", "--state", state.path], runner: Self.desk)
        #expect(own.status == 0, "\(own.output)")
        let member = try Program.run(["check", "--state", state.path, "--json"], runner: Self.member)
        let verdicts = try #require(member.objects.first?["findings"] as? [[String: Any]]).map {
            "\($0["subject"] ?? "") \($0["verdict"] ?? "")"
        }
        #expect(member.status == 0 && verdicts.contains("inbox rights not_checked"))
        #expect(verdicts.contains("full-text index not_checked") && verdicts.contains("database fine"))
    }
}
