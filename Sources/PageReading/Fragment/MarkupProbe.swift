import Bytes
import Markup

/// Looks whether text is markup.
package enum MarkupProbe {
    /// Whether a tag stands in the text: `<` or `</` before a letter, and a `>` later on.
    package static func hasTags(_ text: [UInt8]) -> Bool { firstTag(in: text) { _ in true } }

    /// Whether the text has elements that make paragraphs.
    static func hasParagraphs(_ text: [UInt8]) -> Bool {
        firstTag(in: text) { name in
            let tag = HTMLTag.named(name)
            return tag == .p || tag == .div
        }
    }

    /// The text with its references resolved where they hide the tags, as feeds deliver it that are escaped twice.
    static func withoutSuperfluousEscapes(_ text: [UInt8]) -> [UInt8] {
        guard !hasTags(text), text.contains(UInt8(ascii: "&")) else { return text }
        let resolved = HTMLText.resolved(text)
        return hasTags(resolved) && hasEscapedTag(text) ? resolved : text
    }

    /// Whether a tag is written with `&lt;`; a lone comparison is not.
    private static func hasEscapedTag(_ text: [UInt8]) -> Bool {
        let text = String(decoding: text.prefix(4_000), as: UTF8.self).lowercased()
        return [
            "&lt;p", "&lt;br", "&lt;a ", "&lt;div", "&lt;img", "&lt;/", "&lt;b&gt;", "&lt;strong", "&lt;em", "&lt;ul",
        ]
        .contains { text.holds($0) }
    }

    /// Whether there is a tag whose name is wanted.
    private static func firstTag(in text: [UInt8], _ isWanted: (UnsafeBufferPointer<UInt8>) -> Bool) -> Bool {
        guard let end = text.lastIndex(of: UInt8(ascii: ">")) else { return false }
        return text.withUnsafeBufferPointer { text in
            for index in 0..<end where text[index] == UInt8(ascii: "<") {
                let start = text[index + 1] == UInt8(ascii: "/") ? index + 2 : index + 1
                guard start < end, ASCII.isLetter(text[start]) else { continue }
                let name = text[start..<end].prefix(longestName).prefix { ASCII.isAlphanumeric($0) }
                if isWanted(UnsafeBufferPointer(rebasing: name)) { return true }
            }
            return false
        }
    }

    /// Bytes of the longest name of an element that is asked for.
    private static let longestName = 16
}
