import GRDB

/// The database's shape: an ordered list of migrations.
///
/// A new migration goes at the end; one that was released never changes. The number of migrations that a database has
/// been through is its `PRAGMA user_version`, so that any program can read it.
enum Schema {
    /// A step from one version to the next, run inside a transaction.
    struct Migration: Sendable {
        let apply: @Sendable (Database) throws -> Void
    }

    /// All migrations; the first makes version 1 of an empty database.
    static let migrations: [Migration] = [
        Migration(apply: createVersion1), Migration(apply: createVersion2),
        Migration(apply: createVersion3), Migration(apply: createVersion4), Migration(apply: createVersion5),
        Migration(apply: createVersion6), Migration(apply: createVersion7), Migration(apply: createVersion8),
    ]

    /// The version that this program reads and writes.
    static var currentVersion: Int { migrations.count }

    /// Marks the file as Wiredesk's in its header (`PRAGMA application_id`; "WIRE").
    static let applicationID = 0x5749_5245
}
