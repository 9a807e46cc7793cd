/// Bytes at hand as a source; they must outlive it.
package final class BytesInMemory: ByteSource {
    private let bytes: UnsafeRawBufferPointer

    package init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = UnsafeRawBufferPointer(bytes) }

    package var size: Int { bytes.count }

    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard offset < bytes.count else { return 0 }
        let part = UnsafeRawBufferPointer(rebasing: bytes[offset...].prefix(buffer.count))
        buffer.copyMemory(from: part)
        return part.count
    }
}
