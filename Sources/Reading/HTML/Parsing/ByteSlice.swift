/// A stretch of a page's decoded bytes, by position; 8 bytes, so that arenas stay small.
struct ByteSlice: Equatable {
    /// The first byte.
    var start: UInt32
    /// The number of bytes.
    var length: UInt32

    /// Nothing at all.
    static let empty = ByteSlice(start: 0, length: 0)

    init(start: UInt32, length: UInt32) {
        self.start = start
        self.length = length
    }

    /// The bytes from `start` up to but without `end`.
    init(from start: Int, to end: Int) {
        self.start = UInt32(truncatingIfNeeded: start)
        length = UInt32(truncatingIfNeeded: max(0, end - start))
    }

    var isEmpty: Bool { length == 0 }
    /// One past the last byte.
    var end: Int { Int(start) + Int(length) }
    /// The positions of the bytes.
    var range: Range<Int> { Int(start)..<end }
}
