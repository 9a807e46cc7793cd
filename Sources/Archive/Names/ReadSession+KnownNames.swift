import ArticleQuery
import NewsModel

extension ReadSession {
    /// Entities of one name that are looked at; more come only for a word that nearly every name has.
    private static let largestMatch = 2_000
    /// Merges that lead from one name to the next; more are a circle, which the writer does not make.
    private static let longestMergeChain = 8

    private struct EntityRow {
        let number: Int64
        let kind: Int64
        let name: String
        let folded: String
    }

    /// The names of the archive that have a typed name's words one behind the other, merged ones as one, the most mentioned first.
    func knownNames(_ typed: String) throws -> [KnownName] {
        let folded = NameColumns.fold(typed)
        guard !folded.isEmpty else { return [] }
        let rows = try sql(
            """
            SELECT id, kind, name, folded FROM entities WHERE instr(' ' || folded || ' ', ?1)
            UNION SELECT e.id, e.kind, e.name, e.folded FROM entity_aliases x JOIN entities e ON e.id = x.entity
                WHERE instr(' ' || x.folded || ' ', ?1)
            UNION SELECT e.id, e.kind, e.name, e.folded FROM entity_merges g
                JOIN entities e ON e.kind = g.kind AND e.folded = g.into_folded WHERE instr(' ' || g.folded || ' ', ?1)
            LIMIT \(Self.largestMatch)
            """
        ).all(.text(" \(folded) ")) {
            EntityRow(number: $0.integer(0), kind: $0.integer(1), name: $0.text(2), folded: $0.text(3))
        }
        var keys = Set<EntityKey>()
        var names: [KnownName] = []
        for row in rows {
            let key = try canonical(EntityKey(kind: row.kind, folded: row.folded))
            guard keys.insert(key).inserted else { continue }
            names.append(try knownName(key, spelled: row.name))
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

    private func knownName(_ key: EntityKey, spelled: String) throws -> KnownName {
        var folded = [key.folded]
        var place = 0
        while place < folded.count, folded.count < Self.largestMatch {
            let merged = try sql("SELECT folded FROM entity_merges WHERE kind = ? AND into_folded = ?").all(
                .integer(key.kind), .text(folded[place])
            ) { $0.text(0) }
            folded += merged.filter { !folded.contains($0) }
            place += 1
        }
        var numbers: [Int64] = []
        var name: String?
        var aliases = Set<String>()
        for each in folded {
            let row = try sql("SELECT id, name FROM entities WHERE kind = ? AND folded = ?").first(
                .integer(key.kind), .text(each)
            ) { ($0.integer(0), $0.text(1)) }
            guard let row else { continue }
            numbers.append(row.0)
            if each == key.folded { name = row.1 } else { aliases.insert(row.1) }
            aliases.formUnion(
                try sql("SELECT name FROM entity_aliases WHERE entity = ?").all(.integer(row.0)) { $0.text(0) })
        }
        let shown = name ?? spelled
        aliases.remove(shown)
        let counted = try sql(
            """
            SELECT count(DISTINCT v.article), avg(m.confidence) FROM mentions m JOIN versions v ON v.id = m.version
                JOIN articles a ON a.id = v.article AND a.current = v.id
            WHERE m.entity IN (\(NameColumns.list(numbers)))
            """
        ).first { (articles: Int($0.integer(0)), confidence: $0.isNull(1) ? nil : $0.double(1) / 1000) }
        return KnownName(
            kind: NameColumns.kind(key.kind), name: shown, aliases: aliases.sorted(), articles: counted?.articles ?? 0,
            confidence: counted?.confidence, numbers: numbers, folded: key.folded)
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
