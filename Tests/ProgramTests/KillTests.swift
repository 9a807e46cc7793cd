import Foundation
import SeededNumbers
import Testing

/// Nothing is lost and nothing is doubled, whoever is killed at whatever moment.
@Suite(.serialized) struct KillTests {
    /// Distinct articles, and files that repeat the bytes of one of them.
    private static let distinct = 2400
    private static let repeats = 600
    private static let kills = 40
    /// Printed, so that a failure can be repeated.
    private static let seed = UInt64(20_241_122)

    @Test func fortyKillsOfDaemonOrReader_LoseAndDoubleNothing() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        var random = SeededGenerator(seed: Self.seed)
        print("seed \(Self.seed)")
        for number in 0..<Self.distinct { try Self.write(Self.text(number), to: inbox, "a\(number).txt") }
        for number in 0..<Self.repeats { try Self.write(Self.text(number * 4), to: inbox, "b\(number).txt") }

        var kills = 0
        var readerKills = 0
        while kills < Self.kills {
            let desk = try RunningDesk(state: state)
            // Behind the quiet period, so that files are under way when it strikes.
            usleep(UInt32(250_000 + random.next() % 200_000))
            if random.next() % 3 == 0, let reader = Self.children(of: desk).randomElement(using: &random) {
                kill(reader, SIGKILL)
                kills += 1
                readerKills += 1
                usleep(UInt32(random.next() % 100_000))
            }
            desk.end(SIGKILL)
            kills += 1
        }
        #expect(readerKills > 0)
        let last = try Program.run("run", "--state", state.path, "--once", seconds: 120)
        #expect(last.status == 0, "\(last.complaint.suffix(2000))")

        let archive = Archived(state: state)
        let left = try FileManager.default.contentsOfDirectory(atPath: inbox.path)
        #expect(left.isEmpty)
        // The archive itself.
        #expect(try archive.number("SELECT count(*) FROM articles") == Self.distinct)
        #expect(try archive.number("SELECT count(*) FROM versions") == Self.distinct)
        #expect(try archive.number("SELECT count(DISTINCT headline) FROM versions") == Self.distinct)
        #expect(try archive.number("SELECT count(*) FROM deliveries WHERE outcome = 'stored'") == Self.distinct)
        #expect(try archive.number("SELECT count(*) FROM deliveries WHERE outcome = 'duplicate'") == Self.repeats)
        let failed = try archive.rows(
            "SELECT name, outcome, stage, code, message FROM delivery_list WHERE outcome = 'rejected' OR outcome IS NULL"
        )
        #expect(failed.isEmpty, "\(failed)")
        #expect(try archive.number("SELECT count(*) FROM ledger") == 0)
        // Its statistics.
        #expect(try archive.counter("articles") == Self.distinct)
        #expect(try archive.counter("stored") == Self.distinct)
        #expect(try archive.counter("duplicate") == Self.repeats)
        #expect(try archive.counter("rejected") == 0)
        #expect(try archive.rows("PRAGMA integrity_check") == ["ok"])
        #expect(try archive.number("SELECT count(*) FROM originals WHERE kept_bytes > 0") == Self.distinct)
        #expect(try archive.verifiedOriginals() == Self.distinct)
    }

    @Test func fileThatIsUnderWayAtEveryKill_IsNotTakenForPoison() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Self.write(Self.text(1), to: inbox, "unlucky.txt")
        for _ in 0..<6 {
            // The first copy of a file: its attempt has begun.
            let run = try Program.run(
                ["run", "--state", state.path, "--once"],
                runner: [
                    "/usr/bin/strace", "-f", "-qq", "-o", "/dev/null", "-e", "inject=memfd_create:signal=KILL:when=1",
                ])
            #expect(run.status == -SIGKILL)
        }
        #expect(try Program.run("run", "--state", state.path, "--once").status == 0)
        #expect(try Archived(state: state).rows("SELECT outcome FROM delivery_list") == ["stored"])
        #expect(try Archived(state: state).number("SELECT count(*) FROM attempts") == 0)
    }

    /// The readers of a desk; on a busy machine they take their time to start.
    private static func children(of desk: RunningDesk) -> [pid_t] {
        for _ in 0..<100 where desk.children.isEmpty { usleep(50_000) }
        return desk.children
    }

    private static func text(_ number: Int) -> String {
        """
        Harbour report number \(number)

        The harbour master counted \(number) vessels on the day, which is \(number % 7) more than the day before.

        Nobody could say why, and the ferry to the islands was late again, as it had been in week \(number % 53).
        """
    }

    private static func write(_ text: String, to inbox: URL, _ name: String) throws {
        try Data(text.utf8).write(to: inbox.appendingPathComponent(name))
    }
}
