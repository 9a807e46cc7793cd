import NewsModel
@_spi(_Unicode) import Swift

/// Citations in BibTeX (Oren Patashnik, "BibTeXing"), as entries of type `article` in UTF-8, with `date` and `urldate` beside its own fields;
/// or in the fields of BibLaTeX ("The biblatex Package").
public struct BibTeXWriter: ArticleWriter {
    private let isBibLaTeX: Bool

    /// A writer.
    ///
    /// - Parameter isBibLaTeX: true for the fields of BibLaTeX alone; false by default.
    public init(isBibLaTeX: Bool = false) { self.isBibLaTeX = isBibLaTeX }

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
        add(isBibLaTeX ? "journaltitle" : "journal", article.outlet.map(Self.escaped))
        if isBibLaTeX { add("entrysubtype", "newspaper") }
        if let published = article.published, !isBibLaTeX {
            add("year", String(published.dayText.prefix(4)))
            add("month", String(published.dayText.dropFirst(5).prefix(2)))
        }
        add("date", article.published?.dayText)
        add("url", article.url.flatMap(URIText.encoded))
        add("urldate", article.retrieved?.dayText)
        add(
            isBibLaTeX ? "langid" : "language",
            isBibLaTeX ? article.language.flatMap { Self.languages[$0] } : article.language)
        add("abstract", article.deck.map(Self.escaped))
        add("keywords", article.citedKeywords.map(Self.escaped).joined(separator: ", "))
        bytes.append(contentsOf: "}\n\n".utf8)
    }

    /// The family name, the year and the id: ASCII letters and digits, unique by the id.
    private func key(of item: ExportedArticle, _ authors: [PersonName]) -> String {
        let name = Self.folded(authors.first?.family ?? item.article.outlet ?? "")
        let year = item.article.published.map { String($0.dayText.prefix(4)) } ?? ""
        return name.prefix(24) + year + "-" + item.id.description
    }

    /// The letters of a name without what was put on them: `Müller` as `muller`, `Źródło` as `zrodlo`, `Straße` as `strasse`.
    private static func folded(_ name: String) -> String {
        var folded = ""
        for scalar in name.lowercased().unicodeScalars {
            if let letters = lettersByScalar[scalar] {
                folded += letters
            } else if let base = String(scalar)._nfd.first(where: { _ in true }), ("a"..."z").contains(base) {
                folded.unicodeScalars.append(base)
            }
        }
        return folded
    }

    /// Letters of Latin script that do not come apart into a letter and a mark.
    private static let lettersByScalar: [Unicode.Scalar: String] = [
        "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    ]

    /// BibLaTeX names languages by the names of the babel package.
    private static let languages = [
        "en": "english", "de": "german", "fr": "french", "es": "spanish", "it": "italian", "pt": "portuguese",
        "nl": "dutch", "pl": "polish", "ru": "russian", "sv": "swedish", "da": "danish", "no": "norwegian",
        "fi": "finnish", "cs": "czech", "el": "greek", "tr": "turkish", "uk": "ukrainian", "hu": "hungarian",
        "ro": "romanian", "hr": "croatian", "sk": "slovak", "sl": "slovene",
    ]

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
