import NewsModel

/// A version of an article in the order in which versions are stored, for those who follow the archive.
public struct FollowedVersion: Sendable, Hashable {
    /// Where to go on behind it.
    public var cursor: FollowCursor
    /// The article, in the words of this version.
    public var article: ArticleSummary
    /// When its delivery came in, milliseconds since 1970 UTC.
    public var received: Int64
}

/// A place in the order in which versions are stored; short text that callers keep and pass back as it is.
public struct FollowCursor: Sendable, Hashable, Comparable, LosslessStringConvertible {
    let row: Int64

    init(row: Int64) { self.row = row }

    /// Before everything.
    public static let start = FollowCursor(row: 0)

    /// A cursor from its text; nil when it is none.
    public init?(_ description: String) {
        guard description.utf8.first == UInt8(ascii: "c"), let row = Int64(description.dropFirst()), row >= 0 else {
            return nil
        }
        self.init(row: row)
    }

    /// The cursor as text, such as `c4711`.
    public var description: String { "c\(row)" }

    /// Whether one place comes before another.
    public static func < (left: Self, right: Self) -> Bool { left.row < right.row }
}

extension ArchiveReader {
    /// The place behind everything that is stored.
    public func lastCursor() throws(ArchiveError) -> FollowCursor {
        try read("look for what is new") { session in
            FollowCursor(row: try session.sql("SELECT max(id) FROM versions").first { $0.integer(0) } ?? 0)
        }
    }

    /// The versions that were stored behind a place, in the order in which they were stored.
    /// - Parameter limit: At most so many.
    public func versions(after cursor: FollowCursor, limit: Int) throws(ArchiveError) -> [FollowedVersion] {
        try read("look for what is new") { session in
            try session.sql(
                """
                SELECT a.article, v.number, v.headline, o.name, v.published, v.language, c.name, v.url, d.path, d.id,
                    a.sorted, v.id, d.received, a.withdrawn, v.embargo
                FROM versions v
                JOIN articles a ON a.id = v.article
                JOIN deliveries d ON d.id = v.delivery
                JOIN collections c ON c.id = a.collection
                LEFT JOIN outlets o ON o.id = v.outlet
                WHERE v.id > ? ORDER BY v.id LIMIT ?
                """
            ).all(.integer(cursor.row), SQLValue(limit)) { row -> FollowedVersion? in
                guard let article = ArticleID(row.text(0)) else { return nil }
                return FollowedVersion(
                    cursor: FollowCursor(row: row.integer(11)),
                    article: ArticleSummary(
                        id: article, version: Int(row.integer(1)), headline: row.optionalText(2),
                        outlet: row.optionalText(3), authors: try session.authors(version: row.integer(11)),
                        published: row.optionalText(4).flatMap { NewsTime($0) }, language: row.optionalText(5),
                        collection: row.text(6), url: row.optionalText(7),
                        file: FileName(bytes: row.bytes(8)).display, delivery: row.integer(9),
                        isWithdrawn: row.integer(13) != 0, embargo: row.optionalText(14).flatMap { NewsTime($0) },
                        sortTime: row.integer(10)),
                    received: row.integer(12))
            }.compactMap { $0 }
        }
    }
}
