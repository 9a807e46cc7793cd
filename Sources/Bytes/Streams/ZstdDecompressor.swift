import CZstd
import NewsModel

/// Undoes Zstandard (RFC 8878); skippable frames are passed over.
package final class ZstdDecompressor: Decompressor {
    /// The largest window that is granted, as a power of two: 128 MiB, zstd's own limit for files that were packed without
    /// `--ultra --long=31`.
    private static let windowPower: Int32 = 27

    package let name = "zstd"
    package let hasMembers = true
    private let stream: OpaquePointer

    /// - Throws: `.limitExceeded` when there is no memory for it.
    package init() throws(ReadingFailure) {
        guard let stream = ZSTD_createDStream() else {
            throw ReadingFailure(.limitExceeded, "There is no memory to unpack zstd data.")
        }
        self.stream = stream
        ZSTD_DCtx_setParameter(stream, ZSTD_d_windowLogMax, Self.windowPower)
    }

    deinit { ZSTD_freeDStream(stream) }

    package func reset() { ZSTD_DCtx_reset(stream, ZSTD_reset_session_only) }

    package func decompress(
        _ packed: UnsafeBufferPointer<UInt8>, into room: UnsafeMutableRawBufferPointer
    ) throws(ReadingFailure) -> DecompressionStep {
        var input = ZSTD_inBuffer(src: packed.baseAddress, size: packed.count, pos: 0)
        var output = ZSTD_outBuffer(dst: room.baseAddress, size: room.count, pos: 0)
        let result = ZSTD_decompressStream(stream, &output, &input)
        guard ZSTD_isError(result) == 0 else {
            let why = String(cString: ZSTD_getErrorName(result))
            let isTooLarge = ZSTD_getErrorCode(result) == ZSTD_error_frameParameter_windowTooLarge
            throw ReadingFailure(isTooLarge ? .limitExceeded : .malformed, "The zstd data cannot be unpacked (\(why)).")
        }
        return DecompressionStep(consumed: input.pos, produced: output.pos, isEnd: result == 0 && packed.count > 0)
    }

    package func beginsMember(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool { Self.begins(bytes) }

    /// Whether a member begins here, by its signature.
    package static func begins(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= 4 else { return false }
        if bytes[0] == 0x28, bytes[1] == 0xB5, bytes[2] == 0x2F, bytes[3] == 0xFD { return true }
        return bytes[0] & 0xF0 == 0x50 && bytes[1] == 0x2A && bytes[2] == 0x4D && bytes[3] == 0x18
    }
}
