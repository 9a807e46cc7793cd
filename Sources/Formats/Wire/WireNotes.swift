import Bytes

/// The notes to editors that agencies put behind the text.
enum WireNotes {
    /// Lines that begin them.
    private static let marks = [
        "# notebook", "# notizblock", "* * * *", "the following information is not intended for publication",
        "die folgenden informationen sind nicht zur", "## note to editors", "## redaktionelle hinweise",
    ]

    /// Where the notes begin in a text in UTF-8; nil where there are none.
    static func start(in text: [UInt8]) -> Int? {
        var index = 0
        for line in text.split(separator: 0x0A, omittingEmptySubsequences: false) {
            defer { index += line.count + 1 }
            guard let first = line.first,
                first == UInt8(ascii: "#") || first == UInt8(ascii: "*") || first | 32 >= 0x61,
                line.count <= 200
            else { continue }
            let lowered = String(decoding: line, as: UTF8.self).lowercased()
            if index > 0, marks.contains(where: { lowered.hasPrefix($0) }) { return index }
        }
        return nil
    }

    /// The lines of the note to editors out of all notes; nil where there is none.
    static func editorial(_ notes: String) -> String? {
        var isEditorial = false
        var lines: [Substring] = []
        for line in notes.split(whereSeparator: \.isNewline).prefix(200) {
            if line.hasPrefix("#") || line.hasPrefix("*") {
                let lowered = line.lowercased()
                isEditorial =
                    lowered.contains("editors") || lowered.contains("redaktion") || lowered.contains("korrektur")
                    || lowered.contains("correction")
            } else if isEditorial {
                lines.append(line)
            }
        }
        let note = TextNormalizer.normalized(lines.joined(separator: " "))
        return note.isEmpty ? nil : note
    }
}
