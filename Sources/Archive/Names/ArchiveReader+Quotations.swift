import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// Quotations in current versions, those of the newest articles first.
    ///
    /// Words that a quotation is to be about are sought in the index first, then in the quotations of the articles that have them.
    public func quotations(_ request: QuotationRequest) throws(ArchiveError) -> Page<QuotationRecord> {
        try read("list quotations") { session in
            let size = max(0, min(request.limit, SearchRanking.largestPage))
            var found: [QuotationPlace] = []
            try session.quotationPlaces(request) { place in
                found.append(place)
                return found.count <= size
            }
            let shown = found.prefix(size)
            return Page(
                items: try shown.compactMap { try session.record($0) },
                next: found.count > size ? shown.last?.cursor : nil)
        }
    }
}

/// Where a quotation stands in the archive.
private struct QuotationPlace {
    let article: Int64
    let version: Int64
    let position: Int64
    let sorted: Int64
    let text: String
    let hash: Int64?

    /// Quotations of one article come in their order, so that a greater position is a smaller number.
    var cursor: PageCursor { PageCursor(order: sorted, id: QuotationPlace.key(article, position)) }

    private static let largestPosition: Int64 = 65_535

    static func key(_ article: Int64, _ position: Int64) -> Int64 {
        article * (largestPosition + 1) + largestPosition - min(position, largestPosition)
    }

    static let key = "(a.id * \(largestPosition + 1) + \(largestPosition) - min(q.position, \(largestPosition)))"
}

extension ReadSession {
    /// Calls `body` for each quotation of a request until it returns false.
    fileprivate func quotationPlaces(_ request: QuotationRequest, body: (QuotationPlace) -> Bool) throws {
        let selection = try selection(request.about, request.filter, for: .text)
        guard selection.isPossible else { return }
        var conditions = [selection.condition]
        var values = selection.values
        var isBySpeaker = false
        let corrected = try correctedQuotations()
        if !request.includesUncertain {
            conditions.append(
                corrected.condition("q.confidence >= \(NameColumns.leastConfidence)") {
                    NameColumns.thousandths($0.quotation.confidence) >= NameColumns.leastConfidence
                })
        }
        if let speaker = request.speaker {
            let numbers = try knownNames(speaker).flatMap(\.numbers)
            let loose = try looseSpeakers(named: speaker)
            isBySpeaker = loose.isEmpty && corrected.all.isEmpty
            let folded = " \(NameColumns.fold(speaker)) "
            conditions.append(
                corrected.condition(
                    "(q.entity IN (\(NameColumns.list(numbers)))"
                        + (loose.isEmpty
                            ? "" : " OR q.speaker IN (\(loose.map { _ in "?" }.joined(separator: ", ")))")
                        + ")"
                ) {
                    $0.entity.map(numbers.contains) ?? false
                        || $0.quotation.speaker.map { " \(NameColumns.fold($0)) ".contains(folded) } ?? false
                })
            values += loose.map { .text($0) }
        }
        if let organization = request.organization {
            conditions.append(corrected.condition("instr(lower(q.organization), ?)") { _ in false })
            values.append(.text(NameFolding.fold(organization)))
        }
        var about: AboutTerms?
        if let typed = request.about, let match = selection.match {
            conditions.append("a.id IN (SELECT rowid FROM article_index WHERE article_index MATCH ?)")
            values.append(.text(match))
            about = try AboutTerms(typed, request.filter, self)
        }
        if let cursor = request.cursor {
            conditions.append("(a.sorted, \(QuotationPlace.key)) < (?, ?)")
            values += [.integer(cursor.order), .integer(cursor.id)]
        }
        let source =
            isBySpeaker
            ? "quotations q CROSS JOIN versions v ON v.id = q.version JOIN articles a ON a.id = v.article AND a.current = v.id"
            : "articles a CROSS JOIN quotations q ON q.version = a.current JOIN versions v ON v.id = q.version"
        try sql(
            """
            SELECT a.id, q.version, q.position, a.sorted, q.start, q."end", q.parts, q.content_hash, b.body
            FROM \(source) CROSS JOIN bodies b ON b.version = v.id WHERE \(conditions.joined(separator: " AND "))
            ORDER BY a.sorted DESC, a.id DESC, q.position
            """
        ).each(values) { row in
            let ranges = row.isNull(6) ? row.range(4).map { [$0] } ?? [] : PackedRanges.unpack(row.bytes(6))
            let scalars = Array(row.text(8).unicodeScalars)
            let text = ranges.map { NameColumns.text($0, in: scalars) }.joined(separator: " ")
            if let about, !about.match(text) { return true }
            return body(
                QuotationPlace(
                    article: row.integer(0), version: row.integer(1), position: row.integer(2), sorted: row.integer(3),
                    text: text, hash: row.optionalInteger(7)))
        }
    }

