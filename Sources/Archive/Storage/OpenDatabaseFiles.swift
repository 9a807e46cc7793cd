import ArticleQuery
import GRDB
import GRDBSQLite
import Glibc
import LinuxSystem
import Synchronization

/// The files of the open database: the SQLite file, its log, and the index of the log that connections share.
///
/// SQLite keeps working in files whose names were taken from them. What it commits is lost then with its last connection: another
/// program that opens the database makes a log of its own. Whether they are in place is told by three looks at names.
final class OpenDatabaseFiles: Sendable {
    private let paths: [String]
    private let identities: [ArchiveFiles.Identity]
    /// Once moved they are never trusted again: others may have written meanwhile.
    private let moved = Atomic(false)

    /// Whether any of them was found moved.
    var haveMoved: Bool { moved.load(ordering: .acquiring) }

    /// Takes those that stand under their names now, and makes sure that they are those that this process has open.
    ///
    /// - Throws: `ArchiveError` of kind `.filesMoved`.
    init(_ state: StateFolder, _ database: Database) throws {
        paths = state.databaseFiles
        let open = try Self.openFiles()
        identities = try paths.map { path in
            guard let found = ArchiveFiles.identity(path), open.contains(found) else { throw Self.failure(path) }
            return found
        }
        // SQLite's own word that the file under the name is the one that it has open.
        var hasMoved: CInt = 0
        sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved)
        if hasMoved != 0 { throw fail(paths[0]) }
    }

    /// Makes sure that all of them are the files that were opened; any thread may ask.
    ///
    /// - Throws: `ArchiveError` of kind `.filesMoved`, from then on always.
    func demandInPlace() throws(ArchiveError) {
        if haveMoved { throw Self.failure(paths[0]) }
        for (path, identity) in zip(paths, identities) where ArchiveFiles.identity(path) != identity {
            throw fail(path)
        }
    }

    private func fail(_ path: String) -> ArchiveError {
        moved.store(true, ordering: .releasing)
        return Self.failure(path)
    }

    private static func failure(_ path: String) -> ArchiveError {
        ArchiveError(
            .filesMoved, operation: "go on in the database", path: path,
            cause:
                "it is not the file that the desk has open: it, its -wal or its -shm file was moved, replaced or removed"
        )
    }

    /// The files that this process has open. The links in /proc are followed to what they stand for, and nothing is opened.
    private static func openFiles() throws(ArchiveError) -> Set<ArchiveFiles.Identity> {
        Set(try ArchiveFiles.names(in: "/proc/self/fd").compactMap { ArchiveFiles.identity("/proc/self/fd/" + $0) })
    }
}
