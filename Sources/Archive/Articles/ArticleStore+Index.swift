import ArticleQuery
import NewsModel

/// The full-text index.
extension ArticleStore {
    private static let versionSetting = "index_version"

    /// Rebuilds the full-text index when it was made with another version of folding, or with none; an entry can only
    /// be taken out of it with the very words that went in.
    ///
    /// Takes about as long as storing the articles took, in one transaction.
    func bringIndexUpToDate() throws {
        let found = try settings.value(of: Self.versionSetting)
        guard found != String(IndexFolding.version) else { return }
        try session.transaction {
            try sql("INSERT INTO article_index(article_index) VALUES ('delete-all')").run()
            for id in try sql("SELECT id FROM articles ORDER BY id").all(make: { $0.integer(0) }) {
                if let stored = try stored(id) { try index(id, try indexedText(of: stored)) }
            }
            try settings.set(Self.versionSetting, to: String(IndexFolding.version))
        }
    }

    func index(_ article: Int64, _ text: IndexedText) throws {
        try sql("INSERT INTO article_index(rowid, \(IndexedText.columns)) VALUES (?, \(IndexedText.parameters))").run(
            [.integer(article)] + text.values)
    }

    /// Takes the current version's words out of the index: it holds no text, so they are given exactly as they went in.
    func unindex(_ stored: StoredArticle) throws {
        let text = try indexedText(of: stored)
        try sql(
            "INSERT INTO article_index(article_index, rowid, \(IndexedText.columns)) VALUES ('delete', ?, \(IndexedText.parameters))"
        ).run([.integer(stored.id)] + text.values)
    }

    /// The current version's words as the index holds them, with what people say.
    func indexedText(of stored: StoredArticle) throws -> IndexedText {
        var article = Article(format: "", body: stored.body, paragraphs: [])
        article.headline = stored.headline
        // The outlet as it is shown, which is what went in.
        let facts = try sql(
            """
            SELECT o.name, v.section FROM articles a JOIN versions v ON v.id = a.current LEFT JOIN outlets o ON o.id = a.outlet
            WHERE a.id = ?
            """
        ).first(.integer(stored.id)) { (outlet: $0.optionalText(0), section: $0.optionalText(1)) }
        article.outlet = facts?.outlet
        article.section = facts?.section
        article.authors = try sql(
            """
            SELECT n.name FROM version_authors w JOIN authors n ON n.id = w.author WHERE w.version = ?
            ORDER BY w.position
            """
        ).all(.integer(stored.current)) { $0.text(0) }
        let standing = corrections[stored.article.description]
        if let standing { article = standing.applied(to: article) }
        var indexed = IndexedArticle(article, tags: standing?.tags ?? [])
        try names.addIndexed(ofVersion: stored.current, body: stored.body, standing?.speakers, to: &indexed)
        return IndexedText(indexed)
    }
}
