import ArticleQuery
import NewsModel

/// Which entities of the archive are one somebody or something: those that people merged, spellings of one name, an abbreviation with
/// its full name, and one name under two kinds.
///
/// Nothing is stored: what people said stands in `entity_merges`, and the rest follows from the names, so that it is the same after
/// `reread` and `rebuild`. A name that people keep apart is merged into itself there. Each step leads back too, so that all members of
/// a group have the same group.
struct NameGroups {
    /// Entities of one group that are looked at; more come only from a name that was joined wrongly.
    private static let largestGroup = 64
    /// Articles that are counted to weigh the kinds of a name; beyond that the weights are equal.
    private static let mostCounted = 10_000

    /// An entity's row.
    struct Member {
        let number: Int64
        let key: EntityKey
        var name: String
        /// Versions that name it surely enough to be counted.
        let mentions: Int
    }

    private let session: ReadSession
    private var members: [EntityKey: Member?] = [:]
    private var fullNames: [String: String?] = [:]

    init(_ session: ReadSession) { self.session = session }

    /// All entities that are one with that of a key, the one whose name the group bears first.
    mutating func group(of key: EntityKey) throws -> [Member] {
        guard let first = try member(key) else { return [] }
        var found = [first]
        var keys: Set<EntityKey> = [key]
        var place = 0
        while place < found.count, found.count < Self.largestGroup {
            for next in try neighbours(of: found[place]) where keys.insert(next.key).inserted { found.append(next) }
            place += 1
        }
        var named: EntityKey?
        for member in found where named == nil {
            let target = try session.canonical(member.key)
            if target != member.key { named = target }
        }
        found.sort { Self.leads($0, before: $1, named) }
        found[0].name = try spelled(found[0])
        return found
    }

    /// A name as most articles write it, where the first of them wrote all of it in capitals, as datelines and headlines do.
    private func spelled(_ member: Member) throws -> String {
        guard member.name == member.name.uppercased(), !NameSpellings.isAbbreviation(member.name) else {
            return member.name
        }
        return try session.sql(
            """
            SELECT name FROM (SELECT name FROM mentions WHERE entity = ? AND name IS NOT NULL LIMIT \(Self.mostCounted))
            GROUP BY name ORDER BY name = upper(name), count(*) DESC, name LIMIT 1
            """
        ).first(.integer(member.number)) { $0.text(0) } ?? member.name
    }

    /// The kind of a group: that of most mentions, since the tagger errs now and then; nil for no group.
    static func kind(of group: [Member]) -> Entity.Kind? {
        let mentions = Dictionary(grouping: group, by: \.key.kind).mapValues { $0.map(\.mentions).reduce(0, +) }
        return mentions.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { NameColumns.kind($0.key) }
    }

    /// The entity that a person merged the others into leads; else a full name before an abbreviation, then the most mentioned, the shortest of
    /// those that are mentioned as often.
    private static func leads(_ one: Member, before other: Member, _ named: EntityKey?) -> Bool {
        if let named, (one.key == named) != (other.key == named) { return one.key == named }
        let short = (NameSpellings.isAbbreviation(one.name), NameSpellings.isAbbreviation(other.name))
        if short.0 != short.1 { return short.1 }
        if one.mentions != other.mentions { return one.mentions > other.mentions }
        let (first, second) = (one.key.folded, other.key.folded)
        return (first.utf8.count, first, one.key.kind) < (second.utf8.count, second, other.key.kind)
    }

    /// The entities that one step leads to.
    private mutating func neighbours(of member: Member) throws -> [Member] {
        var found = try merged(with: member.key).compactMap { try self.member($0) }
        guard try !isApart(member.key) else { return found }
        found += try spellings(of: member)
        found += try otherKinds(of: member)
        if member.key.kind != Self.person {
            if NameSpellings.isAbbreviation(member.name) {
                for full in try [fullName(of: member.key.folded)].compactMap({ $0 }) {
                    found += try entities(named: full).filter { $0.key.kind != Self.person }
                }
            } else {
                found += try abbreviations(of: member)
            }
        }
        return try found.filter { try !isApart($0.key) }
    }

    // MARK: What people said

    private static let person = Int64(NameColumns.entityKinds.firstIndex(of: .person) ?? 0)

    private func merged(with key: EntityKey) throws -> [EntityKey] {
        try session.sql(
            """
            SELECT into_folded FROM entity_merges WHERE kind = ?1 AND folded = ?2
            UNION SELECT folded FROM entity_merges WHERE kind = ?1 AND into_folded = ?2
            """
        ).all(.integer(key.kind), .text(key.folded)) { EntityKey(kind: key.kind, folded: $0.text(0)) }
    }

    /// Whether somebody said that a name is nobody else's.
    private func isApart(_ key: EntityKey) throws -> Bool {
        try session.sql("SELECT 1 FROM entity_merges WHERE kind = ? AND folded = ? AND into_folded = folded").first(
            .integer(key.kind), .text(key.folded)
        ) { _ in true } ?? false
    }

    // MARK: Spellings and kinds

    private mutating func spellings(of member: Member) throws -> [Member] {
        var found: [Member] = []
        for folded in NameSpellings.variants(of: member.key.folded, kind: NameColumns.kind(member.key.kind)) {
            guard let other = try self.member(EntityKey(kind: member.key.kind, folded: folded)) else { continue }
            let isOnlyArticle = NameSpellings.differInArticle(member.key.folded, folded)
            // The shorter of the two is the name without its article.
            let bare = member.key.folded.count < folded.count ? member : other
            if !isOnlyArticle || NameSpellings.allowsArticle(bare.name, kind: NameColumns.kind(bare.key.kind)) {
                found.append(other)
            }
        }
        return found
    }

