/// What an event says of a name in an inbox.
enum NameEvent: Sendable {
    /// A file, link, pipe or the like was made under it.
    case created
    /// The file was written to or truncated.
    case changed
    /// The file was closed by a program that had it open for writing.
    case closed
    /// Something was given the name by a rename, which is how a complete file is delivered.
    case movedIn
    /// The desk itself has moved back what it had taken aside, which says nothing of who writes it.
    case movedBack
    /// Its rights or its owner changed.
    case attributesChanged

    /// What the mask of an event says of the name in it; nil for what is not of interest.
    init?(_ mask: InotifyEvent.Mask) {
        if mask.contains(.modify) {
            self = .changed
        } else if mask.contains(.closeWrite) {
            self = .closed
        } else if mask.contains(.create) {
            self = .created
        } else if mask.contains(.movedTo) {
            self = .movedIn
        } else if mask.contains(.attributes) {
            self = .attributesChanged
        } else {
            return nil
        }
    }
}
