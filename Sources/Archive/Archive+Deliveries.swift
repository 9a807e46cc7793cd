import ArticleQuery
import NewsModel

/// What is needed of an earlier delivery to read its original again.
public struct EarlierDelivery: Sendable, Hashable {
    /// The absolute path of its inbox.
    public var inbox: String
    /// The path relative to the inbox.
    public var path: FileName
    /// The collection.
    public var collection: String
    /// The hash of its bytes; nil when they were never read.
    public var sha256: SHA256Digest?
}

extension Archive {
    /// An earlier delivery, for a retry; nil for a number that is none.
    public func earlierDelivery(_ id: Int64) throws(ArchiveError) -> EarlierDelivery? {
        try read("look a delivery up") { database in
            try PreparedStatement(
                database,
                """
                SELECT i.path, d.path, c.name, o.sha256
                FROM deliveries d JOIN inboxes i ON i.id = d.inbox JOIN collections c ON c.id = d.collection
                    LEFT JOIN originals o ON o.id = d.original
                WHERE d.id = ?
                """
            ).first(.integer(id)) { row in
                EarlierDelivery(
                    inbox: row.text(0), path: FileName(bytes: row.bytes(1)), collection: row.text(2),
                    sha256: row.isNull(3) ? nil : SHA256Digest(bytes: row.bytes(3)))
            }
        }
    }

    /// The article of the newest version, or nil in an empty archive.
    public func lastStored() throws(ArchiveError) -> LastArticle? {
        try read("look the last article up") { try ReadSession(database: $0).lastArticle() }
    }
}
