/// A passage of an article that shows why it was found.
public struct Snippet: Sendable, Equatable {
    /// The passage; line breaks are spaces, otherwise as it stands in the article.
    public var text: String
    /// What to highlight: ranges of UTF-8 bytes of `text`, in order, apart, between whole characters.
    public var highlights: [Range<Int>]
    /// Whether the article goes on before the passage.
    public var isCutBefore: Bool
    /// Whether the article goes on after the passage.
    public var isCutAfter: Bool

    /// The passage cut at its highlights, in order; every second kind of piece is shown plain.
    public var pieces: [(text: Substring, isHighlighted: Bool)] {
        var pieces: [(Substring, Bool)] = []
        var place = text.startIndex
        for highlight in highlights {
            let start = text.utf8.index(text.startIndex, offsetBy: highlight.lowerBound)
            let end = text.utf8.index(text.startIndex, offsetBy: highlight.upperBound)
            if place < start { pieces.append((text[place..<start], false)) }
            pieces.append((text[start..<end], true))
            place = end
        }
        if place < text.endIndex { pieces.append((text[place...], false)) }
        return pieces
    }
}
