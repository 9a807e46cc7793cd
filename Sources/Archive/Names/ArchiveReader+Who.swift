import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// What a typed name stands for: the one whose full name it is, else the only one that has its words. A surname that stands
    /// alone in some articles does not make a full name ambiguous.
    public func lookUp(name typed: String, kind: Entity.Kind? = nil) throws(ArchiveError) -> NameLookup {
        try read("look a name up") { session in
            let all = try session.knownNames(typed).filter { kind == nil || $0.kind == kind }
            let folded = NameColumns.fold(typed)
            let exact = all.filter { $0.forms.contains(folded) && !$0.isPartial }
            if let only = exact.first, exact.count == 1 { return .found(only) }
            let full = all.filter { !$0.isPartial }
            let candidates = full.isEmpty ? all : full
            guard let first = candidates.first else { return .none }
            return candidates.count == 1 ? .found(first) : .ambiguous(candidates)
        }
    }

    /// The kinds of which a name is merged into another by a person.
    public func mergedKinds(ofName name: String) throws(ArchiveError) -> [Entity.Kind] {
        try read("look a merge up") { session in
            try session.sql(
                "SELECT kind FROM entity_merges WHERE folded = ? AND into_folded <> folded ORDER BY kind"
            ).all(.text(NameColumns.fold(name))) { NameColumns.kind($0.integer(0)) }
        }
    }

    /// The kinds of which a name counts as one with others though nobody said so.
    public func joinedKinds(ofName name: String) throws(ArchiveError) -> [Entity.Kind] {
        try read("look a name up") { session in
            var groups = NameGroups(session)
            let folded = NameColumns.fold(name)
            return try NameColumns.entityKinds.indices.filter {
                try groups.group(of: EntityKey(kind: Int64($0), folded: folded)).count > 1
            }.map { NameColumns.entityKinds[$0] }
        }
    }

    /// What the archive knows of a name, by current versions.
    ///
    /// - Parameter includesUncertain: true to count mentions and quotations of low confidence too.
    public func profile(of name: KnownName, includesUncertain: Bool = false) throws(ArchiveError) -> NameProfile {
        try read("tell of a name") { session in
            let least = includesUncertain ? 0 : NameColumns.leastConfidence
            let numbers = NameColumns.list(name.numbers)
            // Each article once, whatever forms of the name it has.
            let named = """
                (SELECT DISTINCT a.id, a.current, a.sorted, a.outlet FROM mentions m JOIN versions v ON v.id = m.version
                    JOIN articles a ON a.id = v.article AND a.current = v.id
                 WHERE m.entity IN (\(numbers)) AND m.confidence >= \(least))
                """
            var profile = NameProfile(name: name)
            let corrected = try session.correctedQuotations()
            let isSaid = "q.entity IN (\(numbers)) AND q.confidence >= \(least)"
            profile.articles = try session.sql("SELECT count(*) FROM \(named)").first { Int($0.integer(0)) } ?? 0
            profile.quotations =
                try session.sql(
                    """
                    SELECT count(*) FROM quotations q JOIN versions v ON v.id = q.version
                        JOIN articles a ON a.id = v.article AND a.current = v.id
                    WHERE \(corrected.condition(isSaid) { $0.entity.map(name.numbers.contains) ?? false })
                    """
                ).first { Int($0.integer(0)) } ?? 0
            profile.titles = try session.sql(
                """
                SELECT q.title, q.organization, min(a.sorted), max(a.sorted), count(*) FROM quotations q
                    JOIN versions v ON v.id = q.version JOIN articles a ON a.id = v.article AND a.current = v.id
                WHERE \(corrected.condition(isSaid) { _ in false })
                    AND (q.title IS NOT NULL OR q.organization IS NOT NULL)
                GROUP BY 1, 2 ORDER BY 3, 1 LIMIT \(NameProfile.largestList)
                """
            ).all {
                NameProfile.Title(
                    title: $0.optionalText(0), organization: $0.optionalText(1), first: $0.integer(2),
                    last: $0.integer(3), quotations: Int($0.integer(4)))
            }
            profile.companions = try session.companions(of: name, in: named, least: least)
            profile.outlets = try session.sql(
                """
                SELECT o.name, count(*) FROM \(named) n JOIN outlets o ON o.id = n.outlet
                GROUP BY o.id ORDER BY 2 DESC, 1 LIMIT \(NameProfile.largestList)
                """
            ).all { NameProfile.Count(name: $0.text(0), articles: Int($0.integer(1))) }
            profile.months = try session.sql(
                """
                SELECT strftime('%Y-%m', n.sorted / 1000, 'unixepoch') AS month, count(*) FROM \(named) n
                WHERE month IS NOT NULL GROUP BY 1 ORDER BY 1
                """
            ).all { NameProfile.Count(name: $0.text(0), articles: Int($0.integer(1))) }
            return profile
        }
    }
}
