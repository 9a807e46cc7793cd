import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// What repeats an article, and what it repeats: copies, updates and excerpts, with the earliest here.
    public func textReuse(of article: ArticleID) throws(ArchiveError) -> TextReuse? {
        try read("read relations") { session in
            guard let number = try session.number(of: article), let summary = try session.summary(number) else {
                return nil
            }
            var related = try session.related(number, column: "article", other: "source")
            related += try session.related(number, column: "source", other: "article")
            related.sort {
                ($0.article.sortTime, $0.article.id.description) < ($1.article.sortTime, $1.article.id.description)
            }
            let story =
                try session.sql(
                    "SELECT f.article FROM story_articles m JOIN articles f ON f.id = m.story WHERE m.article = ?"
                ).first(.integer(number)) { ArticleID($0.text(0)) } ?? nil
            return TextReuse(article: summary, related: related, story: story)
        }
    }
}

extension ReadSession {
    /// The number of an article, or nil.
    func number(of article: ArticleID) throws -> Int64? {
        try sql("SELECT id FROM articles WHERE article = ?").first(.text(article.description)) { $0.integer(0) }
    }

    fileprivate func related(_ number: Int64, column: String, other: String) throws -> [RelatedArticle] {
        let isSource = other == "source"
        let rows = try sql(
            """
            SELECT \(other), kind, share, source_share, confidence, start, "end", source_start, source_end
            FROM relations WHERE \(column) = ? LIMIT 1000
            """
        ).all(.integer(number)) { row in
            (
                row.integer(0), row.text(1), row.double(2), row.double(3), row.double(4),
                CodePointRange(start: Int(row.integer(5)), end: Int(row.integer(6))),
                CodePointRange(start: Int(row.integer(7)), end: Int(row.integer(8)))
            )
        }
        return try rows.compactMap { row in
            guard let article = try summary(row.0) else { return nil }
            return RelatedArticle(
                article: article, kind: row.1, isSource: isSource, share: row.2, sourceShare: row.3, confidence: row.4,
                range: isSource ? row.5 : row.6, otherRange: isSource ? row.6 : row.5)
        }
    }
}
