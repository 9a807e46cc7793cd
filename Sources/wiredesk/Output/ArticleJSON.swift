import Desk
import NewsModel

/// The lines of `wiredesk read`, with every member that the contract names.
extension ReadingLine {
    var json: JSONValue {
        switch self {
        case .explanation(let file, let line):
            .object([("file", .text(file.text)), ("explanation", .text(line))])
        case .article(let file, let index, let article):
            .object([
                ("file", .text(file.text)), ("path", .text(article.memberPath)), ("index", .integer(index)),
                ("format", .text(article.format)), ("url", .text(article.url)), ("headline", .text(article.headline)),
                ("headline_derived", .bool(article.headlineIsDerived)), ("deck", .text(article.deck)),
                ("authors", .texts(article.authors)), ("outlet", .text(article.outlet)),
                ("published", .text(article.published?.description)),
                ("modified", .text(article.modified?.description)),
                ("language", .text(article.language)), ("section", .text(article.section)),
                ("keywords", .texts(article.keywords)), ("credit", .text(article.creditLine)),
                ("credits", .list(article.credits.map(\.json))), ("body", .text(article.body)),
                ("paragraphs", .list(article.paragraphs.map(\.json))), ("word_count", .integer(article.wordCount)),
                ("confidence", .number(article.confidence)),
            ])
        case .failure(let file, let path, let index, let code, let message):
            .object([
                ("file", .text(file.text)), ("path", .text(path)), ("index", .integer(index)),
                ("error", .object([("code", .text(code)), ("message", .text(message))])),
            ])
        }
    }
}

extension Credit {
    var json: JSONValue {
        .object([
            ("kind", .text(kind.rawValue)), ("person", .text(person)), ("outlet", .text(outlet)),
            ("start", range.map { .integer($0.start) } ?? .null), ("end", range.map { .integer($0.end) } ?? .null),
        ])
    }
}

extension Paragraph {
    var json: JSONValue {
        .object([("kind", .text(kind.rawValue)), ("start", .integer(range.start)), ("end", .integer(range.end))])
    }
}
