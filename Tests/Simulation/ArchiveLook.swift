import GRDBSQLite
import Hashing
import NewsModel

/// What stands in the database, by SQLite's own library.
struct ArchiveLook {
    /// What became of the deliveries of some bytes.
    struct Deliveries {
        var stored = 0
        var all = 0
    }

    /// By the SHA-256 of the bytes.
    var deliveries: [SHA256Digest: Deliveries] = [:]
    /// How many articles there are.
    var articles = 0
    /// What is wrong with the database by itself; nil for nothing.
    var damage: String?

    struct Failure: Error { var text: String }

    /// - Parameter isThorough: whether the database is also checked as a whole.
    init(database path: String, isThorough: Bool = false) throws {
        var connection: OpaquePointer?
        guard sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil) == SQLITE_OK else {
            throw Failure(text: "the database cannot be opened")
        }
        defer { sqlite3_close(connection) }
        try Self.rows(
            connection,
            """
            SELECT originals.sha256, sum(outcome = 'stored'), count(*) FROM deliveries
            JOIN originals ON originals.id = deliveries.original WHERE outcome IS NOT NULL GROUP BY originals.id
            """
        ) { statement in
            let bytes = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(statement, 0), count: Int(sqlite3_column_bytes(statement, 0)))
            guard let digest = SHA256Digest(bytes: Array(bytes)) else { return }
            deliveries[digest] = Deliveries(
                stored: Int(sqlite3_column_int64(statement, 1)), all: Int(sqlite3_column_int64(statement, 2)))
        }
        try Self.rows(connection, "SELECT count(*) FROM articles") { articles = Int(sqlite3_column_int64($0, 0)) }
        guard isThorough else { return }
        for check in ["PRAGMA integrity_check", "PRAGMA foreign_key_check"] {
            try Self.rows(connection, check) { statement in
                let text = sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? ""
                if text != "ok" { damage = "\(check): \(text)" }
            }
        }
    }

    private static func rows(
        _ connection: OpaquePointer?, _ sql: String, _ row: (OpaquePointer?) -> Void
    ) throws {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
            throw Failure(text: String(cString: sqlite3_errmsg(connection)))
        }
        defer { sqlite3_finalize(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: row(statement)
            case SQLITE_DONE: return
            default: throw Failure(text: String(cString: sqlite3_errmsg(connection)))
            }
        }
    }
}
