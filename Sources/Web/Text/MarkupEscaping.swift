import Mustache

/// Text inside of HTML, in content and in quoted attributes.
///
/// Works byte by byte: an escaping that looks at whole characters, as that of swift-mustache 2.1 does, leaves a quotation mark alone
/// that a combining accent follows, since both are one character, and so lets a headline out of its attribute.
struct MarkupEscaping: MustacheContentType {
    /// The name by which templates ask for it.
    static let name = "ESCAPED"

    func escapeText(_ text: String) -> String { Self.escaped(text) }

    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count + 16)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "<"): bytes += Array("&lt;".utf8)
            case UInt8(ascii: ">"): bytes += Array("&gt;".utf8)
            case UInt8(ascii: "&"): bytes += Array("&amp;".utf8)
            case UInt8(ascii: "\""): bytes += Array("&quot;".utf8)
            case UInt8(ascii: "'"): bytes += Array("&#39;".utf8)
            // No control character is allowed in HTML but these (HTML, section 13.1.3).
            case 0..<9, 11, 14..<32, 127: bytes += Array("\u{FFFD}".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
