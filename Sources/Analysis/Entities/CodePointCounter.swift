import NewsModel

/// Turns ranges of bytes, taken in order, into ranges of code points in one pass.
struct CodePointCounter {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0
    private var position = 0

    init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The code points of a range of bytes that does not start before the last one's end.
    mutating func codePoints(of range: Range<Int>) -> CodePointRange {
        let start = advance(to: range.lowerBound)
        return CodePointRange(start: start, end: advance(to: range.upperBound))
    }

    private mutating func advance(to place: Int) -> Int {
        position += UTF8Scalar.count(bytes, from: index, to: place)
        index = place
        return position
    }
}
