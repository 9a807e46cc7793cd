import Foundation
import Testing

/// What commands say where something is lost or stands in the way, as somebody meets it who has not read the manual.
@Suite struct LostDatabaseTests {
    @Test(arguments: [
        ["search", "ferry"], ["list"], ["status"], ["deliveries"], ["export", "--all"], ["stories"], ["who", "mayor"],
        ["show", "abcd"], ["run", "--once"], ["reread", "--all"], ["alert", "add", "flood", "flood"],
    ])
    func lostDatabase_IsToldAsTheJournalDoes(_ command: [String]) throws {
        let stored = try StoredState()
        for end in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: stored.state.path + "/wiredesk.db" + end)
        }
        let run = try Program.run(command + ["--state", stored.state.path])
        #expect(run.status == 74, "\(run)")
        #expect(run.complaint.contains("there are originals, but the database is missing or empty"), "\(run.complaint)")
        #expect(run.complaint.contains("wiredesk rebuild") && !run.complaint.contains("start the service"))
        #expect(try Program.run("rebuild", "--state", stored.state.path, "--yes").status == 0)
    }

    @Test func lostDatabase_IsToldByCheckAndHealth() throws {
        let stored = try StoredState()
        for end in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: stored.state.path + "/wiredesk.db" + end)
        }
        let check = try stored.run("check")
        #expect(check.status == 1 && check.output.contains("wiredesk rebuild"), "\(check.output)")
        let health = try stored.run("check", "--health")
        #expect(health.status == 2 && health.output.contains("wiredesk rebuild"), "\(health.output)")
    }

    /// A folder with a systemctl that answers as systemd does for a unit that has met its start limit.
    private static func path(result: String, in folder: TemporaryFolder) throws -> [String: String] {
        let program = folder.url.appendingPathComponent("systemctl")
        try Data("#!/bin/sh\nprintf 'ActiveState=failed\\nResult=\(result)\\n'\n".utf8).write(to: program)
        #expect(chmod(program.path, 0o755) == 0)
        return ["PATH": folder.path + ":/usr/bin:/bin"]
    }

    @Test func startLimit_IsToldByCheckAndHealth_WithWhatMendsIt() throws {
        let folder = try TemporaryFolder()
        let instance = "t\(UInt32.random(in: 0...UInt32.max))"
        let limited = try Self.path(result: "start-limit-hit", in: folder)
        for arguments in [["check"], ["check", "--health"]] {
            let run = try Program.run(arguments + ["--instance", instance], environment: limited)
            let remedy = "systemctl reset-failed wiredesk@\(instance) && systemctl start wiredesk@\(instance)"
            #expect(run.output.contains(remedy), "\(run)")
            #expect(run.status == (arguments.count == 1 ? 1 : 2))
        }
        let failed = try Self.path(result: "exit-code", in: folder)
        let run = try Program.run(["check", "--health", "--instance", instance], environment: failed)
        #expect(run.output.contains("has failed (exit-code)") && !run.output.contains("reset-failed"), "\(run)")
    }

    @Test func sharedInbox_IsWarnedOfByCheckAndAtStart() throws {
        let folder = try TemporaryFolder()
        let shared = folder.url.appendingPathComponent("shared")
        let own = folder.url.appendingPathComponent("own")
        for path in [shared, own] {
            try FileManager.default.createDirectory(at: path, withIntermediateDirectories: true)
        }
        func configure(_ name: String, _ inboxes: [URL], take: String = "move") throws -> String {
            let file = try folder.file("\(name).yaml")
            let list = inboxes.map { "  - path: \($0.path)\n    take: \(take)\n" }.joined()
            try Data("state: \(folder.path)/state-\(name)\ninboxes:\n\(list)".utf8).write(to: file)
            return file.path
        }
        let first = try configure("first", [shared])
        #expect(try !Program.run("check", "--config", first).output.contains("is watched by the configuration"))
        let second = try configure("second", [own, shared])
        let check = try Program.run("check", "--config", first)
        #expect(check.output.contains("the inbox \(shared.path) is watched by the configuration \(second) too"))
        let run = try Program.run("run", "--once", "--config", second)
        #expect(run.status == 0 && run.complaint.contains("is watched by the configuration \(first) too"), "\(run)")
        _ = try configure("first", [shared], take: "leave")
        #expect(try Program.run("check", "--config", second).output.contains("is watched by the configuration"))
        _ = try configure("second", [own, shared], take: "leave")
        #expect(try !Program.run("check", "--config", second).output.contains("is watched by the configuration"))
    }
}
