import Foundation
import Glibc
import LinuxSystem
import Testing

/// The desk keeps SQLite's locks on its database for as long as it is open, and knows when its files are no longer those under
/// their names.
@Suite struct DatabaseLockTests {
    private static func story(_ number: Int) -> String {
        """
        Ferry number \(number) stays in port

        By Bo Sample

        The ferry number \(number) to the outer islands stayed in port on Tuesday because of the storm, its captain said.

        Boat \(number * 7919) is to sail again when the wind drops, perhaps on Thursday, or on day \(number * 31) of the year.
        """
    }

    /// Moves a whole file into the inbox.
    private static func drop(_ text: String, _ name: String, _ desk: RunningDesk) throws {
        let outside = desk.state.appendingPathComponent(".outside-\(name)")
        try Data(text.utf8).write(to: outside)
        try FileManager.default.moveItem(at: outside, to: desk.inbox.appendingPathComponent(name))
    }

    private static func names(_ desk: RunningDesk) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: desk.inbox.path).sorted()
    }

    private static func status(_ desk: RunningDesk) throws -> [String: Any] {
        try #require(try Program.run("status", "--state", desk.state.path, "--json").objects.first)
    }

    private static func articles(_ desk: RunningDesk) -> Int { (try? status(desk)["articles"] as? Int) ?? -1 }

    @Test func lastingLocks_StayThroughEveryCommandAndBackgroundTask() throws {
        let folder = try TemporaryFolder()
        let configuration = folder.url.appendingPathComponent("wiredesk.yaml")
        func configure(_ more: String) throws {
            try Data(
                """
                state: \(folder.path)/state
                inboxes:
                  - path: \(folder.path)/state/inbox
                retention:
                  originals: 30d
                metrics: \(folder.path)/metrics.txt
                \(more)

                """.utf8
            ).write(to: configuration)
        }
        try configure("")
        let desk = try RunningDesk(
            state: folder.url.appendingPathComponent("state"), configuration: configuration.path)
        let watch = LockWatch(desk)
        for number in 0..<4 { try Self.drop(Self.story(number), "f\(number).txt", desk) }
        func run(_ arguments: String...) throws -> Program.Run {
            let run = try Program.run(arguments + ["--config", configuration.path])
            #expect(
                LastingLocks.held(by: desk.identifier, state: desk.state) == .all,
                "after \(arguments.joined(separator: " "))")
            return run
        }
        #expect(Wait.until { (try? run("status", "--json").objects.first?["articles"] as? Int) == 4 })
        let found = try #require(
            try Program.run("list", "--config", configuration.path, "--json").objects.first?["id"] as? String)
        #expect(try run("retry", "1").status == 0)
        let added = folder.url.appendingPathComponent("handed.txt")
        try Data(Self.story(50).utf8).write(to: added)
        #expect(try run("add", added.path).status == 0)
        _ = try run("check", "--originals")
        #expect(try run("alert", "add", "ferries", "ferry").status == 0)
        try Self.drop(Self.story(9), "f9.txt", desk)
        #expect(Wait.until { (try? run("alert", "hits", "ferries").lines.isEmpty) == false })
        #expect(try run("alert", "remove", "ferries").status == 0)
        #expect(try run("tag", found, "harbour").status == 0)
        #expect(try run("reread", "--all").status == 0)
        #expect(try run("erase", found, "--yes").status == 0)
        #expect(try run("verify").status == 0)
        #expect(try run("prune").status == 0)
        #expect(try run("backup", folder.url.appendingPathComponent("backup").path).status == 0)
        #expect(try run("status").status == 0)
        #expect(watch.end() == nil)
        // A reload opens the archive once more, while tasks of the desk before may be at work still.
        for level in ["debug", "info"] {
            try configure("log_level: \(level)")
            _ = try Program.run("verify", "--config", configuration.path)
            #expect(try run("reload").status == 0)
        }
        #expect(desk.end() == 0)
    }

    @Test func foreignReader_ComesAndGoes_AndNothingIsLostInAKill() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        for number in 0..<5 { try Self.drop(Self.story(number), "f\(number).txt", desk) }
        #expect(Wait.until { Self.articles(desk) == 5 })
        // The analyst has looked at them.
        let archive = Archived(state: desk.state)
        #expect(
            Wait.until {
                (try? archive.number("SELECT count(*) FROM settings WHERE name = 'analysed_version'")) == 1
            })
        try archive.change("SELECT count(*) FROM articles")
        #expect(FileManager.default.fileExists(atPath: desk.state.path + "/wiredesk.db-wal"))
        for number in 5..<40 { try Self.drop(Self.story(number), "f\(number).txt", desk) }
        let isEmpty = Wait.until { (try? Self.names(desk)) == [] && Self.articles(desk) == 40 }
        #expect(isEmpty)
        try archive.change("SELECT count(*) FROM articles")
        #expect(desk.end(SIGKILL) == -SIGKILL)
        let once = try Program.takeIn(desk.state.path)
        #expect(once.status == 0, "\(once.complaint)")
        #expect(try archive.number("SELECT count(*) FROM articles") == 40)
        #expect(try archive.number("SELECT count(*) FROM deliveries WHERE outcome = 'stored'") == 40)
    }

    @Test(arguments: ["", "-wal", "-shm"]) func databaseHandedOver_IsRefused_AndTheLocksStay(ending: String) throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        let name = "wiredesk.db" + ending
        let file = desk.state.appendingPathComponent(name)
        #expect(try Program.run("add", "--state", desk.state.path, file.path).status != 0)
        #expect(LastingLocks.held(by: desk.identifier, state: desk.state) == .all)
        // One that does not look before it asks, again and again, and with more descriptors than are wanted.
        let watch = LockWatch(desk)
        for _ in 0..<40 {
            let descriptor = try Descriptor.file(path: Array(file.path.utf8), shown: name)
            let answer = try RawControl.ask(
                #"{"request":{"add":{"name":[120,46,116,120,116],"collection":""}}}"#, passing: descriptor, desk: desk)
            #expect(answer?.contains("failed") == true)
            _ = try RawControl.ask(#"{"request":{"status":{}}}"#, passing: descriptor, desk: desk)
        }
        #expect(watch.end() == nil)
        #expect(Self.articles(desk) == 0)
        #expect(desk.end() == 0)
    }

    @Test func databaseUnderANameOfTheInbox_IsNotTaken_AndTheLocksStay() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        let watch = LockWatch(desk)
        for (ending, name) in [("", "a.html"), ("-shm", "b.html"), ("-wal", "c.html")] {
            #expect(link(desk.state.path + "/wiredesk.db" + ending, desk.inbox.path + "/" + name) == 0)
        }
        try Self.drop(Self.story(1), "z.txt", desk)
        #expect(Wait.until { Self.articles(desk) == 1 })
        // The links were met: the desk says why they stay.
        #expect(
            Wait.until {
                ["a.html", "b.html", "c.html"].allSatisfy { desk.logText.contains($0) }
            }, "\(desk.logText)")
        #expect(watch.end() == nil)
        #expect(try Self.names(desk) == ["a.html", "b.html", "c.html"])
        #expect(desk.end() == 0)
        #expect(try Archived(state: desk.state).number("SELECT count(*) FROM deliveries") == 1)
    }

    /// What somebody does to the files of an open database.
    enum Mishap: String, CaseIterable, Sendable {
        case logRemoved, logReplaced, indexRemoved, databaseReplaced

        func happen(in state: URL) throws {
            let database = state.path + "/wiredesk.db"
            let files = FileManager.default
            switch self {
            case .logRemoved: try files.removeItem(atPath: database + "-wal")
            case .indexRemoved: try files.removeItem(atPath: database + "-shm")
            case .logReplaced:
                try files.moveItem(atPath: database + "-wal", toPath: database + "-old")
                try Data().write(to: URL(fileURLWithPath: database + "-wal"))
            case .databaseReplaced:
                try files.copyItem(atPath: database, toPath: database + "-copy")
                try #require(rename(database + "-copy", database) == 0)
            }
        }
    }

    @Test(arguments: Mishap.allCases) func filesUnderOtherNames_StopTheWriter_AndNoNameIsRemoved(_ mishap: Mishap)
        throws
    {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        try Self.drop(Self.story(1), "a.txt", desk)
        #expect(Wait.until { (try? Self.names(desk)) == [] && Self.articles(desk) == 1 })
        // A desk at rest brings its log into the database.
        #expect(
            Wait.until {
                var log = stat()
                return stat(desk.state.path + "/wiredesk.db-wal", &log) == 0 && log.st_size == 0
            })
        try mishap.happen(in: desk.state)
        for number in 2..<6 { try Self.drop(Self.story(number), "f\(number).txt", desk) }
        #expect(
            Wait.until {
                desk.logText.contains("restart the service") && desk.logText.contains("wiredesk.db")
            }, "\(desk.logText)")
        #expect(try Self.names(desk) == ["f2.txt", "f3.txt", "f4.txt", "f5.txt"])
        let problem = try #require(try Self.status(desk)["problem"] as? String)
        #expect(problem.contains("restart the service"))
        // It ends in order, without a word into files that are no longer its own.
        #expect(desk.end() == 0)
        #expect(try Self.names(desk) == ["f2.txt", "f3.txt", "f4.txt", "f5.txt"])
        let once = try Program.takeIn(desk.state.path)
        #expect(once.status == 0, "\(once.complaint)")
        let archive = Archived(state: desk.state)
        #expect(try archive.number("SELECT count(*) FROM deliveries WHERE outcome = 'stored'") == 5)
        #expect(try archive.rows("PRAGMA integrity_check") == ["ok"])
        #expect(try Self.names(desk) == [])
    }
}
