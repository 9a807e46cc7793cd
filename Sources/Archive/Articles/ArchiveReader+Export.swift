import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// Versions that one transaction reads at most.
    static let exportedAtATime = 250
    /// Bytes of text after which a part ends, so that memory stays bounded whatever articles are long.
    static let exportedBytesAtATime = 4 << 20

    /// A part of what a selection takes out, in a transaction of a fraction of a second.
    ///
    /// Articles come in the order in which they were filed first, which later deliveries do not change: each article that is
    /// there at the start comes once. All articles with the words of the query come, however common these are.
    /// - Parameter cursor: where the part begins, as the part before gave it; nil for the first.
    public func exported(
        _ selection: ExportSelection, after cursor: ExportCursor? = nil
    ) throws(ArchiveError) -> ExportPage {
        try exported(
            selection, after: cursor, versions: Self.exportedAtATime, bytes: Self.exportedBytesAtATime,
            articles: Self.articlesAtATime)
    }

    /// - Parameters:
    ///   - versions: the most versions of a part.
    ///   - bytes: the bytes of text after which it ends.
    ///   - articles: the most articles of the archive that it looks at.
    func exported(
        _ selection: ExportSelection, after cursor: ExportCursor?, versions: Int, bytes: Int, articles: Int64
    ) throws(ArchiveError) -> ExportPage {
        try read("export articles") { session in
            let found = try session.selection(selection.query, selection.filter, isExact: selection.isExact)
            let notes = cursor == nil ? found.notes.map(\.description) : []
            guard found.isPossible else { return ExportPage(versions: [], next: nil, progress: 1, notes: notes) }
            // All parts look for the words of the first one.
            let match = cursor == nil ? found.match : cursor?.match
            let last = try session.sql("SELECT max(id) FROM articles").first { $0.integer(0) } ?? 0
            let end = min(last, (cursor?.article ?? 0) + articles)
            let rows = try session.exportedVersions(
                selection, found, match: match, after: cursor, until: end, limit: versions)
            var taken: [FiledVersion] = []
            var size = 0
            var looked = 0
            while looked < rows.count, size < bytes {
                if let version = try session.filedVersion(rows[looked]) {
                    size += version.version.article.body.utf8.count
                    taken.append(version)
                }
                looked += 1
            }
            var next: ExportCursor?
            if looked < rows.count || rows.count == versions, looked > 0 {
                let row = rows[looked - 1]
                next = ExportCursor(
                    article: row.article, version: selection.includesEarlierVersions ? row.number : nil, match: match)
            } else if end < last {
                next = ExportCursor(article: end, version: nil, match: match)
            }
            return ExportPage(
                versions: taken, next: next, progress: next.map { Double($0.article) / Double(last) } ?? 1, notes: notes
            )
        }
    }
}

extension ReadSession {
    /// Which version to read.
    fileprivate struct VersionRow {
        var article: Int64
        var id: String
        var isWithdrawn: Bool
        var version: Int64
        var number: Int64
        var isCurrent: Bool
    }

    /// The versions of a selection from a place on, in order, of articles up to a number.
    fileprivate func exportedVersions(
        _ selection: ExportSelection, _ found: ArticleSelection, match: String?, after cursor: ExportCursor?,
        until end: Int64, limit: Int
    ) throws -> [VersionRow] {
        let (condition, values) = (found.condition, found.values)
        let source =
            match == nil ? "articles a" : "article_index CROSS JOIN articles a ON a.id = article_index.rowid"
        let id = match == nil ? "a.id" : "article_index.rowid"
        let start = cursor?.article ?? 0
        // The article of the cursor is looked at once more when versions of it may be left.
        let first = cursor?.version == nil ? start + 1 : start
        var rows: [VersionRow] = []
        try sql(
            """
            SELECT a.id, a.article, a.withdrawn, v.id, v.number, v.id = a.current
            FROM \(source) CROSS JOIN versions v
                ON \(selection.includesEarlierVersions ? "v.article = a.id" : "v.id = a.current")
            WHERE \(match == nil ? "" : "article_index MATCH ? AND ")\(id) >= ? AND \(id) <= ? AND \(condition)
                AND (a.id > ? OR v.number > ?)
            ORDER BY \(id), v.number LIMIT ?
            """
        ).each(
            (match.map { [SQLValue.text($0)] } ?? []) + [.integer(first), .integer(end)] + values
                + [.integer(start), .integer(cursor?.version ?? .max), SQLValue(limit)]
        ) { row in
            rows.append(
                VersionRow(
                    article: row.integer(0), id: row.text(1), isWithdrawn: row.integer(2) != 0, version: row.integer(3),
                    number: row.integer(4), isCurrent: row.integer(5) != 0))
            return true
        }
        return rows
    }

    fileprivate func filedVersion(_ row: VersionRow) throws -> FiledVersion? {
        guard let id = ArticleID(row.id), let version = try version(row.version),
            let delivery = try deliveries("d.id = ?", [.integer(version.delivery)]).first
        else { return nil }
        let original = try sql("SELECT original FROM deliveries WHERE id = ?").first(.integer(version.delivery)) {
            $0.optionalInteger(0)
        }
        return FiledVersion(
            id: id, version: version, isCurrent: row.isCurrent, isWithdrawn: row.isWithdrawn, delivery: delivery,
            original: original ?? nil, corrections: try corrections(of: row.id).all)
    }
}
