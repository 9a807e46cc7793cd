import CZlib
import NewsModel

/// Undoes deflate (RFC 1951), bare or within gzip (RFC 1952) or zlib (RFC 1950).
package final class ZlibDecompressor: Decompressor {
    /// What is around the deflated bytes.
    package enum Wrapping: Int32 {
        // The numbers of inflateInit2 for the largest window.
        case none = -15
        case zlib = 15
        case gzip = 31
    }

    package let name: String
    package var hasMembers: Bool { wrapping == .gzip }
    private let wrapping: Wrapping
    // At an address of its own: the library notes where it lies.
    private let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)

    /// - Throws: `.limitExceeded` when there is no memory for it.
    package init(_ wrapping: Wrapping) throws(ReadingFailure) {
        self.wrapping = wrapping
        name = wrapping == .gzip ? "gzip" : "deflate"
        stream.initialize(to: z_stream())
        guard
            inflateInit2_(stream, wrapping.rawValue, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
        else { throw ReadingFailure(.limitExceeded, "There is no memory to unpack \(name) data.") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    package func reset() { inflateReset(stream) }

    package func decompress(
        _ packed: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableRawBufferPointer
    ) throws(ReadingFailure) -> DecompressionStep {
        let offered = min(packed.count, Int(UInt32.max))
        let wanted = min(room.count, Int(UInt32.max))
        stream.pointee.next_in = UnsafeMutablePointer(mutating: packed.baseAddress)
        stream.pointee.avail_in = UInt32(offered)
        stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(wanted)
        let result = inflate(stream, Z_NO_FLUSH)
        let step = DecompressionStep(
            consumed: offered - Int(stream.pointee.avail_in), produced: wanted - Int(stream.pointee.avail_out),
            isEnd: result == Z_STREAM_END)
        // Z_BUF_ERROR only says that there was nothing to do.
        guard result == Z_OK || result == Z_STREAM_END || result == Z_BUF_ERROR else {
            // What came out before the damage is handed out; the damage shows again with the next step. The packed bytes are not passed
            // over: damage is often noticed only within the next member, which is to be found.
            if step.produced > 0, result == Z_DATA_ERROR {
                return DecompressionStep(consumed: 0, produced: step.produced, isEnd: false)
            }
            let why = stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(result)"
            throw ReadingFailure(.malformed, "The \(name) data is damaged (\(why)).")
        }
        return step
    }

    package func beginsMember(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        wrapping == .gzip && Self.beginsGzip(bytes)
    }

    /// Whether a gzip member begins here: magic, deflate, no reserved flag.
    package static func beginsGzip(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.count >= 4 && bytes[0] == 0x1F && bytes[1] == 0x8B && bytes[2] == 8 && bytes[3] & 0xE0 == 0
    }
}
