import ArticleQuery
import GRDB
import LinuxSystem
import NewsModel
import SearchText

/// The archive of a state folder, open for reading, whether or not the daemon runs.
///
/// Any thread may call. Each call reads one consistent state in a short transaction and holds nothing after it, so that
/// the daemon can empty its log; lists come in pages for that reason.
public final class ArchiveReader: ArticleArchive {
    /// The state folder.
    public let state: StateFolder
    /// The kept originals.
    public let originals: OriginalReader

    let vocabulary: VocabularyFile
    private let languageShares = LanguageShares()
    private let queue: DatabaseQueue
    private let claim: LockedFiles.Claim

    /// Opens the archive of a state folder.
    /// - Throws: `ArchiveError`: `.missing` where there is none, `.newerSchema` or `.olderSchema` for a database of
    ///   another version of the program, `.readOnly` where the rights are missing.
    public static func open(state path: String) throws(ArchiveError) -> ArchiveReader {
        try open(StateFolder(path), takesOlder: false)
    }

    /// As `open(state:)`; with `takesOlder` also a database of an earlier version of the program, of which only what all versions have may
    /// be asked.
    static func open(_ state: StateFolder, takesOlder: Bool) throws(ArchiveError) -> ArchiveReader {
        try state.demandNoLostDatabase()
        // SQLite says only that it cannot open the file; the system says why.
        try ArchiveFiles.demandReadable(state.database, operation: "open the archive")
        do {
            return try ArchiveReader(state, takesOlder: takesOlder)
        } catch {
            throw ArchiveError(error, operation: "open the archive", path: state.database)
        }
    }

    private init(_ state: StateFolder, takesOlder: Bool) throws {
        self.state = state
        originals = OriginalReader(state: state)
        vocabulary = VocabularyFile(state)
        queue = try Connection.reader(path: state.database, label: "wiredesk.archive.reader")
        let version = try Schema.version(of: queue, path: state.database)
        guard version == Schema.currentVersion || takesOlder && version > 0 else {
            throw ArchiveError(
                version == 0 ? .missing : .olderSchema(found: version, known: Schema.currentVersion),
                operation: "open the archive", path: state.database,
                cause: version == 0
                    ? "it is empty"
                    : "its schema has version \(version), and this program needs \(Schema.currentVersion)")
        }
        claim = LockedFiles.Claim(paths: state.databaseFiles)
        try queue.inDatabase { database in
            // By it the words of the index are listed; a table of this connection alone, so that nothing is written.
            try database.execute(
                sql: "CREATE VIRTUAL TABLE temp.word_occurrences USING fts5vocab('main', 'article_index', 'instance')")
        }
    }

    /// Writes a copy of the database, as it stands at this moment, into an empty file.
    func vacuum(into path: String) throws(ArchiveError) {
        do {
            try queue.unsafeRead { try $0.execute(sql: "VACUUM INTO ?", arguments: [path]) }
        } catch {
            throw ArchiveError(error, operation: "copy the database to \(path) from", path: state.database)
        }
    }

    /// Reads one consistent state.
    func read<T>(_ operation: String, _ body: (ReadSession) throws -> T) throws(ArchiveError) -> T {
        do {
            return try queue.read {
                try body(ReadSession(database: $0, vocabularyFile: vocabulary, languageShares: languageShares))
            }
        } catch {
            throw ArchiveError(error, operation: operation, path: state.database)
        }
    }
}
