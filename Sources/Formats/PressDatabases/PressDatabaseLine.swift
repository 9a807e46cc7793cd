import Bytes
import NewsModel

/// A paragraph of an export of a press database, whatever file it came in.
struct PressDatabaseLine {
    /// Bytes up to which a line can be a mark, a label or a headline.
    static let longestHead = 600

    /// The text as UTF-8, not empty.
    let text: [UInt8]
    /// Whether the file sets it as a heading.
    var isHeading = false

    /// The text in stored form; empty for a line that is too long for anything but running text.
    var line: String {
        guard text.count <= Self.longestHead else { return "" }
        return text.withUnsafeBufferPointer { String(decoding: TextNormalizer.normalized($0), as: UTF8.self) }
    }
}
