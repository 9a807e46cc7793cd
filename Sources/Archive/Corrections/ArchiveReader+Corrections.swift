import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// Every correction, tag and note that stands, in the order in which they were made; of one article, or of all.
    public func corrections(of article: ArticleID? = nil) throws(ArchiveError) -> [Correction] {
        try read("list corrections") { session in
            try session.sql(
                """
                SELECT article, kind, field, value, made_by, made_at FROM corrections
                WHERE ?1 IS NULL OR article = ?1 ORDER BY made_at, id
                """
            ).all(SQLValue(article?.description)) { Correction(row: $0) }.compactMap { $0 }
        }
    }
}
