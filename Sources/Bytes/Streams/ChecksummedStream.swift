import CZlib
import NewsModel

/// A stream whose bytes must have a CRC-32 (ISO 3309) and, where it is known, a number.
package final class ChecksummedStream: ByteStream {
    private let stream: any ByteStream
    private let expected: UInt32
    private let size: Int?
    private var checksum: UInt = 0
    private var count = 0

    /// The same bytes as `stream`; at their end they are checked.
    package init(_ stream: any ByteStream, checksum: UInt32, size: Int?) {
        self.stream = stream
        expected = checksum
        self.size = size
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let read = try stream.read(into: buffer)
        guard read > 0 else {
            guard UInt32(truncatingIfNeeded: checksum) == expected, size == nil || size == count else {
                throw ReadingFailure(.malformed, "Its bytes are not those that were packed: the checksum differs.")
            }
            return 0
        }
        checksum = crc32_z(checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), read)
        count += read
        return read
    }
}
