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

    /// A filter that takes everything unless given.
    public init(
        since: Int64? = nil, until: Int64? = nil, outlet: String? = nil, author: String? = nil,
        language: String? = nil, collection: String? = nil, availability: Availability = .all
    ) {
        self.since = since
        self.until = until
        self.outlet = outlet
        self.author = author
        self.language = language
        self.collection = collection
        self.availability = availability
    }

    /// Conditions on the articles table `a`, joined by AND, and the values of their parameters.
    var condition: (sql: String, values: [SQLValue]) {
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
