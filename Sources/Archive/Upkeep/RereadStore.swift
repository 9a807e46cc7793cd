import NewsModel

/// Versions that are read again: they keep their numbers and places.
final class RereadStore: Store<Void> {
    private let articles: ArticleStore

    init(_ session: WriteSession, _ articles: ArticleStore) {
        self.articles = articles
        super.init(session, ())
    }

    /// Replaces the versions of a delivery, inside a transaction.
    func replace(
        articlesOf delivery: Int64, with prepared: [PreparedArticle], readerVersion: Int
    ) throws -> RereadResult {
        var result = RereadResult()
        var places: [String?: PreparedArticle] = [:]
        for article in prepared { places[article.article.memberPath] = article }
        let versions = try sql("SELECT id, article, member FROM versions WHERE delivery = ? ORDER BY id").all(
            .integer(delivery)
        ) { (id: $0.integer(0), article: $0.integer(1), member: $0.optionalText(2)) }
        for version in versions {
            guard let prepared = places[version.member] else {
                result.notFound += 1
                continue
            }
            if try replace(version.id, ofArticle: version.article, with: prepared, readerVersion: readerVersion) {
                result.changed += 1
            } else {
                result.unchanged += 1
            }
        }
        try sql("UPDATE deliveries SET reader_version = ? WHERE id = ?").run(
            SQLValue(readerVersion), .integer(delivery))
        return result
    }

    /// Replaces a version; true when it is another now.
    private func replace(
        _ version: Int64, ofArticle article: Int64, with prepared: PreparedArticle, readerVersion: Int
    ) throws -> Bool {
        let before = try fingerprint(of: version)
        guard let stored = try articles.stored(article) else { return false }
        let isCurrent = stored.current == version
        // With the words that went in, before they are replaced.
        if isCurrent { try articles.unindex(stored) }
        for table in ["annotations", "credits", "version_authors"] {
            try sql("DELETE FROM \(table) WHERE version = ?").run(.integer(version))
        }
        let named = try articles.names.remove(ofVersion: version)
        let outlet = try prepared.article.outlet.map { try articles.lookups.outlet($0) }
        try articles.updateVersion(version, prepared, outlet: outlet, readerVersion: readerVersion)
        // Names that are in the new reading keep their rows and numbers.
        try articles.names.removeUnnamed(named)
        if isCurrent {
            let received = try sql(
                "SELECT d.received FROM versions v JOIN deliveries d ON d.id = v.delivery WHERE v.id = ?"
            ).first(.integer(version)) { $0.integer(0) }
            let shown = articles.outletNames.memory.shown(prepared.article.outlet, url: prepared.article.url)
            try sql(
                "UPDATE articles SET sorted = ?, outlet = ?, language = ?, withdrawn = ?, embargoed_until = ? WHERE id = ?"
            ).run(
                .integer(prepared.article.published?.instantMilliseconds ?? received ?? 0),
                SQLValue(try shown.map { try articles.lookups.outlet($0) }),
                SQLValue(prepared.article.language),
                SQLValue(Standing(prepared.article.wire).isWithdrawn),
                SQLValue(prepared.article.wire.embargo?.instantMilliseconds), .integer(article))
            try articles.index(article, articles.indexed(prepared, stored.article))
            try articles.applyCorrections(to: article, stored.article)
        }
        return try fingerprint(of: version) != before
    }

    /// Everything that can be seen of a version, in one text.
    private func fingerprint(of version: Int64) throws -> String? {
        try sql(
            """
            SELECT json_array(headline, deck, byline, outlet, published, modified, language, section, keywords, url, subjects,
                    links, guid, publication_status, embargo, urgency, dateline, format,
                    (SELECT body FROM bodies WHERE version = v.id), paragraphs)
                || (SELECT coalesce(group_concat(author, ','), '') FROM version_authors WHERE version = v.id)
                || (SELECT coalesce(json_group_array(json_array(kind, person, outlet, start, "end")), '') FROM credits
                    WHERE version = v.id)
                || (SELECT coalesce(json_group_array(json_array(entity, name, in_headline, confidence, hex(ranges))), '')
                    FROM mentions WHERE version = v.id)
                || (SELECT coalesce(json_group_array(json_array(kind, start, "end", hex(parts), cue_start, cue_end, source_start,
                    source_end, mention, entity, speaker, title, organization, confidence)), '')
                    FROM quotations WHERE version = v.id)
            FROM versions v WHERE id = ?
            """
        ).first(.integer(version)) { $0.text(0) }
    }
}
