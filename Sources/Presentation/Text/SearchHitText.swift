import ArticleQuery

/// A hit of a search, for people.
package enum SearchHitText {
    /// The article and the passage that tells why it was found.
    package static func text(_ hit: SearchHit) -> String {
        guard let snippet = hit.snippet else { return ArticleLine.text(hit.article) }
        let passage = snippet.pieces.map { piece in
            let text = TerminalText.line(String(piece.text))
            return piece.isHighlighted ? TerminalText.styled(text, .highlight) : text
        }.joined()
        return ArticleLine.text(hit.article) + "\n  " + (snippet.isCutBefore ? "… " : "") + passage
            + (snippet.isCutAfter ? " …" : "")
    }

    /// What each word brought to the score, on lines of their own; empty for a hit that no words ranked.
    package static func explanation(_ hit: SearchHit) -> String {
        guard let parts = hit.parts else { return "" }
        var lines = parts.words.map { word in
            number(word.score) + "  \(TerminalText.line(word.typed))"
                + (word.isFound
                    ? word.score > 0 ? "" : " (there, counts nothing)"
                    : word.isTime ? " (not in the text)" : " (missing)")
                + ", weight \(number(word.weight).trimmingPrefix { $0 == " " })"
        }
        if parts.proximity > 0 { lines.append(number(parts.proximity) + "  words side by side") }
        if parts.complete > 0 { lines.append(number(parts.complete) + "  every word that the archive has is there") }
        if hit.score > parts.total * 1.001 {
            lines.append(number(hit.score - parts.total) + "  of the time that was named")
        }
        lines.append(number(hit.score) + "  in all")
        return "\n" + lines.map { "    " + TerminalText.styled($0, .dim) }.joined(separator: "\n")
    }

    /// A number with two digits behind the point.
    private static func number(_ value: Double) -> String {
        let hundredths = Int((value * 100).rounded())
        return "\(hundredths / 100).\(String(100 + abs(hundredths % 100)).dropFirst())".leftPadded(7)
    }
}
