import Bytes

/// Puts paragraph tags where empty lines part the paragraphs of a text.
package enum EmptyLineParagraphs {
    private static let tag = Array("<p>".utf8)

    /// The text with `<p>` at each empty line outside of preformatted text.
    package static func marked(_ text: [UInt8]) -> [UInt8] {
        guard text.contains(0x0A) || text.contains(0x0D) else { return text }
        var out: [UInt8] = []
        out.reserveCapacity(text.count + text.count / 16)
        var isPreformatted = false
        var breaks = 0
        var index = 0
        while index < text.count {
            let byte = text[index]
            switch byte {
            case 0x0A: breaks += 1
            case 0x0D: if index + 1 == text.count || text[index + 1] != 0x0A { breaks += 1 }
            case 0x20, 0x09: break
            default:
                if breaks > 1, !isPreformatted { out.append(contentsOf: tag) }
                breaks = 0
                if byte == UInt8(ascii: "<") {
                    if matches("<pre", text, index) { isPreformatted = true }
                    if matches("</pre", text, index) { isPreformatted = false }
                }
            }
            out.append(byte)
            index += 1
        }
        return out
    }

    private static func matches(_ word: StaticString, _ text: [UInt8], _ start: Int) -> Bool {
        guard start + word.utf8CodeUnitCount <= text.count else { return false }
        for offset in 0..<word.utf8CodeUnitCount where ASCII.lowered(text[start + offset]) != word.utf8Start[offset] {
            return false
        }
        return true
    }
}
