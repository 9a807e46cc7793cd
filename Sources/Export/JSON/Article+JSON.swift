import NewsModel

extension Article {
    /// The members of `wiredesk read` that tell of the article itself, from `format` to `confidence`, every one always there.
    public var readingMembers: [(String, JSONValue)] {
        [
            ("format", .text(format)), ("url", .text(url)), ("headline", .text(headline)),
            ("headline_derived", .bool(headlineIsDerived)), ("deck", .text(deck)),
            ("authors", .texts(authors)), ("outlet", .text(outlet)),
            ("published", .text(published?.description)), ("modified", .text(modified?.description)),
            ("language", .text(language)), ("section", .text(section)),
            ("keywords", .texts(keywords)), ("credit", .text(creditLine)),
            ("credits", .list(credits.map(\.json))), ("body", .text(body)),
            ("paragraphs", .list(paragraphs.map(\.json))), ("word_count", .integer(wordCount)),
            ("confidence", .number(confidence)),
        ]
    }

    /// What the archive knows of an article beyond `readingMembers`, every member always there.
    var furtherMembers: [(String, JSONValue)] {
        [
            ("byline", .text(byline)), ("retrieved", .text(retrieved?.description)),
            ("dateline", .text(dateline?.text)), ("dateline_place", .text(dateline?.place)),
            ("dateline_date", .text(dateline?.date?.description)), ("dateline_agency", .text(dateline?.agency)),
            ("lead_image", leadImage?.json ?? .null), ("links", .list(links.map(\.json))),
            ("paywalled", .bool(isPaywalled)), ("summary", .bool(isSummary)),
            ("subjects", .list(subjects.map(\.json))), ("guid", .text(wire.guid)),
            ("wire_version", .text(wire.version)), ("pubstatus", .text(wire.publicationStatus?.rawValue)),
            ("embargo", .text(wire.embargo?.description)), ("urgency", .integer(wire.urgency.map { Int64($0) })),
            ("located", .text(wire.located)), ("copyright", .text(wire.copyright)),
            ("usage_terms", .text(wire.usageTerms)), ("editorial_note", .text(wire.editorialNote)),
            ("by_title", .text(wire.byTitle)), ("annotations", .list(annotations.map(\.json))),
            ("entities", .list(certainEntities.map(\.json))), ("quotations", .list(certain.quotationsJSON)),
        ]
    }
}

extension Credit {
    /// The credit with its place in the body.
    public var json: JSONValue {
        .object([
            ("kind", .text(kind.rawValue)), ("person", .text(person)), ("outlet", .text(outlet)),
            ("start", .integer(range.map { Int64($0.start) })), ("end", .integer(range.map { Int64($0.end) })),
        ])
    }
}

extension Paragraph {
    /// The kind and place of the paragraph.
    public var json: JSONValue {
        .object([("kind", .text(kind.rawValue)), ("start", .integer(range.start)), ("end", .integer(range.end))])
    }
}

extension LeadImage {
    var json: JSONValue {
        .object([("url", .text(url)), ("caption", .text(caption)), ("credit", .text(creditLine))])
    }
}

extension Link {
    var json: JSONValue { .object([("url", .text(url)), ("text", .text(text))]) }
}

extension Subject {
    var json: JSONValue {
        .object([("scheme", .text(scheme)), ("code", .text(code)), ("name", .text(name))])
    }
}

extension Annotation {
    var json: JSONValue {
        .object([
            ("kind", .text(kind)), ("start", .integer(range.map { Int64($0.start) })),
            ("end", .integer(range.map { Int64($0.end) })), ("confidence", .number(confidence)),
            ("extractor", .text(extractor)), ("extractor_version", .integer(extractorVersion)),
            ("values", .object(values.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })),
        ])
    }
}
