import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// Every saved search, by name.
    public func alerts() throws(ArchiveError) -> [Alert] {
        try read("list saved searches") { session in
            try session.sql(
                """
                SELECT w.id, w.name, w.query, w.created, (SELECT count(*) FROM watch_hits h WHERE h.watch = w.id)
                FROM watches w ORDER BY w.name
                """
            ).all {
                Alert(
                    number: $0.integer(0), name: $0.text(1), query: $0.text(2), created: $0.integer(3),
                    hits: Int($0.integer(4)))
            }
        }
    }

    /// What a saved search has found, the latest first.
    public func hits(
        ofAlert name: String, limit: Int = 20, after cursor: PageCursor? = nil
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
        of alert: Alert, among articles: [Int64]
    ) throws(ArchiveError) -> [(number: Int64, id: ArticleID)] {
        guard let first = articles.min(), let last = articles.max() else { return [] }
        let wanted = Set(articles)
        return try read("match a saved search") { session in
            let selection = try session.selection(alert.query, ArticleFilter(), for: .alert)
            guard selection.isPossible else { return [] }
            let source =
                selection.match == nil
                ? "articles a WHERE 1"
                : "article_index CROSS JOIN articles a ON a.id = article_index.rowid WHERE article_index MATCH ?"
            let row = selection.match == nil ? "a.id" : "article_index.rowid"
            var found: [(number: Int64, id: ArticleID)] = []
            try session.sql(
                """
                SELECT a.id, a.article FROM \(source) AND \(row) >= ? AND \(row) <= ?
                    AND NOT EXISTS (SELECT 1 FROM watch_hits h WHERE h.watch = ? AND h.article = a.id)
                    AND \(selection.condition)
                """
            ).each(
                (selection.match.map { [SQLValue.text($0)] } ?? [])
                    + [.integer(first), .integer(last), .integer(alert.number)] + selection.values
            ) { row in
                if wanted.contains(row.integer(0)), let id = ArticleID(row.text(1)) {
                    found.append((row.integer(0), id))
                }
                return true
            }
            return found
        }
    }
}
