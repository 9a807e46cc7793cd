import Foundation
import Testing

/// No source opens a file of the database but through SQLite's own connections: POSIX locks belong to the process, and closing any
/// descriptor of such a file drops all that SQLite holds on it.
///
/// A line that names one of the files must do something with it that is known to open nothing.
@Suite struct DatabaseFilesGuardTests {
    /// Ways to name the database, its log or its index.
    private static let mention = try? NSRegularExpression(
        pattern:
            #"wiredesk\.db\b|\b(state|copy|rebuilding)\.(database|log|sharedMemory)\b|\bdatabaseFiles\b|\bsharedMemory\b|"#
            + #"(ofFile|from|to|path|atPath): (database|log)\b"#)
    /// What may be done with them. SQLite opens; all others look at or change names alone.
    private static let harmless = try? NSRegularExpression(
        pattern: [
            #"Connection\.(reader|writer)\(path: state\.database"#,
            #"Schema\.version\(of: queue, path: state\.database\)"#,
            #"version\(of: queue, path: state\.database\)"#,
            #"operation: [^,]+, path: state\.database"#,
            #"ArchiveFiles\.size\(ofFile: (state\.)?(database|log)\)"#,
            #"ArchiveFiles\.(createIfMissing|demandReadable)\(state\.database, operation"#,
            #"Connection\.prepareForWriting\(\$0, log: state\.log\)"#,
            #"LockedFiles\.Claim\(paths: [A-Za-z().]+\.databaseFiles\)"#,
            #"\bstat\((folder \+ "/wiredesk\.db"|state\.database \+ "-shm")"#,
            #"Self\.size\(archive\.state\.database( \+ "-wal")?\)"#,
            #"fileExists\(atPath: [a-z.]+ \+ "/wiredesk\.db"\)"#,
            #"hasPrefix\("wiredesk\.db\."\)"#,
            #"Descriptor\.directory\(path: state\)\.status\(of: Array\("wiredesk\.db"\.utf8\)\)"#,
            #"path: state \+ "/wiredesk\.db", cause: "#,
        ].joined(separator: "|"))
    /// Files that move, remove or name them, and the one that compares them; none of these may open anything at all.
    private static let movers: Set<String> = [
        "Archive/Storage/StateFolder.swift", "Archive/Upkeep/StateFolder+Rebuilt.swift",
        "Archive/Storage/OpenDatabaseFiles.swift", "Desk/Check/DeskCheck+Folders.swift",
        "Archive/Upkeep/ArchiveReader+Backup.swift", "Archive/Upkeep/StateFolder+Restore.swift",
    ]
    /// Calls that open what a path names.
    private static let openings = try? NSRegularExpression(
        pattern: #"(?<![A-Za-z])(open|openat|fopen|openForReading|openForAppending|createFile|copyIfThere)\("#
            + #"|FileHandle|contentsOf|Descriptor\.file"#)

    private static let sources = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Sources")

    private static func matches(_ expression: NSRegularExpression?, _ text: String) throws -> Bool {
        let expression = try #require(expression)
        return expression.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
    }

    @Test func onlySQLiteOpensTheDatabase() throws {
        let files = try #require(FileManager.default.enumerator(atPath: Self.sources.path))
        var mentions = 0
        for case let file as String in files where file.hasSuffix(".swift") || file.hasSuffix(".c") {
            let text = try String(contentsOf: Self.sources.appendingPathComponent(file), encoding: .utf8)
            for (index, line) in text.components(separatedBy: "\n").enumerated() {
                let code = line.components(separatedBy: "//")[0]
                guard try Self.matches(Self.mention, code) else { continue }
                mentions += 1
                let isFine =
                    try Self.movers.contains(file)
                    ? !Self.matches(Self.openings, code) : Self.matches(Self.harmless, code)
                #expect(isFine, "\(file):\(index + 1) does something unknown with a file of the database: \(code)")
            }
        }
        // As many as there were, or the guard looks for the wrong words.
        #expect(mentions > 30)
    }

    @Test func guard_NoticesAnOpening() throws {
        for line in [
            "close(try ArchiveFiles.openForReading(state.database, operation: \"open the archive\"))",
            "let data = try Data(contentsOf: URL(fileURLWithPath: state.path + \"/wiredesk.db\"))",
            "let file = try Descriptor.file(path: Array(state.log.utf8), shown: \"\")",
        ] {
            #expect(try Self.matches(Self.mention, line) && !Self.matches(Self.harmless, line))
        }
    }
}
