import ArticleQuery
import Hashing
import LinuxSystem
import NewsModel
import Synchronization

/// The kept originals: `originals/ab/<sha256>.zst`, each the exact bytes of a file as they were read, compressed.
///
/// Lanes write in parallel. Nothing here is durable by itself: `Archive.commit` makes everything written so far durable
/// before the rows that name it. A file without a row, left by a crash, is never trusted and is written again.
public final class OriginalStore: Sendable {
    /// zstd's level. Measured on 100 saved news pages (7 MB): level 3 keeps 0.24 of their bytes at 160 MB/s a core, 9
    /// keeps 0.22 at 60 MB/s, 1 keeps 0.25 at 210 MB/s.
    public static let compressionLevel: Int32 = 3

    private let state: StateFolder
    /// Makes everything of the file system of an open folder durable.
    private let syncFileSystem: @Sendable (Descriptor) throws(SystemError) -> Void
    /// True when the archive has a durable row for an original's bytes.
    private let hasRow: @Sendable (SHA256Digest) throws(ArchiveError) -> Bool
    /// The first delivery of bytes that have a row; nil where it is no longer known.
    private let firstDelivery: @Sendable (SHA256Digest) throws(ArchiveError) -> FirstDelivery?
    private let progress = Mutex(Progress())
    private let workspaces = CompressionWorkspacePool()

    private struct Progress {
        /// Originals whose files this run put in place and whose rows are not committed yet, with their kept sizes.
        var uncommitted: [SHA256Digest: Int64] = [:]
        /// True when files were put in place since the last sync.
        var isDirty = false
        /// True when the last sync failed, so that what was put in place before it cannot be trusted.
        var hasSyncFailed = false
        /// Makes the names of unfinished files differ.
        var lastNumber = 0
    }

    init(
        state: StateFolder,
        syncFileSystem: @escaping @Sendable (Descriptor) throws(SystemError) -> Void = ArchiveFiles.syncFileSystem,
        hasRow: @escaping @Sendable (SHA256Digest) throws(ArchiveError) -> Bool,
        firstDelivery: @escaping @Sendable (SHA256Digest) throws(ArchiveError) -> FirstDelivery?
    ) {
        self.syncFileSystem = syncFileSystem
        self.state = state
        self.hasRow = hasRow
        self.firstDelivery = firstDelivery
    }

    /// The path of an original relative to the state folder.
    public static func relativePath(of sha256: SHA256Digest) -> String {
        let hex = sha256.hex
        return "originals/\(hex.prefix(2))/\(hex).zst"
    }

    /// The path of an original.
    public func path(of sha256: SHA256Digest) -> String { state.path + "/" + Self.relativePath(of: sha256) }

    /// Keeps the bytes of an open file, from its beginning to `size`, unless they are kept already.
    ///
    /// An original that has a row is read and compared with its hash before it is believed; where it is missing or damaged, it is
    /// written again from these bytes, with the facts of their first delivery.
    /// Reads with `pread`, so that the descriptor's position stays. Holds some megabytes whatever the size.
    /// - Parameter isImmutable: true for a copy of our own that was sealed when it was hashed: nobody can have changed it since, and it
    ///   is not hashed again.
    /// - Parameter limit: what ends the work before its end, and is told of it.
    /// - Parameter healed: called where a missing or damaged original was written again, with what was wrong.
    /// - Returns: The number of bytes of the kept file.
    /// - Throws: `ArchiveError`, of kind `.hashMismatch` when the bytes are not those of `sha256` and `size`.
    public func write(
        from file: Descriptor, size: Int64, sha256: SHA256Digest, facts: OriginalFacts, isImmutable: Bool = false,
        within limit: WorkLimit = WorkLimit(), healed: (ArchiveError) -> Void = { _ in }
    ) throws(ArchiveError) -> Int64 {
        let target = path(of: sha256)
        let damage: Damage?
        switch try standing(of: sha256, limit) {
        case .kept(let bytes): return bytes
        case .unknown: damage = nil
        case .damaged(let found): damage = found
        }
        let facts = damage == nil ? facts : try factsAgain(sha256, offered: facts)
        let number = progress.withLock { progress in
            progress.lastNumber += 1
            return progress.lastNumber
        }
        let unfinished = state.unfinishedOriginals + "/\(number)-\(sha256.hex).zst"
        do {
            let kept = try compress(
                file, size: size, sha256: sha256, isImmutable: isImmutable, frame: facts.frame, target: target,
                to: unfinished, limit)
            let placed = try putInPlace(unfinished, target, sha256, kept, damage)
            if let damage, placed.isNew { healed(damage.error) }
            return placed.bytes
        } catch {
            try? ArchiveFiles.remove(unfinished)
            throw error
        }
    }

