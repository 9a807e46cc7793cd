import ArticleQuery
import Export

/// The lines of `alert list`.
extension Alert {
    package var json: JSONOutput {
        .object([
            ("name", .text(name)), ("query", .text(query)),
            ("created", .text(UTCInstant(milliseconds: created).description)),
            ("hits", .integer(hits)),
        ])
    }
}
