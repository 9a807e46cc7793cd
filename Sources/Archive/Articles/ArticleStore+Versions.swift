import NewsModel

extension ArticleStore {
    /// Writes a version with everything that hangs on it and gives its number in the database.
    @discardableResult
    func insertVersion(
        _ prepared: PreparedArticle, article id: Int64, number: Int64, _ facts: DeliveryFacts, _ open: OpenDelivery,
        outlet: Int64?
    ) throws -> Int64 {
        let article = prepared.article
        let version = memory.nextVersion
        memory.nextVersion += 1
        counters.memory.versions += 1
        let identity: [SQLValue] = [
            .integer(version), .integer(id), .integer(number), .integer(open.id), SQLValue(article.memberPath),
        ]
        try sql(Self.insertVersion).run(identity + contentValues(prepared, outlet, readerVersion: facts.readerVersion))
        try sql("INSERT INTO bodies(version, body) VALUES (?, ?)").run(.integer(version), .text(article.body))
        try insertParts(of: article, version: version)
        try names.insert(namesOf: prepared.article, prepared.names, version: version)
        return version
    }

    /// Writes what was read again over a version that stays the same otherwise; what hung on it must be gone already.
    func updateVersion(_ version: Int64, _ prepared: PreparedArticle, outlet: Int64?, readerVersion: Int) throws {
        try sql(Self.updateVersion).run(
            contentValues(prepared, outlet, readerVersion: readerVersion) + [.integer(version)])
        try sql("UPDATE bodies SET body = ? WHERE version = ?").run(.text(prepared.article.body), .integer(version))
        try insertParts(of: prepared.article, version: version)
        try names.insert(namesOf: prepared.article, prepared.names, version: version)
    }

    /// Writes what hangs on a version.
    private func insertParts(of article: Article, version: Int64) throws {
        try lookups.note(language: article.language)
        for (position, name) in article.authors.enumerated() {
            try sql("INSERT INTO version_authors(version, position, author) VALUES (?, ?, ?)").run(
                .integer(version), SQLValue(position), .integer(try lookups.author(name)))
        }
        for (position, credit) in article.credits.enumerated() {
            try sql(
                "INSERT INTO credits(version, position, kind, person, outlet, start, \"end\") VALUES (?, ?, ?, ?, ?, ?, ?)"
            ).run(
                .integer(version), SQLValue(position), .text(credit.kind.rawValue), SQLValue(credit.person),
                SQLValue(credit.outlet), SQLValue(credit.range?.start), SQLValue(credit.range?.end))
        }
        for (position, annotation) in article.annotations.enumerated() {
            try insert(annotation, version: version, position: position)
        }
    }

    private static let identityColumns = ["id", "article", "number", "delivery", "member"]
    private static let contentColumns = [
        "text_hash", "format", "url", "retrieved",
        "headline", "headline_derived", "deck", "byline", "outlet", "published", "published_at", "modified",
        "modified_at", "language", "section", "dateline", "dateline_place", "dateline_date", "dateline_agency",
        "image_url", "image_caption", "image_credit",
        "guid", "wire_version", "publication_status", "embargo", "urgency", "located", "copyright", "usage_terms",
        "editorial_note", "by_title",
        "keywords", "subjects", "links", "paywalled", "summary", "word_count", "confidence", "reader_version",
        "paragraphs",
    ]
    private static let insertVersion =
        "INSERT INTO versions(\((identityColumns + contentColumns).joined(separator: ", "))) VALUES ("
        + (identityColumns + contentColumns).map { _ in "?" }.joined(separator: ", ") + ")"
    private static let updateVersion =
        "UPDATE versions SET " + contentColumns.map { "\($0) = ?" }.joined(separator: ", ") + " WHERE id = ?"

    /// The values of `contentColumns`.
    private func contentValues(_ prepared: PreparedArticle, _ outlet: Int64?, readerVersion: Int) -> [SQLValue] {
        let article = prepared.article
        let origin: [SQLValue] = [
            .integer(prepared.textHash), .text(article.format), SQLValue(article.url),
            SQLValue(article.retrieved?.description),
        ]
        return origin + descriptionValues(article, outlet) + wireValues(article.wire)
            + textValues(article, prepared.columns, readerVersion)
    }

    private func descriptionValues(_ article: Article, _ outlet: Int64?) -> [SQLValue] {
        [
            SQLValue(article.headline), SQLValue(article.headlineIsDerived), SQLValue(article.deck),
            SQLValue(article.byline), SQLValue(outlet), SQLValue(article.published?.description),
            SQLValue(article.published?.instantMilliseconds), SQLValue(article.modified?.description),
            SQLValue(article.modified?.instantMilliseconds), SQLValue(article.language), SQLValue(article.section),
            SQLValue(article.dateline?.text), SQLValue(article.dateline?.place),
            SQLValue(article.dateline?.date?.description), SQLValue(article.dateline?.agency),
            SQLValue(article.leadImage?.url), SQLValue(article.leadImage?.caption),
            SQLValue(article.leadImage?.creditLine),
        ]
    }

    private func wireValues(_ wire: WireFacts) -> [SQLValue] {
        [
            SQLValue(wire.guid), SQLValue(wire.version), SQLValue(wire.publicationStatus?.rawValue),
            SQLValue(wire.embargo?.description), SQLValue(wire.urgency), SQLValue(wire.located),
            SQLValue(wire.copyright), SQLValue(wire.usageTerms), SQLValue(wire.editorialNote), SQLValue(wire.byTitle),
        ]
    }

    private func textValues(_ article: Article, _ columns: JSONColumns, _ readerVersion: Int) -> [SQLValue] {
        [
            columns.keywords.map { .textBytes($0) } ?? .null, columns.subjects.map { .textBytes($0) } ?? .null,
            columns.links.map { .textBytes($0) } ?? .null, SQLValue(article.isPaywalled), SQLValue(article.isSummary),
            SQLValue(article.wordCount), .real(article.confidence), SQLValue(readerVersion),
            .textBytes(columns.paragraphs),
        ]
    }

    private func insert(_ annotation: Annotation, version: Int64, position: Int) throws {
        var values = JSONText()
        values.object(annotation.values.sorted { $0.key < $1.key })
        try sql(
            """
            INSERT INTO annotations(version, position, kind, start, "end", confidence, extractor, extractor_version,
                "values")
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run(
            .integer(version), SQLValue(position), .text(annotation.kind), SQLValue(annotation.range?.start),
            SQLValue(annotation.range?.end), .real(annotation.confidence), .text(annotation.extractor),
            SQLValue(annotation.extractorVersion), .textBytes(values.bytes))
    }
}
