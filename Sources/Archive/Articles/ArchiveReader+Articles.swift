import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// An article by its id or a beginning of it that no other id has, in either case of letters.
    public func article(_ typed: String) throws(ArchiveError) -> ArticleLookup {
        let prefix = typed.lowercased()
        guard !prefix.isEmpty, prefix.utf8.count <= ArticleID.length,
            prefix.utf8.allSatisfy(ArticleID.alphabet.contains)
        else { return .none }
        return try read("read an article") { session in
            // `{` is the letter after z.
            let rows = try session.sql("SELECT id, article FROM articles WHERE article >= ? AND article < ? LIMIT 10")
                .all(.text(prefix), .text(prefix + "{")) { (id: $0.integer(0), name: $0.text(1)) }
            guard let first = rows.first else { return .none }
            guard rows.count == 1 else { return .ambiguous(rows.compactMap { ArticleID($0.name) }) }
            return try session.record(first.id).map { .found($0) } ?? .none
        }
    }
}

extension ReadSession {
    fileprivate func record(_ id: Int64) throws -> ArticleRecord? {
        let row = try sql(
            """
            SELECT a.article, a.current, a.withdrawn, c.name FROM articles a JOIN collections c ON c.id = a.collection
            WHERE a.id = ?
            """
        ).first(.integer(id)) {
            (name: $0.text(0), current: $0.integer(1), isWithdrawn: $0.integer(2) != 0, $0.text(3))
        }
        guard let row, let name = ArticleID(row.name) else { return nil }
        let versions = try sql("SELECT id FROM versions WHERE article = ? ORDER BY number").all(.integer(id)) {
            $0.integer(0)
        }
        var records: [VersionRecord] = []
        var current = 0
        for version in versions {
            guard let record = try self.version(version) else { continue }
            if version == row.current { current = record.number }
            records.append(record)
        }
        return ArticleRecord(
            id: name, collection: row.3, isWithdrawn: row.isWithdrawn, versions: records, currentVersion: current,
            corrections: try corrections(of: row.name).all,
            deliveries: try deliveries(ofArticle: id))
    }

    /// Deliveries that brought a version, that brought nothing new of it, or that had the bytes of one of the former.
    private func deliveries(ofArticle id: Int64) throws -> [DeliveryRecord] {
        try deliveries(
            """
            d.id IN (
                WITH brought(delivery) AS (
                    SELECT delivery FROM versions WHERE article = ?1
                    UNION SELECT delivery FROM sightings WHERE article = ?1)
                SELECT delivery FROM brought
                UNION
                SELECT copy.id FROM brought b
                JOIN deliveries first ON first.id = b.delivery
                JOIN deliveries copy ON copy.original = first.original AND copy.outcome <> 'stored')
            ORDER BY d.id LIMIT 1000
            """, [.integer(id)])
    }

    /// A version, as people say that it is unless it is wanted as it was read.
    func version(_ id: Int64, isCorrected: Bool = true) throws -> VersionRecord? {
        try sql(
            """
            SELECT v.number, v.delivery, v.reader_version, v.member, v.format, v.url, v.retrieved, v.headline,
                v.headline_derived, v.deck, v.byline, o.name, v.published, v.modified, v.language, v.section,
                v.keywords, v.dateline, v.dateline_place, v.dateline_date, v.dateline_agency, v.image_url,
                v.image_caption, v.image_credit, v.paywalled, v.summary, v.word_count, v.confidence, v.subjects,
                v.links, v.paragraphs, v.guid, v.wire_version, v.publication_status, v.embargo, v.urgency, v.located,
                v.copyright, v.usage_terms, v.editorial_note, v.by_title, b.body, a.article
            FROM versions v JOIN bodies b ON b.version = v.id JOIN articles a ON a.id = v.article LEFT JOIN outlets o ON o.id = v.outlet WHERE v.id = ?
            """
        ).first(.integer(id)) { row in
            var article = Article(row: row)
            article.authors = try authors(version: id)
            article.credits = try credits(version: id)
            article.annotations = try annotations(version: id)
            article.entities = try entities(version: id)
            article.quotations = try quotations(version: id)
            if isCorrected { article.outlet = try outletNames.shown(article.outlet, url: article.url) }
            return VersionRecord(
                number: Int(row.integer(0)), delivery: row.integer(1), readerVersion: Int(row.integer(2)),
                article: isCorrected ? try corrections(of: row.text(42)).applied(to: article) : article)
        }
    }

    private func credits(version: Int64) throws -> [Credit] {
        try sql("SELECT kind, person, outlet, start, \"end\" FROM credits WHERE version = ? ORDER BY position")
            .all(.integer(version)) { row in
                Credit(
                    kind: Credit.Kind(rawValue: row.text(0)) ?? .source, person: row.optionalText(1),
                    outlet: row.optionalText(2), range: row.range(3))
            }
    }

    private func annotations(version: Int64) throws -> [Annotation] {
        try sql(
            """
            SELECT kind, start, "end", confidence, extractor, extractor_version, "values" FROM annotations
            WHERE version = ? ORDER BY position
            """
        ).all(.integer(version)) { row in
            Annotation(
                kind: row.text(0), range: row.range(1), confidence: row.double(3), extractor: row.text(4),
                extractorVersion: Int(row.integer(5)), values: row.json(6, as: [String: String].self) ?? [:])
        }
    }
}
