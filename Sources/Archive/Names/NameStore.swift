import ArticleQuery
import NewsModel

/// Entities with their aliases, and the mentions and quotations of versions.
final class NameStore: Store<Void> {
    /// The numbers and names of entities that were met lately; forgotten when a transaction fails, since it may have made some of them.
    private var known = EntityCache()

    init(_ session: WriteSession) { super.init(session, ()) }

    override func undo() {
        super.undo()
        known = EntityCache()
    }

    /// Writes the entities and quotations of a version.
    func insert(namesOf article: Article, _ columns: NameColumns, version: Int64) throws {
        var numbers: [Int64] = []
        for (position, named) in columns.entities.enumerated() {
            let number = try entity(named)
            numbers.append(number.id)
            for alias in named.aliases {
                try sql(
                    """
                    INSERT INTO entity_aliases(entity, folded, name, uses) VALUES (?, ?, ?, 1)
                    ON CONFLICT (entity, folded) DO UPDATE SET uses = uses + 1
                    """
                ).run(.integer(number.id), .text(alias.folded), .text(alias.name))
            }
            try sql(
                """
                INSERT INTO mentions(version, position, entity, name, count, in_headline, confidence, ranges)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """
            ).run(
                .integer(version), SQLValue(position), .integer(number.id),
                number.name == named.name ? .null : .text(named.name), SQLValue(named.count),
                SQLValue(named.isInHeadline), .integer(named.confidence), .blob(named.ranges))
        }
        for (position, quotation) in article.quotations.enumerated() {
            try insert(quotation, columns, numbers, version: version, position: position)
        }
    }

    private func insert(
        _ quotation: Quotation, _ columns: NameColumns, _ numbers: [Int64], version: Int64, position: Int
    ) throws {
        let mention = quotation.entity.flatMap { numbers.indices.contains($0) ? $0 : nil }
        // The entity has the name already, as nearly always.
        let hasOwnName = quotation.speaker != mention.map { columns.entities[$0].name }
        try sql(
            """
            INSERT INTO quotations(version, position, kind, start, "end", parts, cue_start, cue_end, source_start, source_end,
                mention, entity, speaker, title, organization, confidence, content_hash)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """
        ).run([
            .integer(version), SQLValue(position),
            SQLValue(NameColumns.quotationKinds.firstIndex(of: quotation.kind)),
            SQLValue(quotation.content.first?.start ?? 0), SQLValue(quotation.content.last?.end ?? 0),
            quotation.content.count > 1 ? .blob(PackedRanges.pack(quotation.content)) : .null,
            SQLValue(quotation.cue?.start), SQLValue(quotation.cue?.end), SQLValue(quotation.source?.start),
            SQLValue(quotation.source?.end), SQLValue(mention), SQLValue(mention.map { numbers[$0] }),
            hasOwnName ? SQLValue(quotation.speaker) : .null, SQLValue(quotation.title),
            SQLValue(quotation.organization), .integer(NameColumns.thousandths(quotation.confidence)),
            SQLValue(columns.contentHashes[position]),
        ])
    }

    /// The number of an entity and the name that its row has.
    private func entity(_ named: NameColumns.Named) throws -> (id: Int64, name: String) {
        if let met = known[named.kind, named.folded] { return met }
        let found = try sql("SELECT id, name FROM entities WHERE kind = ? AND folded = ?").first(
            .integer(named.kind), .text(named.folded)
        ) { (id: $0.integer(0), name: $0.text(1)) }
        if let found {
            known[named.kind, named.folded] = found
            return found
        }
        try sql("INSERT INTO entities(kind, name, folded) VALUES (?, ?, ?)").run(
            .integer(named.kind), .text(named.name), .text(named.folded))
        let made = (id: database.lastInsertedRowID, name: named.name)
        known[named.kind, named.folded] = made
        return made
    }

