import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// The archive at a glance; costs a few look-ups however large it is.
    public func status() throws(ArchiveError) -> ArchiveStatus {
        let (counters, last) = try read("read the status") { session in
            (try Counters.read(try session.sql("SELECT name, value FROM counters")), try session.lastArticle())
        }
        return ArchiveStatus(
            counters: counters, last: last, databaseBytes: ArchiveFiles.size(ofFile: state.database) ?? 0,
            logBytes: ArchiveFiles.size(ofFile: state.log) ?? 0)
    }
}

extension ReadSession {
    /// The article of the version that was stored last.
    func lastArticle() throws -> LastArticle? {
        try sql(
            """
            SELECT a.article, v.headline, o.name, d.received, v.url FROM versions v
            JOIN articles a ON a.id = v.article
            JOIN deliveries d ON d.id = v.delivery
            LEFT JOIN outlets o ON o.id = v.outlet
            ORDER BY v.id DESC LIMIT 1
            """
        ).first { row -> LastArticle? in
            guard let id = ArticleID(row.text(0)) else { return nil }
            return LastArticle(
                id: id, headline: row.optionalText(1),
                outlet: try outletNames.shown(row.optionalText(2), url: row.optionalText(4)), received: row.integer(3))
        } ?? nil
    }
}

extension ArchiveStatus {
    /// A write-ahead log that is longer than this many bytes was kept from being emptied, by a program that reads on and on.
    public static let longestLogBytes = Int64(Connection.logSizeLimit)
}
