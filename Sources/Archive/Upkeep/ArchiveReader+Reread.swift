import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// Deliveries to be read again, in the order of their numbers, after one; only those whose original is kept.
    public func rereadSources(
        _ selection: RereadSelection, after last: Int64, limit: Int
    ) throws(ArchiveError) -> [RereadSource] {
        let condition: String
        let value: SQLValue
        switch selection {
        case .older(let version): (condition, value) = ("d.reader_version < ?3", SQLValue(version))
        case .format(let format):
            (condition, value) = (
                "EXISTS (SELECT 1 FROM versions v WHERE v.delivery = d.id AND v.format = ?3)", .text(format)
            )
        case .article(let article):
            (condition, value) = (
                "d.id IN (SELECT v.delivery FROM versions v JOIN articles a ON a.id = v.article WHERE a.article = ?3)",
                .text(article.description)
            )
        case .all: (condition, value) = ("?3 IS NULL", .null)
        }
        return try read("list what is to be read again") { session in
            try session.sql(
                """
                SELECT d.id, o.sha256, d.path FROM deliveries d JOIN originals o ON o.id = d.original
                WHERE d.id > ?1 AND d.new_articles > 0 AND o.kept_bytes IS NOT NULL AND \(condition) ORDER BY d.id LIMIT ?2
                """
            ).all(.integer(last), SQLValue(limit), value) { row in
                SHA256Digest(bytes: row.bytes(1)).map {
                    RereadSource(delivery: row.integer(0), sha256: $0, path: FileName(bytes: row.bytes(2)))
                }
            }.compactMap { $0 }
        }
    }
}