    /// Removes the entities and quotations of a version; gives the entities, which nothing else may name now.
    func remove(ofVersion version: Int64) throws -> Set<Int64> {
        let key = SQLValue.integer(version)
        let mentions = try sql(
            """
            SELECT m.entity, m.ranges, coalesce(m.name, e.name) FROM mentions m JOIN entities e ON e.id = m.entity
            WHERE m.version = ?
            """
        ).all(key) { (entity: $0.integer(0), ranges: $0.bytes(1), name: $0.text(2)) }
        guard !mentions.isEmpty else {
            try sql("DELETE FROM quotations WHERE version = ?").run(key)
            return []
        }
        let body = Array(
            (try sql("SELECT body FROM bodies WHERE version = ?").first(key) { $0.text(0) } ?? "").unicodeScalars)
        for mention in mentions {
            // The same forms that were counted when the version was written.
            let aliases = NameColumns.aliases(
                of: PackedRanges.unpack(mention.ranges), besides: NameColumns.fold(mention.name), in: body)
            for alias in aliases {
                try sql("UPDATE entity_aliases SET uses = uses - 1 WHERE entity = ? AND folded = ?").run(
                    .integer(mention.entity), .text(alias.folded))
            }
        }
        for table in ["mentions", "quotations"] { try sql("DELETE FROM \(table) WHERE version = ?").run(key) }
        return Set(mentions.map(\.entity))
    }

    /// Removes those of some entities and of their aliases that no version names.
    func removeUnnamed(_ entities: Set<Int64>) throws {
        guard !entities.isEmpty else { return }
        for entity in entities {
            try sql("DELETE FROM entity_aliases WHERE entity = ? AND uses <= 0").run(.integer(entity))
            try sql(
                "DELETE FROM entities WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM mentions WHERE entity = ?1)"
            ).run(.integer(entity))
            if database.changesCount > 0 {
                try sql("DELETE FROM entity_aliases WHERE entity = ?").run(.integer(entity))
            } else {
                // A spelling that only the removed version had goes too.
                try sql(
                    """
                    UPDATE entities SET name = (SELECT name FROM mentions WHERE entity = ?1 LIMIT 1)
                    WHERE id = ?1 AND NOT EXISTS (SELECT 1 FROM mentions WHERE entity = ?1 AND name IS NULL)
                    """
                ).run(.integer(entity))
            }
        }
        known = EntityCache()
    }

    /// The words of the quotations of a version with a body.
    func quotedWords(ofVersion version: Int64, body: String) throws -> [String] {
        var article = Article(format: "", body: body, paragraphs: [])
        article.quotations = try ReadSession(database: database).quotations(version: version)
        return article.quotedWords
    }

    /// Adds the names of a version as the full-text index holds them.
    ///
    /// - Parameter speakers: who speaks by what people say; nil where they say nothing of that.
    func addIndexed(
        ofVersion version: Int64, body: String, _ speakers: CorrectedSpeakers?, to names: inout IndexedArticle
    ) throws {
        try sql(
            """
            SELECT e.kind, coalesce(m.name, e.name) FROM mentions m JOIN entities e ON e.id = m.entity
            WHERE m.version = ? AND m.confidence >= \(NameColumns.leastConfidence) ORDER BY m.position
            """
        ).each([.integer(version)]) { row in
            names.add(row.text(1), kind: row.integer(0))
            return true
        }
        if let speakers {
            var article = Article(format: "", body: body, paragraphs: [])
            let session = ReadSession(database: database)
            article.entities = try session.entities(version: version)
            article.quotations = try session.quotations(version: version)
            speakers.apply(to: &article)
            return names.addSpeakers(of: article)
        }
        try sql(
            """
            SELECT coalesce(q.speaker, m.name, e.name) FROM quotations q
                LEFT JOIN mentions m ON m.version = q.version AND m.position = q.mention
                LEFT JOIN entities e ON e.id = q.entity
            WHERE q.version = ? AND q.confidence >= \(NameColumns.leastConfidence) ORDER BY q.position
            """
        ).each([.integer(version)]) { row in
            names.add(speaker: row.optionalText(0))
            return true
        }
    }
}
