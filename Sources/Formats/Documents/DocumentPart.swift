import Bytes
import Markup
import NewsModel

/// The small XML files of a package.
enum DocumentPart {
    /// Bytes of one of them.
    private static let mostBytes = 16 << 20

    /// The root element of a part; nil where the package has none of that name, or where it is damaged: only the text itself is worth a
    /// rejection.
    ///
    /// - Throws: what the budget of the reading throws.
    static func document(_ name: String, of directory: ZipDirectory) throws -> XMLElement? {
        guard let entry = try directory.entry(named: name) else { return nil }
        do {
            let bytes = try directory.open(entry).all(limit: mostBytes)
            return try bytes.withUnsafeBufferPointer { try XMLElement.document($0) }
        } catch let failure as ReadingFailure where failure.code != .limitExceeded {
            return nil
        }
    }
}
