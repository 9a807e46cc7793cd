import Foundation
import Testing

/// What a dropper writes into names and texts stays text: it makes no line in a log, moves no cursor, reaches no statement and no
/// other folder.
@Suite struct ForgeryTests {
    struct Name: Sendable, CustomTestStringConvertible {
        /// What it tries.
        let aim: String
        /// The name of the file, as bytes.
        let bytes: [UInt8]

        init(_ aim: String, _ text: String) {
            self.aim = aim
            bytes = Array(text.utf8)
        }

        var testDescription: String { aim }
    }

    private static let names = [
        Name("a line of its own in the log", "a\n<3>Forged line one\n.txt"),
        Name("a carriage return over the line", "b\r<3>Forged line two.txt"),
        Name("a field of the journal", "c\nMESSAGE=Forged\nPRIORITY=0.txt"),
        Name("the title of the terminal", "d\u{1B}]0;owned\u{07}.txt"),
        Name("colours and a cleared screen", "e\u{1B}[2J\u{1B}[31m.txt"),
        Name("a control character of eight bits", "f\u{9B}31m.txt"),
        Name("another order of letters", "g\u{202E}txt.exe.txt"),
        Name("a statement", "h'); DROP TABLE articles; --.txt"),
        Name("an option", "--state=_tmp.txt"),
        Name("a command of the shell", "$(touch forged)`id`.txt"),
        Name("a way out of the folder", "i..\\..\\etc\\passwd.txt"),
        Name("a way out, escaped", "%2e%2e%2fetc%2fpasswd.txt"),
        Name("the database", "wiredesk.db.txt"),
    ]

    private static func story(_ number: Int) -> String {
        """
        Headline \(number)\u{1B}[31m '); DROP TABLE versions; -- \u{202E}

        By Ann\u{1B}]0;owned\u{07} Example

        The forger of name \(number) wrote some plain sentences, so that there is an article to be shown to everybody.
        """
    }

    /// A state in which everything was filed, and what the daemon logged.
    private static func filed() throws -> (folder: TemporaryFolder, state: URL, log: String) {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for (number, name) in names.enumerated() {
            let path = Array(inbox.path.utf8) + [UInt8(ascii: "/")] + name.bytes + [0]
            let descriptor = path.withUnsafeBytes { raw in
                raw.assumingMemoryBound(to: CChar.self).baseAddress.map { open($0, O_WRONLY | O_CREAT, 0o644) } ?? -1
            }
            #expect(descriptor >= 0)
            _ = Array(story(number).utf8).withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            close(descriptor)
        }
        let run = try Program.takeIn(state.path)
        #expect(run.status == 0)
        return (folder, state, run.complaint)
    }

    /// Whether a text holds what a terminal would obey, or what reorders it.
    private static func hasControls(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            (scalar.value < 0x20 && scalar != "\n") || (0x7F...0x9F).contains(scalar.value)
                || (0x202A...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value)
        }
    }

    @Test func log_HasNoForgedLine_AndNoControls() throws {
        let (folder, _, log) = try Self.filed()
        defer { withExtendedLifetime(folder) {} }
        #expect(log.contains("Forged line one"))
        let lines = log.split(separator: "\n")
        #expect(!lines.contains { $0.hasPrefix("<3>") || $0.hasPrefix("MESSAGE=") || $0.hasPrefix("PRIORITY=") })
        #expect(!Self.hasControls(log))
    }

    @Test(arguments: [
        ["list"], ["deliveries"], ["search", "forger"], ["status"], ["show", "--delivery", "1"],
    ])
    func output_MovesNoCursor(command: [String]) throws {
        let (folder, state, _) = try Self.filed()
        defer { withExtendedLifetime(folder) {} }
        let shown = try Program.run([command[0], "--state", state.path] + command.dropFirst())
        #expect(shown.status == 0, "\(shown.complaint)")
        #expect(!shown.output.isEmpty)
        #expect(!Self.hasControls(shown.output))
    }

    @Test(arguments: [
        "'); DROP TABLE versions; --", "\" OR 1=1 --", "headline:*", "NEAR(", "\"", "((", "a AND OR NOT", "\u{1}\u{1B}",
    ])
    func query_IsNothingButWords(query: String) throws {
        let (folder, state, _) = try Self.filed()
        defer { withExtendedLifetime(folder) {} }
        let found = try Program.run(["search", "--state", state.path, query])
        #expect([0, 1, 64].contains(found.status), "\(found.complaint)")
        #expect(!found.complaint.contains("SQLite"))
        #expect(try Archived(state: state).number("SELECT count(*) FROM versions") == Self.names.count)
    }

    @Test func state_HoldsNothingUnderAForgedName() throws {
        let (folder, state, _) = try Self.filed()
        defer { withExtendedLifetime(folder) {} }
        #expect(try Archived(state: state).number("SELECT count(*) FROM articles") == Self.names.count)
        #expect(try Archived(state: state).verifiedOriginals() == Self.names.count)
        let originals = try FileManager.default.subpathsOfDirectory(
            atPath: state.appendingPathComponent("originals").path)
        let hexadecimal = Set("0123456789abcdef")
        for path in originals where ![".unfinished", ".mark"].contains(path) {
            let name = path.split(separator: "/").last.map { $0.replacingOccurrences(of: ".zst", with: "") } ?? ""
            #expect([2, 64].contains(name.count) && name.allSatisfy { hexadecimal.contains($0) }, "\(path)")
        }
        let known: Set = [
            "wiredesk.db", "wiredesk.db-wal", "wiredesk.db-shm", "originals", "work", "lock", "inbox", "control.sock",
            "analysis",
        ]
        #expect(Set(try FileManager.default.contentsOfDirectory(atPath: state.path)).isSubset(of: known))
    }
}
