import Export
import NewsModel

/// The lines of `wiredesk read`, with every member that the contract names.
extension ReadingLine {
    package var json: JSONOutput {
        switch self {
        case .explanation(let file, let line):
            .object([("file", .text(file.text)), ("explanation", .text(line))])
        case .article(let file, let index, let article):
            .object(
                [("file", .text(file.text)), ("path", .text(article.memberPath)), ("index", .integer(index))]
                    + article.members(ArticleMember.reading) + article.found)
        case .failure(let file, let path, let index, let code, let message):
            .object([
                ("file", .text(file.text)), ("path", .text(path)), ("index", .integer(index)),
                ("error", .object([("code", .text(code)), ("message", .text(message))])),
            ])
        }
    }
}

extension Article {
    /// What the reader found in the text, as `read` shows it: each place where something is named, and each quotation with its parts.
    fileprivate var found: [(String, JSONOutput)] {
        let text = Array(body.unicodeScalars)
        let mentions = entities.flatMap { entity in entity.mentions.map { (entity, $0) } }
            .sorted { ($0.1.start, $0.1.end) < ($1.1.start, $1.1.end) }
        return [
            ("names", .list(mentions.map { $0.json(at: $1, in: text) })),
            ("quotations", .list(quotations.map { $0.json(among: entities) })),
        ]
    }
}

extension Entity {
    fileprivate func json(at place: CodePointRange, in text: [Unicode.Scalar]) -> JSONOutput {
        var surface = String.UnicodeScalarView()
        surface.append(contentsOf: text[max(0, place.start)..<min(text.count, place.end)])
        return .object([
            ("kind", .text(kind.rawValue)), ("name", .text(name)), ("surface", .text(String(surface))),
            ("start", .integer(place.start)), ("end", .integer(place.end)), ("confidence", .number(confidence)),
        ])
    }
}

extension Quotation {
    fileprivate func json(among entities: [Entity]) -> JSONOutput {
        let name = entity.flatMap { entities.indices.contains($0) ? entities[$0].name : nil }
        return .object([
            ("kind", .text(kind.rawValue)), ("content", .list(content.map(Self.span))),
            ("cue", .list([cue].compactMap(\.self).map(Self.span))), ("speaker", .text(speaker)),
            ("entity", .text(name)), ("title", .text(title)), ("organization", .text(organization)),
            ("confidence", .number(confidence)),
        ])
    }

    private static func span(_ range: CodePointRange) -> JSONOutput {
        .list([.integer(range.start), .integer(range.end)])
    }
}
