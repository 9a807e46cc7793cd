import Export
import NewsModel

/// The lines of `correct --list`.
extension Correction {
    package var json: JSONOutput {
        .object([
            ("id", .text(article)), ("kind", .text(kind.rawValue)), ("field", .text(field)), ("value", .text(value)),
            ("by", .text(by)), ("at", .text(UTCInstant(milliseconds: at).description)),
        ])
    }
}
