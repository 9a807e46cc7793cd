import ArticleQuery
import NewsModel

extension ArchiveReader {
    /// A version by its numbers.
    struct VersionPlace {
        let version: Int64
        let article: Int64
    }

    /// The versions that were read from an original, but for those of one article.
    func versions(ofOriginal original: Int64, leaving article: Int64) throws(ArchiveError) -> [VersionPlace] {
        try read("list the articles of an original") { session in
            try session.sql(
                """
                SELECT v.id, v.article FROM deliveries d JOIN versions v ON v.delivery = d.id
                WHERE d.original = ? AND v.article <> ? ORDER BY v.id
                """
            ).all(.integer(original), .integer(article)) {
                VersionPlace(version: $0.integer(0), article: $0.integer(1))
            }
        }
    }

    /// A version with where it comes from; nil where it is gone.
    func filedVersion(_ place: VersionPlace) throws(ArchiveError) -> FiledVersion? {
        try read("read an article") { session in
            let row = try session.sql("SELECT article, withdrawn, current FROM articles WHERE id = ?").first(
                .integer(place.article)
            ) { (id: ArticleID($0.text(0)), isWithdrawn: $0.integer(1) != 0, current: $0.integer(2)) }
            guard let row, let id = row.id, let version = try session.version(place.version, isCorrected: false),
                let delivery = try session.deliveries("d.id = ?", [.integer(version.delivery)]).first
            else { return nil }
            return FiledVersion(
                id: id, version: version, isCurrent: row.current == place.version, isWithdrawn: row.isWithdrawn,
                delivery: delivery, original: nil)
        }
    }
}
