import Archive
import ArgumentParser
import ArticleQuery
import Foundation
import LinuxSystem

/// `wiredesk follow`: new articles as they are stored, for scripts and hooks.
struct FollowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow",
        abstract: "Stream new articles as JSON Lines.",
        discussion: """
            Each new article and each new version is one line, in the order in which they were stored. Works whether \
            or not the desk runs, and only reads, so that a slow reader of the stream never slows the desk.

            With --cursor-file the place is kept, so that the next call goes on behind it; without a kept place it \
            begins with what comes from now on, or with --all with everything. Every line is delivered at least \
            once: after a crash, some lines may come again.

            With --run the program is called once for each article, with the line on its standard input and \
            WIREDESK_ARTICLE, WIREDESK_VERSION and WIREDESK_CURSOR in its environment. When it exits with 0 the \
            article is done; with 65 it is given up; anything else is tried again with growing pauses, up to five \
            minutes.

            EXAMPLES
              wiredesk follow | jq -r .headline
              wiredesk follow --all --no-wait --cursor-file ~/.cursor >>new.jsonl
              wiredesk follow --run ./to-webhook --cursor-file to-webhook.cursor
              ssh desk wiredesk follow --after c4711
            """)

    @Option(
        name: .long,
        help: ArgumentHelp("Keep the place in this file, and begin behind the one that is kept.", valueName: "file"),
        completion: .file())
    var cursorFile: String?

    @Option(
        name: .long, help: ArgumentHelp("Begin behind this place, which is the cursor of a line.", valueName: "cursor"))
    var after: String?

    @Flag(name: .long, help: "Begin with the first article where no place is kept.")
    var all = false

    @Flag(name: .long, help: "End when everything that is there was told.")
    var noWait = false

    @Option(
        name: .customLong("run"),
        help: ArgumentHelp("Call this program for each article in place of printing it.", valueName: "program")
    )
    var program: String?

    @OptionGroup var state: StateOptions

    /// Lines that are read at a time: the reading is short, and a cursor is kept behind each page.
    private static let page = 100
    /// Microseconds between two looks for something new; each is one look-up in the database.
    private static let pause: UInt32 = 250_000

    func validate() throws {
        if let after {
            guard FollowCursor(after) != nil else { throw ValidationError("--after takes the cursor of a line") }
        }
        guard !all || after == nil else { throw ValidationError("--all and --after exclude each other") }
    }

    func run() throws {
        try Failure.guarding {
            let folder = try state.resolve().state
            var archive = try FollowedArchive(folder)
            let keeper = cursorFile.map { CursorFile(path: StateOptions.absolute($0)) }
            var cursor = try begin(keeper, archive.reader)
            try keeper?.keep(cursor)
            let hook = program.map { HookRunner(program: $0) }
            while true {
                if try archive.reopenIfReplaced() { cursor = min(cursor, try archive.reader.lastCursor()) }
                let page = try archive.reader.versions(after: cursor, limit: Self.page)
                for version in page {
                    if let hook {
                        hook.callUntilDone(version)
                        // At once: the program need not see it again.
                        try keeper?.keep(version.cursor)
                    } else {
                        StandardOutput.line(version.json.line)
                    }
                    cursor = version.cursor
                }
                if !page.isEmpty {
                    if hook == nil { try keeper?.keep(cursor) }
                } else if noWait {
                    return
                } else {
                    // A database that was put back has fewer versions than before.
                    cursor = min(cursor, try archive.reader.lastCursor())
                    usleep(Self.pause)
                }
            }
        }
    }

    private func begin(_ keeper: CursorFile?, _ archive: ArchiveReader) throws -> FollowCursor {
        if let after, let cursor = FollowCursor(after) { return cursor }
        if let cursor = try keeper?.read() { return cursor }
        return all ? .start : try archive.lastCursor()
    }
}

/// The archive that is followed; opened again when another database has taken the place of the one that is open.
private struct FollowedArchive {
    private(set) var reader: ArchiveReader
    private let folder: String
    private var identity: [UInt64]

    init(_ folder: String) throws {
        self.folder = folder
        identity = Self.identity(folder)
        reader = try ArchiveReader.open(state: folder)
    }

    mutating func reopenIfReplaced() throws -> Bool {
        let now = Self.identity(folder)
        // A database that is away for a moment is being put back.
        guard now != identity, !now.isEmpty else { return false }
        reader = try ArchiveReader.open(state: folder)
        identity = now
        return true
    }

    private static func identity(_ folder: String) -> [UInt64] {
        var status = stat()
        guard stat(folder + "/wiredesk.db", &status) == 0 else { return [] }
        return [UInt64(status.st_dev), UInt64(status.st_ino)]
    }
}
