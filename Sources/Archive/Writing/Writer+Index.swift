extension Writer {
    private static let versionSetting = "index_version"

    /// Makes the full-text index anew when it was made with another version of folding, or with none; an entry can only
    /// be taken out of it with the very words that went in.
    ///
    /// Takes about as long as storing the articles took, in one transaction.
    func bringIndexUpToDate() throws {
        let found = try sql("SELECT value FROM settings WHERE name = ?").first(.text(Self.versionSetting)) {
            $0.text(0)
        }
        guard found != String(IndexFolding.version) else { return }
        try transaction {
            try sql("INSERT INTO article_index(article_index) VALUES ('delete-all')").run()
            try sql(
                """
                SELECT a.id, v.headline, v.body, o.name,
                    (SELECT group_concat(name, char(10)) FROM (
                        SELECT n.name FROM version_authors w JOIN authors n ON n.id = w.author
                        WHERE w.version = v.id ORDER BY w.position))
                FROM articles a JOIN versions v ON v.id = a.current LEFT JOIN outlets o ON o.id = v.outlet
                ORDER BY a.id
                """
            ).each([]) { row in
                let text = IndexedText(
                    headline: row.optionalText(1), body: row.text(2), outlet: row.optionalText(3),
                    authors: row.optionalText(4).map { [$0] } ?? [])
                try index(row.integer(0), text)
                return true
            }
            try sql("INSERT OR REPLACE INTO settings(name, value) VALUES (?, ?)").run(
                .text(Self.versionSetting), .text(String(IndexFolding.version)))
        }
    }
}
