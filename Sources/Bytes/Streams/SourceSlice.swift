/// A part of a source, such as a stored member of a zip file.
package final class SourceSlice: ByteSource {
    package let size: Int
    private let source: any ByteSource
    private let begin: Int

    /// The part from `begin` on, `count` bytes or as many as there are.
    package init(_ source: any ByteSource, from begin: Int, count: Int) {
        self.source = source
        self.begin = min(max(0, begin), source.size)
        size = min(max(0, count), source.size - self.begin)
    }

    package func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard offset >= 0, offset < size else { return 0 }
        let room = UnsafeMutableRawBufferPointer(rebasing: buffer.prefix(size - offset))
        return try source.read(at: begin + offset, into: room)
    }
}
