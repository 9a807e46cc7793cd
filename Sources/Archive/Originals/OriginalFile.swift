import ArticleQuery
import CZstd
import Hashing
import LinuxSystem
import NewsModel

/// An open file in the form in which originals are kept: compressed bytes, and behind them the facts of their first delivery.
///
/// It may be of another archive or handed over by somebody; nothing in it is believed that is not checked.
public struct OriginalFile: Sendable {
    private let file: Descriptor
    private let path: String

    /// The file behind a descriptor; nothing is read yet.
    ///
    /// - Parameter path: what it is called in errors.
    public init(_ file: Descriptor, path: String) {
        self.file = file
        self.path = path
    }

    /// The size of the file.
    ///
    /// - Throws: `ArchiveError`.
    public func size() throws(ArchiveError) -> Int64 { try ArchiveFiles.size(of: file, path: path) }

    /// Writes the bytes to a descriptor and gives their hash and number. Holds some megabytes whatever the size.
    ///
    /// - Parameters:
    ///   - most: how many bytes it may have; unpacking ends where there are more.
    ///   - limit: what ends the work before its end, and is told of it.
    /// - Throws: `ArchiveError`, of kind `.corrupt` where it is damaged or has more bytes.
    public func read(
        into descriptor: CInt, most: Int64 = .max, within limit: WorkLimit = WorkLimit()
    ) throws(ArchiveError) -> (sha256: SHA256Digest, size: Int64) {
        try unpack(operation: "read the original", most: most, within: limit) { bytes throws(ArchiveError) in
            try ArchiveFiles.write(bytes, to: descriptor, path: "the output")
        }
    }

    /// Gives the hash of the bytes.
    ///
    /// - Throws: `ArchiveError`, of kind `.corrupt` where it is damaged.
    func hash(within limit: WorkLimit) throws(ArchiveError) -> SHA256Digest {
        try unpack(operation: "verify the original", most: .max, within: limit) { _ throws(ArchiveError) in }.sha256
    }

    /// The facts of the first delivery of the bytes; nil where the file has none.
    ///
    /// - Throws: `ArchiveError`.
    public func facts() throws(ArchiveError) -> OriginalFacts? {
        let size = try size()
        let tail = try bytes(at: max(0, size - 4), count: 4)
        guard tail.count == 4 else { return nil }
        let length = Int64(OriginalFacts.number(littleEndian: tail[...]))
        guard length <= OriginalFacts.longest, size >= length + 12 else { return nil }
        let frame = try bytes(at: size - length - 12, count: Int(length) + 8)
        guard frame.count == Int(length) + 8,
            OriginalFacts.number(littleEndian: frame[..<4]) == OriginalFacts.magic,
            Int64(OriginalFacts.number(littleEndian: frame[4..<8])) == length + 4
        else { return nil }
        return OriginalFacts(json: Array(frame[8...]))
    }

    private func bytes(at offset: Int64, count: Int) throws(ArchiveError) -> [UInt8] {
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 1)
        defer { buffer.deallocate() }
        let filled = try ArchiveFiles.read(file, into: buffer, at: offset, path: path)
        return Array(buffer[..<filled])
    }

    private func unpack(
        operation: String, most: Int64, within limit: WorkLimit,
        each: (UnsafeRawBufferPointer) throws(ArchiveError) -> Void
    ) throws(ArchiveError) -> (sha256: SHA256Digest, size: Int64) {
        guard let context = ZSTD_createDCtx() else { preconditionFailure("no memory for a zstd context") }
        defer { ZSTD_freeDCtx(context) }
        let source = UnsafeMutableRawBufferPointer.allocate(byteCount: ZSTD_DStreamInSize(), alignment: 16)
        defer { source.deallocate() }
        let output = UnsafeMutableRawBufferPointer.allocate(byteCount: ZSTD_DStreamOutSize(), alignment: 16)
        defer { output.deallocate() }
        var hasher = SHA256Hasher()
        var offset: Int64 = 0
        var total: Int64 = 0
        var unfinished = 0
        while true {
            let count = try ArchiveFiles.read(file, into: source, at: offset, path: path)
            if count == 0 { break }
            offset += Int64(count)
            var piece = ZSTD_inBuffer(src: source.baseAddress, size: count, pos: 0)
            var isFull = false
            while piece.pos < piece.size || isFull {
                var out = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
                unfinished = ZSTD_decompressStream(context, &out, &piece)
                guard ZSTD_isError(unfinished) == 0 else {
                    throw ArchiveError(
                        .corrupt, operation: operation, path: path,
                        cause: String(cString: ZSTD_getErrorName(unfinished)))
                }
                let bytes = UnsafeRawBufferPointer(rebasing: output[..<out.pos])
                total += Int64(out.pos)
                guard total <= most else {
                    throw ArchiveError(
                        .corrupt, operation: operation, path: path,
                        cause: "it has more than the \(most) bytes of the original")
                }
                hasher.update(bytes)
                try each(bytes)
                // The size of the whole is not known; what comes on as slowly as no disk does is past its time all the same.
                try ArchiveFiles.check(limit, done: total, of: 0, operation: operation, path: path)
                isFull = out.pos == out.size
            }
        }
        guard unfinished == 0 else {
            throw ArchiveError(.corrupt, operation: operation, path: path, cause: "it ends too early")
        }
        return (hasher.finish(), total)
    }
}
