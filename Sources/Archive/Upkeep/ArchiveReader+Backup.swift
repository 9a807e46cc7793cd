import ArticleQuery
import GRDB
import Glibc
import NewsModel

extension ArchiveReader {
    /// What was copied by a backup.
    public struct Backup: Sendable, Equatable {
        /// Originals in the copy.
        public var originals = 0
        /// Originals that were copied now; the others were there.
        public var copied = 0
        /// Originals of an earlier backup that are no longer in the archive and were removed.
        public var removed = 0
        /// Bytes of the database's copy.
        public var databaseBytes: Int64 = 0
    }

    /// A part of the work of a backup.
    public enum BackupStep: Sendable {
        /// The database is copied: bytes so far, and about how many there will be.
        case database(Int64, of: Int64)
        /// Originals are copied: how many so far, of how many.
        case originals(Int, of: Int)
    }

    /// Copies database and originals to a folder, as they stand at one moment, while the desk goes on.
    ///
    /// The copy is a state folder itself. The database is read in one transaction (`VACUUM INTO`), so that writing does not hinder it
    /// and it ends; the log grows meanwhile. Every original that the copied database names is then copied and compared with its
    /// hash; one that is there already from an earlier backup is not read again. Where something is erased, or an original pruned,
    /// meanwhile, the copy is begun anew. What is copied is durable when this returns.
    /// - Parameter destination: a folder that is not there, is empty, or holds an earlier backup.
    /// - Throws: `ArchiveError`, also for an original that is damaged; the earlier backup's database is as it was then.
    public func backUp(to destination: String, progress: @escaping @Sendable (BackupStep) -> Void) throws(ArchiveError)
        -> Backup
    {
        let copy = StateFolder(destination)
        guard copy.path != state.path, !copy.path.hasPrefix(state.path + "/") else {
            throw ArchiveError(
                .other, operation: "back up", path: destination, cause: "it lies within the state folder itself")
        }
        try ArchiveFiles.makeFolder(copy.path)
        try ArchiveFiles.makeFolder(copy.originals)
        for _ in 1..<Self.mostAttempts { if let backup = try copyOnce(to: copy, progress: progress) { return backup } }
        guard let backup = try copyOnce(to: copy, progress: progress) else {
            throw ArchiveError(
                .other, operation: "back up", path: destination,
                cause: "articles or originals were removed again and again meanwhile; back up when that has ended")
        }
        return backup
    }

    /// How often a copy is begun: an erasure takes minutes at most, and prunings are a day apart.
    private static let mostAttempts = 5

    /// Copies everything; nil where something was removed meanwhile that the copy holds or lacks.
    private func copyOnce(
        to copy: StateFolder, progress: @escaping @Sendable (BackupStep) -> Void
    ) throws(ArchiveError) -> Backup? {
        let erasedBefore = ArchiveFiles.size(ofFile: state.erased)
        let unfinished = copy.database + ".unfinished"
        try ArchiveFiles.remove(unfinished)
        // SQLite writes into an empty file that is there, and so with our rights.
        try ArchiveFiles.createIfMissing(unfinished, operation: "back up the database")
        let total = ArchiveFiles.size(ofFile: state.database) ?? 0
        let watch = GrowthWatch(path: unfinished) { progress(.database($0, of: max($0, total))) }
        defer { watch.end() }
        try vacuum(into: unfinished)
        watch.end()
        var backup = Backup()
        backup.databaseBytes = ArchiveFiles.size(ofFile: unfinished) ?? 0
        let hashes = try Self.originals(ofDatabase: unfinished)
        backup.originals = hashes.count
        var wanted = Set<String>()
        for (index, hash) in hashes.enumerated() {
            do throws(ArchiveError) {
                if try copyOriginal(hash, to: copy) { backup.copied += 1 }
            } catch {
                if error.kind == .missing, try wasRemoved(hash) { return nil }
                throw error
            }
            wanted.insert(OriginalStore.relativePath(of: hash))
            progress(.originals(index + 1, of: hashes.count))
        }
        for hash in try copy.originalHashes() where !wanted.contains(OriginalStore.relativePath(of: hash)) {
            try ArchiveFiles.remove(copy.path + "/" + OriginalStore.relativePath(of: hash))
            backup.removed += 1
        }
        // Hashes are noted before anything is erased, and only ever added.
        guard ArchiveFiles.size(ofFile: state.erased) == erasedBefore else { return nil }
        try ArchiveFiles.copyIfThere(state.erased, to: copy.erased)
        try ArchiveFiles.copyIfThere(state.corrections, to: copy.corrections)
        let folder = try ArchiveFiles.openFolder(copy.path)
        try ArchiveFiles.syncFileSystem(folder, path: copy.path)
        for old in [copy.log, copy.sharedMemory] { try ArchiveFiles.remove(old) }
        try Self.commitNumbers(ofDatabase: unfinished).mark?.put(into: copy)
        try ArchiveFiles.rename(unfinished, to: copy.database)
        try ArchiveFiles.syncFileSystem(folder, path: copy.path)
        return backup
    }

