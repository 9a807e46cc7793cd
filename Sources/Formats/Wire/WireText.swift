import Bytes

/// Makes a payload of text that may or may not be markup.
enum WireText {
    /// The payload of a text whose format is declared as plain or not at all.
    ///
    /// Providers put paragraph tags around text that is laid out by lines and indentation; such tags alone make no HTML.
    static func payload(_ text: String) -> WireItem.Payload {
        guard WireMarkup.isMarkup(text) || text.holds("<p>") || text.holds("<br") else {
            return .text(Array(text.utf8))
        }
        guard let plain = withoutParagraphTags(text) else { return .html(Array(text.utf8)) }
        return .text(Array(plain.utf8))
    }

    /// The text with its paragraph tags made empty lines; nil where there are other tags, or where the paragraphs hold no lines.
    private static func withoutParagraphTags(_ text: String) -> String? {
        var plain = ""
        var rest = text[...]
        var lineBreaks = 0
        while let open = rest.firstIndex(of: "<") {
            let inner = rest[..<open]
            lineBreaks += inner.trimmingWhitespace().filter(\.isNewline).count
            plain += inner
            guard let close = rest[open...].firstIndex(of: ">") else { return nil }
            switch rest[open...close].lowercased() {
            case "<p>", "</p>": plain += "\n\n"
            default: return nil
            }
            rest = rest[rest.index(after: close)...]
        }
        guard lineBreaks > 1 else { return nil }
        return plain + rest
    }
}
