/// Text made fit for one line of a terminal, a log file or a status: nothing in it can end the line, act on the terminal or
/// turn the direction of what follows.
enum PrintableText {
    /// The text with control characters as `\n`, `\t`, `\r` or `\xNN`, and line separators and marks that override the
    /// direction of text as `\u{N}`.
    ///
    /// A backslash stays as it is, since names that are already escaped (`\xE9`) pass through here. Joiners and plain direction
    /// marks stay too: Persian, Hindi and Hebrew headlines need them, and they act on nothing but their neighbours.
    static func escape(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: isUnsafe) else { return text }
        var shown = ""
        shown.reserveCapacity(text.utf8.count + 16)
        for scalar in text.unicodeScalars {
            if isUnsafe(scalar) { shown += escaped(scalar) } else { shown.unicodeScalars.append(scalar) }
        }
        return shown
    }

    /// The longest beginning of whole characters that fits into so many bytes, with an ellipsis where something was cut.
    static func clip(_ text: String, toBytes limit: Int) -> String {
        guard text.utf8.count > limit else { return text }
        let ellipsis = "…"
        var clipped = ""
        var size = ellipsis.utf8.count
        for character in text {
            size += character.utf8.count
            guard size <= limit else { break }
            clipped.append(character)
        }
        return clipped + ellipsis
    }

    /// C0 and C1 controls, DEL, line and paragraph separators, and the embeddings, overrides and isolates of bidirectional
    /// text (Unicode Standard Annex 9; they are what "Trojan Source" abuses).
    private static func isUnsafe(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x00...0x1F, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069: true
        default: false
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": return "\\n"
        case "\t": return "\\t"
        case "\r": return "\\r"
        default: break
        }
        let digits = String(scalar.value, radix: 16, uppercase: true)
        guard scalar.value <= 0x7F else { return "\\u{" + digits + "}" }
        return "\\x" + (digits.count == 1 ? "0" : "") + digits
    }
}