    /// Notes in a kept original that a person takes it for an article, so that `reread` and `rebuild` read it so too.
    ///
    /// The file is copied and renamed: one that is cut off in between would have lost its facts. It is durable with the next commit.
    /// - Throws: `ArchiveError`: `.missing` where it is not kept.
    public func accept(_ sha256: SHA256Digest, facts: OriginalFacts) throws(ArchiveError) {
        var facts = facts
        facts.isAccepted = true
        let target = path(of: sha256)
        let operation = "note that the original is accepted"
        let number = progress.withLock { progress in
            progress.lastNumber += 1
            return progress.lastNumber
        }
        let unfinished = state.unfinishedOriginals + "/\(number)-\(sha256.hex).zst"
        do {
            let output = try copy(target, to: unfinished, operation: operation)
            try ArchiveFiles.write(facts.frame, to: output, path: unfinished)
            try ArchiveFiles.sync(output, path: unfinished)
            let renamed: Result<Void, ArchiveError> = progress.withLock { progress in
                do throws(ArchiveError) {
                    let size = try ArchiveFiles.size(of: output, path: unfinished)
                    try ArchiveFiles.renameMakingFolder(unfinished, to: target)
                    // What a failed sync has written again later is this file, with its facts.
                    if progress.uncommitted[sha256] != nil { progress.uncommitted[sha256] = size }
                    progress.isDirty = true
                    return .success(())
                } catch {
                    return .failure(error)
                }
            }
            try renamed.get()
        } catch {
            try? ArchiveFiles.remove(unfinished)
            throw error
        }
    }

