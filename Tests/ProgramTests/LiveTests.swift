import Foundation
import Testing

/// What a user meets while the desk runs.
@Suite struct LiveTests {
    private static let story = """
        Ferry stays in port

        By Bo Sample

        The ferry to the outer islands stayed in port on Tuesday because of the storm, its captain said.

        It is to sail again when the wind drops, perhaps on Thursday.
        """

    @Test func renamedFile_IsFoundBySearch_WithinASecond() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        let outside = folder.url.appendingPathComponent("ferry.txt")
        try Data(Self.story.utf8).write(to: outside)
        try FileManager.default.moveItem(at: outside, to: desk.inbox.appendingPathComponent("ferry.txt"))
        let begin = Date()
        let isFound = Wait.until {
            (try? Program.run("search", "--state", desk.state.path, "\"outer islands\"").status) == 0
        }
        #expect(isFound)
        // Not a measurement: a sign that no quiet period and no rescan stood in between.
        #expect(Date().timeIntervalSince(begin) < 5)
        #expect(desk.end() == 0)
        #expect(desk.logText.contains("Ferry stays in port"))
    }

    @Test func filesInFoldersMadeOnTheFly_AreFound_AndFilesWrittenSlowly_AreTakenOnce() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        for number in 0..<30 {
            let nested = desk.inbox.appendingPathComponent("a\(number % 5)/b\(number)")
            try FileManager.default.createDirectory(at: nested, withIntermediateDirectories: true)
            try Data((Self.story + "\n\nNumber \(number).").utf8).write(to: nested.appendingPathComponent("f.txt"))
        }
        let archive = Archived(state: desk.state)
        let isComplete = Wait.until { (try? archive.counter("stored")) == 30 }
        #expect(isComplete)
        #expect(desk.end(SIGINT) == 0)
        #expect(try archive.number("SELECT count(*) FROM deliveries") == 30)
        #expect(try archive.number("SELECT count(DISTINCT collection) FROM deliveries") == 30)
    }

    @Test(arguments: [SIGUSR1, SIGUSR2])
    func signal_ThatAsksForNothing_DoesNotEndTheDesk(_ signal: Int32) throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        kill(desk.identifier, signal)
        try Data(Self.story.utf8).write(to: desk.inbox.appendingPathComponent("ferry.txt"))
        let archive = Archived(state: desk.state)
        #expect(Wait.until { (try? archive.counter("stored")) == 1 })
        #expect(desk.end() == 0)
    }

    @Test func stoppedDesk_CatchesUpWithWhatCameMeanwhile() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        kill(desk.identifier, SIGSTOP)
        for number in 0..<200 {
            try Data((Self.story + "\n\nNumber \(number).").utf8).write(
                to: desk.inbox.appendingPathComponent("f\(number).txt"))
        }
        kill(desk.identifier, SIGCONT)
        let archive = Archived(state: desk.state)
        #expect(Wait.until { (try? archive.counter("stored")) == 200 })
        #expect(desk.end() == 0)
        #expect(try archive.number("SELECT count(*) FROM deliveries") == 200)
    }

    @Test func status_TellsWhatRuns_AndWhatIsThere() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        try Data(Self.story.utf8).write(to: desk.inbox.appendingPathComponent("a.txt"))
        #expect(Wait.until { (try? Archived(state: desk.state).counter("stored")) == 1 })
        let status = try #require(try Program.run("status", "--state", desk.state.path, "--json").objects.first)
        #expect(
            Set(status.keys) == [
                "running", "pid", "version", "articles", "versions", "deliveries", "waiting", "reading",
                "oldest_waiting_seconds", "ignored", "last", "problem", "database_bytes", "wal_bytes",
                "originals_bytes",
            ])
        #expect(status["running"] as? Bool == true)
        #expect(status["pid"] as? Int == Int(desk.identifier))
        #expect(status["articles"] as? Int == 1)
        #expect((status["last"] as? [String: Any])?["headline"] as? String == "Ferry stays in port")
        #expect(desk.end() == 0)
        let closed = try #require(try Program.run("status", "--state", desk.state.path, "--json").objects.first)
        #expect(closed["running"] as? Bool == false)
        #expect(closed["pid"] is NSNull)
        #expect(closed["articles"] as? Int == 1)
    }

    @Test func addAndRetry_GoThroughTheRunningDesk() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        let file = folder.url.appendingPathComponent("handed.txt")
        try Data(Self.story.utf8).write(to: file)
        let added = try Program.run("add", "--state", desk.state.path, "--collection", "by-hand", file.path)
        #expect(added.status == 0, "\(added.complaint)")
        #expect(added.output.contains("stored"))
        #expect(FileManager.default.fileExists(atPath: file.path))
        let again = try Program.run("add", "--state", desk.state.path, file.path)
        #expect(again.status == 0)
        #expect(again.output.contains("duplicate"))
        let empty = try folder.file("empty.txt")
        let rejected = try Program.run("add", "--state", desk.state.path, empty.path)
        #expect(rejected.status == 1)
        let id = try #require(
            try Program.run("deliveries", "--state", desk.state.path, "--json", "--outcome", "rejected").objects.first?[
                "id"]
                as? Int)
        let retried = try Program.run("retry", "--state", desk.state.path, "\(id)")
        #expect(retried.status == 1)
        #expect(try Archived(state: desk.state).counter("rejected") == 1)
        #expect(desk.end() == 0)
    }

    @Test func addWithoutADesk_DropsAWholeFile_UnderAFreeName() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let file = folder.url.appendingPathComponent("x.txt")
        try Data(Self.story.utf8).write(to: file)
        for _ in 0..<2 { #expect(try Program.run("add", "--state", state.path, file.path).status == 0) }
        let names = try FileManager.default.contentsOfDirectory(atPath: inbox.path)
        #expect(Set(names) == ["x.txt", "1-x.txt"])
        #expect(try Data(contentsOf: inbox.appendingPathComponent("1-x.txt")) == Data(Self.story.utf8))
    }
}
