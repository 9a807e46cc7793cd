import NewsModel

/// The archive at a glance.
public struct ArchiveStatus: Sendable, Hashable {
    /// The totals.
    public var counters: Counters
    /// The article that was stored last, or nil.
    public var last: LastArticle?
    /// Bytes of the database.
    public var databaseBytes: Int64
    /// Bytes of the write-ahead log.
    public var logBytes: Int64

    package init(counters: Counters, last: LastArticle?, databaseBytes: Int64, logBytes: Int64) {
        self.counters = counters
        self.last = last
        self.databaseBytes = databaseBytes
        self.logBytes = logBytes
    }
}

/// The article that was stored last.
public struct LastArticle: Sendable, Hashable {
    /// The stable id.
    public var id: ArticleID
    /// The headline, or nil.
    public var headline: String?
    /// The outlet, or nil.
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
