extension ArticleArchive {
    /// Counts what has the words, and of which part of all articles under the same filters each count is.
    public func shares(
        by key: CountKey, _ filter: ArticleFilter, query: String?, isExact: Bool
    ) throws -> [KeyCount] {
        let counts = try counts(by: key, filter, query: query, isExact: isExact)
        var totals: [String?: Int] = [:]
        for total in try self.counts(by: key, filter, query: nil, isExact: false) { totals[total.key] = total.count }
        return counts.map { count in
            KeyCount(
                key: count.key, count: count.count,
                share: Double(count.count) / Double(max(1, totals[count.key] ?? count.count)))
        }
    }
}
