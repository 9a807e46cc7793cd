/// What holds within a group of RTF, restored at its end.
struct RTFState {
    /// Where text goes.
    enum Destination {
        case body, skipped, fontTable, styleSheet, title, author, keywords, fieldInstruction
    }

    var destination = Destination.body
    /// Bytes that stand for a Unicode character where a reader knows none (`\uc`).
    var fallbackBytes = 1
    /// The code page of the font, 0 for that of the document.
    var codePage = 0
    var isHidden = false
    /// In half points.
    var halfPoints = 24
    var style = 0
    var isListItem = false
}
