import NewsModel

/// Citations in BibTeX (Oren Patashnik, "BibTeXing"), as entries of type `article` in UTF-8; `date` and `urldate` are fields of
/// BibLaTeX beside those of BibTeX.
public struct BibTeXWriter: ArticleWriter {
    /// A writer.
    public init() {}

    /// Appends the article's entry and an empty line.
    public func append(_ item: ExportedArticle, to bytes: inout [UInt8]) {
        let article = item.article
        let authors = PersonName.authors(of: article)
        bytes.append(contentsOf: "@article{\(key(of: item, authors)),\n".utf8)
        func add(_ name: String, _ value: String?) {
            guard let value, !value.isEmpty else { return }
            bytes.append(contentsOf: "  \(name) = {\(value)},\n".utf8)
        }
        add("author", authors.map(Self.name).joined(separator: " and "))
        // A second pair of braces keeps the case of the headline.
        add("title", article.headline.map { "{" + Self.escaped($0) + "}" })
        add("journal", article.outlet.map(Self.escaped))
        if let published = article.published {
            add("year", String(published.dayText.prefix(4)))
            add("month", String(published.dayText.dropFirst(5).prefix(2)))
            add("date", published.dayText)
        }
        add("url", article.url.flatMap(URIText.encoded))
        add("urldate", article.retrieved?.dayText)
        add("language", article.language)
        add("abstract", article.deck.map(Self.escaped))
        add("keywords", article.citedKeywords.map(Self.escaped).joined(separator: ", "))
        bytes.append(contentsOf: "}\n\n".utf8)
    }

    /// The family name, the year and the id: ASCII letters and digits, unique by the id.
    private func key(of item: ExportedArticle, _ authors: [PersonName]) -> String {
        let name = (authors.first?.family ?? item.article.outlet ?? "").lowercased().utf8.filter {
            (0x61...0x7A).contains($0)
        }
        let year = item.article.published.map { String($0.dayText.prefix(4)) } ?? ""
        return String(decoding: name.prefix(24), as: UTF8.self) + year + "-" + item.id.description
    }

    /// A whole name is put in braces, so that it is not taken apart at its spaces or at the word "and".
    private static func name(_ name: PersonName) -> String {
        guard name.given != nil else { return "{" + escaped(name.family) + "}" }
        return escaped(name.inverted)
    }

    /// A text with the signs of TeX as text. Braces become commands, since BibTeX counts them even behind a backslash.
    static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in CitationText.line(text).unicodeScalars {
            switch scalar {
            case "\\": result += "\\textbackslash{}"
            case "{": result += "\\textbraceleft{}"
            case "}": result += "\\textbraceright{}"
            case "~": result += "\\textasciitilde{}"
            case "^": result += "\\textasciicircum{}"
            case "$", "&", "#", "%", "_":
                result.unicodeScalars.append("\\")
                result.unicodeScalars.append(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
