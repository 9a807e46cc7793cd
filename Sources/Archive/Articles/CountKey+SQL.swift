import ArticleQuery

extension CountKey {
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
