import NewsModel

extension ReadSession {
    /// The entities of a version, in the order of the article.
    func entities(version: Int64) throws -> [Entity] {
        try sql(
            """
            SELECT e.kind, coalesce(m.name, e.name), m.in_headline, m.confidence, m.ranges
            FROM mentions m JOIN entities e ON e.id = m.entity WHERE m.version = ? ORDER BY m.position
            """
        ).all(.integer(version)) { row in
            Entity(
                kind: NameColumns.kind(row.integer(0)), name: row.text(1), mentions: PackedRanges.unpack(row.bytes(4)),
                isInHeadline: row.integer(2) != 0, confidence: Double(row.integer(3)) / 1000)
        }
    }

    /// The quotations of a version, in the order of the article.
    func quotations(version: Int64) throws -> [Quotation] {
        try sql(
            """
            SELECT q.kind, q.start, q."end", q.parts, q.cue_start, q.cue_end, q.source_start, q.source_end, q.mention,
                coalesce(q.speaker, m.name, e.name), q.title, q.organization, q.confidence
            FROM quotations q LEFT JOIN mentions m ON m.version = q.version AND m.position = q.mention
                LEFT JOIN entities e ON e.id = q.entity
            WHERE q.version = ? ORDER BY q.position
            """
        ).all(.integer(version)) { row in
            var quotation = Quotation(
                kind: NameColumns.quotationKind(row.integer(0)),
                content: row.isNull(3) ? row.range(1).map { [$0] } ?? [] : PackedRanges.unpack(row.bytes(3)),
                cue: row.range(4), source: row.range(6), confidence: Double(row.integer(12)) / 1000)
            quotation.entity = row.optionalInteger(8).map { Int($0) }
            quotation.speaker = row.optionalText(9)
            quotation.title = row.optionalText(10)
            quotation.organization = row.optionalText(11)
            return quotation
        }
    }
}

extension NameColumns {
    /// The kind that a stored number stands for; an unknown one is of another program.
    static func kind(_ number: Int64) -> Entity.Kind {
        entityKinds.indices.contains(Int(number)) ? entityKinds[Int(number)] : .other
    }

    /// The kind that a stored number stands for.
    static func quotationKind(_ number: Int64) -> Quotation.Kind {
        quotationKinds.indices.contains(Int(number)) ? quotationKinds[Int(number)] : .indirect
    }
}
