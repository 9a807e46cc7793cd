extension ArticleStore {
    private static let versionSetting = "index_version"

    /// Rebuilds the full-text index when it was made with another version of folding, or with none; an entry can only
    /// be taken out of it with the very words that went in.
    ///
    /// Takes about as long as storing the articles took, in one transaction.
    func bringIndexUpToDate() throws {
        let found = try settings.value(of: Self.versionSetting)
        guard found != String(IndexFolding.version) else { return }
        try session.transaction {
            try sql("INSERT INTO article_index(article_index) VALUES ('delete-all')").run()
            for id in try sql("SELECT id FROM articles ORDER BY id").all(make: { $0.integer(0) }) {
                if let stored = try stored(id) { try index(id, try indexedText(of: stored)) }
            }
            try settings.set(Self.versionSetting, to: String(IndexFolding.version))
        }
    }
}
