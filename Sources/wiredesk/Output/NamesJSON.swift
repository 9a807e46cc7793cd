import Archive
import ArticleQuery
import Export
import NewsModel

/// People, quotations and corrections as JSON.
extension QuotationRecord {
    var json: JSONValue {
        .object([
            ("id", .text(article.id.description)), ("headline", .text(article.headline)),
            ("outlet", .text(article.outlet)), ("published", .text(article.published?.description)),
            ("quotation", .text(text)), ("kind", .text(quotation.kind.rawValue)), ("speaker", .text(quotation.speaker)),
            ("title", .text(quotation.title)), ("organization", .text(quotation.organization)),
            ("confidence", .number(quotation.confidence)), ("start", .integer(quotation.content.first?.start ?? 0)),
            ("end", .integer(quotation.content.last?.end ?? 0)), ("articles", .integer(articles)),
            ("earliest", earliest?.json ?? .null),
        ])
    }
}

extension KnownName {
    var members: [(String, JSONValue)] {
        [
            ("kind", .text(kind.rawValue)), ("name", .text(name)), ("aliases", .texts(aliases)),
            ("articles", .integer(articles)),
        ]
    }
}

extension NameProfile {
    var json: JSONValue {
        let own: [(String, JSONValue)] = [
            ("kind", .text(name.kind.rawValue)), ("name", .text(name.name)), ("aliases", .texts(name.aliases)),
            ("articles", .integer(articles)), ("quotations", .integer(quotations)),
        ]
        let found: [(String, JSONValue)] = [
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
    var json: JSONValue {
        .object([
            ("title", .text(title)), ("organization", .text(organization)), ("first", .text(Timestamp.utc(first))),
            ("last", .text(Timestamp.utc(last))), ("quotations", .integer(quotations)),
        ])
    }
}

extension NameProfile.Count {
    func json(_ key: String) -> JSONValue { .object([(key, .text(name)), ("articles", .integer(articles))]) }
}

extension Correction {
    var json: JSONValue {
        .object([
            ("id", .text(article)), ("kind", .text(kind.rawValue)), ("field", .text(field)), ("value", .text(value)),
            ("by", .text(by)), ("at", .text(Timestamp.utc(at))),
        ])
    }
}
