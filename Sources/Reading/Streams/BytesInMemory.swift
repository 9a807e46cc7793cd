/// Bytes at hand as a source; they must outlive it.
final class BytesInMemory: ByteSource {
    private let bytes: UnsafeRawBufferPointer

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = UnsafeRawBufferPointer(bytes) }

    var size: Int { bytes.count }

    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) -> Int {
        guard offset < bytes.count else { return 0 }
        let part = UnsafeRawBufferPointer(rebasing: bytes[offset...].prefix(buffer.count))
        buffer.copyMemory(from: part)
        return part.count
    }
}
