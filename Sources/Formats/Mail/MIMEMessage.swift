import Bytes
import CMime
import Glibc
import NewsModel

/// A message taken apart: its entities in order, their headers and contents (RFC 5322 and RFC 2045 to 2049, by GMime 3).
///
/// Belongs to the reading it was made for.
final class MIMEMessage {
    /// Entities of one message; a digest of a busy list has some hundred.
    static let mostEntities = 20_000
    /// Boundary declarations times lines that may be boundaries: GMime compares each such line with every open boundary, of
    /// which there are at most 1,024. A digest of a thousand messages of three parts each has 10 million.
    static let mostComparisons = 100_000_000
    /// Bytes of a header that are looked at; a list of recipients may have megabytes, a subject has not.
    static let headerBytes = 16 << 10

    /// One part of a message.
    struct Entity {
        /// What stands in it.
        enum Kind { case leaf, multipart, message }

        var kind: Kind
        /// The index of the entity around it; nil for the message itself.
        var parent: Int?
        /// The media type in lower case, such as `text/html`.
        var mediaType: String
        var charset: String?
        /// The name that the sender gave it as a file.
        var fileName: String?
        /// Whether the sender calls it an attachment.
        var isAttachment: Bool
        /// Whether its lines flow (RFC 3676), and whether the space before a soft break goes with it.
        var isFlowed: Bool
        var deletesSpace: Bool
    }

    /// The entities in order; the first is the message itself.
    let entities: [Entity]
    private let message: OpaquePointer

    /// Takes a message apart.
    ///
    /// - Parameter bytes: from the first header on.
    /// - Throws: `.malformed` where no header is; `.limitExceeded` for too many parts or boundaries.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingFailure) {
        Self.warmUp()
        try Self.checkBoundaries(bytes)
        guard let base = bytes.baseAddress, let message = wd_mime_parse(base, bytes.count, Self.mostEntities) else {
            throw ReadingFailure(.malformed, "The message has no headers.")
        }
        self.message = message
        guard wd_mime_is_cut(message) == 0 else {
            entities = []
            throw ReadingFailure(.limitExceeded, "The message has more than \(Self.mostEntities) parts.")
        }
        entities = (0..<wd_mime_count(message)).map { Self.entity(wd_mime_entity_at(message, $0)) }
    }

    deinit { wd_mime_free(message) }

    /// Opens what the library opens lazily, before a sandbox closes.
    static func warmUp() { _ = isReady }

    /// GMime must be set up once before anything is parsed.
    private static let isReady: Bool = {
        wd_mime_warm_up()
        return true
    }()

    /// The entities directly inside of one.
    func children(of index: Int) -> [Int] { childrenByParent[index] ?? [] }

    private lazy var childrenByParent: [Int: [Int]] = Dictionary(
        grouping: entities.indices.dropFirst(), by: { entities[$0].parent ?? 0 })

    /// The first header of that name as text: unfolded, encoded words resolved; nil for none or an empty one.
    func header(_ name: String, of index: Int = 0) -> String? {
        text(of: wd_mime_header(message, index, name))
    }

    /// The last header of that name as text.
    func lastHeader(_ name: String, of index: Int = 0) -> String? {
        text(of: wd_mime_last_header(message, index, name))
    }

    /// The bytes of a header as they stand, without its line breaks.
    func rawHeader(_ name: String, of index: Int = 0) -> [UInt8]? {
        bytes(of: wd_mime_header(message, index, name))
    }

    private func text(of raw: UnsafePointer<CChar>?) -> String? {
        guard let bytes = bytes(of: raw) else { return nil }
        let text = TextNormalizer.normalized(EncodedWords.decoded(bytes))
        return text.isEmpty ? nil : text
    }

    private func bytes(of raw: UnsafePointer<CChar>?) -> [UInt8]? {
        guard let raw else { return nil }
        return UnsafeRawBufferPointer(start: raw, count: strnlen(raw, Self.headerBytes)).filter {
            $0 != 0x0A && $0 != 0x0D
        }
    }

    /// The content of a leaf with its transfer encoding undone; empty for any other entity.
    func content(of index: Int) -> [UInt8] {
        var content: [UInt8] = []
        withUnsafeMutablePointer(to: &content) { content in
            wd_mime_content(message, index, content) { context, bytes, count in
                guard let context, let bytes else { return }
                context.assumingMemoryBound(to: [UInt8].self).pointee.append(
                    contentsOf: UnsafeBufferPointer(start: bytes, count: count))
            }
        }
        return content
    }

    /// The content of a leaf that is text, soft line breaks with blanks behind them and UTF-7 undone, which the library leaves as they are.
    func text(of index: Int) -> [UInt8] {
        let isQuoted = header("Content-Transfer-Encoding", of: index)?.lowercased().hasPrefix("quoted") ?? false
        let bytes = isQuoted ? QuotedPrintable.withoutBlankSoftBreaks(content(of: index)) : content(of: index)
        let isUTF7 = ["utf-7", "unicode-1-1-utf-7", "csunicode11utf7"].contains(entities[index].charset?.lowercased())
        return isUTF7 ? UTF7.decoded(bytes) : bytes
    }

    private static func entity(_ entity: wd_mime_entity) -> Entity {
        func text(_ pointer: UnsafePointer<CChar>?) -> String? { pointer.map { String(cString: $0) } }
        let kind: Entity.Kind =
            switch entity.kind {
            case WD_MIME_MESSAGE: .message
            case WD_MIME_MULTIPART: .multipart
            default: .leaf
            }
        return Entity(
            kind: kind, parent: entity.parent < 0 ? nil : Int(entity.parent),
            mediaType: "\(text(entity.type) ?? "")/\(text(entity.subtype) ?? "")".lowercased(),
            charset: text(entity.charset),
            fileName: text(entity.file_name).map { EncodedWords.decoded(Array($0.utf8)) }.flatMap {
                $0.isEmpty ? nil : $0
            },
            isAttachment: entity.is_attachment != 0, isFlowed: text(entity.format)?.lowercased() == "flowed",
            deletesSpace: text(entity.delsp)?.lowercased() == "yes")
    }

    /// Refuses what would be compared for minutes.
    private static func checkBoundaries(_ bytes: UnsafeBufferPointer<UInt8>) throws(ReadingFailure) {
        var declarations = 0
        var lines = 0
        let name = Array("oundary".utf8)
        for index in bytes.indices.dropFirst() {
            switch bytes[index] {
            case UInt8(ascii: "-"):
                if bytes[index - 1] == UInt8(ascii: "-"), index == 1 || bytes[index - 2] == 0x0A { lines += 1 }
            case UInt8(ascii: "o") where bytes[index - 1] | 0x20 == UInt8(ascii: "b"):
                if bytes[index...].starts(with: name) { declarations += 1 }
            case UInt8(ascii: "O") where bytes[index - 1] | 0x20 == UInt8(ascii: "b"):
                if bytes[index...].prefix(name.count).map({ $0 | 0x20 }) == name { declarations += 1 }
            default: break
            }
        }
        guard min(declarations, 1_024) * lines <= mostComparisons else {
            throw ReadingFailure(
                .limitExceeded,
                "The message declares \(declarations) boundaries and has \(lines) lines that may be one.")
        }
    }
}
