import NewsModel

extension ArchiveReader {
    /// Every saved search, by name.
    public func watches() throws(ArchiveError) -> [Watch] {
        try read("list saved searches") { session in
            try session.sql(
                """
                SELECT w.id, w.name, w.query, w.created, (SELECT count(*) FROM watch_hits h WHERE h.watch = w.id)
                FROM watches w ORDER BY w.name
                """
            ).all {
                Watch(
                    number: $0.integer(0), name: $0.text(1), query: $0.text(2), created: $0.integer(3),
                    hits: Int($0.integer(4)))
            }
        }
    }

    /// What a saved search has found, the latest first.
    public func hits(
        ofWatch name: String, limit: Int = 20, after cursor: PageCursor? = nil
    ) throws(ArchiveError) -> Page<ArticleSummary> {
        let size = max(0, min(limit, SearchRanking.largestPage))
        return try read("list hits of a saved search") { session in
            var found: [PageCursor] = []
            try session.sql(
                """
                SELECT h.found, h.article FROM watch_hits h JOIN watches w ON w.id = h.watch
                WHERE w.name = ? AND (h.found, h.article) < (?, ?) ORDER BY h.found DESC, h.article DESC LIMIT ?
                """
            ).each([
                .text(name), .integer(cursor?.order ?? .max), .integer(cursor?.id ?? .max), SQLValue(size + 1),
            ]) { row in
                found.append(PageCursor(order: row.integer(0), id: row.integer(1)))
                return true
            }
            let shown = found.prefix(size)
            return Page(
                items: try shown.compactMap { try session.summary($0.id) }, next: found.count > size ? shown.last : nil)
        }
    }

    /// The articles among some that a saved search finds and has not found before.
    public func newMatches(
        of watch: Watch, among articles: [Int64]
    ) throws(ArchiveError) -> [(number: Int64, id: ArticleID)] {
        guard let first = articles.min(), let last = articles.max() else { return [] }
        let wanted = Set(articles)
        return try read("match a saved search") { session in
            guard let match = try session.expression(watch.query, ArticleFilter(), isExact: false).matchExpression
            else {
                return []
            }
            return try session.sql(
                """
                SELECT a.id, a.article FROM article_index CROSS JOIN articles a ON a.id = article_index.rowid
                WHERE article_index MATCH ? AND article_index.rowid >= ? AND article_index.rowid <= ?
                    AND NOT EXISTS (SELECT 1 FROM watch_hits h WHERE h.watch = ? AND h.article = a.id)
                """
            ).all(.text(match), .integer(first), .integer(last), .integer(watch.number)) {
                (number: $0.integer(0), id: ArticleID($0.text(1)))
            }.compactMap { row in
                guard wanted.contains(row.number), let id = row.id else { return nil }
                return (row.number, id)
            }
        }
    }
}
