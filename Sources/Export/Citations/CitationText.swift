/// What the formats of citations share.
enum CitationText {
    /// A text on one line: a line end in a value would open another field.
    static func line(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else { return text }
        return String(decoding: text.utf8.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    }
}

extension String {
    /// The text with each of one ASCII character replaced by another.
    func replacing(_ old: Unicode.Scalar, with new: Unicode.Scalar) -> String {
        String(String.UnicodeScalarView(unicodeScalars.map { $0 == old ? new : $0 }))
    }
}
