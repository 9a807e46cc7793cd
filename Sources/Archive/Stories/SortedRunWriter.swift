import ArticleQuery
import Glibc

/// Writes a run of pairs to a file that appears complete or not at all.
struct SortedRunWriter {
    /// Bytes that are gathered before they are written.
    private static let bufferBytes = 1 << 20

    private let path: String
    private let unfinished: String
    private let descriptor: CInt
    private var buffer: [UInt8] = []
    private var count: UInt64 = 0

    init(path: String) throws(ArchiveError) {
        self.path = path
        unfinished = path + ".unfinished"
        try SystemCalls.remove(unfinished)
        descriptor = try SystemCalls.createFile(unfinished, operation: "write the analysis index")
        buffer = Array(repeating: 0, count: SortedRun.headBytes)
    }

    mutating func append(_ pair: UInt64) throws(ArchiveError) {
        withUnsafeBytes(of: pair.littleEndian) { buffer.append(contentsOf: $0) }
        count += 1
        if buffer.count >= Self.bufferBytes { try flush() }
    }

    private mutating func flush() throws(ArchiveError) {
        var done = 0
        while done < buffer.count {
            let written = buffer.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), $0.count - done)
            }
            if written < 0 {
                let code = errno
                if code == EINTR { continue }
                throw SystemCalls.failure("write the analysis index", unfinished, code)
            }
            done += written
        }
        buffer.removeAll(keepingCapacity: true)
    }

    /// Makes the run durable under its name.
    mutating func finish(lastVersion: Int64) throws(ArchiveError) {
        try flush()
        let version = UInt64(bitPattern: lastVersion)
        let head = [SortedRun.magic, version, count, SortedRun.checksum(version, count)].map(\.littleEndian)
        let written = head.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        guard written == SortedRun.headBytes, fdatasync(descriptor) == 0 else {
            throw SystemCalls.failure("write the analysis index", unfinished, errno)
        }
        try SystemCalls.rename(unfinished, to: path)
    }

    /// Gives the file up where it was not finished.
    func close() { SystemCalls.close(descriptor) }
}
