import Bytes
import NewsModel

/// The lines of a plain text that are not empty, as ranges of its bytes.
struct TextLines {
    /// One line without the white space around it.
    struct Line {
        /// Where it starts, as an index of the text's bytes.
        var start: Int32
        /// Where it ends.
        var end: Int32
        /// Code points of the line, its indentation left out.
        var width: Int32
        /// White space before it; a tab counts as four.
        var indent: Int16
        /// Whether an empty line (or the start) stands before it.
        var isApart: Bool
    }

    /// More lines than this are no article; each costs sixteen bytes.
    private static let mostLines = 2_000_000

    /// The text as UTF-8.
    let bytes: [UInt8]
    /// The lines in order; empty ones are told by `isApart` of the next.
    let lines: [Line]

    /// Cuts a text; line feed, carriage return, both, and the Unicode separators end a line.
    init(_ bytes: [UInt8]) throws(ReadingFailure) {
        self.bytes = bytes
        var lines: [Line] = []
        var isApart = true
        var index = 0
        while index < bytes.count {
            var end = index
            while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D, !Self.isSeparator(bytes, end) { end += 1 }
            if let line = Self.line(bytes, index, end, isApart: isApart) {
                lines.append(line)
                isApart = false
                guard lines.count <= Self.mostLines else {
                    throw ReadingFailure(.limitExceeded, "The text has more than \(Self.mostLines) lines.")
                }
            } else {
                isApart = true
            }
            if end < bytes.count, bytes[end] == 0xE2 {
                end += 3
            } else if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A {
                end += 2
            } else {
                end += 1
            }
            index = end
        }
        self.lines = lines
    }

    /// The bytes of a line.
    func slice(_ index: Int) -> ArraySlice<UInt8> {
        bytes[Int(lines[index].start)..<Int(lines[index].end)]
    }

    /// A line as text in stored form; at most `longest` bytes of it.
    func text(_ index: Int, longest: Int = 2000) -> String {
        TextNormalizer.normalized(String(decoding: slice(index).prefix(longest), as: UTF8.self))
    }

    /// U+2028 and U+2029.
    private static func isSeparator(_ bytes: [UInt8], _ index: Int) -> Bool {
        bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80 && (bytes[index + 2] | 1) == 0xA9
    }

    private static func line(_ bytes: [UInt8], _ from: Int, _ to: Int, isApart: Bool) -> Line? {
        var start = from
        var end = to
        var indent = 0
        while start < end {
            if bytes[start] == 0x09 {
                indent += 4
            } else if bytes[start] <= 0x20 {
                indent += 1
            } else if end - start >= 3, bytes[start] == 0xE3, bytes[start + 1] == 0x80, bytes[start + 2] == 0x80 {
                // The ideographic space opens Chinese and Japanese paragraphs.
                indent += 2
                start += 2
            } else if end - start >= 2, bytes[start] == 0xC2, bytes[start + 1] == 0xA0 {
                indent += 1
                start += 1
            } else {
                break
            }
            start += 1
        }
        while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
        guard end > start else { return nil }
        var width = 0
        for index in start..<end where bytes[index] & 0xC0 != 0x80 { width += 1 }
        return Line(
            start: Int32(start), end: Int32(end), width: Int32(width), indent: Int16(min(indent, 1000)),
            isApart: isApart)
    }
}
