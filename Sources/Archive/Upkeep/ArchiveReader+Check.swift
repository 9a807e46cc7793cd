import ArticleQuery
import Glibc
import LinuxSystem
import NewsModel

/// A kept original that is not as it should be.
public struct DamagedOriginal: Sendable, CustomStringConvertible {
    /// Its hash.
    public var sha256: SHA256Digest
    /// What is wrong with it.
    public var error: ArchiveError
    /// The first delivery of its bytes and the name of its file; nil where none is known any more.
    public var delivery: (id: Int64, path: FileName)?

    /// The damage in one line: the original's path, what is wrong, and which file dropped again would mend it.
    public var description: String {
        let file = delivery.map { " (delivery \($0.id), \($0.path.display))" } ?? ""
        return "\(error.path): \(error.cause)\(file)"
    }
}

extension ArchiveReader {
    /// Originals that one transaction lists, so that the log is not held while their bytes are read.
    private static let originalsAtATime = 500

    /// What SQLite finds wrong with the database's pages and rows (`PRAGMA quick_check`); empty when nothing is, and at most
    /// 20 findings.
    ///
    /// Reads the whole file, some seconds for each gigabyte, in one transaction: the log grows meanwhile where a desk runs.
    public func quickCheck() throws(ArchiveError) -> [String] {
        try read("check the database") { session in
            try session.sql("PRAGMA quick_check(20)").all { $0.text(0) }.filter { $0 != "ok" }
        }
    }

    /// Articles that the full-text index has no entry for, and entries without an article; both 0 in a whole index.
    public func indexGaps() throws(ArchiveError) -> (missing: Int, stray: Int) {
        try read("compare the full-text index with the articles") { session in
            func count(_ sql: String) throws -> Int { try session.sql(sql).first { Int($0.integer(0)) } ?? 0 }
            return (
                try count(
                    """
                    SELECT count(*) FROM articles a
                    WHERE NOT EXISTS (SELECT 1 FROM article_index_docsize d WHERE d.id = a.id)
                    """),
                try count(
                    """
                    SELECT count(*) FROM article_index_docsize d
                    WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.id = d.id)
                    """)
            )
        }
    }

    private func isKept(_ sha256: SHA256Digest) throws(ArchiveError) -> Bool {
        try read("look an original up") { try $0.known(sha256)?.isKept ?? false }
    }

    /// Reads every kept original and compares its bytes with its hash.
    ///
    /// - Parameters:
    ///   - cancellation: Ends it at its next look.
    ///   - progress: Called after each with how many were read.
    ///   - damaged: Called for each that is missing or damaged.
    /// - Returns: How many were read.
    /// - Throws: `ArchiveError`, of kind `.interrupted` when it was cancelled.
    public func checkOriginals(
        cancellation: Cancellation? = nil, progress: (Int) -> Void, damaged: (DamagedOriginal) -> Void
    ) throws(ArchiveError) -> Int {
        let sink = try ArchiveFiles.open("/dev/null", O_WRONLY, operation: "check the originals")
        var last: Int64 = 0
        var checked = 0
        while true {
            let rows = try read("list the originals") { session in
                try session.sql(
                    "SELECT id, sha256 FROM originals WHERE id > ? AND kept_bytes IS NOT NULL ORDER BY id LIMIT ?"
                ).all(.integer(last), SQLValue(Self.originalsAtATime)) { ($0.integer(0), $0.bytes(1)) }
            }
            guard let end = rows.last else { return checked }
            for (_, bytes) in rows {
                guard let sha256 = SHA256Digest(bytes: bytes) else { continue }
                do throws(ArchiveError) {
                    _ = try originals.read(
                        sha256, into: sink.number, within: WorkLimit(cancellation: cancellation))
                } catch {
                    if cancellation?.isCancelled == true { throw error }
                    // Pruned or erased meanwhile.
                    guard try isKept(sha256) else { continue }
                    let first = try read("look a delivery up") { try $0.firstDelivery(sha256) }
                    damaged(DamagedOriginal(sha256: sha256, error: error, delivery: first.map { ($0.id, $0.path) }))
                }
                checked += 1
                progress(checked)
            }
            last = end.0
        }
    }
}
