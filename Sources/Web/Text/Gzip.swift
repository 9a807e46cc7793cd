import CZlib

/// Text made smaller for its way (gzip, RFC 1952).
enum Gzip {
    /// Bytes below which it is not worth the work.
    static let fewest = 1_024
    /// How hard it tries, from 1 to 9: beyond 6 a page is hardly smaller.
    private static let level: Int32 = 6
    /// 15 bits of window, and 16 for the gzip wrapping (zlib.h, deflateInit2).
    private static let windowAndWrapping: Int32 = 15 + 16
    /// The default of zlib.h.
    private static let memoryLevel: Int32 = 8

    /// The bytes made smaller; nil where they would not be, or there is no memory.
    static func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        guard bytes.count >= fewest, bytes.count <= Int(UInt32.max) else { return nil }
        var stream = z_stream()
        guard
            deflateInit2_(
                &stream, level, Z_DEFLATED, windowAndWrapping, memoryLevel, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { return nil }
        defer { deflateEnd(&stream) }
        var bytes = bytes
        var result = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        let isDone = bytes.withUnsafeMutableBufferPointer { source in
            result.withUnsafeMutableBufferPointer { target in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(target.count)
                return deflate(&stream, Z_FINISH) == Z_STREAM_END
            }
        }
        let count = Int(stream.total_out)
        guard isDone, count < bytes.count else { return nil }
        result.removeLast(result.count - count)
        return result
    }

    /// Whether a client takes it, by its `Accept-Encoding` (RFC 9110, section 12.5.3).
    static func isAccepted(_ header: String?) -> Bool {
        (header ?? "").split(separator: ",").contains { part in
            let halves = part.split(separator: ";").map { $0.filter { $0 != " " }.lowercased() }
            guard let name = halves.first, name == "gzip" || name == "*" else { return false }
            let weight = halves.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) }
            return weight ?? 1 > 0
        }
    }
}
