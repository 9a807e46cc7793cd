import CBzip2
import NewsModel

/// Undoes bzip2.
package final class Bzip2Decompressor: Decompressor {
    package let name = "bzip2"
    package let hasMembers = true
    // At an address of its own: the library notes where it lies.
    private let stream = UnsafeMutablePointer<bz_stream>.allocate(capacity: 1)
    private var isOpen = false

    /// - Throws: `.limitExceeded` when there is no memory for it.
    package init() throws(ReadingFailure) {
        stream.initialize(to: bz_stream())
        try reset()
    }

    deinit {
        if isOpen { BZ2_bzDecompressEnd(stream) }
        stream.deallocate()
    }

    package func reset() throws(ReadingFailure) {
        if isOpen { BZ2_bzDecompressEnd(stream) }
        stream.pointee = bz_stream()
        isOpen = BZ2_bzDecompressInit(stream, 0, 0) == BZ_OK
        guard isOpen else { throw ReadingFailure(.limitExceeded, "There is no memory to unpack bzip2 data.") }
    }

    package func decompress(
        _ packed: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableRawBufferPointer
    ) throws(ReadingFailure) -> DecompressionStep {
        let offered = min(packed.count, Int(UInt32.max))
        let wanted = min(room.count, Int(UInt32.max))
        stream.pointee.next_in = UnsafeMutableRawPointer(mutating: packed.baseAddress)?.assumingMemoryBound(
            to: CChar.self)
        stream.pointee.avail_in = UInt32(offered)
        stream.pointee.next_out = room.baseAddress?.assumingMemoryBound(to: CChar.self)
        stream.pointee.avail_out = UInt32(wanted)
        let result = BZ2_bzDecompress(stream)
        guard result == BZ_OK || result == BZ_STREAM_END else {
            throw ReadingFailure(.malformed, "The bzip2 data is damaged (error \(result)).")
        }
        return DecompressionStep(
            consumed: offered - Int(stream.pointee.avail_in), produced: wanted - Int(stream.pointee.avail_out),
            isEnd: result == BZ_STREAM_END)
    }

    package func beginsMember(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { Self.begins(bytes) }

    /// Whether a member begins here, by its signature.
    package static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        // The magic of a block, or of the end of an empty stream, tells it from text that begins with BZh.
        bytes.count >= 6 && bytes.starts(with: [0x42, 0x5A, 0x68]) && (0x31...0x39).contains(bytes[3])
            && (bytes[4] == 0x31 && bytes[5] == 0x41 || bytes[4] == 0x17 && bytes[5] == 0x72)
    }
}
