import ArticleQuery
import NewsModel

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
                        outlet: try session.outletNames.shown(row.optionalText(3), url: row.optionalText(7)),
                        authors: try session.authors(version: row.integer(11)),
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