    /// Speakers that are none of their article's entities and have a name's words.
    private func looseSpeakers(named typed: String) throws -> [String] {
        let folded = " \(NameColumns.fold(typed)) "
        var found: [String] = []
        try sql("SELECT DISTINCT speaker FROM quotations WHERE speaker IS NOT NULL").each([]) { row in
            let name = row.text(0)
            if " \(NameColumns.fold(name)) ".contains(folded) { found.append(name) }
            // SQLite takes some tens of thousands of parameters; so many spellings of one name there are not.
            return found.count < 1_000
        }
        return found
    }

    fileprivate func record(_ place: QuotationPlace) throws -> QuotationRecord? {
        let quotations = try quotations(version: place.version)
        guard let summary = try summary(place.article), quotations.indices.contains(Int(place.position)) else {
            return nil
        }
        var first: ArticleSummary?
        var articles = 1
        if let hash = place.hash {
            let same = """
                FROM quotations q JOIN versions v ON v.id = q.version JOIN articles a ON a.id = v.article AND a.current = v.id
                WHERE q.content_hash = ?
                """
            articles = try sql("SELECT count(DISTINCT a.id) \(same)").first(.integer(hash)) { Int($0.integer(0)) } ?? 1
            first = try sql("SELECT a.id \(same) ORDER BY a.sorted, a.id LIMIT 1").first(.integer(hash)) {
                $0.integer(0)
            }.flatMap { try self.summary($0) }
        }
        let quotation =
            try correctedQuotations()[place.version, place.position]?.quotation ?? quotations[Int(place.position)]
        let entity = try quotation.entity.flatMap { try name(ofEntity: $0, version: place.version) }
        return QuotationRecord(
            article: summary, text: place.text, quotation: quotation, entity: entity,
            earliest: first.map { EarliestArticle($0) }, articles: articles)
    }

    /// The name of the entity at a place among those of a version.
    private func name(ofEntity position: Int, version: Int64) throws -> String? {
        try sql(
            """
            SELECT coalesce(m.name, e.name) FROM mentions m JOIN entities e ON e.id = m.entity
            WHERE m.version = ? AND m.position = ?
            """
        ).first(.integer(version), SQLValue(position)) { $0.text(0) }
    }
}

/// Words that a quotation is to have: each of them, in any inflected form, and phrases as they stand.
private struct AboutTerms {
    private let whole: SearchExpression
    private let terms: [SearchExpression]

    init(_ typed: String, _ filter: ArticleFilter, _ session: ReadSession) throws {
        whole = try session.expression(typed, filter, isExact: false)
        // Words inside of quotation marks stay together.
        var pieces: [String] = []
        for (index, part) in typed.split(separator: "\"", omittingEmptySubsequences: false).enumerated() {
            if index % 2 == 1 {
                pieces.append("\"\(part)\"")
            } else {
                pieces += part.split(whereSeparator: \.isWhitespace).map(String.init)
            }
        }
        terms = try pieces.map { try session.expression($0, filter, isExact: false) }.filter {
            $0.matchExpression != nil
        }
    }

    var matchExpression: String? { whole.matchExpression }

    func match(_ text: String) -> Bool { terms.allSatisfy { $0.occurs(in: text) } }
}
