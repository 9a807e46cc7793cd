import Bytes
import NewsModel

/// A part of a MIME message (RFC 2045, RFC 2046): a head and a body in a transfer encoding.
struct MIMEPart {
    /// Parts within one another that are looked at; pages have two.
    private static let deepest = 8
    /// Parts of one message that are looked at; a page with all its pictures has some hundred.
    private static let mostParts = 20_000

    /// The header fields.
    let head: HTTPHead
    /// True when a multipart ends with its closing boundary.
    let isClosed: Bool
    private let body: UnsafeBufferPointer<UInt8>
    private let parts: [UnsafeBufferPointer<UInt8>]

    /// Takes a part apart; the bytes must outlive it.
    ///
    /// - Throws: `.limitExceeded` for an endless head or too many parts.
    init(_ bytes: UnsafeBufferPointer<UInt8>) throws {
        let input = ByteInput(BytesInMemory(bytes))
        // Some programs leave an empty line before the head.
        while try input.fill(1) > 0, input.buffered[0] == 0x0A || input.buffered[0] == 0x0D { input.consume(1) }
        head = try HTTPHead(fieldsOf: input)
        body = UnsafeBufferPointer(rebasing: bytes[input.offset...])
        let type = head["content-type"] ?? "text/plain"
        guard type.lowercased().hasPrefix("multipart/"), let boundary = Self.parameter("boundary", of: type) else {
            (parts, isClosed) = ([], true)
            return
        }
        (parts, isClosed) = try Self.split(body, boundary: Array(boundary.utf8))
    }

    /// The media type with its parameters.
    var mediaType: String { head["content-type"] ?? "text/plain" }

    /// The part that is the page: the one that `start` names, else the first of HTML.
    ///
    /// - Throws: as `init`.
    func root(depth: Int = 0) throws -> MIMEPart? {
        if isPage { return self }
        guard depth < Self.deepest else { return nil }
        if let start = Self.parameter("start", of: mediaType) {
            for bytes in parts {
                let part = try MIMEPart(bytes)
                if part.head["content-id"] == start, let root = try part.root(depth: depth + 1) { return root }
            }
        }
        for bytes in parts {
            if let root = try MIMEPart(bytes).root(depth: depth + 1) { return root }
        }
        return nil
    }

    /// The body with its transfer encoding undone.
    ///
    /// - Throws: `.tooLarge` beyond `limit` bytes.
    func decodedBody(limit: Int) throws(ReadingFailure) -> [UInt8] {
        guard body.count <= 2 * limit else {
            throw ReadingFailure(.tooLarge, "A part has \(body.count) bytes; at most \(limit) are read as one article.")
        }
        return switch head["content-transfer-encoding"]?.lowercased() {
        case "base64": TransferEncoding.base64(body)
        case "quoted-printable": TransferEncoding.quotedPrintable(body)
        default: Array(body)
        }
    }

    private var isPage: Bool {
        let type = mediaType.lowercased()
        return type.hasPrefix("text/html") || type.hasPrefix("application/xhtml")
    }

    /// The parameter of a structured field, without its quotes.
    private static func parameter(_ name: String, of value: String) -> String? {
        for part in value.split(separator: ";").dropFirst() {
            guard let equals = part.firstIndex(of: "=") else { continue }
            guard part[..<equals].filter({ $0 != " " && $0 != "\t" }).lowercased() == name else { continue }
            var text = part[part.index(after: equals)...].drop { $0 == " " || $0 == "\"" }
            while let last = text.last, last == " " || last == "\"" { text.removeLast() }
            return text.isEmpty ? nil : String(text)
        }
        return nil
    }

    /// The parts between the boundaries.
    private static func split(
        _ body: UnsafeBufferPointer<UInt8>, boundary: [UInt8]
    ) throws(ReadingFailure) -> (parts: [UnsafeBufferPointer<UInt8>], isClosed: Bool) {
        let mark: [UInt8] = [0x2D, 0x2D] + boundary
        var parts: [UnsafeBufferPointer<UInt8>] = []
        var begin: Int?
        var line = 0
        while line < body.count {
            let end = body[line...].firstIndex(of: 0x0A) ?? body.count
            if body[line] == 0x2D, end - line >= mark.count, body[line..<line + mark.count].elementsEqual(mark) {
                let rest = body[(line + mark.count)..<end]
                let isClosing = rest.starts(with: [0x2D, 0x2D])
                // A longer boundary may begin with this one.
                if isClosing || rest.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
                    if let begin { parts.append(UnsafeBufferPointer(rebasing: body[begin..<max(begin, line)])) }
                    guard parts.count <= mostParts else {
                        throw ReadingFailure(.limitExceeded, "The message has more than \(mostParts) parts.")
                    }
                    if isClosing { return (parts, true) }
                    begin = min(end + 1, body.count)
                }
            }
            line = end + 1
        }
        // Cut off: what is there of the last part may be a page.
        if let begin { parts.append(UnsafeBufferPointer(rebasing: body[begin...])) }
        return (parts, false)
    }
}
