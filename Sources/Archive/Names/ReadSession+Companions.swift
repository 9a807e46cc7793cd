import ArticleQuery
import NewsModel

extension ReadSession {
    /// Names that are counted before those that are one are joined, as a multiple of those that are shown.
    private static let readAhead = 3

    /// Who is named in the same articles as a name, the most frequent first.
    ///
    /// - Parameters:
    ///   - articles: a subquery whose `current` are the versions that name it.
    ///   - least: the confidence of mentions that count, in thousandths.
    func companions(of name: KnownName, in articles: String, least: Int64) throws -> [NameProfile.Companion] {
        let rows = try sql(
            """
            SELECT e.kind, e.folded, e.name, count(*) FROM \(articles) n JOIN mentions o ON o.version = n.current
                JOIN entities e ON e.id = o.entity
            WHERE o.entity NOT IN (\(NameColumns.list(name.numbers))) AND o.confidence >= \(least)
            GROUP BY o.entity ORDER BY 4 DESC, 3 LIMIT \(NameProfile.largestList * Self.readAhead)
            """
        ).all { (key: EntityKey(kind: $0.integer(0), folded: $0.text(1)), articles: Int($0.integer(3))) }
        var groups = NameGroups(self)
        var met = Set<EntityKey>()
        var found: [NameProfile.Companion] = []
        for row in rows where !met.contains(row.key) {
            let group = try groups.group(of: row.key)
            met.formUnion(group.map(\.key))
            guard let first = group.first, let kind = NameGroups.kind(of: group) else { continue }
            var count = row.articles
            if group.count > 1 {
                count =
                    try sql(
                        """
                        SELECT count(DISTINCT n.current) FROM \(articles) n JOIN mentions o ON o.version = n.current
                        WHERE o.entity IN (\(NameColumns.list(group.map(\.number)))) AND o.confidence >= \(least)
                        """
                    ).first { Int($0.integer(0)) } ?? count
            }
            found.append(NameProfile.Companion(kind: kind, name: first.name, articles: count))
        }
        return Array(
            found.sorted { ($1.articles, $0.name) < ($0.articles, $1.name) }.prefix(NameProfile.largestList))
    }
}
