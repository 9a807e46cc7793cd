import ArticleQuery
import Export

/// The lines of `quotes`.
extension QuotationRecord {
    package var json: JSONOutput {
        .object([
            ("id", .text(article.id.description)), ("version", .integer(article.version)),
            ("headline", .text(article.headline)), ("outlet", .text(article.outlet)),
            ("published", .text(article.published?.description)), ("language", .text(article.language)),
            ("quotation", .text(text)), ("kind", .text(quotation.kind.rawValue)), ("speaker", .text(quotation.speaker)),
            ("entity", .text(entity)), ("title", .text(quotation.title)),
            ("organization", .text(quotation.organization)),
            ("confidence", .number(quotation.confidence)), ("start", .integer(quotation.content.first?.start ?? 0)),
            ("end", .integer(quotation.content.last?.end ?? 0)), ("articles", .integer(articles)),
            ("earliest", earliest?.json ?? .null),
        ])
    }
}
