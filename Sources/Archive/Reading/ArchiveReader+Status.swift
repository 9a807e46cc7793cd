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

    /// A write-ahead log that is longer than this many bytes was kept from being emptied, by a program that reads on and on.
    public static let longestLogBytes = Int64(Connection.logSizeLimit)
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

extension ArchiveReader {
    /// The archive at a glance; costs a few look-ups however large it is.
    public func status() throws(ArchiveError) -> ArchiveStatus {
        let (counters, last) = try read("read the status") { session in
            (try Counters.read(try session.sql("SELECT name, value FROM counters")), try session.lastArticle())
        }
        return ArchiveStatus(
            counters: counters, last: last, databaseBytes: SystemCalls.size(ofFile: state.database) ?? 0,
            logBytes: SystemCalls.size(ofFile: state.log) ?? 0)
    }
}

extension ReadSession {
    /// The article of the version that was stored last.
    func lastArticle() throws -> LastArticle? {
        try sql(
            """
            SELECT a.article, v.headline, o.name, d.received FROM versions v
            JOIN articles a ON a.id = v.article
            JOIN deliveries d ON d.id = v.delivery
            LEFT JOIN outlets o ON o.id = v.outlet
            ORDER BY v.id DESC LIMIT 1
            """
        ).first { row -> LastArticle? in
            ArticleID(row.text(0)).map {
                LastArticle(
                    id: $0, headline: row.optionalText(1), outlet: row.optionalText(2), received: row.integer(3))
            }
        } ?? nil
    }
}
