import ArticleQuery

/// The saved search that an address names.
enum AlertRequest {
    /// Names that are offered in place of one that there is not.
    private static let mostOffered = 5

    /// The saved search of a name.
    ///
    /// - Throws: `WebError` that offers those that there are; `ArchiveError`.
    static func alert(_ name: String, _ archive: any ArticleArchive) throws -> Alert {
        let alerts = try archive.alerts()
        if let alert = alerts.first(where: { $0.name == name }) { return alert }
        // Those that begin alike first.
        let near = alerts.map(\.name).sorted {
            $0.commonPrefix(with: name).count > $1.commonPrefix(with: name).count
        }
        throw WebError(
            .notFound, "unknown-alert", "There is no alert \(name.prefix(100)).",
            neighbours: Array(near.prefix(mostOffered)))
    }

    /// A page of what it has found.
    ///
    /// - Throws: as for `alert`.
    static func hits(
        _ name: String, _ page: ListParameters, _ archive: any ArticleArchive
    ) throws -> Page<ArticleSummary> {
        let alert = try alert(name, archive)
        return try archive.hits(ofAlert: alert.name, limit: page.limit, after: page.cursor)
    }
}

extension String {
    fileprivate func commonPrefix(with other: String) -> Substring {
        self[
            ..<(zip(indices, zip(self, other)).first { $1.0 != $1.1 }?.0
                ?? index(startIndex, offsetBy: Swift.min(count, other.count)))]
    }
}
