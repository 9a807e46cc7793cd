import NewsModel

/// A body with its excerpts, credits and notices told apart from the author's own words.
enum MarkedBody {
    /// The text; an excerpt stands behind a bar, credits are highlighted and notices dim, where the terminal has colours.
    static func text(_ article: Article) -> String {
        let marks = article.annotations.filter { $0.extractor == "passages" && $0.kind != "own_words" }
        let spans = spans(of: article)
        guard !marks.isEmpty || !spans.isEmpty else { return TerminalText.block(article.body) }
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
                lines.append(highlighted(paragraph.range, spans, scalars))
            }
        }
        return lines.joined(separator: "\n\n")
    }

    /// A stretch of the body that stands out.
    private struct Span {
        let range: CodePointRange
        let style: TerminalText.Style
    }

    /// Credits, names and quotations without overlap and in order; a credit goes before a name, a name before a quotation.
    private static func spans(of article: Article) -> [Span] {
        let credits = article.credits.compactMap(\.range).map { Span(range: $0, style: .highlight) }
        let names = article.entities.flatMap(\.mentions).map { Span(range: $0, style: .name) }
        var taken: [Span] = []
        for span in (credits + names).sorted(by: { ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end) })
        where span.range.start < span.range.end && span.range.start >= taken.last?.range.end ?? 0 {
            taken.append(span)
        }
        return taken + between(taken, article.quotations.flatMap(\.content))
    }

    /// The stretches of quotations that no other mark takes.
    private static func between(_ taken: [Span], _ quotations: [CodePointRange]) -> [Span] {
        var rest: [Span] = []
        var end = 0
        var index = 0
        for range in quotations.sorted(by: { $0.start < $1.start }) {
            var start = max(range.start, end)
            while index < taken.count, taken[index].range.end <= start { index += 1 }
            var next = index
            while next < taken.count, taken[next].range.start < range.end {
                if start < taken[next].range.start {
                    rest.append(
                        Span(range: CodePointRange(start: start, end: taken[next].range.start), style: .quotation))
                }
                start = max(start, taken[next].range.end)
                next += 1
            }
            if start < range.end {
                rest.append(Span(range: CodePointRange(start: start, end: range.end), style: .quotation))
            }
            end = max(end, range.end)
        }
        return rest
    }

    private static func highlighted(
        _ range: CodePointRange, _ spans: [Span], _ scalars: [Unicode.Scalar]
    ) -> String {
        var text = ""
        var place = range.start
        for span in spans.sorted(by: { $0.range.start < $1.range.start })
        where span.range.start >= place && span.range.end <= range.end {
            text += TerminalText.block(string(scalars[place..<span.range.start]))
            text += TerminalText.styled(
                TerminalText.block(string(scalars[span.range.start..<span.range.end])), span.style)
            place = span.range.end
        }
        return text + TerminalText.block(string(scalars[place..<range.end]))
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}
