import CBrotli
import NewsModel

/// Undoes Brotli (RFC 7932), in which servers send pages.
package final class BrotliDecompressor: Decompressor {
    package let name = "brotli"
    package let hasMembers = false
    private var decoder: OpaquePointer

    /// - Throws: `.limitExceeded` when there is no memory for it.
    package init() throws(ReadingFailure) { decoder = try Self.make() }

    deinit { BrotliDecoderDestroyInstance(decoder) }

    package func reset() throws(ReadingFailure) {
        let fresh = try Self.make()
        BrotliDecoderDestroyInstance(decoder)
        decoder = fresh
    }

    private static func make() throws(ReadingFailure) -> OpaquePointer {
        guard let decoder = BrotliDecoderCreateInstance(nil, nil, nil) else {
            throw ReadingFailure(.limitExceeded, "There is no memory to unpack brotli data.")
        }
        return decoder
    }

    package func decompress(
        _ packed: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableRawBufferPointer
    ) throws(ReadingFailure) -> DecompressionStep {
        var left = packed.count
        var next = packed.baseAddress
        var roomLeft = room.count
        var place = room.baseAddress?.assumingMemoryBound(to: UInt8.self)
        let result = BrotliDecoderDecompressStream(decoder, &left, &next, &roomLeft, &place, nil)
        guard result != BROTLI_DECODER_RESULT_ERROR else {
            throw ReadingFailure(.malformed, "The brotli data is damaged.")
        }
        return DecompressionStep(
            consumed: packed.count - left, produced: room.count - roomLeft,
            isEnd: result == BROTLI_DECODER_RESULT_SUCCESS)
    }

    /// Brotli has no signature, and one stream is all there is.
    package func beginsMember(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { false }
}
