import ArticleQuery
import NewsModel

/// What people say of articles, where lists and the index show it.
extension ArticleStore {
    /// What the index holds of an article that is filed: as people say that it is.
    func indexed(_ prepared: PreparedArticle, _ article: ArticleID) -> IndexedText {
        let standing = corrections[article.description]
        let shown = outletNames.memory.shown(prepared.article.outlet, url: prepared.article.url)
        guard standing != nil || shown != prepared.article.outlet else { return prepared.indexed }
        var article = prepared.article
        article.outlet = shown
        return IndexedText(
            IndexedArticle(naming: standing?.applied(to: article) ?? article, tags: standing?.tags ?? []))
    }

    /// Sets what lists filter and sort by to what people say, after an article was filed or replaced.
    func applyCorrections(to row: Int64, _ article: ArticleID) throws {
        if let standing = corrections[article.description] { try refresh(row, standing) }
    }

    /// Sets what lists filter and sort by to what is said of an article.
    func refresh(_ row: Int64, _ standing: StandingCorrections) throws {
        // The row of the delivery under way may not be written yet; the article is sorted by its time then.
        let facts = try sql(
            """
            SELECT v.published, o.name, v.language, coalesce(d.received, a.sorted), v.publication_status, v.url
            FROM articles a JOIN versions v ON v.id = a.current LEFT JOIN deliveries d ON d.id = v.delivery
                LEFT JOIN outlets o ON o.id = v.outlet
            WHERE a.id = ?
            """
        ).first(.integer(row)) { row in
            (
                published: row.optionalText(0), outlet: row.optionalText(1), url: row.optionalText(5),
                language: row.optionalText(2), received: row.integer(3),
                isWithdrawn: Standing(status: row.optionalText(4), embargo: nil, version: nil).isWithdrawn
            )
        }
        guard let facts else { return }
        var article = Article(format: "", body: "", paragraphs: [])
        article.published = facts.published.flatMap { NewsTime($0) }
        article.outlet = outletNames.memory.shown(facts.outlet, url: facts.url)
        article.language = facts.language
        article = standing.applied(to: article)
        try lookups.note(language: article.language)
        try sql("UPDATE articles SET sorted = ?, outlet = ?, language = ?, withdrawn = ? WHERE id = ?").run(
            .integer(article.published?.instantMilliseconds ?? facts.received),
            SQLValue(try article.outlet.map { try lookups.outlet($0) }), SQLValue(article.language),
            SQLValue(standing.isWithdrawn ?? facts.isWithdrawn), .integer(row))
    }
}
