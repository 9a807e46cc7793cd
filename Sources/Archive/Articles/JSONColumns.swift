import NewsModel

/// The columns of a version that hold JSON: lists that are written once and read as a whole.
struct JSONColumns: Sendable {
    /// `[120, [30, 1], [70, 0, 5], ...]`: a paragraph's length in code points; in brackets where it is not running text
    /// two code points after the one before it (the first: at the beginning) — then length, kind as its place in
    /// `paragraphKinds`, and, where it differs, the distance. Some four bytes a paragraph, where explicit ranges take
    /// fifteen: with as many paragraphs as news has, that is a fourteenth of the database.
    let paragraphs: [UInt8]
    /// `["word", ...]`, or nil for none.
    let keywords: [UInt8]?
    /// `[[address, words], ...]`, or nil for none.
    let links: [UInt8]?
    /// `[[scheme, code, name], ...]`, or nil for none.
    let subjects: [UInt8]?

    /// The kinds of paragraph by their stored number; new ones go at the end.
    static let paragraphKinds: [Paragraph.Kind] = [
        .paragraph, .heading, .listItem, .blockQuotation, .caption, .pullQuote, .table, .preformatted,
        .question,
    ]

    init(_ article: Article) {
        paragraphs = Self.encoded(article.paragraphs)
        keywords = Self.list(article.keywords) { $0.string($1) }
        links = Self.list(article.links) { json, link in
            json.raw("[")
            json.string(link.url)
            json.raw(",")
            json.optionalString(link.text)
            json.raw("]")
        }
        subjects = Self.list(article.subjects) { json, subject in
            json.raw("[")
            json.optionalString(subject.scheme)
            json.raw(",")
            json.string(subject.code)
            json.raw(",")
            json.optionalString(subject.name)
            json.raw("]")
        }
    }

    private static func encoded(_ paragraphs: [Paragraph]) -> [UInt8] {
        var json = JSONText()
        var end = 0
        json.array(paragraphs.enumerated()) { json, element in
            let (index, paragraph) = element
            let usual = index == 0 ? 0 : usualDistance
            let distance = paragraph.range.start - end
            let length = Int64(paragraph.range.end - paragraph.range.start)
            end = paragraph.range.end
            guard paragraph.kind != .paragraph || distance != usual else {
                json.integer(length)
                return
            }
            json.raw("[")
            json.integer(length)
            json.raw(",")
            json.integer(Int64(number(of: paragraph.kind)))
            if distance != usual {
                json.raw(",")
                json.integer(Int64(distance))
            }
            json.raw("]")
        }
        return json.bytes
    }

    /// The paragraphs of the column; what cannot be understood is left out.
    static func paragraphs(_ elements: [ParagraphElement]) -> [Paragraph] {
        var end = 0
        return elements.enumerated().compactMap { index, element in
            let start = end + (element.distance ?? (index == 0 ? 0 : usualDistance))
            end = start + element.length
            guard paragraphKinds.indices.contains(element.kind) else { return nil }
            return Paragraph(kind: paragraphKinds[element.kind], range: CodePointRange(start: start, end: end))
        }
    }

    /// An empty line stands between paragraphs: two line feeds.
    private static let usualDistance = 2

    private static func number(of kind: Paragraph.Kind) -> Int {
        switch kind {
        case .paragraph: 0
        case .heading: 1
        case .listItem: 2
        case .blockQuotation: 3
        case .caption: 4
        case .pullQuote: 5
        case .table: 6
        case .preformatted: 7
        case .question: 8
        }
    }

    private static func list<Item>(_ items: [Item], element: (inout JSONText, Item) -> Void) -> [UInt8]? {
        guard !items.isEmpty else { return nil }
        var json = JSONText()
        json.array(items, element: element)
        return json.bytes
    }
}

/// One element of the paragraphs' column.
struct ParagraphElement: Decodable {
    let length: Int
    let kind: Int
    let distance: Int?

    init(from decoder: any Decoder) throws {
        if let length = try? decoder.singleValueContainer().decode(Int.self) {
            (self.length, kind, distance) = (length, 0, nil)
            return
        }
        var parts = try decoder.unkeyedContainer()
        length = try parts.decode(Int.self)
        kind = try parts.decode(Int.self)
        distance = try parts.decodeIfPresent(Int.self)
    }
}
