import Foundation
import Testing

/// A reload puts a new configuration into force without a restart, or refuses it and leaves the old one in force.
@Suite struct ReloadTests {
    /// A desk with a configuration file of its own.
    final class Configured {
        let folder: TemporaryFolder
        let file: URL
        let desk: RunningDesk

        init() throws {
            folder = try TemporaryFolder()
            file = folder.url.appendingPathComponent("wiredesk.yaml")
            try Self.write(folder, file, "")
            desk = try RunningDesk(state: folder.url.appendingPathComponent("state"), configuration: file.path)
        }

        static func write(_ folder: TemporaryFolder, _ file: URL, _ more: String) throws {
            let text = "state: \(folder.path)/state\ninboxes:\n  - path: \(folder.path)/state/inbox\n\(more)"
            try Data(text.utf8).write(to: file)
        }

        func write(_ more: String) throws { try Self.write(folder, file, more) }

        func status() throws -> [String: Any] {
            try #require(try Program.run("status", "--config", file.path, "--json").objects.first)
        }
    }

    @Test func changedConfiguration_IsInForceWhenTheCommandReturns() throws {
        let configured = try Configured()
        let second = configured.folder.url.appendingPathComponent("second")
        try configured.write("  - path: \(second.path)\n    collection: second\n")
        let reload = try Program.run("reload", "--config", configured.file.path)
        #expect(reload.status == 0, "\(reload.complaint)")
        #expect(configured.desk.logText.contains("A new configuration is in force"))
        try Data(
            "A second inbox is open\n\nIt was added while the desk was running, and no one had to wait for it.\n".utf8
        )
        .write(to: second.appendingPathComponent("a.txt"))
        let isStored = Wait.until { (try? configured.status()["articles"] as? Int) == 1 }
        #expect(isStored, "\(configured.desk.logText)")
        let list = try Program.run("list", "--config", configured.file.path, "--json").objects
        #expect(list.first?["collection"] as? String == "second")
        #expect(configured.desk.end() == 0)
    }

    @Test func sameConfiguration_ChangesNothing() throws {
        let configured = try Configured()
        let reload = try Program.run("reload", "--config", configured.file.path)
        #expect(reload.status == 0)
        #expect(reload.output.contains("nothing has changed"))
        #expect(!configured.desk.logText.contains("A new configuration"))
    }

    @Test func movedState_IsRefusedWithTheReasonInTheStatus() throws {
        let configured = try Configured()
        let state = configured.desk.state.path
        // Asked by the state that it runs on: the file names another.
        try Data("state: \(configured.folder.path)/other\n".utf8).write(to: configured.file)
        let runtime = ["RUNTIME_DIRECTORY": state]
        let reload = try Program.run(["reload", "--config", configured.file.path], environment: runtime)
        #expect(reload.status == 78)
        #expect(reload.complaint.contains("`state` cannot change"))
        let status = try #require(try Program.run("status", "--state", state, "--json").objects.first)
        #expect((status["problem"] as? String)?.contains("refused") == true)
    }

    @Test func wrongConfiguration_IsRefusedOnceAndTheOldOneStaysInForce() throws {
        let configured = try Configured()
        try configured.write("setle: 1s\n")
        let runtime = ["RUNTIME_DIRECTORY": configured.desk.state.path]
        let reload = try Program.run(["reload", "--config", configured.file.path], environment: runtime)
        #expect(reload.status == 78)
        #expect(reload.complaint.contains("unknown setting `setle`"))
        #expect(configured.desk.logText.components(separatedBy: "unknown setting `setle`").count == 2)
        try configured.write("")
        #expect(try configured.status()["problem"] as? String != nil)
        #expect(try Program.run("reload", "--config", configured.file.path).status == 0)
        #expect(try configured.status()["problem"] is NSNull)
    }
}
