import NewsModel

/// The quotations of current versions of which people say who speaks.
struct CorrectedQuotations {
    /// One of them.
    struct Corrected {
        let version: Int64
        let position: Int64
        /// As people say that it is.
        let quotation: Quotation
        /// The number of the entity that speaks; nil for none of the article's.
        let entity: Int64?

        /// Its place as a row value of SQL.
        fileprivate var key: String { "(\(version), \(position))" }
    }

    let all: [Corrected]

    subscript(version: Int64, position: Int64) -> Corrected? {
        all.first { $0.version == version && $0.position == position }
    }

    /// A condition of SQL on quotations `q`: one that holds for what was found, with what people say in its place.
    ///
    /// - Parameter holds: whether a corrected quotation is wanted.
    func condition(_ found: String, _ holds: (Corrected) -> Bool) -> String {
        guard !all.isEmpty else { return found }
        let keys = all.map(\.key).joined(separator: ", ")
        let wanted = all.filter(holds).map(\.key).joined(separator: ", ")
        let others = "(\(found)) AND (q.version, q.position) NOT IN (VALUES \(keys))"
        return wanted.isEmpty ? "(\(others))" : "(\(others) OR (q.version, q.position) IN (VALUES \(wanted)))"
    }
}

extension ReadSession {
    /// The quotations of current versions of which people say who speaks; looked up once in a reading.
    func correctedQuotations() throws -> CorrectedQuotations {
        try memory.value {
            var all: [CorrectedQuotations.Corrected] = []
            try sql(
                """
                SELECT DISTINCT a.article, a.current, b.body FROM corrections c JOIN articles a ON a.article = c.article
                    JOIN bodies b ON b.version = a.current
                WHERE c.kind = 'speaker'
                """
            ).each([]) { row in
                all += try corrected(of: row.text(0), version: row.integer(1), body: row.text(2))
                return true
            }
            return CorrectedQuotations(all: all)
        }
    }

    private func corrected(
        of id: String, version: Int64, body: String
    ) throws -> [CorrectedQuotations.Corrected] {
        guard let speakers = try corrections(of: id).speakers else { return [] }
        var article = Article(format: "", body: body, paragraphs: [])
        article.entities = try entities(version: version)
        article.quotations = try quotations(version: version)
        let places = speakers.speakers(of: article.quotedWords).keys.sorted()
        speakers.apply(to: &article)
        return try places.map { place in
            let quotation = article.quotations[place]
            let entity = try quotation.entity.flatMap {
                try sql("SELECT entity FROM mentions WHERE version = ? AND position = ?").first(
                    .integer(version), SQLValue($0), make: { $0.integer(0) })
            }
            return CorrectedQuotations.Corrected(
                version: version, position: Int64(place), quotation: quotation, entity: entity)
        }
    }
}
