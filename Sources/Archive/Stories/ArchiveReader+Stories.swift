import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// Stories of two or more articles, those with the latest article first.
    ///
    /// - Parameters:
    ///   - includesUncertain: true for those too of which it is not sure that all articles tell of one event; false by default.
    ///   - since: The earliest time of the latest article, in milliseconds since 1970; nil takes any.
    ///   - limit: The size of the page, at most 1,000.
    ///   - cursor: Where the page begins; nil for the first.
    public func stories(
        includesUncertain: Bool = false, since: Int64? = nil, limit: Int = 20, after cursor: PageCursor? = nil
    ) throws(ArchiveError) -> Page<StoryRecord> {
        let size = max(0, min(limit, SearchRanking.largestPage))
        return try read("list stories") { session in
            let rows = try session.stories(
                "s.articles > 1 AND coalesce(s.confidence, 0) >= ? AND s.last_seen >= ? AND (s.last_seen, s.id) < (?, ?) ORDER BY s.last_seen DESC, s.id DESC LIMIT ?",
                [
                    .integer(includesUncertain ? 0 : NameColumns.thousandths(StoryRecord.leastConfidence)),
                    .integer(since ?? .min), .integer(cursor?.order ?? .max), .integer(cursor?.id ?? .max),
                    SQLValue(size + 1),
                ])
            let shown = rows.prefix(size)
            return Page(
                items: shown.map(\.record),
                next: rows.count > size ? shown.last.map { PageCursor(order: $0.record.lastSeen, id: $0.number) } : nil)
        }
    }

    /// Stories whose id begins with a text, or that an article whose id begins with it belongs to; at most ten.
    public func stories(named typed: String) throws(ArchiveError) -> [StoryRecord] {
        let prefix = typed.lowercased()
        guard !prefix.isEmpty, prefix.utf8.allSatisfy(ArticleID.alphabet.contains) else { return [] }
        return try read("read a story") { session in
            let bounds: [SQLValue] = [.text(prefix), .text(prefix + "{")]
            let named = try session.stories(
                "s.id IN (SELECT id FROM articles WHERE article >= ? AND article < ?) LIMIT 10", bounds)
            if !named.isEmpty { return named.map(\.record) }
            return try session.stories(
                """
                s.id IN (SELECT m.story FROM articles a JOIN story_articles m ON m.article = a.id
                    WHERE a.article >= ? AND a.article < ?) LIMIT 10
                """, bounds
            ).map(\.record)
        }
    }

    /// The articles of a story, at most 10,000: those with a date, the earliest first, and behind them those without one, as they came.
    public func articles(ofStory story: ArticleID) throws(ArchiveError) -> [ArticleSummary] {
        try read("read a story") { session in
            guard let number = try session.number(of: story) else { return [] }
            let ids = try session.sql(
                """
                SELECT a.id FROM story_articles m JOIN articles a ON a.id = m.article
                    JOIN versions v ON v.id = a.current WHERE m.story = ?
                ORDER BY v.published IS NULL, a.sorted, a.id LIMIT 10000
                """
            ).all(.integer(number)) { $0.integer(0) }
            return try ids.compactMap { try session.summary($0) }
        }
    }
}

extension ReadSession {
    fileprivate func stories(
        _ condition: String, _ values: [SQLValue]
    ) throws -> [(number: Int64, record: StoryRecord)] {
        var rows: [(Int64, String, Int64, Int64, Int64, Int64, Int64, Int64?)] = []
        try sql(
            """
            SELECT s.id, f.article, coalesce(s.lead, s.id), s.articles, s.outlets, s.first_seen, s.last_seen, s.confidence
            FROM stories s JOIN articles f ON f.id = s.id WHERE \(condition)
            """
        ).each(values) { row in
            rows.append(
                (
                    row.integer(0), row.text(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5),
                    row.integer(6), row.optionalInteger(7)
                ))
            return true
        }
        return try rows.compactMap { row in
            let first = try sql(
                """
                SELECT a.id FROM story_articles m JOIN articles a ON a.id = m.article
                    JOIN versions v ON v.id = a.current WHERE m.story = ?
                ORDER BY v.published IS NULL, a.sorted, a.id LIMIT 1
                """
            ).first(.integer(row.0)) { $0.integer(0) }
            guard let id = ArticleID(row.1), let lead = try summary(row.2), let earliest = try summary(first ?? row.0)
            else { return nil }
            return (
                row.0,
                StoryRecord(
                    id: id, earliest: EarliestArticle(earliest), lead: lead,
                    confidence: row.7.map { Double($0) / 1000 }, articles: Int(row.3), outlets: Int(row.4),
                    firstSeen: row.5, lastSeen: row.6)
            )
        }
    }
}
