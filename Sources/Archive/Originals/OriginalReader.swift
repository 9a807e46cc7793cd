import ArticleQuery
import CZstd
import Hashing
import LinuxSystem
import NewsModel

/// Reading of kept originals, by the daemon and by commands alike.
public struct OriginalReader: Sendable {
    private let state: StateFolder

    /// A reader of the originals of a state folder; nothing is opened.
    public init(state: StateFolder) { self.state = state }

    /// Writes an original's bytes to a descriptor and checks them against their hash.
    ///
    /// The bytes are known to be right only when the call returns: with a descriptor that cannot be taken back (a pipe),
    /// what was written before a failure must not be used. Holds some megabytes whatever the size.
    /// - Parameter limit: what ends the work before its end, and is told of it.
    /// - Returns: The number of bytes written.
    /// - Throws: `ArchiveError`: `.missing` where it is not kept, `.corrupt` where it is damaged.
    @discardableResult
    public func read(
        _ sha256: SHA256Digest, into descriptor: CInt, within limit: WorkLimit = WorkLimit()
    ) throws(ArchiveError) -> Int64 {
        let path = state.path + "/" + OriginalStore.relativePath(of: sha256)
        let input = try ArchiveFiles.openForReading(path, operation: "read the original")
        var hasher = SHA256Hasher()
        var total: Int64 = 0
        try Self.decompress(input, path: path, within: limit) { bytes throws(ArchiveError) in
            hasher.update(bytes)
            total += Int64(bytes.count)
            try ArchiveFiles.write(bytes, to: descriptor, path: "the output")
        }
        let found = hasher.finish()
        guard found == sha256 else {
            throw ArchiveError(
                .corrupt, operation: "read the original", path: path, cause: "its bytes have the SHA-256 \(found)")
        }
        return total
    }

    /// Checks that an original is whole: its bytes have its hash.
    ///
    /// - Throws: `ArchiveError`: `.missing` where it is not kept, `.corrupt` where it is damaged.
    public func verify(_ sha256: SHA256Digest, within limit: WorkLimit = WorkLimit()) throws(ArchiveError) {
        let path = state.path + "/" + OriginalStore.relativePath(of: sha256)
        let input = try ArchiveFiles.openForReading(path, operation: "verify the original")
        var hasher = SHA256Hasher()
        try Self.decompress(input, path: path, within: limit) { bytes throws(ArchiveError) in hasher.update(bytes) }
        let found = hasher.finish()
        guard found == sha256 else {
            throw ArchiveError(
                .corrupt, operation: "verify the original", path: path, cause: "its bytes have the SHA-256 \(found)")
        }
    }

    /// The size of an original's file.
    ///
    /// - Throws: `ArchiveError`: `.missing` where it is not kept.
    public func keptBytes(of sha256: SHA256Digest) throws(ArchiveError) -> Int64 {
        let path = state.path + "/" + OriginalStore.relativePath(of: sha256)
        let input = try ArchiveFiles.openForReading(path, operation: "examine the original")
        return try ArchiveFiles.size(of: input, path: path)
    }

    /// The facts of the first delivery of these bytes, kept in the original; nil where the file has none.
    public func facts(of sha256: SHA256Digest) throws(ArchiveError) -> OriginalFacts? {
        let path = state.path + "/" + OriginalStore.relativePath(of: sha256)
        let input = try ArchiveFiles.openForReading(path, operation: "read the original's facts")
        let size = try ArchiveFiles.size(of: input, path: path)
        let tail = try Self.bytes(input, at: max(0, size - 4), count: 4, path: path)
        guard tail.count == 4 else { return nil }
        let length = Int64(OriginalFacts.number(littleEndian: tail[...]))
        guard length <= OriginalFacts.longest, size >= length + 12 else { return nil }
        let frame = try Self.bytes(input, at: size - length - 12, count: Int(length) + 8, path: path)
        guard frame.count == Int(length) + 8,
            OriginalFacts.number(littleEndian: frame[..<4]) == OriginalFacts.magic,
            Int64(OriginalFacts.number(littleEndian: frame[4..<8])) == length + 4
        else { return nil }
        return OriginalFacts(json: Array(frame[8...]))
    }

    private static func bytes(
        _ file: Descriptor, at offset: Int64, count: Int, path: String
    ) throws(ArchiveError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        defer { buffer.deallocate() }
        let filled = try ArchiveFiles.read(file, into: buffer, at: offset, path: path)
        return Array(buffer[..<filled])
    }

    private static func decompress(
        _ input: Descriptor, path: String, within limit: WorkLimit,
        each: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
    ) throws(ArchiveError) {
        guard let context = ZSTD_createDCtx() else { preconditionFailure("no memory for a zstd context") }
        defer { ZSTD_freeDCtx(context) }
        let source = UnsafeMutableRawBufferPointer.allocate(byteCount: ZSTD_DStreamInSize(), alignment: 16)
        defer { source.deallocate() }
        let output = UnsafeMutableRawBufferPointer.allocate(byteCount: ZSTD_DStreamOutSize(), alignment: 16)
        defer { output.deallocate() }
        var offset: Int64 = 0
        var total: Int64 = 0
        var unfinished = 0
        while true {
            let count = try ArchiveFiles.read(input, into: source, at: offset, path: path)
            if count == 0 { break }
            offset += Int64(count)
            var piece = ZSTD_inBuffer(src: source.baseAddress, size: count, pos: 0)
            var isFull = false
            while piece.pos < piece.size || isFull {
                var out = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
                unfinished = ZSTD_decompressStream(context, &out, &piece)
                guard ZSTD_isError(unfinished) == 0 else {
                    throw ArchiveError(
                        .corrupt, operation: "read the original", path: path,
                        cause: String(cString: ZSTD_getErrorName(unfinished)))
                }
                try each(UnsafeRawBufferPointer(rebasing: output[..<out.pos]))
                total += Int64(out.pos)
                // The size of the whole is not known; what comes on as slowly as no disk does is past its time all the same.
                try ArchiveFiles.check(limit, done: total, of: 0, operation: "read the original", path: path)
                isFull = out.pos == out.size
            }
        }
        guard unfinished == 0 else {
            throw ArchiveError(.corrupt, operation: "read the original", path: path, cause: "it ends too early")
        }
    }
}
