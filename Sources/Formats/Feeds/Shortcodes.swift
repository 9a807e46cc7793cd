import Bytes

/// Takes WordPress's shortcodes out of a post: `[gallery ids="1,2"]`, `[caption ...]...[/caption]`.
///
/// What stands between an opening and a closing one stays. Brackets of the text, such as `[sic]` or `[1]`, are none: a shortcode has an
/// attribute, a closing tag, or a name with an underscore or of WordPress itself.
enum Shortcodes {
    /// Bytes of the longest shortcode; those of page builders are long.
    private static let longest = 4_096
    private static let known: Set<String> = [
        "gallery", "caption", "embed", "audio", "video", "playlist", "dropcap", "toc", "adrotate",
    ]

    static func removed(from text: [UInt8]) -> [UInt8] {
        guard text.contains(UInt8(ascii: "[")) else { return text }
        let closed = closedNames(in: text)
        var out: [UInt8] = []
        out.reserveCapacity(text.count)
        var index = 0
        while index < text.count {
            if text[index] == UInt8(ascii: "["), let code = code(in: text, at: index),
                code.isClosing || code.hasAttributes || known.contains(code.name) || closed.contains(code.name)
                    || code.name.contains("_")
            {
                index = code.end
                continue
            }
            out.append(text[index])
            index += 1
        }
        return out
    }

    private static func closedNames(in text: [UInt8]) -> Set<String> {
        var names: Set<String> = []
        for index in text.indices where text[index] == UInt8(ascii: "[") {
            guard index + 1 < text.count, text[index + 1] == UInt8(ascii: "/"), let code = code(in: text, at: index)
            else {
                continue
            }
            names.insert(code.name)
        }
        return names
    }

    private static func code(
        in text: [UInt8], at start: Int
    ) -> (name: String, isClosing: Bool, hasAttributes: Bool, end: Int)? {
        var index = start + 1
        let isClosing = index < text.count && text[index] == UInt8(ascii: "/")
        if isClosing { index += 1 }
        let nameStart = index
        while index < text.count, index - nameStart < 40, isNameByte(text[index]) { index += 1 }
        guard index > nameStart, index < text.count, (0x61...0x7A).contains(text[nameStart]) else { return nil }
        let name = String(decoding: text[nameStart..<index], as: UTF8.self)
        let attributes = index
        while index < text.count, index - start < longest, text[index] != UInt8(ascii: "]"),
            text[index] != UInt8(ascii: "[")
        {
            index += 1
        }
        guard index < text.count, text[index] == UInt8(ascii: "]") else { return nil }
        let hasAttributes = text[attributes..<index].contains(UInt8(ascii: "="))
        let isPlain = text[attributes..<index].allSatisfy { $0 == 0x20 || $0 == UInt8(ascii: "/") }
        guard hasAttributes || isPlain else { return nil }
        return (name, isClosing, hasAttributes, index + 1)
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    }
}
