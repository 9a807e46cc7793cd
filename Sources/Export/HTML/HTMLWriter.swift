import NewsModel

/// Articles as one page of HTML to read, print and pass on: a reading list with the texts, tags and notes.
///
/// The page asks for nothing: it has no scripts and no pictures, its style is within it, and of addresses only those of the web are links.
public struct HTMLWriter: ArticleWriter {
    /// A writer.
    public init() {}

    /// The head of the page.
    public var prologue: [UInt8] {
        Array(
            """
            <!DOCTYPE html>
            <html>
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <title>Reading list</title>
            <style>
            body { max-width: 42em; margin: 2em auto; padding: 0 1em; font-family: serif; line-height: 1.5; }
            article { border-bottom: 1px solid; padding-bottom: 1em; }
            .source, .tags, .note { font-family: sans-serif; font-size: .85em; }
            .note { border-left: 3px solid; padding-left: .7em; }
            pre { white-space: pre-wrap; }
            @media print { article { break-inside: auto; border: 0; } h2 { break-after: avoid; } }
            </style>
            </head>
            <body>

            """.utf8)
    }

    /// The end of the page.
    public var epilogue: [UInt8] { Array("</body>\n</html>\n".utf8) }

    /// Appends the article.
    public func append(_ item: ExportedArticle, to bytes: inout [UInt8]) {
        let article = item.article
        var lines = ["<article id=\"\(item.id)\"\(Self.attribute("lang", article.language))>"]
        let headline = Self.escaped(article.headline ?? item.file.text)
        let address = article.url.flatMap { Self.isOfTheWeb($0) ? $0 : nil }
        lines.append(
            "<h2>" + (address.map { "<a href=\"\(Self.escaped($0))\">\(headline)</a>" } ?? headline) + "</h2>")
        let source = [
            article.outlet, article.authors.isEmpty ? nil : article.authors.joined(separator: ", "),
            article.published?.description ?? "undated, came \(UTCInstant(milliseconds: item.delivered).description)",
            item.isWithdrawn ? "withdrawn" : nil,
        ].compactMap { $0 }
        lines.append("<p class=\"source\">\(Self.escaped(source.joined(separator: " · ")))</p>")
        if !item.tags.isEmpty {
            lines.append("<p class=\"tags\">\(Self.escaped(item.tags.map { "#\($0)" }.joined(separator: " ")))</p>")
        }
        for note in item.notes { lines.append("<p class=\"note\">\(Self.escaped(note))</p>") }
        if let deck = article.deck { lines.append("<p><em>\(Self.escaped(deck))</em></p>") }
        lines.append(HTMLBody.text(of: article))
        lines.append("</article>\n")
        bytes.append(contentsOf: lines.joined(separator: "\n").utf8)
    }

    private static func attribute(_ name: String, _ value: String?) -> String {
        value.map { " \(name)=\"\(escaped($0))\"" } ?? ""
    }

    /// Whether an address may be a link: one of `javascript:` would act.
    private static func isOfTheWeb(_ address: String) -> Bool {
        let lowered = address.lowercased()
        return lowered.hasPrefix("https://") || lowered.hasPrefix("http://")
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for character in text.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }
}
