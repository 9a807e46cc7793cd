import CZlib
import Foundation

/// Bytes packed as other programs would pack them.
enum Packed {
    /// A gzip member (RFC 1952) of the bytes.
    static func gzip(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: 31) }

    /// The bytes deflated without anything around them, as in zip files.
    static func deflated(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: -15) }

    /// The bytes deflated within zlib's frame (RFC 1950), as servers send them.
    static func zlib(_ bytes: [UInt8]) -> [UInt8] { deflate(bytes, windowBits: 15) }

    static func checksum(_ bytes: [UInt8]) -> UInt32 { UInt32(crc32_z(0, bytes, bytes.count)) }

    private static func deflate(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
        let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
        stream.initialize(to: z_stream())
        defer { stream.deallocate() }
        deflateInit2_(
            stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        defer { deflateEnd(stream) }
        var input = bytes
        var output = [UInt8](repeating: 0, count: bytes.count + bytes.count / 100 + 256)
        let count = input.withUnsafeMutableBufferPointer { input in
            output.withUnsafeMutableBufferPointer { output -> Int in
                stream.pointee.next_in = input.baseAddress
                stream.pointee.avail_in = UInt32(input.count)
                stream.pointee.next_out = output.baseAddress
                stream.pointee.avail_out = UInt32(output.count)
                _ = CZlib.deflate(stream, Z_FINISH)
                return output.count - Int(stream.pointee.avail_out)
            }
        }
        return Array(output[..<count])
    }

    /// The text of `Copy.lighthouse` packed by the programs of the same name.
    static let xz = decoded(
        """
        /Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AD3AMBdACYaSOaoFrIJhRzUICxChKPuwVMLzLkONqAKAI2WalEj/85PRTC3XjmMRvw5iDr+rWi2vmenxo3W1iPjFT325/\
        Ez9yNVks7Yk5OY6hHxywHdPCUC5/1BZKcMcsLMJ/Cv5ovE2xcVKfL6CObgT1Joyyl9FyIv7is9rWTll4L+n4fVbrhsPqEgk1BPE8b476dDj+CCD6AWNsx/ATLooNRb\
        CpMrAYmkOP8aetwfm3xYvknCdSu3Y1zO1VKkYyTSJPGBAABqU+g8kLoh9gAB3AH4AQAARnXZ2bHEZ/sCAAAAAARZWg==
        """)
    static let bzip2 = decoded(
        """
        QlpoOTFBWSZTWS8Bz8wAABtXgAAQQAUARQwAP+/eoDAArTET0KMmSem1GU0w9UGqbInlHoIANNMRPSam1PU0yNAB6hOgZVP732zjjnCZUmWgUdC84lRfHOeitVBqcj\
        pSTHW1gCEPS8NYkc8mOLzJ7jC0NJMFwKQQQeoQa+7Uhdr8PMqw2hujEkicQdD6IRx78zng9bHbMjJQK6JMlXiSrLeMUN7nDMOCtj0VZi7yK0iFTonIRg8yLQbzqiK5\
        yRpDAEZNn48NliDjOSwuLuSKcKEgXgOfmA==
        """)
    static let zstd = decoded(
        """
        KLUv/ST4JQUAwkwiFpA7B9gmArfEzcaPYdOMb2aXz8B4mZYoeHafWMmVq8xTttpCZ8C557KYGlXpyHqafpIeSjhYfsfo1cTpueg4/8MJlV1bqkAosHvLufxUO0+jX9\
        OcEv1gcm8Mpyam6WjyovrMzDAVfPWcqPftX3xlIOQW//h5q4n3L0GnI8ja141B5rtG1VPKGgIIAC5DNJ/5kr8xbTTIOsSbwgyeQ8KwsBkQJZsk
        """)

    private static func decoded(_ text: String) -> [UInt8] { Data(base64Encoded: text).map(Array.init) ?? [] }
}
