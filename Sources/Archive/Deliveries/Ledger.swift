import GRDB
import NewsModel
import Synchronization

/// Which names in the inboxes stand for deliveries that are durable already, in memory: quick "no", and "maybe" for the
/// database to confirm. Sixteen bytes a name, so that a read-only inbox of a million files costs some 32 MB.
final class Ledger: Sendable {
    private let hashes = Mutex<Set<Int>>([])

    func mayContain(_ entry: LedgerEntry) -> Bool {
        hashes.withLock { $0.contains(entry.hashValue) }
    }

    /// Forgets a name, but not that this very file was filed under it.
    func forgetName(_ entry: LedgerEntry) { _ = hashes.withLock { $0.remove(entry.ignoringAttributes.hashValue) } }

    func change(adding added: [LedgerEntry], removing removed: [LedgerEntry]) {
        hashes.withLock { hashes in
            for entry in removed {
                hashes.remove(entry.hashValue)
                hashes.remove(entry.ignoringAttributes.hashValue)
            }
            for entry in added {
                hashes.insert(entry.hashValue)
                hashes.insert(entry.ignoringAttributes.hashValue)
            }
        }
    }
}

extension Ledger {
    /// The delivery in the database's ledger of a name that stands for this very file, whatever the number of its device is now, and
    /// where the name is taken aside.
    static func delivery(
        _ database: Database, inbox: String, path: FileName, identity: FileIdentity
    ) throws -> (delivery: Int64, aside: Int64)? {
        let row = try database.cachedStatement(
            sql: """
                SELECT l.delivery, l.aside FROM ledger l JOIN inboxes i ON i.id = l.inbox
                WHERE i.path = ? AND l.path = ? AND inode = ? AND size = ? AND modified_ns = ? AND changed_ns = ?
                """)
        return try PreparedStatement(database, row).first(
            .text(inbox), .blob(path.bytes), .integer(Int64(bitPattern: identity.inode)), .integer(identity.size),
            .integer(identity.modifiedNanoseconds), .integer(identity.changedNanoseconds)
        ) { ($0.integer(0), $0.integer(1)) }
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

    /// The same whatever its rights and its owner are.
    var ignoringAttributes: LedgerEntry {
        var identity = identity
        identity.changedNanoseconds = 0
        return LedgerEntry(inbox: inbox, path: path, identity: identity)
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
    /// When the delivery came in, milliseconds since 1970 UTC: a moment before its bytes were read.
    public var received: Int64
    /// The number of the name under which the file is taken aside before it is removed.
    public var aside: Int64
    /// The bytes of the delivery; nil for one that was cut off.
    public var digest: SHA256Digest?

    /// The columns of a row, with `joins`.
    static let columns =
        "l.path, l.device, l.inode, l.size, l.modified_ns, l.changed_ns, l.delivery, d.received, l.aside, o.sha256"
    /// The tables of a row's columns.
    static let joins = """
        ledger l JOIN inboxes i ON i.id = l.inbox
        LEFT JOIN deliveries d ON d.id = l.delivery LEFT JOIN originals o ON o.id = d.original
        """

    init(row: PreparedStatement) {
        path = FileName(bytes: row.bytes(0))
        identity = FileIdentity(row: row, from: 1)
        delivery = row.integer(6)
        received = row.integer(7)
        aside = row.integer(8)
        digest = row.isNull(9) ? nil : SHA256Digest(bytes: row.bytes(9))
    }
}

/// A file that stands aside in an inbox and is a delivery of the name under which it was dropped.
public struct StandingAside: Sendable, Hashable {
    /// Where it stands, relative to the inbox.
    public var path: FileName
    /// The path relative to the inbox under which it was dropped.
    public var droppedAs: FileName

    /// A file that stands at `path`.
    public init(path: FileName, droppedAs: FileName) {
        self.path = path
        self.droppedAs = droppedAs
    }
}
