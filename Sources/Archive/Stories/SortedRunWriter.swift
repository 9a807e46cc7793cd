import ArticleQuery
import LinuxSystem

/// Writes a run of pairs to a file that appears complete or not at all.
struct SortedRunWriter {
    /// Bytes that are gathered before they are written.
    private static let bufferBytes = 1 << 20

    private let path: String
    private let unfinished: String
    private let file: Descriptor
    private var buffer: [UInt8] = []
    private var count: UInt64 = 0

    init(path: String) throws(ArchiveError) {
        self.path = path
        unfinished = path + ".unfinished"
        try ArchiveFiles.remove(unfinished)
        file = try ArchiveFiles.createFile(unfinished, operation: "write the analysis index")
        buffer = Array(repeating: 0, count: SortedRun.headBytes)
    }

    mutating func append(_ pair: UInt64) throws(ArchiveError) {
        withUnsafeBytes(of: pair.littleEndian) { buffer.append(contentsOf: $0) }
        count += 1
        if buffer.count >= Self.bufferBytes { try flush() }
    }

    private mutating func flush() throws(ArchiveError) {
        try ArchiveFiles.write(buffer, to: file, path: unfinished)
        buffer.removeAll(keepingCapacity: true)
    }

    /// Makes the run durable under its name.
    mutating func finish(lastVersion: Int64) throws(ArchiveError) {
        try flush()
        let version = UInt64(bitPattern: lastVersion)
        let head = [SortedRun.magic, version, count, SortedRun.checksum(version, count)].map(\.littleEndian)
        try ArchiveFiles.write(head.withUnsafeBytes { Array($0) }, to: file, at: 0, path: unfinished)
        try ArchiveFiles.sync(file, path: unfinished)
        try ArchiveFiles.rename(unfinished, to: path)
    }
}
