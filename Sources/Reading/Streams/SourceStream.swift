/// A source read from its start to its end.
final class SourceStream: ByteStream {
    private let source: any ByteSource
    private var offset = 0

    init(_ source: any ByteSource) { self.source = source }

    func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        let count = try source.read(at: offset, into: buffer)
        offset += count
        return count
    }
}
