import Foundation
import Testing

/// Thousands of files in every way of arrival: each exactly once.
@Suite(.serialized) struct IntakeFloodTests {
    struct Way: CustomTestStringConvertible {
        var take = "move"
        var watch = "auto"
        var testDescription: String { "take \(take), watch \(watch)" }
    }

    /// A desk with an inbox of its own settings; lanes as many as processors.
    static func desk(_ folder: TemporaryFolder, _ way: Way) throws -> RunningDesk {
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.deletingLastPathComponent().appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let file = folder.url.appendingPathComponent("wiredesk.yaml")
        try Data(
            """
            state: \(state.path)
            poll: 300ms
            settle: 2s
            inboxes:
              - path: \(inbox.path)
                take: \(way.take)
                watch: \(way.watch)
            """.utf8
        ).write(to: file)
        return try RunningDesk(state: state, configuration: file.path)
    }

    static func expectEachOnce(_ count: Int, _ archive: Archived) throws {
        #expect(try archive.counter("stored") == count)
        #expect(try archive.number("SELECT count(*) FROM deliveries") == count)
        #expect(try archive.number("SELECT count(*) FROM articles") == count)
        #expect(try archive.counter("duplicate") == 0)
        #expect(try archive.counter("rejected") == 0)
    }

    @Test(
        .timeLimit(.minutes(3)),
        arguments: [Way(), Way(take: "leave"), Way(watch: "poll"), Way(take: "leave", watch: "poll")])
    func fiveThousandFiles_CopiedRenamedWrittenSlowlyInFolders_WhileTheDeskIsStoppedAndContinued_AreStoredExactlyOnce(
        way: Way
    ) throws {
        let folder = try TemporaryFolder()
        let desk = try Self.desk(folder, way)
        let inbox = folder.url.appendingPathComponent("inbox")
        let arrivals = IntakeArrivals(inbox: inbox, outside: folder.url)
        let count = 5000
        var slow: [(Int, String)] = []
        for number in 0..<count {
            // Stopped for a third of the time.
            if number % 300 == 100 { kill(desk.identifier, SIGSTOP) }
            if number % 300 == 200 { kill(desk.identifier, SIGCONT) }
            switch number % 5 {
            case 0: arrivals.copy(number, to: "copied-\(number).txt")
            case 1: arrivals.rename(number, to: "renamed-\(number).txt")
            case 2:
                let path = "a\(number % 7)/b\(number % 40)/c\(number)"
                arrivals.makeFolder(path)
                arrivals.copy(number, to: path + "/nested.txt")
            case 3:
                let path = "d\(number % 11)/e\(number % 50)"
                arrivals.makeFolder(path)
                arrivals.rename(number, to: path + "/renamed-\(number).txt")
            default:
                let path = "slow-\(number).txt"
                arrivals.begin(number, at: path)
                slow.append((number, path))
            }
            // Far sooner than the quiet period passes.
            if slow.count == 10 {
                for (number, path) in slow { arrivals.finish(number, at: path) }
                slow.removeAll()
            }
        }
        for (number, path) in slow { arrivals.finish(number, at: path) }
        kill(desk.identifier, SIGCONT)
        let archive = Archived(state: desk.state)
        #expect(Wait.until(seconds: 120) { (try? archive.counter("stored")) ?? 0 >= count })
        #expect(desk.end() == 0)
        try Self.expectEachOnce(count, archive)
        #expect(try archive.number("SELECT count(DISTINCT original) FROM deliveries") == count)
        let left = FileManager.default.enumerator(atPath: inbox.path)?.compactMap { $0 as? String }
            .count { $0.hasSuffix(".txt") }
        #expect(left == (way.take == "leave" ? count : 0))
    }

    @Test(.timeLimit(.minutes(3)), arguments: [Way(), Way(take: "leave")])
    func eventQueue_OverflownWhileTheDeskIsStopped_LosesNothing(way: Way) throws {
        let folder = try TemporaryFolder()
        let desk = try Self.desk(folder, way)
        let inbox = folder.url.appendingPathComponent("inbox")
        let arrivals = IntakeArrivals(inbox: inbox, outside: folder.url)
        let limit =
            Int(
                try String(contentsOfFile: "/proc/sys/fs/inotify/max_queued_events", encoding: .utf8).filter(\.isNumber)
            ) ?? 0
        kill(desk.identifier, SIGSTOP)
        // Empty folders: two events each cost the desk nothing but their place in the queue.
        for number in 0...(limit / 2) {
            let path = inbox.path + "/filler-\(number)"
            mkdir(path, 0o755)
            chmod(path, 0o750)
            rmdir(path)
        }
        let count = 1000
        for number in 0..<count {
            if number % 10 == 0 { arrivals.makeFolder("f\(number)") }
            arrivals.copy(number, to: number % 2 == 0 ? "f\(number / 10 * 10)/\(number).txt" : "\(number).txt")
        }
        kill(desk.identifier, SIGCONT)
        let archive = Archived(state: desk.state)
        #expect(Wait.until(seconds: 90) { (try? archive.counter("stored")) ?? 0 >= count })
        #expect(desk.end() == 0)
        #expect(desk.logText.contains("Events were lost"))
        try Self.expectEachOnce(count, archive)
    }
}
