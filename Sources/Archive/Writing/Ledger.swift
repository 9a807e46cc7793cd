import GRDB
import NewsModel
import Synchronization

/// Which names in the inboxes stand for deliveries that are durable already, in memory: quick "no", and "maybe" for the
/// database to confirm. Eight bytes a name, so that a read-only inbox of a million files costs some 16 MB.
final class Ledger: Sendable {
    private let hashes = Mutex<Set<Int>>([])

    func mayContain(_ entry: LedgerEntry) -> Bool {
        hashes.withLock { $0.contains(entry.hashValue) }
    }

    func change(adding added: [LedgerEntry], removing removed: [LedgerEntry]) {
        hashes.withLock { hashes in
            for entry in removed { hashes.remove(entry.hashValue) }
            for entry in added { hashes.insert(entry.hashValue) }
        }
    }
}

extension Ledger {
    /// The delivery in the database's ledger of a name that stands for this very file, whatever the number of its device is now.
    static func delivery(
        _ database: Database, inbox: String, path: FileName, identity: FileIdentity
    ) throws -> Int64? {
        let row = try database.cachedStatement(
            sql: """
                SELECT l.delivery FROM ledger l JOIN inboxes i ON i.id = l.inbox
                WHERE i.path = ? AND l.path = ? AND inode = ? AND size = ? AND modified_ns = ? AND changed_ns = ?
                """)
        return try PreparedStatement(database, row).first(
            .text(inbox), .blob(path.bytes), .integer(Int64(bitPattern: identity.inode)), .integer(identity.size),
            .integer(identity.modifiedNanoseconds), .integer(identity.changedNanoseconds)
        ) { $0.integer(0) }
    }
}

/// A name and the file that it stood for, on whatever device.
struct LedgerEntry: Sendable, Hashable {
    let inbox: String
    let path: FileName
    let identity: FileIdentity

    init(inbox: String, path: FileName, identity: FileIdentity) {
        self.inbox = inbox
        self.path = path
        self.identity = identity.ignoringDevice
    }
}

/// A row of the ledger: a name that still stands, or stood at the last look, in an inbox though its delivery is durable.
public struct LedgerRow: Sendable, Hashable {
    /// The path relative to the inbox.
    public var path: FileName
    /// The file that the name stood for.
    public var identity: FileIdentity
    /// The delivery.
    public var delivery: Int64
    /// The bytes of the delivery; nil for one that was cut off.
    public var digest: SHA256Digest?
}
