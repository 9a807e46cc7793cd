/// What comes next in a document.
package enum XMLEvent: Sendable, Equatable {
    /// An element begins.
    case open(XMLTag)
    /// A stretch of text; its bytes are in `XMLReader.text`. Text between two tags may come in several stretches.
    case text
    /// The element that was begun last ends.
    case close(XMLName)
}
