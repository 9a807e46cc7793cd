import ArticleQuery
import CSQLite
import GRDB
import LinuxSystem
import NewsModel

/// The archive of a state folder, open for writing: one SQLite file and the kept originals beside it.
///
/// The daemon opens it once. Any thread may call; writing is serialised here, and reading goes on beside it. The caller
/// sees to it that one daemon at a time works on a state folder.
///
/// The write-ahead log is bounded in three ways: a commit that leaves it longer than `Connection.checkpointPages` copies
/// it into the database as far as readers allow; after that it is used again from its beginning, and cut to
/// `Connection.logSizeLimit` where a long reader let it grow; `checkpoint()` empties it when the desk is idle, and
/// `close()` at the end. It stays in the folder even then, since a group member without write permission can open the
/// database only where log and index exist.
public final class Archive: Sendable {
    /// The state folder.
    public let state: StateFolder
    /// The kept originals.
    public let originals: OriginalStore

    private let writing: WritingConnection
    private let reading: DatabaseQueue
    private let folder: Descriptor
    private let files: OpenDatabaseFiles
    private let claim: LockedFiles.Claim
    /// Leaves the mark of commits; nil while a database is rebuilt, which takes over the mark that stands.
    let marker: CommitMarker?
    let ledger = Ledger()

    /// Opens the archive of a state folder, and makes what is missing: folders (0750), database (0640), schema.
    ///
    /// An older database is migrated, after a copy of it was put beside it as `wiredesk.db.before-N`.
    /// - Throws: `ArchiveError`; of kind `.newerSchema` for a database that a newer program wrote.
    public static func open(state path: String) throws(ArchiveError) -> Archive {
        try open(state: StateFolder(path), lockPatience: Connection.lockPatience)
    }

    /// As `open(state:)`, with another way to make everything of the state's file system durable; for a simulation.
    ///
    /// - Throws: `ArchiveError`.
    package static func open(
        state path: String, syncFileSystem: @escaping @Sendable (Descriptor) throws(SystemError) -> Void
    ) throws(ArchiveError) -> Archive {
        try open(state: StateFolder(path), syncFileSystem: syncFileSystem)
    }

    static func open(state path: String, lockPatience: Double) throws(ArchiveError) -> Archive {
        try open(state: StateFolder(path), lockPatience: lockPatience)
    }

    static func open(
        state: StateFolder, lockPatience: Double = Connection.lockPatience,
        syncFileSystem: @escaping @Sendable (Descriptor) throws(SystemError) -> Void = ArchiveFiles.syncFileSystem
    ) throws(ArchiveError) -> Archive {
        do {
            for folder in [state.path, state.originals, state.unfinishedOriginals, state.work] {
                try ArchiveFiles.makeFolder(folder)
            }
            for name in try ArchiveFiles.names(in: state.unfinishedOriginals) {
                try ArchiveFiles.remove(state.unfinishedOriginals + "/" + name)
            }
            if state == StateFolder(state.path) { try state.finishExchange() }
            // To start over in silence would lose sight of everything that is kept.
            if state == StateFolder(state.path) { try state.demandNoLostDatabase() }
            try ArchiveFiles.createIfMissing(state.database, operation: "create the database")
            return try Connection.waitingForOthersToOpen { try Archive(state, lockPatience, syncFileSystem) }
        } catch {
            throw ArchiveError(error, operation: "open the archive", path: state.database)
        }
    }

