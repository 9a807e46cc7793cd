import ArticleQuery
import NewsModel

extension Correction {
    /// From the columns article, kind, field, value, made_by and made_at.
    init?(row: PreparedStatement) {
        guard let kind = Kind(rawValue: row.text(1)) else { return nil }
        let field = row.text(2)
        self.init(
            kind: kind, article: row.text(0), field: field.isEmpty ? nil : field, value: row.optionalText(3),
            by: row.text(4), at: row.integer(5))
    }
}
