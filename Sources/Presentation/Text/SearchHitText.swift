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
}
