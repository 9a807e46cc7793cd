import Foundation
import Testing

/// Only the daemon itself holds capabilities, whoever runs it.
@Suite struct CapabilityTests {
    private static func capabilities(of process: Int32) throws -> [String: UInt64] {
        let status = try String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8)
        let sets = status.split(separator: "\n").filter { $0.hasPrefix("Cap") }.map { line in
            let parts = line.split(separator: "\t")
            return (String(parts[0].dropLast()), UInt64(parts[1], radix: 16) ?? .max)
        }
        return Dictionary(uniqueKeysWithValues: sets)
    }

    private static func expectNone(_ process: Int32) throws {
        let sets = try capabilities(of: process)
        for name in ["CapInh", "CapPrm", "CapEff", "CapAmb"] { #expect(sets[name] == 0, "\(name)") }
    }

    /// Drops a story and waits until it is taken, so that a reader is there.
    private static func deliver(to desk: RunningDesk) throws {
        let story = desk.inbox.appendingPathComponent("story.txt")
        try Data("A story\n\nThe council met and decided on the harbour.".utf8).write(to: story, options: .atomic)
        #expect(Wait.until { !FileManager.default.fileExists(atPath: story.path) })
        #expect(!desk.children.isEmpty)
    }

    @Test func readers_HoldNone() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        try Self.deliver(to: desk)
        for reader in desk.children { try Self.expectNone(reader) }
        #expect(desk.end() == 0)
    }

    /// As the unit runs it: another user, with CAP_LEASE in the ambient set, which every program would inherit.
    @Test(.enabled(if: getuid() == 0 && access("/usr/bin/setpriv", X_OK) == 0, "it needs root and setpriv"))
    func capabilityToLease_StaysWithTheDaemon_AndReachesNoHook() throws {
        let lease: UInt64 = 1 << 28
        let ambient = [
            "/usr/bin/setpriv", "--inh-caps", "-all,+lease", "--ambient-caps", "-all,+lease", "--bounding-set",
            "-all,+lease",
            "--reuid", "61001", "--regid", "61001", "--clear-groups",
        ]
        let folder = try TemporaryFolder()
        try FileManager.default.setAttributes([.posixPermissions: 0o777], ofItemAtPath: folder.url.path)
        let state = folder.url.appendingPathComponent("state")
        try FileManager.default.createDirectory(at: state, withIntermediateDirectories: true)
        chown(state.path, 61001, 61001)
        let desk = try RunningDesk(state: state, wrapper: ambient)
        let own = try Self.capabilities(of: desk.identifier)
        #expect(own["CapEff"] == lease && own["CapAmb"] == 0)
        try Self.deliver(to: desk)
        for reader in desk.children { #expect(try Self.capabilities(of: reader)["CapEff"] == 0) }
        // A hook tells its own: it is called for the article that was stored.
        let seen = folder.url.appendingPathComponent("seen")
        let hook = try folder.file("hook")
        try Data("#!/bin/sh\ngrep ^Cap /proc/self/status >\(seen.path).new && mv \(seen.path).new \(seen.path)\n".utf8)
            .write(to: hook)
        chmod(hook.path, 0o755)
        let follow = Process()
        follow.executableURL = URL(fileURLWithPath: ambient[0])
        follow.arguments =
            Array(ambient.dropFirst()) + [
                Program.path.path, "follow", "--all", "--state", state.path, "--run", hook.path, "--cursor-file",
                state.path + "/cursor",
            ]
        follow.standardOutput = FileHandle.nullDevice
        follow.standardError = FileHandle.nullDevice
        try follow.run()
        defer { kill(follow.processIdentifier, SIGKILL) }
        #expect(Wait.until { FileManager.default.fileExists(atPath: seen.path) })
        // What could be inherited or gained counts for nothing without a file that has it.
        let sets = try String(contentsOf: seen, encoding: .utf8).split(separator: "\n").filter {
            !$0.hasPrefix("CapBnd") && !$0.hasPrefix("CapInh")
        }
        #expect(sets.count == 3 && sets.allSatisfy { $0.hasSuffix("\t0000000000000000") }, "\(sets)")
        #expect(desk.end() == 0)
    }
}
