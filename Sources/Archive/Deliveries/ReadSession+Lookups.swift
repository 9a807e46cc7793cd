import NewsModel

/// What the desk looks up while it takes files.
extension ReadSession {
    /// What is known of bytes with a hash; nil for nothing.
    func known(_ sha256: SHA256Digest) throws -> KnownOriginal? {
        try sql("SELECT stored_by, kept_bytes, size FROM originals WHERE sha256 = ?").first(.blob(sha256.bytes)) {
            KnownOriginal(storedBy: $0.optionalInteger(0), isKept: !$0.isNull(1), size: $0.integer(2))
        }
    }

    /// The first delivery of bytes with a hash that is still known; nil for none.
    func firstDelivery(_ sha256: SHA256Digest) throws -> FirstDelivery? {
        // What is stored is found by the row of the bytes, everything else by the index of deliveries that are not.
        let found = try sql(
            """
            SELECT d.id, d.received, i.path, d.path, c.name,
                EXISTS (SELECT 1 FROM originals WHERE sha256 = ?1 AND stored_by IS NOT NULL)
                AND EXISTS (
                    SELECT 1 FROM deliveries e JOIN originals o ON o.id = e.original
                    WHERE o.sha256 = ?1 AND e.outcome <> 'stored' AND e.code = ?2)
            FROM deliveries d JOIN inboxes i ON i.id = d.inbox JOIN collections c ON c.id = d.collection
            WHERE d.id = (
                SELECT min(id) FROM (
                    SELECT stored_by AS id FROM originals WHERE sha256 = ?1
                    UNION ALL
                    SELECT e.id FROM deliveries e JOIN originals o ON o.id = e.original
                    WHERE o.sha256 = ?1 AND e.outcome <> 'stored'))
            """
        ).first(.blob(sha256.bytes), .text(ReasonCode.notAnArticle.rawValue)) { row in
            FirstDelivery(
                id: row.integer(0), received: row.integer(1), inbox: row.text(2), path: FileName(bytes: row.bytes(3)),
                collection: row.text(4), isAccepted: row.integer(5) != 0)
        }
        guard var first = found else { return nil }
        // A rebuilt database does not know the refusal any more.
        first.isAccepted =
            try first.isAccepted
            || sql("SELECT 1 FROM settings WHERE name = ?").first(.text(FirstDelivery.acceptance(of: sha256))) { _ in
                true
            } ?? false
        let articles = try sql(
            """
            SELECT v.url, v.member, a.article, v.number FROM originals o JOIN versions v ON v.delivery = o.stored_by
                JOIN articles a ON a.id = v.article
            WHERE o.sha256 = ? LIMIT 2
            """
        ).all(.blob(sha256.bytes)) { row in
            (url: row.optionalText(0), member: row.optionalText(1), article: row.text(2), number: row.integer(3))
        }
        guard articles.count == 1, let only = articles.first, only.member == nil else { return first }
        first.url = only.url
        if first.path == FileName.replacement(of: only.article, version: only.number) {
            first.article = ArticleID(only.article)
        }
        return first
    }

    /// The hash of the bytes that came last under a name, among so many of the newest deliveries; nil for none.
    func lastOriginal(inbox: String, path: FileName, among newest: Int) throws -> SHA256Digest? {
        try sql(
            """
            SELECT o.sha256 FROM deliveries d JOIN inboxes i ON i.id = d.inbox JOIN originals o ON o.id = d.original
            WHERE d.id > (SELECT max(id) FROM deliveries) - ?1 AND d.path = ?2 AND i.path = ?3
            ORDER BY d.id DESC LIMIT 1
            """
        ).first(SQLValue(newest), .blob(path.bytes), .text(inbox)) { SHA256Digest(bytes: $0.bytes(0)) } ?? nil
    }

    /// An earlier delivery, for a retry; nil for a number that is none.
    func earlierDelivery(_ id: Int64) throws -> EarlierDelivery? {
        try sql(
            """
            SELECT i.path, d.path, c.name, o.sha256
            FROM deliveries d JOIN inboxes i ON i.id = d.inbox JOIN collections c ON c.id = d.collection
                LEFT JOIN originals o ON o.id = d.original
            WHERE d.id = ?
            """
        ).first(.integer(id)) { row in
            EarlierDelivery(
                inbox: row.text(0), path: FileName(bytes: row.bytes(1)), collection: row.text(2),
                sha256: row.isNull(3) ? nil : SHA256Digest(bytes: row.bytes(3)))
        }
    }

