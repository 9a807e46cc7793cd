import NewsModel

/// A body with its excerpts, credits and notices told apart from the author's own words.
enum MarkedBody {
    /// The text; an excerpt stands behind a bar, credits are highlighted and notices dim, where the terminal has colours.
    static func text(_ article: Article) -> String {
        let marks = article.annotations.filter { $0.extractor == "passages" && $0.kind != "own_words" }
        let credits = article.credits.compactMap(\.range)
        guard !marks.isEmpty || !credits.isEmpty else { return TerminalText.block(article.body) }
        let scalars = Array(article.body.unicodeScalars)
        var lines: [String] = []
        for paragraph in article.paragraphs where paragraph.range.end <= scalars.count {
            let text = TerminalText.block(string(scalars[paragraph.range.start..<paragraph.range.end]))
            let kind = marks.first {
                $0.range.map { $0.start <= paragraph.range.start && paragraph.range.end <= $0.end } ?? false
            }?.kind
            if kind == "excerpt" {
                lines.append(
                    text.split(separator: "\n", omittingEmptySubsequences: false).map { "  │ " + $0 }.joined(
                        separator: "\n"))
            } else if kind == "boilerplate" {
                lines.append(TerminalText.styled(text, .dim))
            } else {
                lines.append(highlighted(paragraph.range, credits, scalars))
            }
        }
        return lines.joined(separator: "\n\n")
    }

    private static func highlighted(
        _ range: CodePointRange, _ credits: [CodePointRange], _ scalars: [Unicode.Scalar]
    ) -> String {
        var text = ""
        var place = range.start
        for credit in credits.sorted(by: { $0.start < $1.start })
        where credit.start >= place && credit.end <= range.end && credit.start < credit.end {
            text += TerminalText.block(string(scalars[place..<credit.start]))
            text += TerminalText.styled(TerminalText.block(string(scalars[credit.start..<credit.end])), .highlight)
            place = credit.end
        }
        return text + TerminalText.block(string(scalars[place..<range.end]))
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
