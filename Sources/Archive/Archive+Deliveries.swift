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

/// The article that was stored last.
public struct LastStored: Sendable, Hashable {
    /// Its id.
    public var id: ArticleID
    /// Its headline, or nil.
    public var headline: String?
    /// Its outlet, or nil.
    public var outlet: String?
    /// When its delivery came in, milliseconds since 1970 UTC.
    public var received: Int64

    /// An article that was stored.
    public init(id: ArticleID, headline: String?, outlet: String?, received: Int64) {
        self.id = id
        self.headline = headline
        self.outlet = outlet
        self.received = received
    }
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
    public func lastStored() throws(ArchiveError) -> LastStored? {
        try read("look the last article up") { database in
            try PreparedStatement(
                database,
                """
                SELECT a.article, v.headline, o.name, d.received
                FROM versions v JOIN articles a ON a.id = v.article JOIN deliveries d ON d.id = v.delivery
                    LEFT JOIN outlets o ON o.id = v.outlet
                ORDER BY v.id DESC LIMIT 1
                """
            ).first { row -> LastStored? in
                guard let id = ArticleID(row.text(0)) else { return nil }
                return LastStored(
                    id: id, headline: row.optionalText(1), outlet: row.optionalText(2), received: row.integer(3))
            } ?? nil
        }
    }
}
