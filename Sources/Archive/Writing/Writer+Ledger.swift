import NewsModel

extension Writer {
    /// Writes down that a name's delivery is durable, so that the name is not taken again before it is removed.
    func enter(
        _ facts: DeliveryFacts, _ identity: FileIdentity, _ open: OpenDelivery, _ effects: inout Effects
    ) throws {
        try sql(
            """
            INSERT OR REPLACE INTO ledger(inbox, path, device, inode, size, modified_ns, changed_ns, delivery)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            .integer(open.inbox), .blob(facts.path.bytes), .integer(Int64(bitPattern: identity.device)),
            .integer(Int64(bitPattern: identity.inode)), .integer(identity.size),
            .integer(identity.modifiedNanoseconds), .integer(identity.changedNanoseconds), .integer(open.id))
        effects.ledgerAdded.append(LedgerEntry(inbox: facts.inbox, path: facts.path, identity: identity))
        try forgetAttempt(facts, open)
    }

    /// Takes back the strikes of a file that has an outcome, or got further than before: what takes long is met by every end of the
    /// daemon, and is no danger for that.
    func forgetAttempt(_ facts: DeliveryFacts, _ open: OpenDelivery) throws {
        guard memory.attempts > 0 else { return }
        try sql("DELETE FROM attempts WHERE inbox = ? AND path = ?").run(.integer(open.inbox), .blob(facts.path.bytes))
        memory.attempts -= database.changesCount
    }

    /// Forgets a name that is no longer in its inbox.
    func forget(_ name: LedgerName, _ effects: inout Effects) throws {
        let identity = try sql(
            """
            DELETE FROM ledger WHERE inbox = ? AND path = ? AND delivery = ?
            RETURNING device, inode, size, modified_ns, changed_ns
            """
        ).all(.integer(try inbox(name.inbox)), .blob(name.path.bytes), .integer(name.delivery)) {
            FileIdentity(row: $0, from: 0)
        }
        for identity in identity {
            effects.ledgerRemoved.append(LedgerEntry(inbox: name.inbox, path: name.path, identity: identity))
        }
    }

    /// Sets the strikes of files that were being read when the daemon went down.
    func strike(_ files: [AttemptedFile: Int], now: Int64) throws {
        for (name, strikes) in files {
            try sql(
                """
                INSERT OR REPLACE INTO attempts(inbox, path, device, inode, size, modified_ns, changed_ns, strikes, last)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
            ).run(
                .integer(try inbox(name.inbox)), .blob(name.path.bytes),
                .integer(Int64(bitPattern: name.identity.device)), .integer(Int64(bitPattern: name.identity.inode)),
                .integer(name.identity.size), .integer(name.identity.modifiedNanoseconds),
                .integer(name.identity.changedNanoseconds), SQLValue(strikes), .integer(now))
        }
        memory.attempts = try sql("SELECT count(*) FROM attempts").first { Int($0.integer(0)) } ?? 0
    }
}

/// A file whose reading was begun.
public struct AttemptedFile: Sendable, Hashable {
    /// The absolute path of the inbox.
    public var inbox: String
    /// The path relative to the inbox.
    public var path: FileName
    /// Which file it was.
    public var identity: FileIdentity

    /// A file whose reading was begun.
    public init(inbox: String, path: FileName, identity: FileIdentity) {
        self.inbox = inbox
        self.path = path
        self.identity = identity
    }
}

extension FileIdentity {
    /// From five columns: device, inode, size, and the times of change of content and of attributes.
    init(row: PreparedStatement, from column: Int) {
        self.init(
            device: UInt64(bitPattern: row.integer(column)), inode: UInt64(bitPattern: row.integer(column + 1)),
            size: row.integer(column + 2), modifiedNanoseconds: row.integer(column + 3),
            changedNanoseconds: row.integer(column + 4))
    }
}
