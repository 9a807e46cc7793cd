import NewsModel

extension Article {
    /// What is less sure than this is hidden unless asked for.
    public static let leastConfidence = 0.5

    /// The entities that are not uncertain.
    var certainEntities: [Entity] { entities.filter { $0.confidence >= Self.leastConfidence } }

    /// The article without uncertain entities and quotations.
    public var certain: Article {
        var article = self
        // Quotations name their speaker by the place among the entities.
        var places: [Int: Int] = [:]
        article.entities = []
        for (place, entity) in entities.enumerated() where entity.confidence >= Self.leastConfidence {
            places[place] = article.entities.count
            article.entities.append(entity)
        }
        article.quotations = quotations.filter { $0.confidence >= Self.leastConfidence }
        for index in article.quotations.indices {
            article.quotations[index].entity = article.quotations[index].entity.flatMap { places[$0] }
        }
        return article
    }

    /// The quotations with their words.
    public var quotationsJSON: [JSONOutput] {
        zip(quotations, quotedWords).map { quotation, words in
            .object([
                ("kind", .text(quotation.kind.rawValue)), ("quotation", .text(words)),
                ("content", .list(quotation.content.map(\.json))), ("cue", quotation.cue?.json ?? .null),
                ("source", quotation.source?.json ?? .null), ("speaker", .text(quotation.speaker)),
                ("entity", .integer(quotation.entity.map { Int64($0) })), ("title", .text(quotation.title)),
                ("organization", .text(quotation.organization)), ("confidence", .number(quotation.confidence)),
            ])
        }
    }
}

extension CodePointRange {
    var json: JSONOutput { .object([("start", .integer(start)), ("end", .integer(end))]) }
}

extension Entity {
    /// The name with its kind and places in the body.
    public var json: JSONOutput {
        .object([
            ("kind", .text(kind.rawValue)), ("name", .text(name)), ("mentions", .list(mentions.map(\.json))),
            ("in_headline", .bool(isInHeadline)), ("confidence", .number(confidence)),
        ])
    }
}