    /// Copies the first bytes of a file, or by default all, into one that is made.
    private func copy(
        _ source: String, to target: String, bytes: Int64 = .max, operation: String
    ) throws(ArchiveError) -> Descriptor {
        let input = try ArchiveFiles.openForReading(source, operation: operation)
        let output = try ArchiveFiles.createFile(target, operation: operation)
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: ArchiveFiles.copyBufferSize, alignment: 16)
        defer { buffer.deallocate() }
        var offset: Int64 = 0
        while offset < bytes {
            let count = try ArchiveFiles.read(input, into: buffer, at: offset, path: source)
            if count == 0 { break }
            try ArchiveFiles.write(UnsafeRawBufferPointer(rebasing: buffer[..<count]), to: output, path: target)
            offset += Int64(count)
        }
        return output
    }

    /// How bytes stand among the kept originals.
    private enum Standing {
        /// They are kept, in a file of so many bytes.
        case kept(Int64)
        /// Nothing durable says that they are kept.
        case unknown
        /// They have a row, but their file is missing or damaged.
        case damaged(Damage)
    }

    /// What is wrong with an original that has a row.
    private struct Damage {
        var error: ArchiveError
        /// The file that is damaged; nil where the file is missing.
        var file: ArchiveFiles.Identity?
    }

    /// Looks whether bytes are kept; where a row says so their file is read.
    private func standing(of sha256: SHA256Digest, _ limit: WorkLimit) throws(ArchiveError) -> Standing {
        if let kept = progress.withLock({ $0.uncommitted[sha256] }) { return .kept(kept) }
        guard try hasRow(sha256) else { return .unknown }
        let path = path(of: sha256)
        let file = ArchiveFiles.identity(path)
        do throws(ArchiveError) {
            try OriginalReader(state: state).verify(sha256, within: limit)
        } catch {
            guard error.isDamage else { throw error }
            return .damaged(Damage(error: error, file: file))
        }
        // It is held until the row is committed, so that it is not removed in between.
        let size = progress.withLock { progress -> Int64? in
            guard let size = ArchiveFiles.size(ofFile: path) else { return nil }
            progress.uncommitted[sha256] = size
            return size
        }
        if let size { return .kept(size) }
        // Somebody has removed it since it was read.
        let missing = ArchiveError(.missing, operation: "verify the original", path: path, cause: "it is not there")
        return .damaged(Damage(error: missing, file: nil))
    }

    /// The facts for an original that is written again.
    private func factsAgain(_ sha256: SHA256Digest, offered: OriginalFacts) throws(ArchiveError) -> OriginalFacts {
        guard let first = try firstDelivery(sha256) else { return offered }
        return first.facts(damaged: (try? OriginalReader(state: state).facts(of: sha256)) ?? nil, offered: offered)
    }

    /// Removes the file of an original unless a delivery that is about to be committed has its bytes; false then.
    func remove(_ sha256: SHA256Digest) throws(ArchiveError) -> Bool {
        let path = path(of: sha256)
        let outcome: Result<Bool, ArchiveError> = progress.withLock { progress in
            guard progress.uncommitted[sha256] == nil else { return .success(false) }
            do throws(ArchiveError) {
                try ArchiveFiles.remove(path)
                return .success(true)
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    private func compress(
        _ file: Descriptor, size: Int64, sha256: SHA256Digest, isImmutable: Bool, frame: [UInt8], target: String,
        to unfinished: String, _ limit: WorkLimit
    ) throws(ArchiveError) -> Int64 {
        let output = try ArchiveFiles.createFile(unfinished, operation: "keep the original")
        let isKept = size <= CompressionWorkspace.largestKept
        let written = try workspaces.withWorkspace(keeps: isKept) { workspace throws(ArchiveError) in
            var compressor = ZstdCompressor(level: Self.compressionLevel, expectedSize: size, in: workspace)
            var hasher = isImmutable ? nil : Optional(SHA256Hasher())
            var offset: Int64 = 0
            repeat {
                let wanted = Int(min(Int64(workspace.input.count), size - offset))
                let count = try ArchiveFiles.read(
                    file, into: UnsafeMutableRawBufferPointer(rebasing: workspace.input[..<wanted]), at: offset,
                    path: target)
                // Read in full or at the end of the file, which is then shorter than was announced.
                guard count == wanted else { break }
                let piece = UnsafeRawBufferPointer(rebasing: workspace.input[..<count])
                hasher?.update(piece)
                offset += Int64(count)
                try compressor.compress(piece, isLast: offset == size, to: output, path: unfinished)
                try ArchiveFiles.check(limit, done: offset, of: size, operation: "keep the original", path: target)
            } while offset < size
            let found = hasher.take()?.finish()
            guard offset == size, found == nil || found == sha256 else {
                throw ArchiveError(
                    .hashMismatch, operation: "keep the original", path: target,
                    cause: "\(size) bytes with SHA-256 \(sha256) were announced, \(offset)"
                        + (found.map { " with \($0)" } ?? "") + " were read")
            }
            return compressor.written
        }
        try ArchiveFiles.write(frame, to: output, path: unfinished)
        return written + Int64(frame.count)
    }

    /// Renames under the lock: a file whose row is being committed must not be replaced by one that is not durable.
    ///
    /// - Parameter damage: the damage that the new file mends; a file that another lane has put there since is left.
    private func putInPlace(
        _ unfinished: String, _ target: String, _ sha256: SHA256Digest, _ kept: Int64, _ damage: Damage?
    ) throws(ArchiveError) -> (bytes: Int64, isNew: Bool) {
        let outcome: Result<(bytes: Int64, isNew: Bool), ArchiveError> = progress.withLock { progress in
            do throws(ArchiveError) {
                let known: Int64?
                if let other = progress.uncommitted[sha256] {
                    known = other
                } else if let damage, ArchiveFiles.identity(target) == damage.file {
                    known = nil
                } else {
                    known = try hasRow(sha256) ? ArchiveFiles.size(ofFile: target) : nil
                }
                if let known {
                    try ArchiveFiles.remove(unfinished)
                    return .success((known, false))
                }
                try ArchiveFiles.renameMakingFolder(unfinished, to: target)
                progress.uncommitted[sha256] = kept
                progress.isDirty = true
                return .success((kept, true))
            } catch {
                return .failure(error)
            }
        }
        return try outcome.get()
    }

    /// Makes everything put in place so far durable, where there is something.
    ///
    /// After a failed write-back the kernel tells the error once and takes the pages for clean, so that the next sync succeeds
    /// though the bytes never came to the disk (fsync(2), "EIO"). What was put in place since the last success is therefore written
    /// again before the next sync is believed.
    /// - Parameter prepare: called before the sync, for what is to be durable with it.
    func makeDurable(_ folder: Descriptor, prepare: () throws(ArchiveError) -> Void) throws(ArchiveError) {
        let (wasDirty, hasFailed) = progress.withLock { progress in
            defer { progress.isDirty = false }
            return (progress.isDirty, progress.hasSyncFailed)
        }
        guard wasDirty else { return }
        do throws(ArchiveError) {
            if hasFailed { try writeUncommittedAnew() }
            try prepare()
            try ArchiveFiles.syncFileSystem(folder, path: state.path, by: syncFileSystem)
            progress.withLock { $0.hasSyncFailed = false }
        } catch {
            progress.withLock { progress in
                progress.isDirty = true
                progress.hasSyncFailed = true
            }
            throw error
        }
    }

    /// Copies the originals that no row names yet to fresh files, each checked against its hash first.
    private func writeUncommittedAnew() throws(ArchiveError) {
        for (sha256, kept) in progress.withLock({ $0.uncommitted }) {
            let target = path(of: sha256)
            do throws(ArchiveError) {
                try OriginalReader(state: state).verify(sha256)
            } catch {
                // The bytes are gone from memory and disk. The file still stands in the inbox: the next start takes it again.
                throw ArchiveError(.inputOutput, operation: "rewrite the original", path: target, cause: error.cause)
            }
            let copy = state.unfinishedOriginals + "/again-\(sha256.hex).zst"
            _ = try self.copy(target, to: copy, bytes: kept, operation: "rewrite the original")
            try ArchiveFiles.rename(copy, to: target)
        }
    }

    /// Whether bytes are kept whose row is not committed yet.
    func isUnderWay(_ sha256: SHA256Digest) -> Bool { progress.withLock { $0.uncommitted[sha256] != nil } }

    /// The rows of these originals are durable.
    func committed(_ originals: [SHA256Digest]) {
        progress.withLock { progress in
            for original in originals { progress.uncommitted[original] = nil }
        }
    }
}