    /// The rows of one folded name under several kinds, where one kind is so much commoner that the others are slips of the tagger.
    private mutating func otherKinds(of member: Member) throws -> [Member] {
        let rows = try entities(named: member.key.folded).sorted {
            ($1.mentions, $0.key.kind) < ($0.mentions, $1.key.kind)
        }
        guard rows.count > 1, let first = rows.first else { return [] }
        let isLong = member.key.folded.contains(" ")
        let joined = rows.dropFirst().filter { other in
            // Washington is a person and a place, Orange a firm and a town.
            guard isLong || first.key.kind != Self.person && other.key.kind != Self.person else { return false }
            guard isLong || first.name == other.name else { return false }
            return other.mentions * (isLong ? 2 : 4) <= first.mentions
        }
        let all = [first] + joined
        return all.contains { $0.key == member.key } ? all : []
    }

    private mutating func entities(named folded: String) throws -> [Member] {
        try NameColumns.entityKinds.indices.compactMap { try member(EntityKey(kind: Int64($0), folded: folded)) }
    }

    // MARK: Abbreviations

    /// The entities that a full name's abbreviations are filed as where an article has nothing but the abbreviation.
    private mutating func abbreviations(of member: Member) throws -> [Member] {
        let forms = try session.sql("SELECT folded, name FROM entity_aliases WHERE entity = ? AND uses > 0").all(
            .integer(member.number)
        ) { (folded: $0.text(0), name: $0.text(1)) }
        let short = forms.filter { NameSpellings.isAbbreviation($0.name) }.map(\.folded)
        try learnFullNames(of: short)
        var found: [Member] = []
        for folded in short where fullNames[folded] == .some(member.key.folded) {
            found += try entities(named: folded).filter {
                $0.key.kind != Self.person && NameSpellings.isAbbreviation($0.name)
            }
        }
        return found
    }

    /// The folded full name that the archive's articles give an abbreviation; nil where none does, or several do.
    private mutating func fullName(of abbreviation: String) throws -> String? {
        try learnFullNames(of: [abbreviation])
        return fullNames[abbreviation] ?? nil
    }

    /// So many articles that spell an abbreviation out are enough for any; one is enough for three letters or more that are the first
    /// of all words, where hardly another article uses them: the next may mean something else.
    private static let leastUses = 2
    /// Of the articles that spell an abbreviation out, so many of five must do it in the same way.
    private static let agreeing = 4

    /// Finds the full names of abbreviations, all in one pass over the forms of names.
    private mutating func learnFullNames(of abbreviations: [String]) throws {
        let wanted = abbreviations.filter { fullNames[$0] == nil }
        guard !wanted.isEmpty else { return }
        var uses: [String: [String: Int]] = [:]
        let list = wanted.map { _ in "?" }.joined(separator: ", ")
        try session.sql(
            """
            SELECT x.folded, e.folded, x.uses FROM entity_aliases x JOIN entities e ON e.id = x.entity
            WHERE x.folded IN (\(list)) AND x.uses > 0 AND e.kind <> \(Self.person)
            """
        ).each(wanted.map { .text($0) }) { row in
            let (short, full) = (row.text(0), row.text(1))
            if NameSpellings.initials(of: full, as: short) != nil {
                uses[short, default: [:]][full, default: 0] += Int(row.integer(2))
            }
            return true
        }
        for short in wanted {
            let alone = try entities(named: short).filter { $0.key.kind != Self.person }.map(\.mentions).reduce(0, +)
            fullNames[short] = .some(Self.agreed(uses[short] ?? [:], on: short, alone: alone))
        }
    }

    /// The full name that most articles give an abbreviation, its other spellings counted with it.
    ///
    /// - Parameter alone: how many articles have nothing but the abbreviation.
    private static func agreed(_ uses: [String: Int], on abbreviation: String, alone: Int) -> String? {
        let byUse = uses.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let first = byUse.first else { return nil }
        let spellings = Set(NameSpellings.variants(of: first.key, kind: .organization))
        let total = uses.values.reduce(0, +)
        let own = byUse.filter { $0.key == first.key || spellings.contains($0.key) }.map(\.value).reduce(0, +)
        guard own * 5 >= total * agreeing else { return nil }
        let isCertain =
            abbreviation.count > 2 && alone <= own && NameSpellings.initials(of: first.key, as: abbreviation) == .all
        return own >= leastUses || isCertain ? first.key : nil
    }

    // MARK: Rows

    private mutating func member(_ key: EntityKey) throws -> Member? {
        if let known = members[key] { return known }
        let row = try session.sql(
            """
            SELECT id, name, (SELECT count(*) FROM (SELECT 1 FROM mentions WHERE entity = entities.id
                AND confidence >= \(NameColumns.leastConfidence) LIMIT \(Self.mostCounted)))
            FROM entities WHERE kind = ? AND folded = ?
            """
        ).first(.integer(key.kind), .text(key.folded)) {
            Member(number: $0.integer(0), key: key, name: $0.text(1), mentions: Int($0.integer(2)))
        }
        members[key] = .some(row)
        return row
    }
}
