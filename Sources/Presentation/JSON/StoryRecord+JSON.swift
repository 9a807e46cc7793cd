import ArticleQuery
import Export

/// The lines of `stories`.
extension StoryRecord {
    package var members: [(String, JSONOutput)] {
        [
            ("id", .text(id.description)), ("headline", .text(lead.headline)), ("lead", .text(lead.id.description)),
            ("earliest", first?.json ?? .null), ("confidence", confidence.map { .number($0) } ?? .null),
            ("articles", .integer(articles)), ("outlets", .integer(outlets)),
            ("first_seen", .text(UTCInstant(milliseconds: firstSeen).description)),
            ("last_seen", .text(UTCInstant(milliseconds: lastSeen).description)),
        ]
    }

    package var json: JSONOutput { .object(members) }
}
