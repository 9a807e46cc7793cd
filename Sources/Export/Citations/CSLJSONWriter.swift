import NewsModel

/// Citations in CSL-JSON (the input schema of the Citation Style Language 1.0.2), one array of items of type
/// `article-newspaper`.
public struct CSLJSONWriter: ArticleWriter {
    private var isFirst = true

    /// A writer.
    public init() {}

    /// The start of the array.
    public var prologue: [UInt8] { Array("[\n".utf8) }
    /// The end of the array.
    public var epilogue: [UInt8] { Array("\n]\n".utf8) }

    /// Appends the article's item, behind a comma where it is not the first.
    public mutating func append(_ item: ExportedArticle, to bytes: inout [UInt8]) {
        if !isFirst { bytes.append(contentsOf: ",\n".utf8) }
        isFirst = false
        JSONOutput.object(Self.members(of: item)).write(to: &bytes)
    }

    private static func members(of item: ExportedArticle) -> [(String, JSONOutput)] {
        let article = item.article
        var members: [(String, JSONOutput)] = [
            ("id", .text(item.id.description)), ("type", .text("article-newspaper")),
        ]
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            members.append((name, .text(value)))
        }
        add("title", article.headline)
        let authors = PersonName.authors(of: article)
        if !authors.isEmpty { members.append(("author", .list(authors.map(name)))) }
        add("container-title", article.outlet)
        if let published = article.published { members.append(("issued", date(published))) }
        if let retrieved = article.retrieved { members.append(("accessed", date(retrieved))) }
        add("section", article.section)
        add("abstract", article.deck)
        add("keyword", article.citedKeywords.joined(separator: ", "))
        add("language", article.language)
        add("URL", article.url.flatMap(URIText.encoded))
        return members
    }

    private static func name(_ name: PersonName) -> JSONOutput {
        guard let given = name.given else { return .object([("literal", .text(name.family))]) }
        var members: [(String, JSONOutput)] = [("family", .text(name.family)), ("given", .text(given))]
        if let suffix = name.suffix { members.append(("suffix", .text(suffix))) }
        return .object(members)
    }

    private static func date(_ time: NewsTime) -> JSONOutput {
        .object([
            ("date-parts", .list([.list([.integer(time.year), .integer(time.month), .integer(time.day)])]))
        ])
    }
}
