import ArticleQuery
import GRDB
import Glibc
import LinuxSystem
import NewsModel

extension ArchiveReader {
    /// What was copied by a backup.
    public struct Backup: Sendable {
        /// Originals in the copy.
        public var originals = 0
        /// Originals that were copied now; the others were there.
        public var copied = 0
        /// Originals of an earlier backup that are no longer in the archive and were removed.
        public var removed = 0
        /// Bytes of the database's copy.
        public var databaseBytes: Int64 = 0
        /// Originals that were not copied since they are missing or damaged in the archive.
        public var damaged: [Damaged] = []

        /// An original that could not be copied.
        public struct Damaged: Sendable, CustomStringConvertible {
            /// What is wrong with it in the archive.
            public var original: DamagedOriginal
            /// Whether the backup holds its bytes, from an earlier time.
            public var isInBackup: Bool

            /// The damage in one line, with what the backup has of it.
            public var description: String {
                "\(original); the backup \(isInBackup ? "keeps its whole copy" : "has no whole copy of it")"
            }
        }
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
    /// hash; one that is there already from an earlier backup is read again only to verify it. Where something is erased, or an original pruned,
    /// meanwhile, the copy is started over. What is copied is durable when this returns. An original that is missing or damaged is not
    /// copied and named in the result; a whole copy of it in the backup stays.
    /// - Parameters:
    ///   - destination: a folder that is not there, is empty, or holds an earlier backup.
    ///   - isVerifying: whether the originals of an earlier backup are compared with their hashes too, and those that are damaged copied
    ///     again.
    /// - Throws: `ArchiveError`; the earlier backup's database is as it was then.
    public func backUp(
        to destination: String, isVerifying: Bool = false, progress: @escaping @Sendable (BackupStep) -> Void
    ) throws(ArchiveError) -> Backup {
        try backUp(to: destination, isVerifying: isVerifying, progress: progress) { _ throws(ArchiveError) in }
    }

