import NewsModel

extension Credit {
    /// The credit with its place in the body.
    public var json: JSONOutput {
        .object([
            ("kind", .text(kind.rawValue)), ("person", .text(person)), ("outlet", .text(outlet)),
            ("start", .integer(range.map { Int64($0.start) })), ("end", .integer(range.map { Int64($0.end) })),
        ])
    }
}

extension Paragraph {
    /// The kind and place of the paragraph.
    public var json: JSONOutput {
        .object([("kind", .text(kind.rawValue)), ("start", .integer(range.start)), ("end", .integer(range.end))])
    }
}

extension LeadImage {
    var json: JSONOutput {
        .object([("url", .text(url)), ("caption", .text(caption)), ("credit", .text(creditLine))])
    }
}

extension Link {
    var json: JSONOutput { .object([("url", .text(url)), ("text", .text(text))]) }
}

extension Subject {
    var json: JSONOutput {
        .object([("scheme", .text(scheme)), ("code", .text(code)), ("name", .text(name))])
    }
}

extension Annotation {
    var json: JSONOutput {
        .object([
            ("kind", .text(kind)), ("start", .integer(range.map { Int64($0.start) })),
            ("end", .integer(range.map { Int64($0.end) })), ("confidence", .number(confidence)),
            ("extractor", .text(extractor)), ("extractor_version", .integer(extractorVersion)),
            ("values", .object(values.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })),
        ])
    }
}
