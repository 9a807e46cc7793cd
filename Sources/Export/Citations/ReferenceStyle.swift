import NewsModel

/// How a reference list sets an article of the press that stands on the web.
public enum ReferenceStyle: Sendable {
    /// The style of the American Psychological Association ("Publication Manual", 7th edition).
    case apa
    /// The style of the Modern Language Association ("MLA Handbook", 9th edition).
    case mla
    /// The bibliography of "The Chicago Manual of Style", 17th edition.
    case chicago
}

/// References as a reference list shows them, one a line in plain text; what a list sets in italics, its reader has to set.
public struct ReferenceWriter: ArticleWriter {
    private let style: ReferenceStyle

    /// A writer.
    public init(_ style: ReferenceStyle) { self.style = style }

    /// Appends the article's reference and a line end.
    public func append(_ item: ExportedArticle, to bytes: inout [UInt8]) {
        bytes.append(contentsOf: CitationText.line(reference(to: item.article)).utf8)
        bytes.append(UInt8(ascii: "\n"))
    }

    private func reference(to article: Article) -> String {
        let authors = PersonName.authors(of: article)
        switch style {
        case .apa: return Self.apa(article, authors)
        case .mla: return Self.mla(article, authors)
        case .chicago: return Self.chicago(article, authors)
        }
    }

    // MARK: Styles

    private static func apa(_ article: Article, _ authors: [PersonName]) -> String {
        let names = apaNames(
            authors.map { name in
                guard let given = name.given else { return name.family }
                return [name.family, initials(of: given), name.suffix].compactMap { $0 }.joined(separator: ", ")
            })
        let date = article.published.map { "(\($0.year), \(months[$0.month - 1]) \($0.day))" } ?? "(n.d.)"
        let title = sentence(article.headline ?? "[Untitled]")
        let head = names.isEmpty ? [title, sentence(date)] : [sentence(names), sentence(date), title]
        return (head + [article.outlet.map(sentence), address(of: article)].compactMap { $0 }).joined(separator: " ")
    }

    /// Up to twenty names; of more the first nineteen and the last.
    private static func apaNames(_ names: [String]) -> String {
        guard let last = names.last, names.count > 1 else { return names.first ?? "" }
        if names.count > 20 { return names.prefix(19).joined(separator: ", ") + ", . . . " + last }
        return names.dropLast().joined(separator: ", ") + ", & " + last
    }

    private static func mla(_ article: Article, _ authors: [PersonName]) -> String {
        var parts: [String] = []
        if let first = authors.first {
            let names =
                authors.count > 2
                ? first.inverted + ", et al"
                : authors.count == 2 ? first.inverted + ", and " + natural(authors[1]) : first.inverted
            parts.append(sentence(names))
        }
        parts.append(article.headline.map(quoted) ?? "Article without a headline.")
        let date = article.published.map { "\($0.day) \(shortMonths[$0.month - 1]) \($0.year)" }
        let place = [article.outlet, date, address(of: article)].compactMap { $0 }.joined(separator: ", ")
        if !place.isEmpty { parts.append(sentence(place)) }
        if date == nil, let seen = article.retrieved {
            parts.append("Accessed \(seen.day) \(shortMonths[seen.month - 1]) \(seen.year).")
        }
        return parts.joined(separator: " ")
    }

    private static func chicago(_ article: Article, _ authors: [PersonName]) -> String {
        var parts: [String] = []
        if let first = authors.first {
            // Up to ten names; of more the first seven.
            let shown = authors.count > 10 ? authors.prefix(7) : authors[...]
            var names = [first.inverted] + shown.dropFirst().map(natural)
            if authors.count > 10 {
                names.append("et al")
            } else if names.count > 1 {
                names[names.count - 1] = "and " + names[names.count - 1]
            }
            parts.append(sentence(names.joined(separator: ", ")))
        }
        parts.append(article.headline.map(quoted) ?? "Article without a headline.")
        let date = article.published.map { "\(months[$0.month - 1]) \($0.day), \($0.year)" }
        let place = [article.outlet, date].compactMap { $0 }.joined(separator: ", ")
        if !place.isEmpty { parts.append(sentence(place)) }
        if date == nil, let seen = article.retrieved {
            parts.append("Accessed \(months[seen.month - 1]) \(seen.day), \(seen.year).")
        }
        if let address = address(of: article) { parts.append(address + ".") }
        return parts.joined(separator: " ")
    }

    // MARK: Parts

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let shortMonths = [
        "Jan.", "Feb.", "Mar.", "Apr.", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
    ]

    private static func address(of article: Article) -> String? { article.url.flatMap(URIText.encoded) }

    private static func natural(_ name: PersonName) -> String {
        [name.given, name.family, name.suffix].compactMap { $0 }.joined(separator: " ")
    }

    /// `Anna Maria` as `A. M.`, `Jean-Luc` as `J.-L.`; names of a script without capitals as they are.
    private static func initials(of given: String) -> String {
        given.split(separator: " ").map { name in
            name.split(separator: "-").map { part in
                guard let first = part.first, first.isUppercase else { return String(part) }
                return "\(first)."
            }.joined(separator: "-")
        }.joined(separator: " ")
    }

    /// A text with the full stop of a sentence, inside of quotation marks that end it, unless it ends in a stop of its own.
    private static func sentence(_ text: String) -> String {
        let core = text.reversed().drop { "”’\"'»".contains($0) }
        guard let last = core.first, !".?!…。？！".contains(last) else { return text }
        return String(core.reversed()) + "." + text.suffix(text.count - core.count)
    }

    /// A headline in quotation marks, with the full stop inside and its own marks made single ones.
    private static func quoted(_ headline: String) -> String {
        var inner = ""
        for character in headline {
            switch character {
            case "“": inner.append("‘")
            case "”": inner.append("’")
            case "\"": inner.append(inner.last.map { $0.isWhitespace || "([{—–-„‘".contains($0) } ?? true ? "‘" : "’")
            default: inner.append(character)
            }
        }
        return "“" + sentence(inner) + "”"
    }
}
