import Foundation
import Testing

/// A desk whose readers are hostile: each attack is stopped, its file rejected with the reason, and its neighbours are stored right.
@Suite struct AttackTests {
    struct Attack: Sendable, CustomTestStringConvertible {
        /// The first word of the file, which the reader obeys.
        let word: String
        /// The reason of the rejection; nil where the attempt is refused and the reader says so in its answer.
        let code: String?

        var testDescription: String { word }
    }

    private static let attacks = [
        Attack(word: "open", code: nil), Attack(word: "make", code: nil), Attack(word: "list", code: nil),
        Attack(word: "link", code: nil), Attack(word: "signal", code: nil), Attack(word: "limit", code: nil),
        Attack(word: "connect", code: "reader-crashed"), Attack(word: "fork", code: "reader-crashed"),
        Attack(word: "exec", code: "reader-crashed"), Attack(word: "trace", code: "reader-crashed"),
        Attack(word: "kill", code: "reader-crashed"), Attack(word: "crash", code: "reader-crashed"),
        Attack(word: "allocate", code: "reader-crashed"), Attack(word: "eat", code: "reader-memory"),
        Attack(word: "spin", code: "reader-timeout"), Attack(word: "hang", code: "reader-timeout"),
        Attack(word: "stall", code: "reader-timeout"), Attack(word: "huge", code: "reader-protocol"),
        Attack(word: "other", code: "reader-protocol"), Attack(word: "garbage", code: "reader-protocol"),
    ]
    /// Good files for each attack.
    private static let neighbours = 3

    /// A desk's program with the hostile reader beside it, where it looks for its own.
    private static func hostileProgram(in folder: URL) throws -> String {
        let programs = folder.appendingPathComponent("programs")
        try FileManager.default.createDirectory(at: programs, withIntermediateDirectories: true)
        for (built, name) in [("wiredesk", "wiredesk"), ("misbehaving-reader", "wiredesk-reader")] {
            try FileManager.default.copyItem(
                at: Program.folder.appendingPathComponent(built), to: programs.appendingPathComponent(name))
        }
        return programs.appendingPathComponent("wiredesk").path
    }

    @Test func everyAttack_IsStopped_AndItsNeighboursAreStoredRight() throws {
        let folder = try TemporaryFolder()
        let inbox = folder.url.appendingPathComponent("inbox")
        let state = folder.url.appendingPathComponent("state")
        let configuration = folder.url.appendingPathComponent("desk.yaml")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data(
            """
            state: \(state.path)
            inboxes: [{path: \(inbox.path)}]
            lanes: 4
            reader: {timeout: 8s, memory: 256MiB}
            """.utf8
        ).write(to: configuration)
        for (number, attack) in Self.attacks.enumerated() {
            try Self.drop("\(attack.word) \(number) for the desk", "\(number)-\(attack.word).txt", inbox)
            for neighbour in 0..<Self.neighbours {
                try Self.drop(Self.good(number, neighbour), "\(number)-good-\(neighbour).txt", inbox)
            }
        }
        let run = try Program.run(
            ["run", "--config", configuration.path, "--once"], program: try Self.hostileProgram(in: folder.url))
        #expect(run.status == 1, "\(run.complaint.suffix(2000))")

        let archive = Archived(state: state)
        for (number, attack) in Self.attacks.enumerated() {
            let due = attack.code.map { "rejected|\($0)" } ?? "stored|"
            let outcome = try archive.rows(
                "SELECT outcome, ifnull(code, '') FROM delivery_list WHERE name = '\(number)-\(attack.word).txt'")
            #expect(outcome == [due], "\(attack.word)")
            if attack.code == nil {
                let bodies = try archive.rows("SELECT body FROM version_list WHERE body LIKE '\(attack.word): %'")
                #expect(bodies == ["\(attack.word): refused"])
            }
            for neighbour in 0..<Self.neighbours {
                let good = Self.good(number, neighbour)
                #expect(try archive.number("SELECT count(*) FROM version_list WHERE body = '\(good)'") == 1, "\(good)")
            }
        }
        let good = Self.attacks.count * Self.neighbours + Self.attacks.count { $0.code == nil }
        #expect(try archive.number("SELECT count(*) FROM deliveries WHERE outcome = 'stored'") == good)
        #expect(try archive.verifiedOriginals() == Self.attacks.count * (Self.neighbours + 1))
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox.path).isEmpty)
        #expect(!FileManager.default.fileExists(atPath: "/tmp/wiredesk-escaped"))
    }

    @Test func readerKilledInTheMiddleOfManyArticles_LosesNone() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        try FileManager.default.createDirectory(
            at: state.appendingPathComponent("inbox"), withIntermediateDirectories: true)
        let desk = try RunningDesk(state: state, program: try Self.hostileProgram(in: folder.url))
        try Self.drop("slowly read this", "many.txt", desk.inbox)
        let archive = Archived(state: state)
        // The first portions are in the archive, and the reader rests.
        #expect(Wait.until { (try? archive.number("SELECT count(*) FROM versions")) == 128 })
        for reader in desk.children { kill(reader, SIGKILL) }
        #expect(
            Wait.until {
                (try? archive.number("SELECT count(*) FROM ledger")) == 0
                    && (try? archive.number("SELECT count(*) FROM deliveries WHERE outcome IS NOT NULL")) == 1
            })
        #expect(desk.end() == 0)
        #expect(
            try archive.rows("SELECT outcome, partial, articles, new_articles FROM deliveries") == ["stored|0|200|200"])
        #expect(try archive.number("SELECT count(*) FROM articles") == 200)
        #expect(try archive.counter("articles") == 200)
        #expect(try archive.counter("stored") == 1)
    }

    private static func good(_ attack: Int, _ number: Int) -> String {
        "Good neighbour \(number) of attack \(attack) is read as it was written."
    }

    private static func drop(_ text: String, _ name: String, _ inbox: URL) throws {
        try Data(text.utf8).write(to: inbox.appendingPathComponent(name))
    }
}
