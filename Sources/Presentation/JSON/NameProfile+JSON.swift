import ArticleQuery
import Export

extension KnownName {
    package var members: [(String, JSONOutput)] {
        [
            ("kind", .text(kind.rawValue)), ("name", .text(name)), ("aliases", .texts(aliases)),
            ("articles", .integer(articles)), ("confidence", confidence.map { .number($0) } ?? .null),
        ]
    }
}

/// The object of `who`.
extension NameProfile {
    package var json: JSONOutput {
        let own: [(String, JSONOutput)] = [
            ("kind", .text(name.kind.rawValue)), ("name", .text(name.name)), ("aliases", .texts(name.aliases)),
            ("articles", .integer(articles)), ("quotations", .integer(quotations)),
            ("confidence", name.confidence.map { .number($0) } ?? .null),
        ]
        let found: [(String, JSONOutput)] = [
            ("titles", .list(titles.map(\.json))),
            (
                "named_with",
                .list(
                    companions.map {
                        .object([
                            ("kind", .text($0.kind.rawValue)), ("name", .text($0.name)),
                            ("articles", .integer($0.articles)),
                        ])
                    })
            ),
            ("outlets", .list(outlets.map { $0.json("outlet") })), ("months", .list(months.map { $0.json("month") })),
        ]
        return .object(own + found)
    }
}

extension NameProfile.Title {
    package var json: JSONOutput {
        .object([
            ("title", .text(title)), ("organization", .text(organization)),
            ("first", .text(UTCInstant(milliseconds: first).description)),
            ("last", .text(UTCInstant(milliseconds: last).description)), ("quotations", .integer(quotations)),
        ])
    }
}

extension NameProfile.Count {
    package func json(_ key: String) -> JSONOutput { .object([(key, .text(name)), ("articles", .integer(articles))]) }
}
