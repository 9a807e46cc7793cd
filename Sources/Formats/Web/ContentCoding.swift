import Bytes
import NewsModel

/// Undoes the transfer and content codings of an HTTP body (RFC 9110, 8.4; RFC 9112, 7).
///
/// Archives differ in what they keep: the body as it was sent, or undone with the old header left standing. So each coding is
/// undone only where the bytes look like it.
enum ContentCoding {
    /// Codings that are undone in a row; more is an attack.
    private static let mostCodings = 4

    /// The body with every coding of the head undone.
    ///
    /// - Throws: `.limitExceeded` for too many codings; what the input throws.
    static func undone(_ body: ByteInput, _ head: HTTPHead, budget: ReadingBudget) throws -> ByteInput {
        var body = body
        let transfer = codings(head["transfer-encoding"])
        let content = codings(head["content-encoding"])
        guard transfer.count + content.count <= mostCodings else {
            throw ReadingFailure(.limitExceeded, "The page is packed in more than \(mostCodings) codings.")
        }
        for coding in transfer.reversed() + content.reversed() {
            if let stream = try stream(body, coding, budget) { body = ByteInput(stream) }
        }
        return body
    }

    private static func codings(_ value: String?) -> [String] {
        value?.lowercased().split { $0 == "," || $0 == " " }.map(String.init) ?? []
    }

    private static func stream(
        _ body: ByteInput, _ coding: String, _ budget: ReadingBudget
    ) throws -> (any ByteStream)? {
        switch coding {
        case "chunked": return try ChunkedStream.begins(body) ? ChunkedStream(body) : nil
        case "gzip", "x-gzip":
            try body.fill(4)
            guard ZlibDecompressor.beginsGzip(body.buffered) else { return nil }
            return try DecompressedStream(body, ZlibDecompressor(.gzip), budget: budget)
        case "zstd":
            try body.fill(4)
            guard ZstdDecompressor.begins(body.buffered) else { return nil }
            return try DecompressedStream(body, ZstdDecompressor(), budget: budget)
        case "deflate":
            // Some servers send it bare, against the standard.
            guard try body.fill(2) >= 2, !looksLikeMarkup(body.buffered) else { return nil }
            let (first, second) = (body.buffered[0], body.buffered[1])
            let isWrapped = first & 0x0F == 8 && (Int(first) << 8 | Int(second)) % 31 == 0
            return try DecompressedStream(body, ZlibDecompressor(isWrapped ? .zlib : .none), budget: budget)
        case "br":
            guard try body.fill(64) > 0, !looksLikeMarkup(body.buffered) else { return nil }
            return try DecompressedStream(body, BrotliDecompressor(), budget: budget)
        default: return nil
        }
    }

    /// Whether the first bytes are text already: brotli and deflate have no signature to tell them by.
    private static func looksLikeMarkup(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard let first = start.first(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) }) else { return false }
        return (first == UInt8(ascii: "<") || first == UInt8(ascii: "{"))
            && start.prefix(64).allSatisfy { $0 >= 0x20 || (0x09...0x0D).contains($0) }
    }
}
