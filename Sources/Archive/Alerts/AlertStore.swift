/// Saved searches and what they have found.
final class AlertStore: Store<Void> {
    private let settings: SettingTable
    private let articles: ArticleStore

    init(_ session: WriteSession, _ settings: SettingTable, _ articles: ArticleStore) {
        self.settings = settings
        self.articles = articles
        super.init(session, ())
    }

    /// The setting with the last version whose article was matched.
    private static let lastSetting = "watched_version"

    /// Saves a search, inside a transaction; one of its name is replaced and keeps its hits.
    func add(name: String, query: String, created: Int64) throws {
        try sql(
            """
            INSERT INTO watches(name, query, created) VALUES (?, ?, ?)
            ON CONFLICT (name) DO UPDATE SET query = excluded.query
            """
        ).run(.text(name), .text(query), .integer(created))
    }

    /// Removes a saved search with its hits, inside a transaction; false where there is none of that name.
    func remove(name: String) throws -> Bool {
        guard let number = try sql("SELECT id FROM watches WHERE name = ?").first(.text(name), make: { $0.integer(0) })
        else { return false }
        try sql("DELETE FROM watch_hits WHERE watch = ?").run(.integer(number))
        try sql("DELETE FROM watches WHERE id = ?").run(.integer(number))
        return true
    }

    /// Files hits, inside a transaction.
    func file(_ findings: AnalysisFindings) throws {
        for hit in findings.alertHits where try articles.holds(hit.article) {
            // The alert may have been removed meanwhile.
            try sql(
                """
                INSERT OR IGNORE INTO watch_hits(watch, article, found)
                SELECT id, ?, ? FROM watches WHERE id = ?
                """
            ).run(.integer(hit.article), .integer(findings.found), .integer(hit.alert))
        }
        if let last = findings.lastAlerted { try settings.set(Self.lastSetting, to: String(last)) }
    }

    /// Forgets the hits of an article which is about to be removed.
    func forget(_ article: Int64) throws {
        try sql("DELETE FROM watch_hits WHERE article = ?").run(.integer(article))
    }
}
