import ArticleQuery
import NewsModel

/// What people say of articles: `memory` holds what stands, by the articles' ids.
final class CorrectionTable: Store<[String: StandingCorrections]> {
    init(_ session: WriteSession) throws {
        var rows: [String: [Correction]] = [:]
        try session.sql("SELECT article, kind, field, value, made_by, made_at FROM corrections ORDER BY id").each([]) {
            row in
            if let correction = Correction(row: row) { rows[correction.article, default: []].append(correction) }
            return true
        }
        super.init(session, rows.mapValues { StandingCorrections($0) })
    }

    /// What stands of an article; nil for nothing.
    subscript(article: String) -> StandingCorrections? { memory[article] }

    /// Writes what stands of an article now, inside a transaction.
    func put(_ standing: StandingCorrections, _ article: String) throws {
        try sql("DELETE FROM corrections WHERE article = ?").run(.text(article))
        for each in standing.all {
            try sql("INSERT INTO corrections(article, kind, field, value, made_by, made_at) VALUES (?, ?, ?, ?, ?, ?)")
                .run(
                    .text(article), .text(each.kind.rawValue), .text(each.field ?? ""), SQLValue(each.value),
                    .text(each.by), .integer(each.at))
        }
        memory[article] = standing.all.isEmpty ? nil : standing
    }

    /// Removes everything that was said of an article, inside a transaction.
    func forget(_ article: String) throws {
        try sql("DELETE FROM corrections WHERE article = ?").run(.text(article))
        memory[article] = nil
        for (other, standing) in memory where standing.otherStories.contains(article) {
            var standing = standing
            _ = standing.apply(Correction(kind: .story, article: other, value: article, isUndone: true))
            try put(standing, other)
        }
    }
}
