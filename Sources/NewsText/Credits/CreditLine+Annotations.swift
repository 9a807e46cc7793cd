import NewsModel

/// Credit lines that stand in a body as paragraphs of their own, as findings of the article.
extension CreditLine {
    /// The extractor's name in annotations.
    static let extractor = "credit_lines"
    /// Findings of an older version are renewed when an article is read again.
    package static let version = 1

    /// Paragraphs at either end of a body among which credit lines stand.
    private static let mostParagraphs = 3
    /// Code points of the longest paragraph that may be one; longer ones are prose with perhaps a credit at their start, which
    /// `CreditFinder` and `DatelineReader` find.
    private static let longestParagraph = 120
    /// Confidence of a line whose form is told by its label or sign, and of a byline, which is told by its names alone.
    private static let confidence = 0.9
    private static let confidenceOfByline = 0.8

    /// The credit lines of an article in order.
    package static func annotations(of article: Article) -> [Annotation] {
        let paragraphs = article.paragraphs
        let scalars = article.body.unicodeScalars
        var found: [Annotation] = []
        func look(at paragraph: Paragraph, from start: String.Index, to end: String.Index) {
            guard paragraph.kind != .preformatted, paragraph.kind != .table,
                let line = read(String(scalars[start..<end]))
            else { return }
            found.append(line.annotation(paragraph.range))
        }
        var place = scalars.startIndex
        var position = 0
        for paragraph in paragraphs.prefix(mostParagraphs) {
            guard
                let start = scalars.index(
                    place, offsetBy: paragraph.range.start - position, limitedBy: scalars.endIndex),
                let end = scalars.index(
                    start, offsetBy: paragraph.range.end - paragraph.range.start, limitedBy: scalars.endIndex)
            else { break }
            (place, position) = (end, paragraph.range.end)
            if isShort(paragraph) { look(at: paragraph, from: start, to: end) }
        }
        // From the end of the body backwards, so that a long one is not walked through.
        guard let last = paragraphs.last else { return found }
        place = scalars.endIndex
        position = last.range.end
        var atEnd: [(Paragraph, String.Index, String.Index)] = []
        for paragraph in paragraphs.dropFirst(mostParagraphs).suffix(mostParagraphs).reversed() {
            guard
                let end = scalars.index(place, offsetBy: paragraph.range.end - position, limitedBy: scalars.startIndex),
                let start = scalars.index(
                    end, offsetBy: paragraph.range.start - paragraph.range.end, limitedBy: scalars.startIndex)
            else { break }
            (place, position) = (start, paragraph.range.start)
            if isShort(paragraph) { atEnd.append((paragraph, start, end)) }
        }
        for (paragraph, start, end) in atEnd.reversed() { look(at: paragraph, from: start, to: end) }
        return found
    }

    private static func isShort(_ paragraph: Paragraph) -> Bool {
        paragraph.range.end - paragraph.range.start <= longestParagraph
    }

    private func annotation(_ range: CodePointRange) -> Annotation {
        var values: [String: String] = [:]
        values["authors"] = authors.isEmpty ? nil : authors.joined(separator: "; ")
        values["outlet"] = outlet
        values["agency"] = agency
        values["place"] = place
        values["role"] = role
        values["date"] = date
        return Annotation(
            kind: kind.rawValue, range: range, confidence: kind == .byline ? Self.confidenceOfByline : Self.confidence,
            extractor: Self.extractor, extractorVersion: Self.version, values: values)
    }
}
