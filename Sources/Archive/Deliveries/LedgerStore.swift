import NewsModel

/// The names whose deliveries are durable, what stands aside, and the attempts whose outcome is not known.
final class LedgerStore: Store<LedgerCounts> {
    private let lookups: NumberedNames

    init(_ session: WriteSession, _ lookups: NumberedNames) throws {
        self.lookups = lookups
        func count(_ query: String) throws -> Int { try session.sql(query).first { Int($0.integer(0)) } ?? 0 }
        super.init(
            session,
            LedgerCounts(
                attempts: try count("SELECT count(*) FROM attempts"), asides: try count("SELECT count(*) FROM asides")))
    }

    /// Writes down that a name's delivery is durable, so that the name is not taken again before it is removed, and where it is taken
    /// aside for that; the number of the name aside.
    func enter(
        _ facts: DeliveryFacts, _ identity: FileIdentity, _ open: OpenDelivery, _ effects: inout CommitEffects
    ) throws -> Int64 {
        let path = facts.ledgerPath
        let aside = Int64.random(in: .min ... .max)
        try sql(
            """
            INSERT OR REPLACE INTO ledger(inbox, path, device, inode, size, modified_ns, changed_ns, delivery, aside)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            .integer(open.inbox), .blob(path.bytes), .integer(Int64(bitPattern: identity.device)),
            .integer(Int64(bitPattern: identity.inode)), .integer(identity.size),
            .integer(identity.modifiedNanoseconds), .integer(identity.changedNanoseconds), .integer(open.id),
            .integer(aside))
        effects.ledgerAdded.append(LedgerEntry(inbox: facts.inbox, path: path, identity: identity))
        try forgetAttempt(facts, open)
        return aside
    }

    /// Writes down that a file was moved back under its name: that has changed its time of change, and it is the same delivery still.
    func movedBack(_ name: LedgerName, as identity: FileIdentity, _ effects: inout CommitEffects) throws {
        let earlier = try sql(
            """
            SELECT device, inode, size, modified_ns, changed_ns FROM ledger
            WHERE inbox = ? AND path = ? AND delivery = ? AND inode = ? AND size = ? AND modified_ns = ?
            """
        ).first(
            .integer(try lookups.inbox(name.inbox)), .blob(name.path.bytes), .integer(name.delivery),
            .integer(Int64(bitPattern: identity.inode)), .integer(identity.size), .integer(identity.modifiedNanoseconds)
        ) { FileIdentity(row: $0, from: 0) }
        // Changed since, it is a new delivery.
        guard let earlier else { return }
        try sql("UPDATE ledger SET device = ?, changed_ns = ? WHERE inbox = ? AND path = ?").run(
            .integer(Int64(bitPattern: identity.device)), .integer(identity.changedNanoseconds),
            .integer(try lookups.inbox(name.inbox)), .blob(name.path.bytes))
        effects.ledgerRemoved.append(LedgerEntry(inbox: name.inbox, path: name.path, identity: earlier))
        effects.ledgerAdded.append(LedgerEntry(inbox: name.inbox, path: name.path, identity: identity))
    }

    /// Writes down that what stands aside is a delivery of the name under which it was dropped.
    func noteAside(_ file: StandingAside, inbox path: String) throws {
        try sql("INSERT OR REPLACE INTO asides(inbox, path, dropped_as) VALUES (?, ?, ?)").run(
            .integer(try lookups.inbox(path)), .blob(file.path.bytes), .blob(file.droppedAs.bytes))
        memory.asides = try sql("SELECT count(*) FROM asides").first { Int($0.integer(0)) } ?? 0
    }

    /// Forgets what stood aside.
    func forgetAside(_ path: FileName, inbox: String) throws { try forgetAside(path, inbox: lookups.inbox(inbox)) }

    private func forgetAside(_ path: FileName, inbox: Int64) throws {
        guard memory.asides > 0 else { return }
        try sql("DELETE FROM asides WHERE inbox = ? AND path = ?").run(.integer(inbox), .blob(path.bytes))
        memory.asides -= database.changesCount
    }

    /// Takes back the strikes of a file that has an outcome, or got further than before: what takes long is met by every end of the
    /// daemon, and is no danger for that.
    func forgetAttempt(_ facts: DeliveryFacts, _ open: OpenDelivery) throws {
        guard memory.attempts > 0 else { return }
        try sql("DELETE FROM attempts WHERE inbox = ? AND path = ?").run(
            .integer(open.inbox), .blob(facts.ledgerPath.bytes))
        memory.attempts -= database.changesCount
    }

    /// Forgets a name that is no longer in its inbox.
    func forget(_ name: LedgerName, _ effects: inout CommitEffects) throws {
        let identity = try sql(
            """
            DELETE FROM ledger WHERE inbox = ? AND path = ? AND delivery = ?
            RETURNING device, inode, size, modified_ns, changed_ns
            """
        ).all(.integer(try lookups.inbox(name.inbox)), .blob(name.path.bytes), .integer(name.delivery)) {
            FileIdentity(row: $0, from: 0)
        }
        for identity in identity {
            effects.ledgerRemoved.append(LedgerEntry(inbox: name.inbox, path: name.path, identity: identity))
        }
        try forgetAside(name.path, inbox: try lookups.inbox(name.inbox))
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
                .integer(try lookups.inbox(name.inbox)), .blob(name.path.bytes),
                .integer(Int64(bitPattern: name.identity.device)), .integer(Int64(bitPattern: name.identity.inode)),
                .integer(name.identity.size), .integer(name.identity.modifiedNanoseconds),
                .integer(name.identity.changedNanoseconds), SQLValue(strikes), .integer(now))
        }
        memory.attempts = try sql("SELECT count(*) FROM attempts").first { Int($0.integer(0)) } ?? 0
    }
}

/// How many rows there are of what is seldom there, so that most deliveries need not look.
struct LedgerCounts {
    /// Names of which an attempt was written down and whose outcome is not known.
    var attempts: Int
    /// Files that stand aside and are deliveries of their own.
    var asides: Int
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
