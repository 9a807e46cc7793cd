import ArticleQuery
import LinuxSystem
import NewsModel

extension EarliestArticle.Basis {
    /// How it is known, for people.
    package var words: String {
        switch self {
        case .stated: "by stated time"
        case .received: "by received time"
        case .credited: "by credit given"
        }
    }
}

/// A quotation in lists for people.
package enum QuotationLines {
    /// A quotation of one article with its number there, and who said it.
    package static func numbered(_ quotation: Quotation, _ words: String, number: Int) -> String {
        let title = quotation.title == quotation.speaker ? nil : quotation.title
        let speaker = [quotation.speaker ?? "(speaker unknown)", title, quotation.organization]
        let text = TerminalText.styled(TerminalText.line(words.replacing("\n", with: " ")), .bold)
        return "\("\(number)".leftPadded(4))  \(text)\n      "
            + TerminalText.line(speaker.compactMap { $0 }.joined(separator: ", "))
            + (quotation.confidence < 0.5 ? "  (uncertain)" : "")
    }

    /// What was said; who said it, as what; where it stands; and who had it first where others have it too.
    package static func text(_ record: QuotationRecord) -> String {
        let quotation = record.quotation
        var lines = [TerminalText.styled(TerminalText.line(record.text.replacing("\n", with: " ")), .bold)]
        // An office that speaks is speaker and title in one.
        let title = quotation.title == quotation.speaker ? nil : quotation.title
        let speaker = [quotation.speaker ?? "(speaker unknown)", title, quotation.organization]
        lines.append("  " + TerminalText.line(speaker.compactMap { $0 }.joined(separator: ", ")))
        let article = record.article
        var source = [TerminalText.styled(article.id.description, .yellow), ArticleLine.date(of: article)]
        if let outlet = article.outlet { source.append(TerminalText.line(outlet)) }
        source.append(TerminalText.line(article.headline ?? article.file))
        if quotation.confidence < 0.5 { source.append("(uncertain)") }
        lines.append("  " + source.joined(separator: "  "))
        if record.articles > 1, let earliest = record.earliest {
            let others = "in \(record.articles) articles"
            let first = earliest.article
            let which =
                first.id == article.id
                ? "this one" : "\(first.id) " + TerminalText.line(first.outlet ?? first.headline ?? "")
            lines.append(
                "  " + TerminalText.styled("\(others), earliest here (\(earliest.basis.words)): \(which)", .dim))
        }
        return lines.joined(separator: "\n")
    }
}
