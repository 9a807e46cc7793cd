import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// Deliveries, the newest first.
    /// - Parameters:
    ///   - filter: Which deliveries.
    ///   - limit: The size of the page, at most 1,000.
    ///   - cursor: Where the page begins; nil for the first.
    public func deliveries(
        _ filter: DeliveryFilter = DeliveryFilter(), limit: Int = 20, after cursor: PageCursor? = nil
    ) throws(ArchiveError) -> Page<DeliveryRecord> {
        let size = max(0, min(limit, SearchRanking.largestPage))
        return try read("list deliveries") { session in
            var condition = "1"
            var values: [SQLValue] = []
            if let outcome = filter.outcome {
                // Written out, so that the partial index of rejections can serve.
                condition += " AND d.outcome = '\(outcome.rawValue)'"
            }
            if let since = filter.since {
                condition += " AND d.received >= ?"
                values.append(.integer(since))
            }
            if filter.leavesOutReplaced { condition += " AND d.replaced = 0" }
            if let cursor {
                condition += " AND d.id < ?"
                values.append(.integer(cursor.id))
            }
            let rows = try session.deliveries("\(condition) ORDER BY d.id DESC LIMIT ?", values + [SQLValue(size + 1)])
            let shown = Array(rows.prefix(size))
            return Page(
                items: shown, next: rows.count > size ? shown.last.map { PageCursor(order: 0, id: $0.id) } : nil)
        }
    }

    /// One delivery; nil when there is none of this number.
    public func delivery(_ id: Int64) throws(ArchiveError) -> DeliveryRecord? {
        try read("read a delivery") { try $0.deliveries("d.id = ?", [.integer(id)]).first }
    }

    /// The articles that a delivery brought, newly or again; those that its bytes brought before where it brought none.
    ///
    /// - Parameter limit: the most that are given.
    public func articles(ofDelivery id: Int64, limit: Int) throws(ArchiveError) -> [ArticleSummary] {
        try read("read a delivery's articles") { session in
            let first = try session.sql(
                "SELECT o.stored_by FROM deliveries d JOIN originals o ON o.id = d.original WHERE d.id = ?"
            ).first(.integer(id)) { $0.optionalInteger(0) }
            for delivery in [id, first ?? nil].compactMap(\.self) {
                let articles = try session.articles(broughtBy: delivery, limit: limit)
                if !articles.isEmpty { return articles }
            }
            return []
        }
    }

    /// The members of a delivery that could not be read, in the order of the file.
    public func memberErrors(ofDelivery id: Int64) throws(ArchiveError) -> [MemberError] {
        try read("read a delivery's errors") { session in
            try session.sql("SELECT path, code, message FROM member_errors WHERE delivery = ? ORDER BY position")
                .all(.integer(id)) {
                    MemberError(path: $0.text(0), code: ReasonCode(rawValue: $0.text(1)), message: $0.text(2))
                }
        }
    }
}

extension ReadSession {
    /// What asks for the articles of a delivery that are in a table.
    static func articlesOfDelivery(in table: String) -> String {
        "SELECT DISTINCT article FROM \(table) WHERE delivery = ? ORDER BY article LIMIT ?"
    }

    /// New articles and versions of a delivery; where there are none, what it brought again.
    fileprivate func articles(broughtBy delivery: Int64, limit: Int) throws -> [ArticleSummary] {
        for table in ["versions", "sightings"] {
            let ids = try sql(Self.articlesOfDelivery(in: table)).all(
                .integer(delivery), SQLValue(limit)
            ) { $0.integer(0) }
            if !ids.isEmpty { return try ids.compactMap { try summary($0) } }
        }
        return []
    }

    /// Deliveries by the end of a statement that begins after WHERE.
    func deliveries(_ end: String, _ values: [SQLValue]) throws -> [DeliveryRecord] {
        var records: [DeliveryRecord] = []
        try sql(
            """
            SELECT d.id, d.received, i.path, d.path, c.name, d.size, o.sha256, d.outcome, d.stage, d.code, d.message,
                d.partial, d.duration_ms, d.articles, o.kept_bytes, d.retry_of, d.replaced
            FROM deliveries d
            JOIN inboxes i ON i.id = d.inbox
            JOIN collections c ON c.id = d.collection
            LEFT JOIN originals o ON o.id = d.original
            WHERE \(end)
            """
        ).each(values) { row in
            let sha256 = SHA256Digest(bytes: row.bytes(6))
            records.append(
                DeliveryRecord(
                    id: row.integer(0), received: row.integer(1), inbox: row.text(2),
                    path: FileName(bytes: row.bytes(3)),
                    collection: row.text(4), size: row.integer(5), sha256: sha256,
                    outcome: row.optionalText(7).flatMap { Outcome(rawValue: $0) }, stage: row.optionalText(8),
                    code: row.optionalText(9).map { ReasonCode(rawValue: $0) }, message: row.optionalText(10),
                    isPartial: row.integer(11) != 0, durationMilliseconds: row.integer(12),
                    articles: Int(row.integer(13)),
                    original: row.isNull(14) ? nil : sha256.map { OriginalStore.relativePath(of: $0) },
                    retryOf: row.optionalInteger(15), isReplaced: row.integer(16) != 0))
            return true
        }
        return records
    }
}
