import Archive
import ArticleQuery
import NewsModel

/// What the analysis found, as JSON.
extension RelatedArticle {
    func json(earliest: ArticleID?) -> JSONValue {
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

extension EarliestArticle {
    var json: JSONValue { .object([("id", .text(article.id.description)), ("basis", .text(basis.rawValue))]) }
}

extension StoryRecord {
    var members: [(String, JSONValue)] {
        [
            ("id", .text(id.description)), ("headline", .text(lead.headline)), ("lead", .text(lead.id.description)),
            ("earliest", earliest.json),
            ("articles", .integer(articles)), ("outlets", .integer(outlets)),
            ("first_seen", .text(Timestamp.utc(firstSeen))), ("last_seen", .text(Timestamp.utc(lastSeen))),
        ]
    }

    var json: JSONValue { .object(members) }
}

extension Alert {
    var json: JSONValue {
        .object([
            ("name", .text(name)), ("query", .text(query)), ("created", .text(Timestamp.utc(created))),
            ("hits", .integer(hits)),
        ])
    }
}

extension TextReuse {
    /// The members of `show` that tell of other articles.
    var members: [(String, JSONValue)] {
        [
            ("story", .text(story?.description)), ("earliest", earliest?.json ?? .null),
            ("copies", .list(related.map { $0.json(earliest: earliest?.article.id) })),
        ]
    }
}

extension Annotation {
    var json: JSONValue {
        .object([
            ("kind", .text(kind)), ("start", .integer(range.map { Int64($0.start) })),
            ("end", .integer(range.map { Int64($0.end) })),
            ("confidence", .number(confidence)), ("extractor", .text(extractor)),
            ("extractor_version", .integer(extractorVersion)),
            ("values", .object(values.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })),
        ])
    }
}
