import ArticleQuery

extension ArchiveReader {
    /// What the newest of the articles that a filter takes and that have all of some words have in common.
    ///
    /// One pass over at most `most` articles, those that were delivered last, so that the time is bounded whatever was typed.
    public func facets(
        _ filter: ArticleFilter, query: String?, isExact: Bool, most: Int
    ) throws(ArchiveError) -> Facets {
        try read("count articles") { session in
            let selection = try session.selection(query, filter, isExact: isExact)
            return selection.isPossible ? try session.facets(selection, most: most) : Facets()
        }
    }
}

extension ReadSession {
    fileprivate func facets(_ selection: ArticleSelection, most: Int) throws -> Facets {
        let match = selection.match
        let (found, id) =
            match == nil
            ? ("articles a", "a.id")
            : ("article_index CROSS JOIN articles a ON a.id = article_index.rowid", "article_index.rowid")
        let values = (match.map { [SQLValue.text($0)] } ?? []) + selection.values + [SQLValue(most + 1)]
        var facets = Facets()
        var outlets: [Int64: Int] = [:]
        var collections: [Int64: Int] = [:]
        var languages: [String: Int] = [:]
        var formats: [String: Int] = [:]
        var months: [String: Int] = [:]
        try sql(
            """
            SELECT coalesce(a.outlet, 0), coalesce(a.collection, 0), coalesce(a.language, ''), v.format,
                substr(coalesce(v.published, strftime('%Y-%m', a.sorted / 1000, 'unixepoch')), 1, 7)
            FROM \(found) CROSS JOIN versions v ON v.id = a.current
            WHERE \(match == nil ? "" : "article_index MATCH ? AND ")\(selection.condition)
            ORDER BY \(id) DESC LIMIT ?
            """
        ).each(values) { row in
            guard facets.count < most else {
                facets.isSample = true
                return false
            }
            facets.count += 1
            outlets[row.integer(0), default: 0] += 1
            collections[row.integer(1), default: 0] += 1
            languages[row.text(2), default: 0] += 1
            formats[row.text(3), default: 0] += 1
            months[row.text(4), default: 0] += 1
            return true
        }
        facets.outlets = try named(outlets, "SELECT name FROM outlets WHERE id = ?")
        facets.collections = try named(collections, "SELECT name FROM collections WHERE id = ?")
        facets.languages = frequent(languages.map { ($0.key.isEmpty ? nil : $0.key, $0.value) })
        facets.formats = frequent(formats.map { ($0.key, $0.value) })
        facets.months = months.sorted { $0.key < $1.key }.map { Facets.Value(name: $0.key, count: $0.value) }
        return facets
    }

    private func named(_ counts: [Int64: Int], _ query: String) throws -> [Facets.Value] {
        let name = try sql(query)
        return frequent(
            try counts.map { number, count in (try name.first(.integer(number)) { $0.text(0) }, count) })
    }

    private func frequent(_ counts: [(String?, Int)]) -> [Facets.Value] {
        counts.map { Facets.Value(name: $0.0, count: $0.1) }.sorted {
            $0.count != $1.count ? $0.count > $1.count : ($0.name ?? "") < ($1.name ?? "")
        }
    }
}
