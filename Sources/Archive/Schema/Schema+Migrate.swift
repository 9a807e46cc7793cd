import ArticleQuery
import GRDB

extension Schema {
    /// Brings a database to the current version, each migration in a transaction of its own.
    ///
    /// A database with data is copied to `wiredesk.db.before-N` first, N being the version that it is brought to.
    /// - Throws: `ArchiveError.Kind.newerSchema` before anything is touched, or `.corrupt` for a foreign database.
    static func migrate(
        _ queue: DatabaseQueue, state: StateFolder, by migrations: [Migration] = Schema.migrations
    ) throws {
        let found = try version(of: queue, path: state.database)
        guard found < migrations.count else { return }
        if found > 0 { try keepCopy(queue, at: state.databaseCopy(before: migrations.count)) }
        for (index, migration) in migrations.enumerated().dropFirst(found) {
            try queue.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    try migration.apply(database)
                    try database.execute(
                        sql: """
                            PRAGMA application_id = \(applicationID);
                            PRAGMA user_version = \(index + 1);
                            """)
                    return .commit
                }
            }
        }
    }

    /// The schema version of a database that this program can read, 0 for an empty file.
    static func version(of queue: DatabaseQueue, path: String) throws -> Int {
        let (version, owner, tables) = try queue.unsafeRead { database in
            (
                try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0,
                try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0,
                try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_schema") ?? 0
            )
        }
        if tables > 0, owner != applicationID {
            throw ArchiveError(
                .corrupt, operation: "open the archive", path: path, cause: "it is a database of another program")
        }
        if version > currentVersion {
            throw ArchiveError(
                .newerSchema(found: version, known: currentVersion), operation: "open the archive", path: path,
                cause: "its schema has version \(version), and this program knows \(currentVersion)")
        }
        return version
    }

    /// A consistent copy by `VACUUM INTO`; one that an interrupted migration left is replaced.
    private static func keepCopy(_ queue: DatabaseQueue, at path: String) throws {
        let unfinished = path + ".unfinished"
        try ArchiveFiles.remove(unfinished)
        // SQLite writes into an empty file that is there, and so with our rights.
        try ArchiveFiles.createIfMissing(unfinished, operation: "keep a copy before the migration")
        try queue.writeWithoutTransaction { try $0.execute(sql: "VACUUM INTO ?", arguments: [unfinished]) }
        try ArchiveFiles.rename(unfinished, to: path)
    }
}
