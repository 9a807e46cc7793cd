import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// Articles, the newest first by the published time, else that of the delivery.
    /// - Parameters:
    ///   - filter: Which articles.
    ///   - query: What was typed, all of which the articles must have; nil for any article.
    ///   - isExact: True when words match only as they stand.
    ///   - limit: The size of the page, at most 1,000.
    ///   - cursor: Where the page begins; nil for the first.
    public func list(
        _ filter: ArticleFilter = ArticleFilter(), query: String? = nil, isExact: Bool = false, limit: Int = 20,
        after cursor: PageCursor? = nil
    ) throws(ArchiveError) -> Page<ArticleSummary> {
        let size = max(0, min(limit, SearchRanking.largestPage))
        return try read("list articles") { session in
            let selection = try session.selection(query, filter, isExact: isExact)
            return try session.list(selection, size: size, after: cursor)
        }
    }

    /// What a person should know of how a query is taken that is answered by a set of articles, and not by ranked hits.
    public func notes(_ query: String, _ filter: ArticleFilter, isExact: Bool, for use: QueryUse) throws(ArchiveError)
        -> [QueryNote]
    {
        try read("read a query") { session in
            let purpose: ArticleSelection.Purpose =
                switch use {
                case .list: .set
                case .alert: .alert
                case .quotations: .text
                }
            return try session.selection(query, filter, isExact: isExact, for: purpose).notes
        }
    }

    /// How many articles a filter takes. Counts rows, so that it takes long on a large archive; the total is in
    /// `counters`.
    public func count(_ filter: ArticleFilter) throws(ArchiveError) -> Int {
        try read("count articles") { session in
            let (condition, values) = try session.condition(filter)
            var count = 0
            try session.sql("SELECT count(*) FROM articles a WHERE \(condition)").each(values) { row in
                count = Int(row.integer(0))
                return false
            }
            return count
        }
    }
}

extension ReadSession {
    /// A page of a selection's articles, the newest first.
    func list(_ selection: ArticleSelection, size: Int, after cursor: PageCursor?) throws -> Page<ArticleSummary> {
        guard selection.isPossible else { return Page(items: [], next: nil) }
        var (condition, values) = (selection.condition, selection.values)
        if let match = selection.match {
            condition += " AND a.id IN (SELECT rowid FROM article_index WHERE article_index MATCH ?)"
            values.append(.text(match))
        }
        if let cursor {
            condition += " AND (a.sorted, a.id) < (?, ?)"
            values += [.integer(cursor.order), .integer(cursor.id)]
        }
        var ids: [PageCursor] = []
        try sql("SELECT a.sorted, a.id FROM articles a WHERE \(condition) ORDER BY a.sorted DESC, a.id DESC LIMIT ?")
            .each(values + [SQLValue(size + 1)]) { row in
                ids.append(PageCursor(order: row.integer(0), id: row.integer(1)))
                return true
            }
        let shown = ids.prefix(size)
        return Page(
            items: try shown.compactMap { try summary($0.id) }, next: ids.count > size ? shown.last : nil)
    }

    /// The current version of an article in a few words; nil where there is no such row.
    func summary(_ id: Int64) throws -> ArticleSummary? {
        try sql(
            """
            SELECT a.article, v.number, v.headline, o.name, v.published, v.language, c.name, v.url, d.path, d.id,
                a.sorted, v.id, a.withdrawn, v.embargo
            FROM articles a
            JOIN versions v ON v.id = a.current
            JOIN deliveries d ON d.id = v.delivery
            JOIN collections c ON c.id = a.collection
            LEFT JOIN outlets o ON o.id = a.outlet
            WHERE a.id = ?
            """
        ).first(.integer(id)) { row -> ArticleSummary? in
            guard let id = ArticleID(row.text(0)) else { return nil }
            let standing = try corrections(of: row.text(0))
            var article = Article(format: "", body: "", paragraphs: [])
            article.headline = row.optionalText(2)
            article.outlet = row.optionalText(3)
            article.authors = try authors(version: row.integer(11))
            article.published = row.optionalText(4).flatMap { NewsTime($0) }
            article.language = row.optionalText(5)
            article.url = row.optionalText(7)
            article = standing.applied(to: article)
            return ArticleSummary(
                id: id, version: Int(row.integer(1)), headline: article.headline, outlet: article.outlet,
                authors: article.authors, published: article.published, language: article.language,
                collection: row.text(6), url: article.url, file: FileName(bytes: row.bytes(8)).display,
                delivery: row.integer(9), isWithdrawn: row.integer(12) != 0,
                embargo: row.optionalText(13).flatMap { NewsTime($0) },
                sortTime: row.integer(10))
        } ?? nil
    }

    func authors(version: Int64) throws -> [String] {
        try sql(
            """
            SELECT n.name FROM version_authors w JOIN authors n ON n.id = w.author WHERE w.version = ?
            ORDER BY w.position
            """
        ).all(.integer(version)) { $0.text(0) }
    }
}
