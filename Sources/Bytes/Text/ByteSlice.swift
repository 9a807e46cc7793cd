/// A stretch of a page's decoded bytes, by position; 8 bytes, so that arenas stay small.
package struct ByteSlice: Equatable {
    /// The first byte.
    package var start: UInt32
    /// The number of bytes.
    package var length: UInt32

    /// Nothing at all.
    package static let empty = ByteSlice(start: 0, length: 0)

    package init(start: UInt32, length: UInt32) {
        self.start = start
        self.length = length
    }

    /// The bytes from `start` up to but without `end`.
    package init(from start: Int, to end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        length = UInt32(truncatingIfNeeded: max(0, end - start))
    }

    package var isEmpty: Bool { length == 0 }
    /// One past the last byte.
    package var end: Int { Int(start) + Int(length) }
    /// The positions of the bytes.
    package var range: Range<Int> { Int(start)..<end }
}
