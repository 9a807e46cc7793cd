import ArticleQuery
import Export
import NewsModel

extension EarliestArticle {
    package var json: JSONOutput { .object([("id", .text(article.id.description)), ("basis", .text(basis.rawValue))]) }
}

/// The lines of `copies`.
extension RelatedArticle {
    package func json(earliest: ArticleID?) -> JSONOutput {
        .object(
            article.members + [
                ("relation", .text(kind)), ("is_source", .bool(isSource)),
                ("is_earliest", .bool(article.id == earliest)),
                ("share", .number(share)), ("source_share", .number(sourceShare)), ("confidence", .number(confidence)),
                ("start", .integer(range.start)), ("end", .integer(range.end)),
                ("other_start", .integer(otherRange.start)), ("other_end", .integer(otherRange.end)),
            ])
    }
}

extension TextReuse {
    /// The members of `show` that tell of other articles.
    package var members: [(String, JSONOutput)] {
        [
            ("story", .text(story?.description)), ("earliest", earliest?.json ?? .null),
            ("copies", .list(related.map { $0.json(earliest: earliest?.article.id) })),
        ]
    }
}
