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
        let run = try Program.run("run", "--state", state.path, "--once")
        #expect(run.status == 0)
        let archived = Archived(state: state)
        #expect(try archived.number("SELECT count(*) FROM deliveries") == 60)
        #expect(try archived.counter("stored") == 20)
        #expect(try archived.counter("duplicate") == 40)
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox.path).isEmpty)
    }

    @Test(.enabled(if: geteuid() == 0)) func namesThatMayNotBeRemoved_AreAProblem_UntilTheyMay() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        let closed = inbox.appendingPathComponent("closed")
        try FileManager.default.createDirectory(at: closed, withIntermediateDirectories: true)
        for name in ["a", "b"] {
            try Data((Self.story + name).utf8).write(to: closed.appendingPathComponent(name + ".txt"))
        }
        for path in [folder.path, state.path, inbox.path] { chown(path, 65534, 65534) }
        let desk = try RunningDesk(
            state: state, wrapper: ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"])
        func problem() throws -> String? {
            let run = try Program.run("status", "--state", state.path, "--json")
            let status = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
            return status?["problem"] as? String
        }
        #expect(Wait.until(seconds: 20) { ((try? problem()) ?? nil)?.contains("may not be removed") ?? false })
        // One name goes by another hand, the other may be removed now: with the last of them the problem ends.
        try FileManager.default.removeItem(at: closed.appendingPathComponent("a.txt"))
        chmod(closed.path, 0o777)
        #expect(Wait.until(seconds: 30) { (try? problem()) == .some(nil) })
        #expect(try FileManager.default.contentsOfDirectory(atPath: closed.path).isEmpty)
        #expect(desk.end() == 0)
        let archived = Archived(state: state)
        #expect(try archived.number("SELECT count(*) FROM deliveries") == 2)
        #expect(try archived.number("SELECT count(*) FROM ledger") == 0)
    }
}
