import CRanking
import Dispatch
import GRDB
import GRDBSQLite
import Glibc
import LinuxSystem

/// Opening of SQLite connections the way this archive needs them.
enum Connection {
    /// How long a statement waits for another program's lock before it fails as busy, in seconds. Longer than a
    /// checkpoint of a full log takes on a slow disk; the desk waits and tries again after it.
    static let lockPatience = 5.0
    /// The page cache of the writer in KiB: holds the upper levels of every tree of a million articles.
    static let writerCacheKiB = 32_768
    /// The page cache of a reader in KiB.
    static let readerCacheKiB = 8_192
    /// A commit that leaves the log longer than this many pages of 4 KiB (64 MiB) copies it into the database. SQLite's
    /// own 1,000 would do so at nearly every full batch, with two more syncs each; much more would make reading slow
    /// and a restart after a crash long.
    static let checkpointPages = 16_384
    /// A log that grew longer because a reader held it is cut back to this many bytes after the next full checkpoint.
    static let logSizeLimit = 67_108_864

    /// The pauses while another program is in the middle of opening the database, and how many there are: a second in all. That program takes
    /// some 10 µs for it, unless it is kept from the processor.
    private static let openingPauses = BackOff(seconds: 0.01...0.25)
    private static let mostOpeningPauses = 7

    /// GRDB's own default raises the priority of its threads, which only root may, and Dispatch complains of it at each start.
    private static let quality = DispatchQoS.default

    /// Opens a database that another program may be opening at this moment.
    ///
    /// Where that runs as root, log and shared memory are root's for the moment between their creation and the change of their owner, which
    /// SQLite makes after it, and nobody else may open them: SQLITE_CANTOPEN.
    static func waitingForOthersToOpen<Opened>(_ open: () throws -> Opened) throws -> Opened {
        for failures in 1...mostOpeningPauses {
            do {
                return try open()
            } catch let error as DatabaseError where error.resultCode == .SQLITE_CANTOPEN {
                usleep(UInt32(openingPauses.pause(afterFailures: failures) * 1_000_000))
            }
        }
        return try open()
    }

    /// A connection that writes; the file is made when it is not there.
    static func writer(path: String, lockPatience: Double = lockPatience) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = "wiredesk.archive.writer"
        configuration.qos = Self.quality
        configuration.busyMode = .timeout(lockPatience)
        // The writer keeps relations whole by itself, and a test runs `foreign_key_check` after it; checking each row
        // again would cost a lookup for every reference.
        configuration.foreignKeysEnabled = false
        // A transaction that a failing disk left open must not end the daemon; `Archive.write` rolls it back instead.
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            // Group members may open the file only where log and index stay after a clean stop.
            var persist: CInt = 1
            sqlite3_file_control(database.sqliteConnection, "main", SQLITE_FCNTL_PERSIST_WAL, &persist)
            try database.execute(sql: "PRAGMA trusted_schema = OFF")
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }

    /// What a writing connection sets once the file is known to be a Wiredesk database.
    ///
    /// - Parameter log: the path of its write-ahead log.
    static func prepareForWriting(_ database: Database, log: String) throws {
        guard try switchesToLog(database, log: log) else {
            throw DatabaseError(resultCode: .SQLITE_IOERR, message: "the file system has no write-ahead logging")
        }
        try database.execute(
            sql: """
                PRAGMA synchronous = FULL;
                PRAGMA cache_size = -\(writerCacheKiB);
                PRAGMA temp_store = MEMORY;
                PRAGMA wal_autocheckpoint = \(checkpointPages);
                PRAGMA journal_size_limit = \(logSizeLimit);
                """)
    }

    /// Switches to write-ahead logging; false where that is not to be had.
    ///
    /// SQLite commits the change when the statement ends, and says nothing of a fault of the disk there: it goes on with a rollback
    /// journal and believes otherwise. That there is a log tells; where there is none the change is made once more.
    private static func switchesToLog(_ database: Database, log: String) throws -> Bool {
        for _ in 0..<2 {
            guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else { return false }
            // With the first look at the tables the log is opened.
            _ = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema")
            if ArchiveFiles.size(ofFile: log) != nil { return true }
            try database.execute(sql: "PRAGMA journal_mode = DELETE")
        }
        throw DatabaseError(resultCode: .SQLITE_IOERR, message: "SQLite could not switch to write-ahead logging")
    }

    /// A connection that only reads, beside a running daemon or without one.
    static func reader(path: String, label: String) throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.label = label
        configuration.qos = Self.quality
        configuration.readonly = true
        configuration.busyMode = .timeout(lockPatience)
        configuration.allowsUnsafeTransactions = true
        configuration.prepareDatabase { database in
            try database.execute(
                sql: """
                    PRAGMA trusted_schema = OFF;
                    PRAGMA cache_size = -\(readerCacheKiB);
                    """)
            guard let connection = database.sqliteConnection, wd_register_ranking(connection) == SQLITE_OK else {
                throw DatabaseError(resultCode: .SQLITE_ERROR, message: "this SQLite has no FTS5 functions to rank by")
            }
        }
        return try DatabaseQueue(path: path, configuration: configuration)
    }
}
