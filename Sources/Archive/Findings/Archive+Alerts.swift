import ArticleQuery

extension Archive {
    /// Saves a search under a name; one of that name is replaced and keeps its hits.
    public func addAlert(name: String, query: String, created: Int64) throws(ArchiveError) {
        try write("save a search") { writer in
            try writer.transaction {
                try writer.sql(
                    """
                    INSERT INTO watches(name, query, created) VALUES (?, ?, ?)
                    ON CONFLICT (name) DO UPDATE SET query = excluded.query
                    """
                ).run(.text(name), .text(query), .integer(created))
            }
        }
    }

    /// Removes a saved search with its hits; false where there is none of that name.
    public func removeAlert(name: String) throws(ArchiveError) -> Bool {
        try write("remove a saved search") { writer in
            try writer.transaction {
                guard
                    let number = try writer.sql("SELECT id FROM watches WHERE name = ?").first(
                        .text(name), make: { $0.integer(0) })
                else { return false }
                try writer.sql("DELETE FROM watch_hits WHERE watch = ?").run(.integer(number))
                try writer.sql("DELETE FROM watches WHERE id = ?").run(.integer(number))
                return true
            }
        }
    }
}
