import CLinux
import Glibc
import Hashing
import LinuxSystem
import NewsModel

/// Reads a file of an inbox once into a sealed copy, hashing as it goes; what is hashed is exactly what is kept and parsed.
public struct FileCapture: Sendable {
    /// Files up to this size are held in memory (memfd), larger ones in a nameless file of the work directory. 32 MiB: with one
    /// file a lane the daemon stays far below its memory limit, and fewer than one article in a million is larger.
    public static let memoryBytes: Int64 = 32 << 20
    /// Bytes read at once: they stay in a processor's second cache from being read over being hashed to being copied, and come from the
    /// heap, where larger pieces are mapped again each time.
    private static let chunkBytes = 64 << 10

    private let workDirectory: Descriptor
    private let maximumBytes: Int64

    /// A capture that puts large files into `workDirectory`, which need not be on the inbox's file system.
    ///
    /// - Parameter maximumBytes: files above it are not taken.
    public init(workDirectory: Descriptor, maximumBytes: Int64 = .max) {
        self.workDirectory = workDirectory
        self.maximumBytes = maximumBytes
    }

    /// A file without a name in the work directory, for bytes that come from elsewhere.
    ///
    /// - Throws: `SystemError`.
    public func spool() throws(SystemError) -> Descriptor { try Descriptor.namelessFile(in: workDirectory) }

    /// Takes the bytes of a file.
    ///
    /// - Parameters:
    ///   - path: the raw path below `root`.
    ///   - expected: the file that was found complete; nil to take whatever stands there.
    ///   - evenIfOpen: whether a file is taken that a program is known to have open for writing.
    ///   - limit: what ends the work before its end, and is told of it.
    /// - Throws: `CaptureFailure`.
    public func capture(
        _ path: FileName, in root: any OpenFolder, expecting expected: FileIdentity?, evenIfOpen: Bool = false,
        within limit: WorkLimit = WorkLimit()
    ) throws(CaptureFailure) -> SealedCopy {
        let source: any OpenFile
        let status: FileStatus
        do throws(SystemError) {
            source = try root.file(beneath: path.bytes)
            status = try source.status()
        } catch {
            throw Self.failure(error)
        }
        guard status.kind == .file else { throw .notAFile(status.kind) }
        if let expected, status.identity != expected { throw .changed }
        if source.isLocked { throw .locked }
        if status.size > maximumBytes { throw .tooLarge(status.identity) }
        // Where nothing can be known, what events told has decided (SettleTracker).
        if !evenIfOpen, Self.hasWriter(source) { throw .openForWriting }
        return try copy(source, status, CaptureFacts.read(source, path: path.bytes, in: root), limit)
    }

    /// Takes the bytes of an open file, such as one that was handed over by its descriptor.
    ///
    /// - Parameter limit: what ends the work before its end, and is told of it.
    /// - Throws: `CaptureFailure`.
    public func capture(
        _ source: any OpenFile, within limit: WorkLimit = WorkLimit()
    ) throws(CaptureFailure) -> SealedCopy {
        let status: FileStatus
        do throws(SystemError) { status = try source.status() } catch { throw Self.failure(error) }
        guard status.kind == .file else { throw .notAFile(status.kind) }
        if status.size > maximumBytes { throw .tooLarge(status.identity) }
        return try copy(source, status, CaptureFacts.read(source), limit)
    }

    private func copy(
        _ source: any OpenFile, _ status: FileStatus, _ facts: CaptureFacts, _ limit: WorkLimit
    ) throws(CaptureFailure) -> SealedCopy {
        do throws(SystemError) {
            let isSmall = status.size <= Self.memoryBytes
            let target = try self.target(for: status)
            var hasher = SHA256Hasher()
            var offset: Int64 = 0
            // As small as the file allows.
            let buffer = UnsafeMutableRawBufferPointer.allocate(
                byteCount: Int(min(Int64(Self.chunkBytes), status.size + 1)), alignment: 16)
            defer { buffer.deallocate() }
            // One byte beyond the size tells a file that grew.
            while offset <= status.size {
                try limit.check(done: offset, of: status.size)
                let wanted = UnsafeMutableRawBufferPointer(
                    rebasing: buffer[..<Int(min(Int64(buffer.count), status.size - offset + 1))])
                let count = try source.read(into: wanted, at: offset)
                if count == 0 { break }
                let bytes = UnsafeRawBufferPointer(rebasing: wanted[..<count])
                hasher.update(bytes)
                offset += Int64(count)
                // What may be a hole in the file stays one in the copy: gigabytes of zeros would hold the disk for minutes.
                if !isSmall, Self.isZero(bytes) {
                    try target.passOver(count)
                } else {
                    try target.writeAll(bytes)
                }
            }
            if !isSmall { try target.setSize(offset) }
            let after = try source.status()
            guard offset == status.size, after.identity == status.identity else { throw SystemError.changed }
            if isSmall { try target.seal() }
            return SealedCopy(
                descriptor: target, size: status.size, digest: hasher.finish(), identity: status.identity, facts: facts,
                isImmutable: isSmall)
        } catch {
            if error == .changed { throw .changed }
            throw Self.failure(error)
        }
    }

    /// Whether all bytes are zero.
    private static func isZero(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard let first = bytes.baseAddress, bytes[0] == 0 else { return false }
        return memcmp(first, first + 1, bytes.count - 1) == 0
    }

    /// Where the copy goes; a file for which there is no room is not begun, so that it cannot take the room of others.
    private func target(for status: FileStatus) throws(SystemError) -> Descriptor {
        if status.size <= Self.memoryBytes { return try Descriptor.memoryFile(name: "wiredesk") }
        var free: UInt64 = 0
        var inodes: UInt64 = 0
        if wd_free_space(workDirectory.number, &free, &inodes) == 0, free < 2 * UInt64(status.size) {
            throw SystemError(
                operation: "find room for the copy and the original of a file of \(status.size) bytes in",
                path: "the state folder",
                code: ENOSPC)
        }
        return try Descriptor.namelessFile(in: workDirectory)
    }

    private static func failure(_ error: SystemError) -> CaptureFailure {
        switch error.code {
        case ENOENT, ENOTDIR: .vanished
        case EACCES, EPERM: .unreadable(error)
        case ELOOP: .notAFile(.link)
        case ENXIO: .notAFile(.special)
        case ECANCELED: .cancelled
        case ETIMEDOUT: .tooSlow(error)
        case ETXTBSY: .ownDatabase
        default: .surroundings(error)
        }
    }

    /// Whether some program is known to have the file open for writing.
    static func hasWriter(_ source: any OpenFile) -> Bool { source.writerPresence == .present }
}

extension SystemError {
    /// A mark within `copy`, never shown: the file is not the one that was opened.
    fileprivate static let changed = SystemError(operation: "compare", path: "", code: 0)
}
