import Bytes
import NewsModel

/// A paragraph of an office document before it becomes one of an article.
struct DocumentBlock {
    /// What the style of a paragraph says of it.
    enum Role: Equatable {
        case title, subtitle, text, listItem, quotation, caption, table, preformatted
        /// 1 for the highest.
        case heading(Int)
    }

    var role = Role.text
    /// UTF-8, not yet in stored form; cells of a table apart by tabs, rows by line feeds.
    var text: [UInt8] = []
    /// The size of the type in points that most of it is set in; 0 where it is not told.
    var size = 0.0

    /// The text on one line in stored form.
    var line: String {
        text.withUnsafeBufferPointer { String(decoding: TextNormalizer.normalized($0), as: UTF8.self) }
    }
}
