import ArticleQuery
import NewsModel

extension NameCondition.Role {
    /// The kinds of entity that a name in this role may be, by their stored number.
    fileprivate var kinds: [Int64] {
        let kind: Entity.Kind? =
            switch self {
            case .person: .person
            case .organization: .organization
            case .place: .place
            case .speaker: nil
            }
        let all = NameColumns.entityKinds
        return all.indices.filter { kind == nil || all[$0] == kind }.map { Int64($0) }
    }
}

extension ReadSession {
    /// Names that one name may have been filed under besides; more than people merge by hand.
    private static let mostOtherNames = 100

    /// What the tokens of a name in a field of names are called besides: the names of those who bear it in some article as another
    /// form, and of those that count as one with it. Folded, in order.
    ///
    /// As with inflected forms, the search goes on without what cannot be read, and meets the failure itself.
    func otherNames(_ tokens: [String], _ field: SearchField) -> [String] {
        guard let role = field.names else { return [] }
        return (try? otherNames(tokens.joined(separator: " "), role)) ?? []
    }

    private func otherNames(_ folded: String, _ role: NameCondition.Role) throws -> [String] {
        let kinds = NameColumns.list(role.kinds)
        let known = try sql(
            """
            WITH RECURSIVE same(kind, folded) AS (
                SELECT kind, folded FROM entity_merges WHERE kind IN (\(kinds)) AND instr(' ' || folded || ' ', ?1)
                UNION SELECT kind, into_folded FROM entity_merges
                    WHERE kind IN (\(kinds)) AND instr(' ' || into_folded || ' ', ?1)
                UNION SELECT e.kind, e.folded FROM entity_aliases x JOIN entities e ON e.id = x.entity
                    WHERE e.kind IN (\(kinds)) AND instr(' ' || x.folded || ' ', ?1)
                UNION SELECT g.kind, g.into_folded FROM entity_merges g JOIN same s ON s.kind = g.kind AND s.folded = g.folded
                UNION SELECT g.kind, g.folded FROM entity_merges g JOIN same s ON s.kind = g.kind AND s.folded = g.into_folded
            )
            SELECT DISTINCT folded FROM same WHERE NOT instr(' ' || folded || ' ', ?1) LIMIT \(Self.mostOtherNames)
            """
        ).all(.text(" \(folded) ")) { $0.text(0) }
        // Those that are one with exactly this name though no article says so: where an article has the abbreviation alone.
        var groups = NameGroups(self)
        var others = Set(known)
        for kind in role.kinds {
            others.formUnion(try groups.group(of: EntityKey(kind: kind, folded: folded)).map(\.key.folded))
        }
        return others.filter { !" \($0) ".contains(" \(folded) ") }.sorted()
    }
}
