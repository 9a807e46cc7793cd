import Foundation
import Testing

/// Names of stored files that are hard to remove.
@Suite struct NameRemovalTests {
    private static let story = """
        Buoy found ashore

        A walker found the lost buoy on the north beach on Sunday, the harbour office said.
        """

    /// The removal of the first name changes the other's time of change; that makes it no other file.
    @Test func hardLinks_AreOneStoredAndTheOthersDuplicates() throws {
        let folder = try TemporaryFolder()
        let inbox = folder.url.appendingPathComponent("state/inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for number in 0..<20 {
            let first = inbox.appendingPathComponent("\(number)-a.txt")
            try Data((Self.story + " \(number)").utf8).write(to: first)
            for name in ["b", "c"] {
                try FileManager.default.linkItem(at: first, to: inbox.appendingPathComponent("\(number)-\(name).txt"))
            }
        }
        let state = folder.url.appendingPathComponent("state")
        let run = try Program.takeIn(state.path)
        #expect(run.status == 0)
        let archived = Archived(state: state)
        #expect(try archived.number("SELECT count(*) FROM deliveries") == 60)
        #expect(try archived.counter("stored") == 20)
        #expect(try archived.counter("duplicate") == 40)
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox.path).isEmpty)
    }

    /// A folder that the desk may not write, and one with the sticky bit, in which it may neither rename nor remove the files of others.
    @Test(.enabled(if: geteuid() == 0), arguments: [0o755, 0o1777])
    func namesThatMayNotBeRemoved_AreAProblem_UntilTheyMay(mode: mode_t) throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        let closed = inbox.appendingPathComponent("closed")
        try FileManager.default.createDirectory(at: closed, withIntermediateDirectories: true)
        for name in ["a", "b"] {
            try Data((Self.story + name).utf8).write(to: closed.appendingPathComponent(name + ".txt"))
        }
        chmod(closed.path, mode)
        for path in [folder.path, state.path, inbox.path] { chown(path, 65534, 65534) }
        let desk = try RunningDesk(
            state: state, wrapper: ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"])
        func problem() throws -> String? {
            let run = try Program.run("status", "--state", state.path, "--json")
            let status = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            return status?["problem"] as? String
        }
        #expect(Wait.until { ((try? problem()) ?? nil)?.contains("may not be removed") ?? false })
        // One name goes by another hand, the other may be removed now: with the last of them the problem ends.
        try FileManager.default.removeItem(at: closed.appendingPathComponent("a.txt"))
        chmod(closed.path, 0o777)
        #expect(Wait.until { (try? problem()) == .some(nil) })
        #expect(try FileManager.default.contentsOfDirectory(atPath: closed.path).isEmpty)
        #expect(desk.end() == 0)
        let archived = Archived(state: state)
        #expect(try archived.number("SELECT count(*) FROM deliveries") == 2)
        #expect(try archived.number("SELECT count(*) FROM ledger") == 0)
    }

    // MARK: What an interrupted removal left aside

    /// A state whose ledger has a name that stands, as between commit and removal, and the name under which it is taken aside.
    private struct Interrupted {
        let folder: TemporaryFolder
        let archived: Archived
        let aside: String
        var inbox: URL { folder.url.appendingPathComponent("state/inbox") }

        init() throws {
            folder = try TemporaryFolder()
            let state = folder.url.appendingPathComponent("state")
            archived = Archived(state: state)
            let inbox = state.appendingPathComponent("inbox")
            try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
            try Data(NameRemovalTests.story.utf8).write(to: inbox.appendingPathComponent("a.txt"))
            let config = folder.url.appendingPathComponent("leave.yaml")
            try Data("state: \(state.path)\ninboxes: [{path: \(inbox.path), take: leave}]\n".utf8).write(to: config)
            let run = try Program.run("run", "--config", config.path, "--once")
            #expect(run.status == 0)
            aside = try ".wiredesk-" + (archived.rows("SELECT printf('%016x', aside) FROM ledger").first ?? "")
            #expect(rename(inbox.path + "/a.txt", inbox.path + "/" + aside) == 0)
        }

        func run() throws {
            let run = try Program.run("run", "--state", folder.url.appendingPathComponent("state").path, "--once")
            #expect(run.status == 0)
            #expect(try FileManager.default.contentsOfDirectory(atPath: inbox.path).isEmpty)
            #expect(try archived.number("SELECT count(*) FROM ledger") == 0)
            #expect(try archived.number("SELECT count(*) FROM asides") == 0)
            #expect(try archived.rows("SELECT DISTINCT name FROM delivery_list") == ["a.txt"])
        }
    }

    @Test func filedFileAside_IsRemovedAtTheStart_AndIsNoDelivery() throws {
        let interrupted = try Interrupted()
        try interrupted.run()
        #expect(try interrupted.archived.number("SELECT count(*) FROM deliveries") == 1)
    }

    @Test func anotherFileAside_IsADeliveryOfItsName() throws {
        let interrupted = try Interrupted()
        try Data((Self.story + " It was painted red.").utf8).write(
            to: interrupted.inbox.appendingPathComponent(interrupted.aside))
        try interrupted.run()
        #expect(try interrupted.archived.number("SELECT count(*) FROM deliveries") == 2)
        #expect(try interrupted.archived.counter("stored") == 2)
    }

    @Test func anotherFileAside_WhoseNameIsTakenAgain_IsADeliveryOfThatName_AsTheOtherIs() throws {
        let interrupted = try Interrupted()
        for (name, more) in [(interrupted.aside, " It was painted red."), ("a.txt", " It was painted green.")] {
            try Data((Self.story + more).utf8).write(to: interrupted.inbox.appendingPathComponent(name))
        }
        try interrupted.run()
        #expect(try interrupted.archived.number("SELECT count(*) FROM deliveries") == 3)
        #expect(try interrupted.archived.counter("stored") == 3)
        #expect(try interrupted.archived.verifiedOriginals() == 3)
    }
}