    private static func commitNumbers(ofDatabase path: String) throws(ArchiveError) -> CommitNumbers {
        do {
            let queue = try Connection.reader(path: path, label: "wiredesk.archive.backup")
            defer { try? queue.close() }
            return try queue.unsafeRead { try ReadSession(database: $0).commitNumbers() }
        } catch {
            throw ArchiveError(error, operation: "read the copy of the database", path: path)
        }
    }

    private static func originals(ofDatabase path: String) throws(ArchiveError) -> [SHA256Digest] {
        do {
            let queue = try Connection.reader(path: path, label: "wiredesk.archive.backup")
            defer { try? queue.close() }
            return try queue.unsafeRead { database in
                let findings = try String.fetchAll(database, sql: "PRAGMA quick_check(1)")
                guard findings == ["ok"] else {
                    throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: findings.joined(separator: "; "))
                }
                return try PreparedStatement(
                    database, "SELECT sha256 FROM originals WHERE kept_bytes IS NOT NULL ORDER BY id"
                ).all { SHA256Digest(bytes: $0.bytes(0)) }.compactMap { $0 }
            }
        } catch {
            throw ArchiveError(error, operation: "check the copy of the database", path: path)
        }
    }

    /// Seconds in which the row of an original follows its file when both go.
    private static let removalPatience = 10
    private static let looksPerSecond = 20

    /// Whether an original that is not there was removed on purpose: files go a moment before the rows that name them.
    private func wasRemoved(_ hash: SHA256Digest) throws(ArchiveError) -> Bool {
        for _ in 0..<Self.removalPatience * Self.looksPerSecond {
            let isKept = try read("look an original up") { session in
                try session.sql("SELECT 1 FROM originals WHERE sha256 = ? AND kept_bytes IS NOT NULL").first(
                    .blob(hash.bytes)
                ) { _ in true } ?? false
            }
            guard isKept else { return true }
            usleep(UInt32(1_000_000 / Self.looksPerSecond))
        }
        return false
    }

    /// Copies an original unless it is there; true when it was copied.
    private func copyOriginal(_ hash: SHA256Digest, to copy: StateFolder) throws(ArchiveError) -> Bool {
        let relative = OriginalStore.relativePath(of: hash)
        let target = copy.path + "/" + relative
        let source = state.path + "/" + relative
        guard let size = ArchiveFiles.size(ofFile: source) else {
            throw ArchiveError(.missing, operation: "back up the original", path: source, cause: "it is not there")
        }
        if ArchiveFiles.size(ofFile: target) == size { return false }
        let unfinished = copy.path + "/unfinished.zst"
        try ArchiveFiles.remove(unfinished)
        try ArchiveFiles.copyIfThere(source, to: unfinished)
        try ArchiveFiles.renameMakingFolder(unfinished, to: target)
        try OriginalReader(state: copy).verify(hash)
        return true
    }
}
