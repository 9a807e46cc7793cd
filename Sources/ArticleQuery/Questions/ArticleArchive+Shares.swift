extension ArticleArchive {
    /// Counts what has the words, and of which part of all articles under the same filters each count is.
    public func shares(
        by key: CountKey, _ filter: ArticleFilter, query: String?, isExact: Bool
    ) throws -> [KeyCount] {
        try sharesAndTotal(by: key, filter, query: query, isExact: isExact).shares
    }

    /// The same, with how many articles there are under the filters.
    ///
    /// - Returns: the counts; the total is of all keys, so that it is exact where an article has one key (not for authors).
    public func sharesAndTotal(
        by key: CountKey, _ filter: ArticleFilter, query: String?, isExact: Bool
    ) throws -> (shares: [KeyCount], total: Int) {
        let counts = try counts(by: key, filter, query: query, isExact: isExact)
        var totals: [String?: Int] = [:]
        for total in try self.counts(by: key, filter, query: nil, isExact: false) { totals[total.key] = total.count }
        let shares = counts.map { count in
            KeyCount(
                key: count.key, count: count.count,
                share: Double(count.count) / Double(max(1, totals[count.key] ?? count.count)))
        }
        return (shares, totals.values.reduce(0, +))
    }
}
