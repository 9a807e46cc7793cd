import NewsModel

/// Conversion between ranges of bytes, in which texts are compared, and of code points, in which articles keep them.
public enum CodePoints {
    /// Ranges of code points of a text as ranges of its bytes.
    /// - Parameter ranges: In order and apart.
    public static func bytes(of ranges: [CodePointRange], in text: String) -> [Range<Int>] {
        guard !ranges.isEmpty else { return [] }
        var text = text
        return text.withUTF8 { bytes in
            var index = 0
            var position = 0
            func advance(to place: Int) -> Int {
                while position < place, index < bytes.count {
                    index += 1
                    while index < bytes.count, bytes[index] & 0xC0 == 0x80 { index += 1 }
                    position += 1
                }
                return index
            }
            return ranges.map { range in
                let start = advance(to: range.start)
                return start..<max(start, advance(to: range.end))
            }
        }
    }

    /// A range of bytes of a text as a range of its code points.
    public static func range(ofBytes range: Range<Int>, in text: String) -> CodePointRange {
        var text = text
        return text.withUTF8 { bytes in
            let start = UTF8Scalar.count(bytes, from: 0, to: range.lowerBound)
            let end = start + UTF8Scalar.count(bytes, from: range.lowerBound, to: range.upperBound)
            return CodePointRange(start: start, end: end)
        }
    }
}
