/// Where the parts of an archive lie in a state folder.
public struct StateFolder: Sendable, Hashable {
    /// The folder, without a slash at its end.
    public let path: String
    let databaseName: String

    /// The layout of a state folder; nothing is looked at.
    public init(_ path: String) { self.init(path, databaseName: "wiredesk.db") }

    private init(_ path: String, databaseName: String) {
        self.databaseName = databaseName
        var trimmed = path
        while trimmed.utf8.count > 1, trimmed.hasSuffix("/") { trimmed.removeLast() }
        self.path = trimmed
    }

    /// The SQLite file.
    public var database: String { path + "/" + databaseName }
    /// The write-ahead log of the SQLite file.
    public var log: String { database + "-wal" }
    /// The shared memory of the write-ahead log.
    public var sharedMemory: String { database + "-shm" }
    /// The SQLite file with its log and their shared memory. SQLite holds locks on them: nothing but its own connections may open
    /// them, since to close them would drop these locks (`LockedFiles`).
    public var databaseFiles: [String] { [database, log, sharedMemory] }
    /// The same folder with a database that is being rebuilt in the place of the real one.
    public var rebuilding: StateFolder { StateFolder(path, databaseName: "wiredesk.db.rebuilding") }
    /// The folder of the kept originals.
    public var originals: String { path + "/originals" }
    /// The mark that commits leave beside the originals.
    public var mark: String { originals + "/.mark" }
    /// Hashes of what was erased for good.
    public var erased: String { path + "/erased" }
    /// What people corrected, tagged and noted.
    public var corrections: String { path + "/corrections" }
    /// Originals that are being written; emptied when the daemon starts.
    public var unfinishedOriginals: String { originals + "/.unfinished" }
    /// The index by which related articles are found; it can be made again from the database.
    public var analysis: String { path + "/analysis" }
    /// The list of the index's words; it can be made again from the database.
    public var vocabulary: String { analysis + "/vocabulary" }
    /// Room for the copies of large files while they are read.
    public var work: String { path + "/work" }

    /// Where the copy of the database before a migration to schema `version` is kept.
    public func databaseCopy(before version: Int) -> String { database + ".before-\(version)" }
}