    private init(
        _ state: StateFolder, _ lockPatience: Double,
        _ syncFileSystem: @escaping @Sendable (Descriptor) throws(SystemError) -> Void
    ) throws {
        self.state = state
        let queue = try Connection.writer(path: state.database, lockPatience: lockPatience)
        // The journal mode is changed only after it is clear that this program may write the file.
        _ = try Schema.version(of: queue, path: state.database)
        try queue.inDatabase { try Connection.prepareForWriting($0, log: state.log) }
        try Schema.migrate(queue, state: state)
        let writing = try WritingConnection(queue, state: state)
        self.writing = writing
        let reading = try Connection.reader(path: state.database, label: "wiredesk.archive.lookup")
        self.reading = reading
        originals = OriginalStore(
            state: state, syncFileSystem: syncFileSystem,
            hasRow: { sha256 throws(ArchiveError) in
                try Archive.lookUp("look an original up", reading, state) { try $0.known(sha256)?.isKept ?? false }
            },
            firstDelivery: { sha256 throws(ArchiveError) in
                try Archive.lookUp("look a delivery up", reading, state) { try $0.firstDelivery(sha256) }
            })
        folder = try ArchiveFiles.openFolder(state.path)
        try writing.access {
            // The index holds what people said when it was made.
            try $0.corrections.bringUpToDate()
            try $0.stories.apply()
            try $0.articles.bringIndexUpToDate()
            try $0.outlets.bringUpToDate()
        }
        // Not before: with the first look at the tables SQLite opens log and index.
        files = try writing.access { try OpenDatabaseFiles(state, $0.session.database) }
        claim = LockedFiles.Claim(paths: state.databaseFiles)
        marker = try writing.access { try Self.marker($0, state) }
        try loadLedger()
    }

    /// Files portions of deliveries in one transaction: all of it is durable when this returns, or nothing has happened
    /// and the same call may be made again.
    ///
    /// Originals that were written before are made durable first, by one `syncfs` on the state folder.
    /// - Parameters:
    ///   - portions: Portions in any order of tickets; those of one ticket in their order.
    ///   - removedNames: Names whose files are gone from their inboxes.
    /// - Returns: One entry for each ticket, in the order of their first portions.
    public func commit(
        _ portions: [DeliveryPortion], removedNames: [LedgerName] = []
    ) throws(ArchiveError) -> [CommittedDelivery] {
        guard !portions.isEmpty || !removedNames.isEmpty else { return [] }
        if !portions.isEmpty { try originalsAreDurable() }
        let effects = try committing("commit deliveries") { stores in
            try stores.deliveries.file(portions, removedNames: removedNames)
        }
        ledger.change(adding: effects.ledgerAdded, removing: effects.ledgerRemoved)
        originals.committed(effects.originals)
        // A file without a row that survives a crash here is found by its hash when it is read again.
        for original in effects.erasedOriginals { try ArchiveFiles.remove(originals.path(of: original)) }
        return effects.committed
    }

    /// Makes sure that the file system stood while deliveries were committed; their names may go only after it.
    ///
    /// When ext4's journal is given up (a failing disk) in the very moment in which a sync waits for it, the sync succeeds and the
    /// data is lost all the same (jbd2_complete_transaction of Linux 6.18 and before). Any later change is refused.
    ///
    /// Nor may database, log or index have been exchanged meanwhile: what was committed then lies in files that nobody will open again.
    /// - Throws: `ArchiveError`, mostly `.readOnly`, `.inputOutput` or `.filesMoved`; what was committed may be lost then.
    public func confirmDurable() throws(ArchiveError) {
        try confirmFiles()
        try ArchiveFiles.touch(state.path, operation: "make sure of what was committed")
    }

    /// Makes sure that database, log and index are still those that stand under their names; no name in an inbox may be removed
    /// for something that was committed unless they are.
    /// - Throws: `ArchiveError` of kind `.filesMoved`, from then on always.
    public func confirmFiles() throws(ArchiveError) {
        try files.demandInPlace()
    }

    /// Copies the log into the database and empties it, as far as readers allow; for times when nothing comes in.
    public func checkpoint() throws(ArchiveError) {
        try write("empty the write-ahead log") { stores in
            // A busy result is no error: what readers still need stays in the log.
            try stores.session.sql("PRAGMA wal_checkpoint(TRUNCATE)").each([]) { _ in true }
        }
    }

