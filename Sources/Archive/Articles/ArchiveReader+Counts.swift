import ArticleQuery

extension ArchiveReader {
    /// Articles that one transaction counts: well under a second, so that the log can be emptied in between.
    static let articlesAtATime: Int64 = 100_000

    /// Counts articles by what they have in common: days and months in their order, everything else the most frequent first.
    ///
    /// Counts exactly, all articles and not only the newest of common words. What comes in meanwhile may be counted or not.
    /// - Parameters:
    ///   - key: What to count by.
    ///   - filter: Which articles.
    ///   - query: Words that the articles must have; nil for any article.
    ///   - isExact: True when words match only as they stand.
    public func counts(
        by key: CountKey, _ filter: ArticleFilter = ArticleFilter(), query: String? = nil, isExact: Bool = false
    ) throws(ArchiveError) -> [KeyCount] {
        try counts(by: key, filter, query: query, isExact: isExact, atATime: Self.articlesAtATime)
    }

    func counts(
        by key: CountKey, _ filter: ArticleFilter, query: String?, isExact: Bool, atATime: Int64
    ) throws(ArchiveError) -> [KeyCount] {
        let (selection, last) = try read("count articles") { session in
            (
                try session.selection(query, filter, isExact: isExact),
                try session.sql("SELECT max(id) FROM articles").first { $0.integer(0) } ?? 0
            )
        }
        guard selection.isPossible else { return [] }
        var counts: [String?: Int] = [:]
        var total = 0
        for start in stride(from: Int64(0), to: last, by: Int(atATime)) {
            try read("count articles") { session in
                total += try session.count(
                    key, selection, ids: (start + 1)...(start + atATime), into: &counts)
            }
        }
        let rows = counts.map {
            KeyCount(key: $0.key, count: $0.value, share: Double($0.value) / Double(max(1, total)))
        }
        return rows.sorted { left, right in
            let names = (left.key ?? "", right.key ?? "")
            switch key {
            case .day, .month: return names.0 < names.1
            case .outlet, .language, .collection, .author:
                return left.count != right.count ? left.count > right.count : names.0 < names.1
            }
        }
    }
}

extension ReadSession {
    /// Adds the counts of the articles of some numbers, and gives how many articles these are.
    fileprivate func count(
        _ key: CountKey, _ selection: ArticleSelection, ids: ClosedRange<Int64>, into counts: inout [String?: Int]
    ) throws -> Int {
        let (match, condition) = (selection.match, selection.condition)
        let found =
            match == nil
            ? "articles a" : "article_index CROSS JOIN articles a ON a.id = article_index.rowid"
        let id = match == nil ? "a.id" : "article_index.rowid"
        let rows =
            (match == nil ? "" : "article_index MATCH ? AND ") + "\(id) >= ? AND \(id) <= ? AND \(condition)"
        let bound =
            (match.map { [SQLValue.text($0)] } ?? [])
            + [.integer(ids.lowerBound), .integer(ids.upperBound)] + selection.values
        let (name, joins) = key.sql
        var sum = 0
        try sql("SELECT \(name) AS key, count(*) FROM \(found) \(joins) WHERE \(rows) GROUP BY key").each(bound) {
            counts[$0.optionalText(0), default: 0] += Int($0.integer(1))
            sum += Int($0.integer(1))
            return true
        }
        guard key == .author else { return sum }
        // An article of several authors is one article.
        var articles = 0
        try sql("SELECT count(*) FROM \(found) WHERE \(rows)").each(bound) {
            articles = Int($0.integer(0))
            return false
        }
        return articles
    }
}
