import ArticleQuery
import NewsModel

extension ReadSession {
    /// What stands of an article's corrections, tags and notes.
    func corrections(of article: String) throws -> StandingCorrections {
        StandingCorrections(
            try sql(
                "SELECT article, kind, field, value, made_by, made_at FROM corrections WHERE article = ? ORDER BY id"
            ).all(.text(article)) { Correction(row: $0) }.compactMap { $0 })
    }
}
