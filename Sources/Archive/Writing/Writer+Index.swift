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
            for id in try sql("SELECT id FROM articles ORDER BY id").all(make: { $0.integer(0) }) {
                if let stored = try storedArticle(id) { try index(id, try indexedText(of: stored)) }
            }
            try sql("INSERT OR REPLACE INTO settings(name, value) VALUES (?, ?)").run(
                .text(Self.versionSetting), .text(String(IndexFolding.version)))
        }
    }
}
