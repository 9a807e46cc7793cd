import NewsModel

/// A stream with a window on what comes next, from which readers of formats take what they need.
///
/// Memory is that of the window, which grows only where a reader asks for more at once (`fill`).
package final class ByteInput {
    /// Bytes that are read at once.
    private static let chunkBytes = 256 << 10

    /// The source for reading at any place, such as a zip file's directory; nil where bytes only come in order.
    package let source: (any ByteSource)?
    /// The position of the window from the start of the input, in bytes.
    package private(set) var offset = 0
    private let stream: any ByteStream
    private var memory: UnsafeMutableRawBufferPointer
    private var start = 0
    private var end = 0
    private var hasEnded = false
    private var keptFailure: (any Error)?

    /// An input that can be read at any place.
    package init(_ source: any ByteSource) {
        self.source = source
        stream = SourceStream(source)
        memory = .allocate(byteCount: min(Self.chunkBytes, max(1, source.size)), alignment: 16)
    }

    /// An input whose bytes come in order.
    package init(_ stream: any ByteStream) {
        source = nil
        self.stream = stream
        memory = .allocate(byteCount: Self.chunkBytes, alignment: 16)
    }

    deinit { memory.deallocate() }

    /// Up to where the bytes are known to be those that were packed; everything where nothing was packed.
    package var verifiedOffset: Int { (stream as? DecompressedStream)?.verifiedBytes ?? .max }

    /// The bytes at hand that come next; good until the next call of anything else.
    package var buffered: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: memory.bindMemory(to: UInt8.self)[start..<end])
    }

    /// Whether nothing comes any more.
    package var isAtEnd: Bool { get throws { try fill(1) == 0 } }

    /// Reads ahead until `count` bytes are at hand, or the end.
    ///
    /// - Returns: the number of bytes at hand, less than `count` only at the end.
    @discardableResult
    package func fill(_ count: Int) throws -> Int {
        while end - start < count, !hasEnded {
            if let failure = keptFailure {
                keptFailure = nil
                throw failure
            }
            if end == memory.count { makeRoom(for: count) }
            let read = try stream.read(into: UnsafeMutableRawBufferPointer(rebasing: memory[end...]))
            if read == 0 { hasEnded = true }
            end += read
        }
        return end - start
    }

    /// Reads ahead as `fill` does; damage behind the bytes at hand is kept for whoever reads on to there.
    ///
    /// - Throws: what the stream throws where no byte is at hand.
    package func peek(_ count: Int) throws {
        do { try fill(count) } catch {
            guard end > start else { throw error }
            keptFailure = error
        }
    }

    /// Passes over bytes at hand.
    package func consume(_ count: Int) {
        precondition(count >= 0 && count <= end - start, "only bytes at hand can be passed over")
        start += count
        offset += count
        if start == end { (start, end) = (0, 0) }
    }

    /// Passes over `count` bytes, or what is left of them at the end.
    ///
    /// - Returns: how many were passed over.
    @discardableResult
    package func skip(_ count: Int) throws -> Int {
        var left = count
        while left > 0 {
            let available = min(left, try fill(1))
            if available == 0 { break }
            consume(available)
            left -= available
        }
        return count - left
    }

    /// Takes the next line without its line feed and carriage return; nil at the end.
    ///
    /// - Throws: `.limitExceeded` for a line longer than `limit` bytes.
    package func line(limit: Int) throws -> [UInt8]? {
        var searched = 0
        while true {
            if let feed = buffered[searched...].firstIndex(of: 0x0A) {
                defer { consume(feed + 1) }
                return Array(buffered[..<feed].last == 0x0D ? buffered[..<(feed - 1)] : buffered[..<feed])
            }
            searched = buffered.count
            guard searched <= limit else {
                throw ReadingFailure(.limitExceeded, "A line is longer than \(limit) bytes.")
            }
            if try fill(searched + 1) == searched {
                guard searched > 0 else { return nil }
                defer { consume(searched) }
                return Array(buffered.last == 0x0D ? buffered.dropLast() : buffered[...])
            }
        }
    }

    /// Takes everything up to the end.
    ///
    /// - Throws: `.tooLarge` when more than `limit` bytes come.
    package func all(limit: Int) throws -> [UInt8] {
        var bytes: [UInt8] = []
        while try fill(1) > 0 {
            bytes.append(contentsOf: buffered)
            consume(buffered.count)
            guard bytes.count <= limit else {
                throw ReadingFailure(.tooLarge, "It has more than the \(limit) bytes that are read as one article.")
            }
        }
        return bytes
    }

    /// Moves what is at hand to the front, and makes the window larger where that is not enough.
    private func makeRoom(for count: Int) {
        let held = end - start
        if start > 0, held + Self.chunkBytes / 4 <= memory.count, held < count {
            memory.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<end]))
        } else {
            let larger = UnsafeMutableRawBufferPointer.allocate(
                byteCount: max(2 * held, count, Self.chunkBytes), alignment: 16)
            larger.copyMemory(from: UnsafeRawBufferPointer(rebasing: memory[start..<end]))
            memory.deallocate()
            memory = larger
        }
        (start, end) = (0, held)
    }
}
