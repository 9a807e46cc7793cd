/// What articles are counted by.
public enum CountKey: String, Sendable, CaseIterable {
    /// The day of publication as the source tells it, else that of the delivery in UTC.
    case day
    /// The month of that day.
    case month
    /// The outlet.
    case outlet
    /// The language.
    case language
    /// The collection.
    case collection
    /// The author; an article of two authors counts for both.
    case author

    /// The key in SQL, of the articles table `a`, and the tables that it needs beside it.
    var sql: (key: String, joins: String) {
        let day = "coalesce(substr(v.published, 1, 10), strftime('%Y-%m-%d', a.sorted / 1000, 'unixepoch'))"
        switch self {
        case .day: return (day, "JOIN versions v ON v.id = a.current")
        case .month: return ("substr(\(day), 1, 7)", "JOIN versions v ON v.id = a.current")
        case .outlet: return ("o.name", "LEFT JOIN outlets o ON o.id = a.outlet")
        case .language: return ("a.language", "")
        case .collection: return ("c.name", "JOIN collections c ON c.id = a.collection")
        case .author:
            return (
                "n.name",
                """
                LEFT JOIN version_authors w ON w.version = a.current
                LEFT JOIN authors n ON n.id = w.author
                """
            )
        }
    }
}

/// How many articles have one key.
public struct KeyCount: Sendable, Hashable {
    /// The day, name or code; nil for articles that have none.
    public var key: String?
    /// The number of articles.
    public var count: Int
    /// Their part of all articles counted, from 0 to 1.
    public var share: Double

    /// A number of articles with the same value.
    public init(key: String?, count: Int, share: Double) {
        self.key = key
        self.count = count
        self.share = share
    }
}
