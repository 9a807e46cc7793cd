/// Which articles a search or a list is about; nil takes any.
public struct ArticleFilter: Sendable, Hashable {
    /// The earliest published time, else time of delivery: milliseconds since 1970 UTC, included.
    public var since: Int64?
    /// The latest such time, included.
    public var until: Int64?
    /// A part of the outlet's name, in any case.
    public var outlet: String?
    /// A part of an author's name, in any case.
    public var author: String?
    /// The language, exactly: an ISO 639-1 code.
    public var language: String?
    /// The collection, exactly.
    public var collection: String?
    /// Whether withdrawn and embargoed articles count. Default: all do.
    public var availability: Availability

    /// The story, by its id or a beginning of it that no other story has.
    public var story: String?
    /// What it names and whom it quotes: all of these.
    public var names: [NameCondition]
    /// True to leave out copies whose best one is taken too.
    public var foldsCopies: Bool

    /// A filter that takes everything unless given.
    public init(
        since: Int64? = nil, until: Int64? = nil, outlet: String? = nil, author: String? = nil,
        language: String? = nil, collection: String? = nil, availability: Availability = .all, story: String? = nil,
        names: [NameCondition] = [], foldsCopies: Bool = false
    ) {
        self.since = since
        self.until = until
        self.outlet = outlet
        self.author = author
        self.language = language
        self.collection = collection
        self.story = story
        self.names = names
        self.foldsCopies = foldsCopies
        self.availability = availability
    }

    /// Conditions on the articles table `a`, joined by AND, and the values of their parameters.
    var condition: (sql: String, values: [SQLValue]) {
        let (sql, values) = conditionOnEach
        guard foldsCopies else { return (sql, values) }
        // The inner `a` is the best copy: where the filter takes it too, this one is folded under it.
        let folded = """
            NOT EXISTS (SELECT 1 FROM copies k WHERE k.article = a.id
                AND EXISTS (SELECT 1 FROM articles a WHERE a.id = k.best AND \(sql)))
            """
        return (sql + " AND " + folded, values + values)
    }

    /// The same without folding.
    private var conditionOnEach: (sql: String, values: [SQLValue]) {
        var parts = ["1"]
        var values: [SQLValue] = []
        func add(_ sql: String, _ value: SQLValue?) {
            guard let value else { return }
            parts.append(sql)
            values.append(value)
        }
        add("a.sorted >= ?", since.map { .integer($0) })
        add("a.sorted <= ?", until.map { .integer($0) })
        add(
            "a.outlet IN (SELECT id FROM outlets WHERE instr(folded, ?))",
            outlet.map { .text(NameFolding.fold($0)) })
        add(
            """
            EXISTS (SELECT 1 FROM version_authors w JOIN authors n ON n.id = w.author
                WHERE w.version = a.current AND instr(n.folded, ?))
            """, author.map { .text(NameFolding.fold($0)) })
        add("a.language = ?", language.map { .text($0) })
        add("a.collection = (SELECT id FROM collections WHERE name = ?)", collection.map { .text($0) })
        if let story {
            parts.append(
                """
                a.id IN (SELECT m.article FROM story_articles m JOIN articles f ON f.id = m.story
                    WHERE f.article >= ? AND f.article < ?)
                """)
            // `{` is the letter after z.
            values += [.text(story.lowercased()), .text(story.lowercased() + "{")]
        }
        for (sql, needed) in names.map(\.condition) {
            parts.append(sql)
            values += needed
        }
        let (available, moment) = availability.condition
        if available != "1" { parts.append(available) }
        if let moment { values.append(moment) }
        return (parts.joined(separator: " AND "), values)
    }
}

/// How names of outlets and authors are compared: without regard to case.
enum NameFolding {
    /// A name in lower case, as it is stored beside the name and as a part of it is looked for.
    static func fold(_ name: String) -> String { name.lowercased() }
}
