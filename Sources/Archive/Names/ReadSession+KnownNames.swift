import ArticleQuery
import NewsModel

extension ReadSession {
    /// Entities of one name that are looked at; more come only for a word that nearly every name has.
    private static let largestMatch = 2_000
    /// Merges that lead from one name to the next; more are a circle, which the writer does not make.
    private static let longestMergeChain = 8

    /// The names of the archive that have a typed name's words one behind the other, merged ones as one, the most mentioned first.
    func knownNames(_ typed: String) throws -> [KnownName] {
        let folded = NameColumns.fold(typed)
        guard !folded.isEmpty else { return [] }
        let keys = try sql(
            """
            SELECT kind, folded FROM entities WHERE instr(' ' || folded || ' ', ?1)
            UNION SELECT e.kind, e.folded FROM entity_aliases x JOIN entities e ON e.id = x.entity
                WHERE instr(' ' || x.folded || ' ', ?1)
            UNION SELECT e.kind, e.folded FROM entity_merges g
                JOIN entities e ON e.kind = g.kind AND e.folded = g.into_folded WHERE instr(' ' || g.folded || ' ', ?1)
            LIMIT \(Self.largestMatch)
            """
        ).all(.text(" \(folded) ")) { EntityKey(kind: $0.integer(0), folded: $0.text(1)) }
        var groups = NameGroups(self)
        var met = Set<EntityKey>()
        var names: [KnownName] = []
        for key in keys where !met.contains(key) {
            let group = try groups.group(of: key)
            met.formUnion(group.map(\.key))
            if let name = try knownName(group) { names.append(name) }
        }
        return names.sorted { ($1.articles, $0.name) < ($0.articles, $1.name) }
    }

    /// The key under which an entity stands after all merges.
    func canonical(_ key: EntityKey) throws -> EntityKey {
        var key = key
        for _ in 0..<Self.longestMergeChain {
            guard
                let next = try sql("SELECT into_folded FROM entity_merges WHERE kind = ? AND folded = ?").first(
                    .integer(key.kind), .text(key.folded), make: { $0.text(0) })
            else { break }
            key = EntityKey(kind: key.kind, folded: next)
        }
        return key
    }

    private func knownName(_ group: [NameGroups.Member]) throws -> KnownName? {
        guard let first = group.first, let kind = NameGroups.kind(of: group) else { return nil }
        let numbers = group.map(\.number)
        var aliases = Set(group.map(\.name))
        for member in group {
            aliases.formUnion(
                try sql("SELECT name FROM entity_aliases WHERE entity = ?").all(.integer(member.number)) { $0.text(0) })
        }
        aliases.remove(first.name)
        let counted = try sql(
            """
            SELECT count(DISTINCT v.article), avg(m.confidence) FROM mentions m JOIN versions v ON v.id = m.version
                JOIN articles a ON a.id = v.article AND a.current = v.id
            WHERE m.entity IN (\(NameColumns.list(numbers)))
            """
        ).first { (articles: Int($0.integer(0)), confidence: $0.isNull(1) ? nil : $0.double(1) / 1000) }
        return KnownName(
            kind: kind, name: first.name, aliases: aliases.sorted(),
            articles: counted?.articles ?? 0, confidence: counted?.confidence, numbers: numbers,
            folded: first.key.folded, forms: Set(group.map(\.key.folded)))
    }
}

/// By what entities are the same over the archive.
struct EntityKey: Hashable, Sendable {
    let kind: Int64
    let folded: String
}

extension NameColumns {
    /// Numbers of rows for `IN (...)`; they are integers of ours, so nothing that was typed gets into a statement.
    static func list(_ numbers: [Int64]) -> String { numbers.map(String.init).joined(separator: ", ") }
}
