import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// How far a part of the analysis is: the last version that it looked at; 0 for none.
    public func lastVersion(of part: AnalysisPart) throws(ArchiveError) -> Int64 {
        try read("read how far the analysis is") { session in
            try session.sql("SELECT value FROM settings WHERE name = ?").first(.text(part.rawValue)) {
                Int64($0.text(0)) ?? 0
            } ?? 0
        }
    }

    /// The number of the latest version; 0 for an empty archive.
    public func latestVersion() throws(ArchiveError) -> Int64 {
        try read("read the latest version") { session in
            try session.sql("SELECT max(id) FROM versions").first { $0.integer(0) } ?? 0
        }
    }

    /// The articles whose current version is among some, by their numbers, and the last of these versions.
    public func articles(
        withVersionAfter version: Int64, limit: Int
    ) throws(ArchiveError) -> (articles: [Int64], last: Int64) {
        try read("read articles for saved searches") { session in
            let rows = try session.sql(
                """
                SELECT v.id, CASE WHEN a.current = v.id THEN a.id END
                FROM versions v JOIN articles a ON a.id = v.article WHERE v.id > ? ORDER BY v.id LIMIT ?
                """
            ).all(.integer(version), SQLValue(limit)) { (version: $0.integer(0), article: $0.optionalInteger(1)) }
            return (rows.compactMap(\.article), rows.last?.version ?? version)
        }
    }

    /// Characters of a text that are analysed, from its beginning: as many as a book has. What comes behind them costs memory
    /// and finds nothing.
    static let analysedCharacters = 2 << 20
    /// Bytes of text at which `analysable` gives no more at once: some 1,500 ordinary articles, or one very long one.
    static let bytesAtOnce = 8 << 20

    /// Articles with a current version after a given one, in the order of the versions, and the last version that was
    /// looked at, which may be none of theirs. Fewer than `limit` where texts are long.
    public func analysable(
        after version: Int64, upTo last: Int64 = .max, limit: Int
    ) throws(ArchiveError) -> (articles: [AnalysableArticle], last: Int64) {
        try read("read articles for the analysis") { session in
            // The upper end first, so that versions that are no longer current are passed over at once.
            let ids = try session.sql("SELECT id FROM versions WHERE id > ? AND id <= ? ORDER BY id LIMIT ?")
                .all(.integer(version), .integer(last), SQLValue(limit)) { $0.integer(0) }
            guard var end = ids.last else { return ([], version) }
            var articles: [AnalysableArticle] = []
            var bytes = 0
            try session.sql(
                Self.analysable + " WHERE v.id > ? AND v.id <= ? AND a.current = v.id ORDER BY v.id"
            ).each([.integer(version), .integer(end)]) { row in
                guard let article = try session.analysable(row) else { return true }
                articles.append(article)
                bytes += article.body.utf8.count
                guard bytes < Self.bytesAtOnce else {
                    end = article.version
                    return false
                }
                return true
            }
            return (articles, end)
        }
    }

    /// An article by its number; nil where there is none.
    public func analysable(article number: Int64) throws(ArchiveError) -> AnalysableArticle? {
        try read("read an article for the analysis") { session in
            try session.sql(Self.analysable + " WHERE a.id = ? AND v.id = a.current").first(.integer(number)) {
                try session.analysable($0)
            } ?? nil
        }
    }

    /// The words of an article's current text; nil where there is none.
    public func wordCount(ofArticle number: Int64) throws(ArchiveError) -> Int? {
        try read("read the length of an article") { session in
            try session.sql("SELECT v.word_count FROM articles a JOIN versions v ON v.id = a.current WHERE a.id = ?")
                .first(.integer(number)) { Int($0.integer(0)) }
        }
    }

    private static let analysable = """
        SELECT a.id, v.id, a.article, v.headline, substr(b.body, 1, \(analysedCharacters)), a.sorted, a.outlet, v.word_count, m.story, v.number,
            v.published IS NOT NULL OR v.modified IS NOT NULL
        FROM versions v CROSS JOIN articles a ON a.id = v.article CROSS JOIN bodies b ON b.version = v.id
            LEFT JOIN story_articles m ON m.article = a.id
        """
}

extension ReadSession {
    fileprivate func analysable(_ row: PreparedStatement) throws -> AnalysableArticle? {
        guard let id = ArticleID(row.text(2)) else { return nil }
        var article = AnalysableArticle(
            number: row.integer(0), version: row.integer(1), id: id, headline: row.optionalText(3), body: row.text(4),
            time: row.integer(5), outlet: row.optionalInteger(6), wordCount: Int(row.integer(7)), excerpts: [],
            boilerplate: [], story: row.optionalInteger(8), isRevision: row.integer(9) > 1,
            isDated: row.integer(10) != 0)
        let passages = try sql(
            "SELECT kind, start, \"end\" FROM annotations WHERE version = ? AND extractor = 'passages' ORDER BY start"
        ).all(.integer(article.version)) { ($0.text(0), $0.range(1)) }
        for case (let kind, let range?) in passages {
            if kind == "excerpt" { article.excerpts.append(range) }
            if kind == "boilerplate" { article.boilerplate.append(range) }
        }
        return article
    }
}

/// The parts of the analysis that go through the archive at their own pace.
public enum AnalysisPart: String, Sendable {
    /// Relations and stories.
    case relations = "analysed_version"
    /// Saved searches.
    case alerts = "watched_version"
}