    /// As `backUp(to:isVerifying:progress:)`; calls `beforeInPlace` when everything is copied but the copy of the database has not got its
    /// name yet.
    func backUp(
        to destination: String, isVerifying: Bool, progress: @escaping @Sendable (BackupStep) -> Void,
        beforeInPlace: (StateFolder) throws(ArchiveError) -> Void
    ) throws(ArchiveError) -> Backup {
        let copy = StateFolder(destination)
        guard copy.path != state.path, !copy.path.hasPrefix(state.path + "/") else {
            throw ArchiveError(
                .other, operation: "back up", path: destination, cause: "it lies within the state folder itself")
        }
        try ArchiveFiles.makeFolder(copy.path)
        try ArchiveFiles.makeFolder(copy.originals)
        for _ in 1..<Self.mostAttempts {
            if let backup = try copyOnce(to: copy, isVerifying, progress, beforeInPlace) { return backup }
        }
        guard let backup = try copyOnce(to: copy, isVerifying, progress, beforeInPlace) else {
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
        to copy: StateFolder, _ isVerifying: Bool, _ progress: @escaping @Sendable (BackupStep) -> Void,
        _ beforeInPlace: (StateFolder) throws(ArchiveError) -> Void
    ) throws(ArchiveError) -> Backup? {
        let erasedBefore = ArchiveFiles.size(ofFile: state.erased)
        let unfinished = copy.database + ".unfinished"
        try ArchiveFiles.remove(unfinished)
        // Nothing is left of a copy that fails; after the last rename there is nothing to remove.
        defer { for left in [unfinished, Self.unfinishedOriginal(copy)] { try? ArchiveFiles.remove(left) } }
        // SQLite writes into an empty file that is there, and so with our rights.
        try ArchiveFiles.createIfMissing(unfinished, operation: "back up the database")
        let total = ArchiveFiles.size(ofFile: state.database) ?? 0
        let watch = GrowthWatch(path: unfinished) { progress(.database($0, of: max($0, total))) }
        defer { watch.end() }
        try vacuum(into: unfinished)
        watch.end()
        var backup = Backup()
        backup.databaseBytes = ArchiveFiles.size(ofFile: unfinished) ?? 0
        let originals = try Self.originals(ofDatabase: unfinished)
        backup.originals = originals.count
        var wanted = Set<String>()
        var damaged: [(sha256: SHA256Digest, error: ArchiveError)] = []
        for (index, original) in originals.enumerated() {
            switch try copyOriginal(original, to: copy, isVerifying) {
            case .isThere: break
            case .copied: backup.copied += 1
            case .damaged(let error): damaged.append((original.sha256, error))
            }
            wanted.insert(OriginalStore.relativePath(of: original.sha256))
            progress(.originals(index + 1, of: originals.count))
        }
        let missing = damaged.filter { $0.error.kind == .missing }.map(\.sha256)
        if try wereRemoved(missing) { return nil }
        for (sha256, error) in damaged {
            let first = try read("look a delivery up") { try $0.firstDelivery(sha256) }
            backup.damaged.append(
                Backup.Damaged(
                    original: DamagedOriginal(
                        sha256: sha256, error: error, delivery: first.map { ($0.id, $0.path) }),
                    isInBackup: try isWhole(sha256, in: copy)))
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
        try beforeInPlace(copy)
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

    /// An original that a database says is kept.
    private struct Kept {
        let sha256: SHA256Digest
        /// The size of its file as the database knows it.
        let bytes: Int64
    }

    private static func originals(ofDatabase path: String) throws(ArchiveError) -> [Kept] {
        do {
            let queue = try Connection.reader(path: path, label: "wiredesk.archive.backup")
            defer { try? queue.close() }
            return try queue.unsafeRead { database in
                let findings = try String.fetchAll(database, sql: "PRAGMA quick_check(1)")
                guard findings == ["ok"] else {
                    throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: findings.joined(separator: "; "))
                }
                return try PreparedStatement(
                    database, "SELECT sha256, kept_bytes FROM originals WHERE kept_bytes IS NOT NULL ORDER BY id"
                ).all { row in
                    SHA256Digest(bytes: row.bytes(0)).map { Kept(sha256: $0, bytes: row.integer(1)) }
                }.compactMap { $0 }
            }
        } catch {
            throw ArchiveError(error, operation: "check the copy of the database", path: path)
        }
    }

    /// Seconds in which the row of an original follows its file when both go.
    private static let removalPatience = 10
    private static let looksPerSecond = 20

    /// Whether one of the originals that are not there was removed on purpose: files go a moment before the rows that name them.
    private func wereRemoved(_ missing: [SHA256Digest]) throws(ArchiveError) -> Bool {
        guard !missing.isEmpty else { return false }
        for _ in 0..<Self.removalPatience * Self.looksPerSecond {
            if try stillKept(missing).count < missing.count { return true }
            usleep(UInt32(1_000_000 / Self.looksPerSecond))
        }
        return false
    }

    /// Those of some originals that the database says are kept.
    func stillKept(_ originals: [SHA256Digest]) throws(ArchiveError) -> [SHA256Digest] {
        try read("look originals up") { session in try originals.filter { try session.known($0)?.isKept ?? false } }
    }

    /// What came of the copy of an original.
    private enum Copied {
        /// The backup had it.
        case isThere
        /// It was copied.
        case copied
        /// It is missing or damaged in the archive; the backup has what it had.
        case damaged(ArchiveError)
    }

    private static func unfinishedOriginal(_ copy: StateFolder) -> String { copy.path + "/unfinished.zst" }

    /// Copies an original unless it is there.
    ///
    /// The copy is compared with its hash before it takes the place of another, which may be whole where the original is damaged.
    private func copyOriginal(
        _ original: Kept, to copy: StateFolder, _ isVerifying: Bool
    ) throws(ArchiveError) -> Copied {
        let relative = OriginalStore.relativePath(of: original.sha256)
        let target = copy.path + "/" + relative
        let source = state.path + "/" + relative
        let missing = ArchiveError(
            .missing, operation: "back up the original", path: source, cause: "it is not there")
        guard let size = ArchiveFiles.size(ofFile: source) else { return .damaged(missing) }
        if ArchiveFiles.size(ofFile: target) == size {
            // One that was cut short before it was copied has the same size here and there, and not that of its row.
            if size == original.bytes, !isVerifying { return .isThere }
            if try isWhole(original.sha256, in: copy) { return .isThere }
        }
        let unfinished = Self.unfinishedOriginal(copy)
        try ArchiveFiles.remove(unfinished)
        do throws(ArchiveError) {
            try ArchiveFiles.copyIfThere(source, to: unfinished)
        } catch {
            guard error.isDamage, error.path == source else { throw error }
            return .damaged(error)
        }
        guard ArchiveFiles.size(ofFile: unfinished) != nil else { return .damaged(missing) }
        let file = OriginalFile(
            try ArchiveFiles.openForReading(unfinished, operation: "verify the copy"), path: unfinished)
        do throws(ArchiveError) {
            let found = try file.hash(within: WorkLimit())
            guard found == original.sha256 else {
                throw ArchiveError(
                    .corrupt, operation: "verify the copy", path: unfinished,
                    cause: "its bytes have the SHA-256 \(found)")
            }
        } catch {
            guard error.kind == .corrupt else { throw error }
            do throws(ArchiveError) {
                try originals.verify(original.sha256)
            } catch let damage {
                guard damage.isDamage else { throw damage }
                return .damaged(damage)
            }
            // The original is whole: what was written for the backup is not what is read from it.
            throw ArchiveError(.inputOutput, operation: "verify the copy", path: unfinished, cause: error.cause)
        }
        try ArchiveFiles.renameMakingFolder(unfinished, to: target)
        return .copied
    }

    /// Whether a state folder holds the bytes of an original.
    private func isWhole(_ sha256: SHA256Digest, in copy: StateFolder) throws(ArchiveError) -> Bool {
        do throws(ArchiveError) {
            try OriginalReader(state: copy).verify(sha256)
            return true
        } catch {
            guard error.isDamage else { throw error }
            return false
        }
    }
}
