import Bytes

/// Links of notes to one another: `[[Note]]`, `[[Folder/Note#Part|what is shown]]`, and `![[picture.png]]`, which embeds a file.
enum WikiLink {
    /// Bytes that a link has at most.
    private static let longest = 400

    /// The words of a value that is nothing but a link; any other value as it is.
    static func text(of value: String) -> String {
        guard value.hasPrefix("[["), value.hasSuffix("]]"), value.utf8.count <= longest else { return value }
        return shown(value.dropFirst(2).dropLast(2).utf8)
    }

    /// The link at the `[[` of a text: the words that are shown of it, and the index behind it; nil where it does not close on its line.
    static func link(at start: Int, of source: ArraySlice<UInt8>) -> (text: [UInt8], end: Int)? {
        let inner = source[(start + 2)...].prefix(longest)
        var index = inner.startIndex
        while index + 1 < inner.endIndex {
            switch inner[index] {
            case 0x0A, UInt8(ascii: "["): return nil
            case UInt8(ascii: "]") where inner[index + 1] == UInt8(ascii: "]"):
                return index > inner.startIndex ? (Array(shown(inner[..<index]).utf8), index + 2) : nil
            default: index += 1
            }
        }
        return nil
    }

    private static func shown(_ inner: some Collection<UInt8>) -> String {
        let text = String(decoding: Array(inner), as: UTF8.self)
        if let bar = text.lastIndex(of: "|") { return String(text[text.index(after: bar)...]) }
        let note = text.prefix { $0 != "#" }
        return String((note.isEmpty ? text.dropFirst() : note).split(separator: "/").last ?? text[...])
    }
}
