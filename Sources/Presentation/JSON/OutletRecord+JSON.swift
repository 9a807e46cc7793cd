import ArticleQuery
import Export
import NewsModel

/// The lines of `outlet list`.
extension OutletRecord {
    package var json: JSONOutput {
        .object([
            ("name", .text(name)), ("articles", .integer(articles)),
            (
                "other_names",
                .list(
                    otherNames.map { other in
                        .object([
                            ("name", .text(other.name)), ("host", .bool(other.isHost)), ("by", .text(other.by)),
                            ("at", .text(UTCInstant(milliseconds: other.at).description)),
                        ])
                    })
            ),
        ])
    }
}
