import NewsModel

/// Brings articles to the names that people gave to their outlets: what lists and stories count, and the full-text index.
final class OutletStore: Store<Void> {
    private let articles: ArticleStore
    private let stories: StoryStore

    init(_ session: WriteSession, _ articles: ArticleStore, _ stories: StoryStore) {
        self.articles = articles
        self.stories = stories
        super.init(session, ())
    }

    /// Articles that one transaction looks at, and those that it changes: a tenth of a second each.
    private static let lookedAtATime = 20_000
    private static let changedAtATime = 300

    private struct Row {
        let article: Int64
        let id: String
        let shown: String?
        let own: String?
        let url: String?
    }

    /// Ends what a crash has cut off, and what was said while another program had the archive.
    func bringUpToDate() throws {
        let isPending = try sql("SELECT 1 FROM settings WHERE name = ?").first(.text(OutletNameTable.pendingSetting)) {
            _ in true
        }
        guard isPending == true else { return }
        var next: Int64? = 0
        while let place = next { next = try refresh(after: place) }
    }

    /// Gives the articles behind a place the outlets that they have by now, in one transaction.
    ///
    /// - Returns: The place to go on from; nil at the end.
    func refresh(after place: Int64) throws -> Int64? {
        let rows = try sql(
            """
            SELECT a.id, a.article, s.name, o.name, v.url FROM articles a JOIN versions v ON v.id = a.current
                LEFT JOIN outlets s ON s.id = a.outlet LEFT JOIN outlets o ON o.id = v.outlet
            WHERE a.id > ? ORDER BY a.id LIMIT \(Self.lookedAtATime)
            """
        ).all(.integer(place)) {
            Row(
                article: $0.integer(0), id: $0.text(1), shown: $0.optionalText(2), own: $0.optionalText(3),
                url: $0.optionalText(4))
        }
        return try session.transaction {
            var changed = 0
            for row in rows {
                if try refresh(row) { changed += 1 }
                if changed == Self.changedAtATime { return row.article }
            }
            if rows.count == Self.lookedAtATime { return rows.last?.article }
            try sql("DELETE FROM settings WHERE name = ?").run(.text(OutletNameTable.pendingSetting))
            return nil
        }
    }

    /// Whether an article had another outlet.
    private func refresh(_ row: Row) throws -> Bool {
        // What people said of this very article counts before what they said of the outlet.
        let corrected = articles.corrections[row.id]?.fields.first { $0.field == .outlet }?.value
        let wanted = corrected ?? articles.outletNames.memory.shown(row.own, url: row.url)
        guard wanted != row.shown, let stored = try articles.stored(row.article) else { return false }
        try articles.unindex(stored)
        try sql("UPDATE articles SET outlet = ? WHERE id = ?").run(
            SQLValue(try wanted.map { try articles.lookups.outlet($0) }), .integer(row.article))
        try articles.index(row.article, try articles.indexedText(of: stored))
        try stories.recount(storyOf: row.article)
        return true
    }
}
