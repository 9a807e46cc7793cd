import NewsModel

/// Citations in RIS ("RIS Format Specifications", Research Information Systems), type NEWS, in UTF-8 with CRLF.
public struct RISWriter: ArticleWriter {
    /// A writer.
    public init() {}

    /// Appends the article's reference and an empty line.
    public func append(_ item: ExportedArticle, to bytes: inout [UInt8]) {
        let article = item.article
        func add(_ tag: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            bytes.append(contentsOf: "\(tag)  - ".utf8)
            bytes.append(contentsOf: CitationText.line(value).utf8)
            bytes.append(contentsOf: [0x0D, 0x0A])
        }
        add("TY", "NEWS")
        add("ID", item.id.description)
        for author in PersonName.authors(of: article) {
            // In RIS the suffix comes last.
            add("AU", [author.family, author.given, author.suffix].compactMap { $0 }.joined(separator: ", "))
        }
        add("TI", article.headline)
        add("T2", article.outlet)
        if let published = article.published {
            add("PY", String(published.dayText.prefix(4)))
            add("DA", published.dayText.replacing("-", with: "/") + "/")
        }
        add("SE", article.section)
        add("AB", article.deck)
        for keyword in article.citedKeywords { add("KW", keyword) }
        add("LA", article.language)
        add("UR", article.url.flatMap(URIText.encoded))
        add("Y2", article.retrieved.map { $0.dayText.replacing("-", with: "/") + "/" })
        bytes.append(contentsOf: "ER  - \r\n\r\n".utf8)
    }
}
