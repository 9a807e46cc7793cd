import NewsModel

/// A body with its excerpts, notices, credits, names and quotations told apart from the author's own words, for any front.
package struct MarkedBody: Sendable, Equatable {
    /// Whose words a paragraph has.
    package enum Standing: Sendable, Equatable {
        /// The author's own.
        case own
        /// Those of another text.
        case excerpt
        /// Those of the publisher about something else.
        case notice
    }

    /// What a stretch of words is.
    package enum Mark: Sendable, Equatable {
        /// A credit.
        case credit
        /// A name of a person, organisation or place.
        case name
        /// Words that somebody said.
        case quotation
    }

    /// A stretch of words of one kind.
    package struct Run: Sendable, Equatable {
        /// The words.
        package var text: String
        /// What they are; nil for the running text.
        package var mark: Mark?
    }

    /// A paragraph.
    package struct Paragraph: Sendable, Equatable {
        /// Whose words it has.
        package var standing: Standing
        /// Its words; one run for a paragraph that is not the author's own.
        package var runs: [Run]
    }

    /// The paragraphs in order.
    package let paragraphs: [Paragraph]

    /// The body of an article.
    package init(_ article: Article) {
        let passages = article.annotations.filter { $0.extractor == "passages" && $0.kind != "own_words" }
        let spans = Self.spans(of: article)
        guard !article.paragraphs.isEmpty else {
            paragraphs = [Paragraph(standing: .own, runs: [Run(text: article.body)])]
            return
        }
        let scalars = Array(article.body.unicodeScalars)
        paragraphs = article.paragraphs.filter { $0.range.end <= scalars.count }.map { paragraph in
            let kind = passages.first {
                $0.range.map { $0.start <= paragraph.range.start && paragraph.range.end <= $0.end } ?? false
            }?.kind
            let whole = Run(text: Self.string(scalars[paragraph.range.start..<paragraph.range.end]))
            return switch kind {
            case "excerpt": Paragraph(standing: .excerpt, runs: [whole])
            case "boilerplate": Paragraph(standing: .notice, runs: [whole])
            default: Paragraph(standing: .own, runs: Self.runs(paragraph.range, spans, scalars))
            }
        }
    }

    /// A stretch of the body that stands out.
    private struct Span {
        let range: CodePointRange
        let mark: Mark
    }

    /// Credits, names and quotations without overlap and in order; a credit goes before a name, a name before a quotation.
    private static func spans(of article: Article) -> [Span] {
        let credits = article.credits.compactMap(\.range).map { Span(range: $0, mark: .credit) }
        let names = article.entities.flatMap(\.mentions).map { Span(range: $0, mark: .name) }
        var taken: [Span] = []
        for span in (credits + names).sorted(by: { ($0.range.start, -$0.range.end) < ($1.range.start, -$1.range.end) })
        where span.range.start < span.range.end && span.range.start >= taken.last?.range.end ?? 0 {
            taken.append(span)
        }
        return (taken + between(taken, article.quotations.flatMap(\.content))).sorted {
            $0.range.start < $1.range.start
        }
    }

    /// The stretches of quotations that no other mark takes.
    private static func between(_ taken: [Span], _ quotations: [CodePointRange]) -> [Span] {
        var rest: [Span] = []
        var end = 0
        var index = 0
        func add(_ start: Int, _ end: Int) {
            if start < end { rest.append(Span(range: CodePointRange(start: start, end: end), mark: .quotation)) }
        }
        for range in quotations.sorted(by: { $0.start < $1.start }) {
            var start = max(range.start, end)
            while index < taken.count, taken[index].range.end <= start { index += 1 }
            var next = index
            while next < taken.count, taken[next].range.start < range.end {
                add(start, taken[next].range.start)
                start = max(start, taken[next].range.end)
                next += 1
            }
            add(start, range.end)
            end = max(end, range.end)
        }
        return rest
    }

    private static func runs(_ range: CodePointRange, _ spans: [Span], _ scalars: [Unicode.Scalar]) -> [Run] {
        var runs: [Run] = []
        var place = range.start
        func add(_ end: Int, _ mark: Mark?) {
            if place < end { runs.append(Run(text: string(scalars[place..<end]), mark: mark)) }
            place = max(place, end)
        }
        for span in spans where span.range.start >= place && span.range.end <= range.end {
            add(span.range.start, nil)
            add(span.range.end, span.mark)
        }
        add(range.end, nil)
        return runs
    }

    private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
        String(String.UnicodeScalarView(scalars))
    }
}

extension MarkedBody {
    /// The body on a terminal: an excerpt stands behind a bar, marks are highlighted and notices dim, where there are colours.
    package var terminalText: String {
        paragraphs.map { paragraph in
            let text = TerminalText.block(paragraph.runs.map(\.text).joined())
            switch paragraph.standing {
            case .excerpt:
                return WrappedText.text(text, width: TerminalText.width.map { $0 - 4 }, indent: 0)
                    .split(separator: "\n", omittingEmptySubsequences: false).map { "  │ " + $0 }.joined(
                        separator: "\n")
            case .notice: return TerminalText.styled(text, .dim)
            case .own:
                return paragraph.runs.map { run in
                    let text = TerminalText.block(run.text)
                    return run.mark.map { TerminalText.styled(text, $0.style) } ?? text
                }.joined()
            }
        }.joined(separator: "\n\n")
    }
}

extension MarkedBody.Mark {
    fileprivate var style: TerminalText.Style {
        switch self {
        case .credit: .highlight
        case .name: .name
        case .quotation: .quotation
        }
    }
}