    /// The delivery in the ledger of a name that stands for this very file, whatever the number of its device is now, and where the
    /// name is taken aside.
    func ledgerDelivery(
        inbox: String, path: FileName, identity: FileIdentity
    ) throws -> (delivery: Int64, aside: Int64)? {
        try Ledger.delivery(database, inbox: inbox, path: path, identity: identity)
    }

    /// The row of a name that stands for this very file; nil where its outcome is not durable.
    func ledgerRow(inbox: String, path: FileName, identity: FileIdentity) throws -> LedgerRow? {
        try ledgerRow(
            """
            i.path = ? AND l.path = ? AND l.inode = ? AND l.size = ? AND l.modified_ns = ? AND l.changed_ns = ?
            """,
            [
                .text(inbox), .blob(path.bytes), .integer(Int64(bitPattern: identity.inode)), .integer(identity.size),
                .integer(identity.modifiedNanoseconds), .integer(identity.changedNanoseconds),
            ])
    }

    /// The row of a name that stands for this file, whatever its rights and its owner are now.
    func ledgerRow(
        inbox: String, path: FileName, ignoringAttributesOf identity: FileIdentity
    ) throws -> LedgerRow? {
        try ledgerRow(
            "i.path = ? AND l.path = ? AND l.inode = ? AND l.size = ? AND l.modified_ns = ?",
            [
                .text(inbox), .blob(path.bytes), .integer(Int64(bitPattern: identity.inode)), .integer(identity.size),
                .integer(identity.modifiedNanoseconds),
            ])
    }

    /// The row of a name that is taken aside under a number. Goes through all names of the inbox, for what is needed seldom.
    func ledgerRow(inbox: String, aside: Int64) throws -> LedgerRow? {
        try ledgerRow("i.path = ? AND l.aside = ?", [.text(inbox), .integer(aside)])
    }

    private func ledgerRow(_ condition: String, _ values: [SQLValue]) throws -> LedgerRow? {
        var found: LedgerRow?
        try sql("SELECT \(LedgerRow.columns) FROM \(LedgerRow.joins) WHERE \(condition)").each(values) { row in
            found = LedgerRow(row: row)
            return false
        }
        return found
    }

    /// Names of an inbox whose deliveries are durable, in the order of their bytes, after a name.
    func ledgerRows(inbox: String, after: FileName?, limit: Int) throws -> [LedgerRow] {
        try sql(
            """
            SELECT \(LedgerRow.columns) FROM \(LedgerRow.joins)
            WHERE i.path = ? AND l.path > ? ORDER BY l.path LIMIT ?
            """
        ).all(.text(inbox), .blob(after?.bytes ?? []), SQLValue(limit)) { LedgerRow(row: $0) }
    }

    /// Calls `body` with every name of the ledger, some at a time.
    func ledgerEntries(atATime count: Int, _ body: ([LedgerEntry]) -> Void) throws {
        var entries: [LedgerEntry] = []
        try sql(
            """
            SELECT l.path, device, inode, size, modified_ns, changed_ns, i.path
            FROM ledger l JOIN inboxes i ON i.id = l.inbox
            """
        ).each([]) { row in
            entries.append(
                LedgerEntry(
                    inbox: row.text(6), path: FileName(bytes: row.bytes(0)), identity: FileIdentity(row: row, from: 1)))
            if entries.count == count {
                body(entries)
                entries.removeAll(keepingCapacity: true)
            }
            return true
        }
        body(entries)
    }

    /// The files of an inbox that stand aside and are deliveries of their own.
    func filesAside(inbox: String) throws -> [StandingAside] {
        try sql(
            "SELECT a.path, a.dropped_as FROM asides a JOIN inboxes i ON i.id = a.inbox WHERE i.path = ? ORDER BY a.path"
        ).all(.text(inbox)) {
            StandingAside(path: FileName(bytes: $0.bytes(0)), droppedAs: FileName(bytes: $0.bytes(1)))
        }
    }

    /// The files that were being read when the daemon went down and have had no outcome since, with their strikes.
    func attemptedFiles() throws -> [AttemptedFile: Int] {
        var files: [AttemptedFile: Int] = [:]
        try sql(
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
