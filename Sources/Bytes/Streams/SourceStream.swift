/// A source read from its start to its end.
package final class SourceStream: ByteStream {
    private let source: any ByteSource
    private var offset = 0

    package init(_ source: any ByteSource) { self.source = source }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(at: offset, into: buffer)
        offset += count
        return count
    }
}
