import NewsModel

/// The address under which somebody says that they found what they handed in: a note of the article, apart from the address that the page
/// itself states.
struct SenderAddress: Equatable {
    private static let beginning = "Sent with the address "

    /// The address, as it was given.
    let address: String

    init(_ address: String) { self.address = address }

    /// The address of a note; nil for another note.
    init?(_ note: Correction) {
        guard note.kind == .note, let value = note.value, value.hasPrefix(Self.beginning) else { return nil }
        address = String(value.dropFirst(Self.beginning.count))
    }

    /// The words of the note.
    var note: String { Self.beginning + address }
}
