import ArticleQuery

extension ArchiveReader {
    /// Every outlet that an article is of, that with the most articles first, with the names that people say are its.
    ///
    /// An outlet that was named and has no article any more stands at the end.
    public func outlets() throws(ArchiveError) -> [OutletRecord] {
        try read("list the outlets") { session in
            let names = try session.outletNames
            var others: [String: [OutletRecord.OtherName]] = [:]
            for (rules, isHost) in [(names.names, false), (names.hosts, true)] {
                for rule in rules.values {
                    others[names.shown(as: rule.into), default: []].append(
                        OutletRecord.OtherName(name: rule.name, isHost: isHost, by: rule.by, at: rule.at))
                }
            }
            for name in others.keys { others[name]?.sort { $0.name < $1.name } }
            var outlets = try session.sql(
                """
                SELECT o.name, count(*) FROM articles a JOIN outlets o ON o.id = a.outlet
                GROUP BY a.outlet ORDER BY 2 DESC, 1
                """
            ).all { row in
                OutletRecord(
                    name: row.text(0), articles: Int(row.integer(1)),
                    otherNames: others.removeValue(forKey: row.text(0)) ?? [])
            }
            outlets += others.sorted { $0.key < $1.key }.map {
                OutletRecord(name: $0.key, articles: 0, otherNames: $0.value)
            }
            return outlets
        }
    }
}
