import NewsModel

/// Whose withdrawals count: those of the source that sent the article.
extension ArticleStore {
    /// Who sent a piece of copy: its collection, and the provider that it names.
    struct Source: Hashable {
        /// The collection's number.
        var collection: Int64
        /// The provider's name, folded; nil where none is named.
        var provider: String?

        /// Whether both may be the same source. Copy that names no provider is of whoever sends to its collection.
        func isSame(as other: Source) -> Bool {
            collection == other.collection && (provider == nil || other.provider == nil || provider == other.provider)
        }
    }

    /// The source of an article that is being filed.
    func source(of article: Article, _ open: OpenDelivery) -> Source {
        Source(collection: open.collection, provider: article.outlet.map { NameFolding.fold($0) })
    }

    /// The source that sent a stored article: that of its first version that does not withdraw it, or where all do, of its first.
    func source(ofStored article: Int64, _ open: OpenDelivery) throws -> (source: Source, isOfWithdrawal: Bool)? {
        // The row of the delivery under way may not be written yet.
        try sql(
            """
            SELECT coalesce(d.collection, ?2), o.folded, v.publication_status FROM versions v
                LEFT JOIN deliveries d ON d.id = v.delivery LEFT JOIN outlets o ON o.id = v.outlet
            WHERE v.article = ?1 ORDER BY coalesce(v.publication_status, '') IN ('cancelled', 'withheld'), v.id LIMIT 1
            """
        ).first(.integer(article), .integer(open.collection)) { row in
            (
                Source(collection: row.integer(0), provider: row.optionalText(1)),
                Standing(status: row.optionalText(2), embargo: nil, version: nil).isWithdrawn
            )
        }
    }

    /// What the sources of two versions, and their standing, say of which is the current one; nil where they say nothing.
    ///
    /// - Parameter article: the one that came last.
    func isCurrent(_ article: Article, of stored: StoredArticle, _ open: OpenDelivery) throws -> Bool? {
        let isWithdrawal = Standing(article.wire).isWithdrawn
        guard isWithdrawal || stored.isWithdrawn, let first = try source(ofStored: stored.id, open),
            !source(of: article, open).isSame(as: first.source)
        else { return nil }
        if isWithdrawal { return first.isOfWithdrawal ? nil : false }
        // Somebody else withdrew what had not come yet.
        return first.isOfWithdrawal ? true : nil
    }
}
