import NewsModel

/// An article with everything that the writer needs and that needs no database: made in the lanes, in parallel.
public struct PreparedArticle: Sendable {
    /// The article, defaults applied.
    public let article: Article
    let key: ArticleKey?
    let textHash: Int64
    let indexed: IndexedText
    let columns: JSONColumns

    /// Prepares an article.
    /// - Parameters:
    ///   - article: The article as it was read.
    ///   - defaultOutlet: The outlet of an article that names none, by the inbox's settings.
    ///   - defaultLanguage: The language of an article whose own is unknown, by the inbox's settings.
    public init(_ article: Article, defaultOutlet: String? = nil, defaultLanguage: String? = nil) {
        var article = article
        article.outlet = article.outlet ?? defaultOutlet
        article.language = article.language ?? defaultLanguage
        self.article = article
        key = ArticleKey(article)
        textHash = NormalizedText.hash(of: article)
        indexed = IndexedText(
            headline: article.headline, body: article.body, outlet: article.outlet, authors: article.authors)
        columns = JSONColumns(article)
    }
}

/// The folded text of an article's current version as the full-text index holds it; the same text gives the same bytes,
/// so that a version's entry can be taken out again from what is stored.
struct IndexedText: Sendable {
    let headline: [UInt8]
    let body: [UInt8]
    let outlet: [UInt8]
    let author: [UInt8]

    init(headline: String?, body: String, outlet: String?, authors: [String]) {
        self.headline = IndexFolding.fold(headline ?? "")
        self.body = IndexFolding.fold(body)
        self.outlet = IndexFolding.fold(outlet ?? "")
        author = IndexFolding.fold(authors.joined(separator: "\n"))
    }

    /// The values for the index's columns, in their order.
    var values: [SQLValue] { [.textBytes(headline), .textBytes(body), .textBytes(outlet), .textBytes(author)] }
}

/// The columns of a version that hold JSON: lists that are written once and read as a whole.
struct JSONColumns: Sendable {
    /// `[[kind, start, end], ...]`, the kind as its place in `paragraphKinds`.
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
    ]

    init(_ article: Article) {
        var paragraphs = JSONText()
        paragraphs.array(article.paragraphs) { json, paragraph in
            json.raw("[")
            json.integer(Int64(Self.number(of: paragraph.kind)))
            json.raw(",")
            json.integer(Int64(paragraph.range.start))
            json.raw(",")
            json.integer(Int64(paragraph.range.end))
            json.raw("]")
        }
        self.paragraphs = paragraphs.bytes
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

    static func number(of kind: Paragraph.Kind) -> Int {
        switch kind {
        case .paragraph: 0
        case .heading: 1
        case .listItem: 2
        case .blockQuotation: 3
        case .caption: 4
        case .pullQuote: 5
        case .table: 6
        case .preformatted: 7
        }
    }

    private static func list<Item>(_ items: [Item], element: (inout JSONText, Item) -> Void) -> [UInt8]? {
        guard !items.isEmpty else { return nil }
        var json = JSONText()
        json.array(items, element: element)
        return json.bytes
    }
}
