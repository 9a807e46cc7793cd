import GRDBSQLite
import Hashing
import NewsModel

/// What stood in the database at one moment.
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
}

/// Looks into the database by SQLite's own library, on a connection that only reads.
final class ArchiveLooker {
    struct Failure: Error { var text: String }

    private let connection: OpaquePointer?
    private var deliveries: OpaquePointer?
    private var articles: OpaquePointer?

    init(database path: String) throws {
        var connection: OpaquePointer?
        let code = sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil)
        self.connection = connection
        guard code == SQLITE_OK else { throw Failure(text: "the database cannot be opened") }
        deliveries = try prepare(
            """
            SELECT originals.sha256, sum(outcome = 'stored'), count(*) FROM deliveries
            JOIN originals ON originals.id = deliveries.original WHERE outcome IS NOT NULL GROUP BY originals.id
            """)
        articles = try prepare("SELECT count(*) FROM articles")
    }

    deinit {
        sqlite3_finalize(deliveries)
        sqlite3_finalize(articles)
        sqlite3_close(connection)
    }

    /// What stands there now.
    func look() throws -> ArchiveLook {
        var look = ArchiveLook()
        try rows(deliveries) { statement in
            let bytes = UnsafeRawBufferPointer(
                start: sqlite3_column_blob(statement, 0), count: Int(sqlite3_column_bytes(statement, 0)))
            guard let digest = SHA256Digest(bytes: Array(bytes)) else { return }
            look.deliveries[digest] = ArchiveLook.Deliveries(
                stored: Int(sqlite3_column_int64(statement, 1)), all: Int(sqlite3_column_int64(statement, 2)))
        }
        try rows(articles) { look.articles = Int(sqlite3_column_int64($0, 0)) }
        return look
    }

    /// What is wrong with the database by itself; nil for nothing.
    func damage() throws -> String? {
        var damage: String?
        for check in ["PRAGMA integrity_check", "PRAGMA foreign_key_check"] {
            let statement = try prepare(check)
            defer { sqlite3_finalize(statement) }
            try rows(statement) { statement in
                let text = sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? ""
                if text != "ok" { damage = "\(check): \(text)" }
            }
        }
        return damage
    }

    private func prepare(_ sql: String) throws -> OpaquePointer? {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(connection, sql, -1, &statement, nil) == SQLITE_OK else {
            throw Failure(text: String(cString: sqlite3_errmsg(connection)))
        }
        return statement
    }

    private func rows(_ statement: OpaquePointer?, _ row: (OpaquePointer?) -> Void) throws {
        defer { sqlite3_reset(statement) }
        while true {
            switch sqlite3_step(statement) {
            case SQLITE_ROW: row(statement)
            case SQLITE_DONE: return
            default: throw Failure(text: String(cString: sqlite3_errmsg(connection)))
            }
        }
    }
}
