import CLzma
import NewsModel

/// Undoes xz (The .xz File Format 1.1.0, tukaani.org).
package final class XZDecompressor: Decompressor {
    /// The memory that one stream may ask for. 192 MiB: `xz -9` needs 65 MiB, and the reader has more limits than this one.
    private static let memoryBytes: UInt64 = 192 << 20

    package let name = "xz"
    package let hasMembers = true
    // At an address of its own: the library notes where it lies.
    private let stream = UnsafeMutablePointer<lzma_stream>.allocate(capacity: 1)

    /// - Throws: `.limitExceeded` when there is no memory for it.
    package init() throws(ReadingFailure) {
        stream.initialize(to: lzma_stream())
        try reset()
    }

    deinit {
        lzma_end(stream)
        stream.deallocate()
    }

    package func reset() throws(ReadingFailure) {
        guard lzma_stream_decoder(stream, Self.memoryBytes, 0) == LZMA_OK else {
            throw ReadingFailure(.limitExceeded, "There is no memory to unpack xz data.")
        }
    }

    package func decompress(
        _ packed: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableRawBufferPointer
    ) throws(ReadingFailure) -> DecompressionStep {
        stream.pointee.next_in = packed.baseAddress
        stream.pointee.avail_in = packed.count
        stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = room.count
        let result = lzma_code(stream, LZMA_RUN)
        let step = DecompressionStep(
            consumed: packed.count - stream.pointee.avail_in, produced: room.count - stream.pointee.avail_out,
            isEnd: result == LZMA_STREAM_END)
        switch result {
        case LZMA_OK, LZMA_STREAM_END, LZMA_BUF_ERROR: return step
        case LZMA_MEMLIMIT_ERROR, LZMA_MEM_ERROR:
            throw ReadingFailure(
                .limitExceeded, "The xz data needs more than \(Self.memoryBytes >> 20) MiB of memory to unpack.")
        case LZMA_OPTIONS_ERROR:
            throw ReadingFailure(.unknownFormat, "The xz data is packed in a way that is not read.")
        default:
            throw ReadingFailure(.malformed, "The xz data is damaged (liblzma error \(result.rawValue)).")
        }
    }

    package func beginsMember(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { Self.begins(bytes) }

    /// Whether a member begins here, by its signature.
    package static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0])
    }
}
