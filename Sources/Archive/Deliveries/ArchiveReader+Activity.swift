import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// What came in since a moment.
    ///
    /// Deliveries are numbered as they are committed, nearly in the order in which they came in: the first one is found by halving,
    /// and only those behind it are read.
    /// - Parameter since: milliseconds since 1970 UTC.
    public func activity(since: Int64) throws(ArchiveError) -> ArchiveActivity {
        try read("count recent deliveries") { session in
            var activity = ArchiveActivity()
            let first = try session.firstDelivery(since: since)
            try session.sql(
                """
                SELECT d.outcome, count(*), sum(coalesce(o.kept_bytes, 0)) FROM deliveries d
                LEFT JOIN originals o ON o.id = d.original AND d.outcome <> 'duplicate'
                WHERE d.id >= ? GROUP BY d.outcome
                """
            ).each([.integer(first)]) { row in
                let count = Int(row.integer(1))
                activity.originalsBytes += row.integer(2)
                switch row.optionalText(0).flatMap({ Outcome(rawValue: $0) }) {
                case .stored: activity.stored = count
                case .duplicate: activity.duplicate = count
                case .rejected: activity.rejected = count
                case nil: break
                }
                return true
            }
            activity.versions =
                Int(
                    try session.sql("SELECT count(*) FROM versions WHERE delivery >= ?").first(.integer(first)) {
                        $0.integer(0)
                    } ?? 0)
            return activity
        }
    }

    /// The outlets, or with `byCollection` the collections, of what came in since a moment; the most frequent first.
    public func sources(since: Int64, byCollection: Bool) throws(ArchiveError) -> [SourceActivity] {
        try read("count recent sources") { session in
            let first = try session.firstDelivery(since: since)
            let (key, join) =
                byCollection
                ? ("d.collection", "JOIN collections s ON s.id = d.collection")
                : ("a.outlet", "JOIN articles a ON a.id = v.article LEFT JOIN outlets s ON s.id = a.outlet")
            return try session.sql(
                """
                SELECT s.name, count(*), min(d.received), max(d.received) FROM versions v
                JOIN deliveries d ON d.id = v.delivery \(join)
                WHERE v.delivery >= ? GROUP BY \(key) ORDER BY 2 DESC, 1
                """
            ).all(.integer(first)) { row in
                SourceActivity(
                    name: row.optionalText(0), versions: Int(row.integer(1)), first: row.integer(2),
                    last: row.integer(3))
            }
        }
    }

    /// The deliveries since a moment that took longest, the slowest first.
    public func slowest(since: Int64, limit: Int) throws(ArchiveError) -> [SlowDelivery] {
        try read("look for slow deliveries") { session in
            try session.sql(
                "SELECT id, path, duration_ms, size FROM deliveries WHERE id >= ? ORDER BY duration_ms DESC, id LIMIT ?"
            ).all(.integer(try session.firstDelivery(since: since)), SQLValue(limit)) { row in
                SlowDelivery(
                    delivery: row.integer(0), name: FileName(bytes: row.bytes(1)).display, milliseconds: row.integer(2),
                    size: row.integer(3))
            }
        }
    }
}

extension ReadSession {
    /// The number of the first delivery that came in at a moment or later; one beyond the last where there is none.
    fileprivate func firstDelivery(since: Int64) throws -> Int64 {
        var low: Int64 = 0
        var high = (try sql("SELECT max(id) FROM deliveries").first { $0.integer(0) } ?? 0) + 1
        let look = try sql("SELECT id, received FROM deliveries WHERE id >= ? ORDER BY id LIMIT 1")
        while low < high {
            let middle = low + (high - low) / 2
            let isLater = try look.first(.integer(middle)) { $0.integer(1) >= since } ?? true
            if isLater { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
