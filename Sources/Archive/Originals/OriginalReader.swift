import ArticleQuery
import LinuxSystem
import NewsModel

/// Reading of kept originals, by the daemon and by commands alike.
public struct OriginalReader: Sendable {
    private let state: StateFolder

    /// A reader of the originals of a state folder; nothing is opened.
    public init(state: StateFolder) { self.state = state }

    /// Opens the file of an original.
    ///
    /// - Throws: `ArchiveError`: `.missing` where it is not kept.
    public func open(_ sha256: SHA256Digest) throws(ArchiveError) -> Descriptor {
        try ArchiveFiles.openForReading(path(of: sha256), operation: "read the original")
    }

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
        let found = try file(of: sha256).read(into: descriptor, within: limit)
        try demand(sha256, found.sha256, operation: "read the original")
        return found.size
    }

    /// Checks that an original is whole: its bytes have its hash.
    ///
    /// - Throws: `ArchiveError`: `.missing` where it is not kept, `.corrupt` where it is damaged.
    public func verify(_ sha256: SHA256Digest, within limit: WorkLimit = WorkLimit()) throws(ArchiveError) {
        try demand(sha256, try file(of: sha256).hash(within: limit), operation: "verify the original")
    }

    /// The size of an original's file.
    ///
    /// - Throws: `ArchiveError`: `.missing` where it is not kept.
    public func keptBytes(of sha256: SHA256Digest) throws(ArchiveError) -> Int64 { try file(of: sha256).size() }

    /// The facts of the first delivery of these bytes, kept in the original; nil where the file has none.
    ///
    /// - Throws: `ArchiveError`: `.missing` where it is not kept.
    public func facts(of sha256: SHA256Digest) throws(ArchiveError) -> OriginalFacts? { try file(of: sha256).facts() }

    private func path(of sha256: SHA256Digest) -> String { state.path + "/" + OriginalStore.relativePath(of: sha256) }

    private func file(of sha256: SHA256Digest) throws(ArchiveError) -> OriginalFile {
        OriginalFile(try open(sha256), path: path(of: sha256))
    }

    private func demand(_ sha256: SHA256Digest, _ found: SHA256Digest, operation: String) throws(ArchiveError) {
        guard found == sha256 else {
            throw ArchiveError(
                .corrupt, operation: operation, path: path(of: sha256), cause: "its bytes have the SHA-256 \(found)")
        }
    }
}
