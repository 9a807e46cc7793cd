import ArticleQuery
import GRDB
import NewsModel

/// What the archive knows of some bytes.
public struct KnownOriginal: Sendable, Hashable {
    /// The delivery that stored them; nil when they came only in deliveries that were rejected or are under way, and
    /// then they are read again.
    public var storedBy: Int64?
    /// True when the original is kept.
    public var isKept: Bool
}

extension Archive {
    /// What is known of bytes with this hash; nil for nothing. What is being committed at this moment may be missing, for
    /// which `commit` makes up.
    public func known(_ sha256: SHA256Digest) throws(ArchiveError) -> KnownOriginal? {
        try read("look an original up") { try Self.known(sha256, $0) }
    }

    static func known(
        _ sha256: SHA256Digest, _ queue: DatabaseQueue, _ state: StateFolder
    ) throws(ArchiveError) -> KnownOriginal? {
        do {
            return try queue.unsafeRead { try known(sha256, $0) }
        } catch {
            throw ArchiveError(error, operation: "look an original up", path: state.database)
        }
    }

    private static func known(_ sha256: SHA256Digest, _ database: Database) throws -> KnownOriginal? {
        let row = try database.cachedStatement(sql: "SELECT stored_by, kept_bytes FROM originals WHERE sha256 = ?")
        return try PreparedStatement(database, row).first(.blob(sha256.bytes)) {
            KnownOriginal(storedBy: $0.optionalInteger(0), isKept: !$0.isNull(1))
        }
    }

    /// The delivery that a name in an inbox stands for when its outcome is durable already; nil when it is to be taken.
    ///
    /// Costs no query for a name that was never seen.
    public func isKnown(
        inbox: String, path: FileName, identity: FileIdentity
    ) throws(ArchiveError) -> Int64? {
        guard ledger.mayContain(LedgerEntry(inbox: inbox, path: path, identity: identity)) else { return nil }
        return try read("look a name up") {
            try Ledger.delivery($0, inbox: inbox, path: path, identity: identity)?.delivery
        }
    }

    /// The row of a name that stands for this very file; nil where its outcome is not durable.
    public func ledgerRow(inbox: String, path: FileName, identity: FileIdentity) throws(ArchiveError) -> LedgerRow? {
        try ledgerRow(
            """
            i.path = ? AND l.path = ? AND l.inode = ? AND l.size = ? AND l.modified_ns = ? AND l.changed_ns = ?
            """,
            [
                .text(inbox), .blob(path.bytes), .integer(Int64(bitPattern: identity.inode)), .integer(identity.size),
                .integer(identity.modifiedNanoseconds), .integer(identity.changedNanoseconds),
            ])
    }

    /// The row of a name that is taken aside under a number. Goes through all names of the inbox, for what is needed seldom.
    public func ledgerRow(inbox: String, aside: Int64) throws(ArchiveError) -> LedgerRow? {
        try ledgerRow("i.path = ? AND l.aside = ?", [.text(inbox), .integer(aside)])
    }

    private func ledgerRow(_ condition: String, _ values: [SQLValue]) throws(ArchiveError) -> LedgerRow? {
        try read("read the ledger") { database in
            var found: LedgerRow?
            try PreparedStatement(
                database, "SELECT \(LedgerRow.columns) FROM \(LedgerRow.joins) WHERE \(condition)"
            ).each(values) { row in
                found = LedgerRow(row: row)
                return false
            }
            return found
        }
    }

    /// Calls `body` for every name of an inbox whose delivery is durable: what a start removes, or finds gone.
    ///
    /// The rows are read in pieces, so that neither memory nor the log grows with them and `body` may commit.
    public func forEachLedgerRow(inbox: String, _ body: (LedgerRow) -> Void) throws(ArchiveError) {
        var last: FileName?
        while true {
            let rows = try ledgerRows(inbox: inbox, after: last, limit: 1_000)
            for row in rows { body(row) }
            guard let end = rows.last else { return }
            last = end.path
        }
    }

    /// Names of an inbox whose deliveries are durable, in the order of their bytes, after a name.
    public func ledgerRows(
        inbox: String, after: FileName? = nil, limit: Int = .max
    ) throws(ArchiveError) -> [LedgerRow] {
        try read("read the ledger") { database in
            try PreparedStatement(
                database,
                """
                SELECT \(LedgerRow.columns) FROM \(LedgerRow.joins)
                WHERE i.path = ? AND l.path > ? ORDER BY l.path LIMIT ?
                """
            ).all(.text(inbox), .blob(after?.bytes ?? []), SQLValue(limit)) { LedgerRow(row: $0) }
        }
    }

    func loadLedger() throws {
        var entries: [LedgerEntry] = []
        try read("read the ledger") { database in
            try PreparedStatement(
                database,
                """
                SELECT l.path, device, inode, size, modified_ns, changed_ns, i.path
                FROM ledger l JOIN inboxes i ON i.id = l.inbox
                """
            ).each([]) { row in
                entries.append(
                    LedgerEntry(
                        inbox: row.text(6), path: FileName(bytes: row.bytes(0)),
                        identity: FileIdentity(row: row, from: 1)))
                if entries.count == 1_000 {
                    ledger.change(adding: entries, removing: [])
                    entries.removeAll(keepingCapacity: true)
                }
                return true
            }
        }
        ledger.change(adding: entries, removing: [])
    }

    // MARK: Attempts

    /// Sets the strikes of files that were being read when the daemon went down; their outcome clears them.
    public func setStrikes(_ files: [AttemptedFile: Int], now: Int64) throws(ArchiveError) {
        guard !files.isEmpty else { return }
        try write("write down attempts") { writer in
            try writer.transaction { try writer.strike(files, now: now) }
        }
    }

    /// The files that were being read when the daemon went down and have had no outcome since, with their strikes.
    public func attemptedFiles() throws(ArchiveError) -> [AttemptedFile: Int] {
        try read("read the attempts") { database in
            var files: [AttemptedFile: Int] = [:]
            try PreparedStatement(
                database,
                """
                SELECT i.path, a.path, device, inode, size, modified_ns, changed_ns, strikes
                FROM attempts a JOIN inboxes i ON i.id = a.inbox
                """
            ).each([]) { row in
                let file = AttemptedFile(
                    inbox: row.text(0), path: FileName(bytes: row.bytes(1)), identity: FileIdentity(row: row, from: 2))
                files[file] = Int(row.integer(7))
                return true
            }
            return files
        }
    }

    /// The totals as of the last commit.
    public func counters() throws(ArchiveError) -> Counters {
        try recall("read the counters") { $0.memory.counters }
    }
}