    /// Empties the log and closes the database; nothing may be called after it.
    public func close() throws(ArchiveError) {
        try? checkpoint()
        do {
            try reading.close()
            try writing.close(leavesLog: files.haveMoved)
        } catch {
            throw ArchiveError(error, operation: "close the archive", path: state.database)
        }
    }

    // MARK: Access

    func write<T>(_ operation: String, _ body: (ArchiveStores) throws -> T) throws(ArchiveError) -> T {
        do {
            return try writing.access { stores in
                try files.demandInPlace()
                return try body(stores)
            }
        } catch {
            throw ArchiveError(error, operation: operation, path: state.database)
        }
    }

    /// Asks the memory of stores, which is right whatever became of the files.
    func recall<T>(_ operation: String, _ body: (ArchiveStores) throws -> T) throws(ArchiveError) -> T {
        do {
            return try writing.access(body)
        } catch {
            throw ArchiveError(error, operation: operation, path: state.database)
        }
    }

    /// As `write`, for calls that also refuse.
    func erasing<T>(_ operation: String, _ body: (ArchiveStores) throws -> T) throws -> T {
        do {
            return try writing.access { stores in
                try files.demandInPlace()
                return try body(stores)
            }
        } catch let refusal as ErasureRefusal {
            throw refusal
        } catch {
            throw ArchiveError(error, operation: operation, path: state.database)
        }
    }

    func originalsAreDurable() throws(ArchiveError) {
        try originals.makeDurable(folder) { () throws(ArchiveError) in try marker?.begin() }
    }

    /// Writes rows of originals that are durable by now, in one transaction, with the mark that they have.
    func committing<T>(_ operation: String, _ body: (ArchiveStores) throws -> T) throws(ArchiveError) -> T {
        let number = marker?.number
        let result = try write(operation) { stores in
            try stores.session.transaction {
                if let number { try stores.commits.note(number) }
                return try body(stores)
            }
        }
        if let number { marker?.end(number) }
        return result
    }

    func syncFolder() throws(ArchiveError) { try ArchiveFiles.syncFileSystem(folder, path: state.path) }

    private static func lookUp<T>(
        _ operation: String, _ queue: DatabaseQueue, _ state: StateFolder, _ body: (ReadSession) throws -> T
    ) throws(ArchiveError) -> T {
        do {
            return try queue.unsafeRead { try body(ReadSession(database: $0)) }
        } catch {
            throw ArchiveError(error, operation: operation, path: state.database)
        }
    }

    func read<T>(_ operation: String, _ body: (ReadSession) throws -> T) throws(ArchiveError) -> T {
        try Self.lookUp(operation, reading, state, body)
    }
}

/// The writing connection and its memory.
///
/// `@unchecked Sendable`: `stores` is touched only inside accesses to `queue`, which GRDB runs one at a time on a serial
/// Dispatch queue.
private final class WritingConnection: @unchecked Sendable {
    private let queue: DatabaseQueue
    private var stores: ArchiveStores?

    init(_ queue: DatabaseQueue, state: StateFolder) throws {
        self.queue = queue
        stores = try queue.inDatabase { try ArchiveStores($0, state: state) }
    }

    func access<T>(_ body: (ArchiveStores) throws -> T) throws -> T {
        try queue.writeWithoutTransaction { _ in
            guard let stores else { throw DatabaseError(resultCode: .SQLITE_MISUSE, message: "the archive is closed") }
            return try body(stores)
        }
    }

    /// - Parameter leavesLog: true to write nothing into a database that is no longer the one under the name.
    func close(leavesLog: Bool) throws {
        queue.writeWithoutTransaction { database in
            if leavesLog, let connection = database.sqliteConnection { _ = wd_leave_log_at_close(connection) }
            // Statements must end before their connection does.
            stores = nil
        }
        try queue.close()
    }
}
