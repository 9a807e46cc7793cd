import NewsModel

/// The next bytes of an input, up to a number: a member of a container, the payload of a record.
///
/// The input must not be read by anybody else while this is. Call `finish` to pass over what nobody read.
package final class BoundedStream: ByteStream {
    /// Bytes that are still to come.
    package private(set) var left: Int
    /// True when the input itself ended early or is damaged: what comes next of it does not belong to these bytes any more.
    package private(set) var isBroken = false
    private let input: ByteInput
    private let shortage: ReadingFailure?

    /// A stream of the next `count` bytes.
    ///
    /// - Parameter shortage: thrown where the input ends before; nil to end there quietly.
    package init(_ input: ByteInput, count: Int, shortage: ReadingFailure?) {
        self.input = input
        left = count
        self.shortage = shortage
    }

    package func read(into buffer: UnsafeMutableRawBufferPointer) throws -> Int {
        guard left > 0 else { return 0 }
        let available: Int
        do { available = try input.fill(1) } catch {
            isBroken = true
            throw error
        }
        guard available > 0 else {
            (left, isBroken) = (0, true)
            if let shortage { throw shortage }
            return 0
        }
        let part = UnsafeRawBufferPointer(input.buffered).prefix(min(buffer.count, left))
        buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: part))
        input.consume(part.count)
        left -= part.count
        return part.count
    }

    /// Passes over the bytes that are still to come; nothing where the input is broken.
    ///
    /// - Throws: the shortage; what the input throws.
    package func finish() throws {
        guard !isBroken else { return }
        let skipped = try input.skip(left)
        defer { left = 0 }
        if skipped < left, let shortage { throw shortage }
    }
}
