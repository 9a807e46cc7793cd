import NewsModel

/// That an article names somebody or something, or quotes somebody.
///
/// A name is meant by its words, one behind the other: a surname finds everybody who bears it. Names that were merged count
/// as one, and guesses of low confidence do not count.
public struct NameCondition: Sendable, Hashable {
    /// What the name does in the article.
    public enum Role: Sendable, Hashable, CaseIterable {
        /// It names this person.
        case person
        /// It names this organisation.
        case organization
        /// It names this place.
        case place
        /// It quotes them, whatever they are.
        case speaker
    }

    /// What the name does in the article.
    public var role: Role
    /// The name or some of its words, in any case.
    public var name: String

    /// A condition for a name.
    public init(_ role: Role, _ name: String) {
        self.role = role
        self.name = name
    }

    /// The condition on the articles table `a`, and the values of its parameters.
    var condition: (sql: String, values: [SQLValue]) {
        let folded = NameColumns.fold(name)
        guard !folded.isEmpty else { return ("0", []) }
        let words = SQLValue.text(" \(folded) ")
        let entities = NameColumns.sameEntities(kinds: role.kinds)
        let least = NameColumns.leastConfidence
        switch role {
        case .person, .organization, .place:
            return (
                "a.current IN (SELECT version FROM mentions WHERE confidence >= \(least) AND entity IN (\(entities)))",
                [words, words]
            )
        case .speaker:
            // Speakers that are none of their article's entities are kept as they were written.
            return (
                """
                a.current IN (SELECT version FROM quotations WHERE confidence >= \(least)
                    AND (entity IN (\(entities)) OR instr(' ' || lower(speaker) || ' ', ?)))
                """, [words, words, .text(" \(NameFolding.fold(name)) ")]
            )
        }
    }
}

extension NameCondition.Role {
    /// The kinds of entity that a name in this role may be, by their stored number.
    var kinds: [Int64] {
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

extension NameColumns {
    /// Selects the numbers of all entities that have the words of two parameters, or were merged with one that has.
    fileprivate static func sameEntities(kinds: [Int64]) -> String {
        """
        WITH RECURSIVE same(kind, folded) AS (
            SELECT kind, folded FROM entities WHERE kind IN (\(list(kinds))) AND instr(' ' || folded || ' ', ?)
            UNION SELECT e.kind, e.folded FROM entity_aliases x JOIN entities e ON e.id = x.entity
                WHERE e.kind IN (\(list(kinds))) AND instr(' ' || x.folded || ' ', ?)
            UNION SELECT g.kind, g.into_folded FROM entity_merges g JOIN same s ON s.kind = g.kind AND s.folded = g.folded
            UNION SELECT g.kind, g.folded FROM entity_merges g JOIN same s ON s.kind = g.kind AND s.folded = g.into_folded
        )
        SELECT e.id FROM same s JOIN entities e ON e.kind = s.kind AND e.folded = s.folded
        """
    }
}

extension ReadSession {
    /// Names that a merged name may have been filed under; more than people merge by hand.
    private static let mostMergedNames = 100

    /// The other names of those that were merged and have the given words, folded, in no order.
    func mergedNames(_ folded: String, _ role: NameCondition.Role) throws -> [String] {
        let kinds = NameColumns.list(role.kinds)
        return try sql(
            """
            WITH RECURSIVE same(kind, folded) AS (
                SELECT kind, folded FROM entity_merges WHERE kind IN (\(kinds)) AND instr(' ' || folded || ' ', ?1)
                UNION SELECT kind, into_folded FROM entity_merges
                    WHERE kind IN (\(kinds)) AND instr(' ' || into_folded || ' ', ?1)
                UNION SELECT g.kind, g.into_folded FROM entity_merges g JOIN same s ON s.kind = g.kind AND s.folded = g.folded
                UNION SELECT g.kind, g.folded FROM entity_merges g JOIN same s ON s.kind = g.kind AND s.folded = g.into_folded
            )
            SELECT DISTINCT folded FROM same WHERE NOT instr(' ' || folded || ' ', ?1) LIMIT \(Self.mostMergedNames)
            """
        ).all(.text(" \(folded) ")) { $0.text(0) }
    }
}
