import NewsModel

/// Ranges of a body in few bytes: for each the distance from the end of the one before it, then the length, as variable-length
/// integers of seven bits a byte, the lowest first; the distance is signed (zigzag).
///
/// Some three bytes a mention, where two columns and a row of their own would take fifteen.
enum PackedRanges {
    /// The bytes of some ranges; none for none.
    static func pack(_ ranges: [CodePointRange]) -> [UInt8] {
        var bytes: [UInt8] = []
        var end = 0
        for range in ranges {
            let distance = range.start - end
            append(UInt(bitPattern: (distance << 1) ^ (distance >> (Int.bitWidth - 1))), to: &bytes)
            append(UInt(range.end - range.start), to: &bytes)
            end = range.end
        }
        return bytes
    }

    /// The ranges of a column; what a damaged column holds after the last whole range is left out.
    static func unpack(_ bytes: [UInt8]) -> [CodePointRange] {
        var ranges: [CodePointRange] = []
        var rest = bytes[...]
        var end = 0
        while let raw = next(&rest), let length = next(&rest) {
            let distance = Int(bitPattern: raw >> 1) ^ -Int(bitPattern: raw & 1)
            let (start, startIsTooLarge) = end.addingReportingOverflow(distance)
            guard !startIsTooLarge, start >= 0, let size = Int(exactly: length) else { break }
            let (last, isTooLarge) = start.addingReportingOverflow(size)
            guard !isTooLarge else { break }
            ranges.append(CodePointRange(start: start, end: last))
            end = last
        }
        return ranges
    }

    private static func append(_ value: UInt, to bytes: inout [UInt8]) {
        var value = value
        while value >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: value) | 0x80)
            value >>= 7
        }
        bytes.append(UInt8(value))
    }

    private static func next(_ bytes: inout ArraySlice<UInt8>) -> UInt? {
        var value: UInt = 0
        var shift: UInt = 0
        while let byte = bytes.popFirst(), shift < 63 {
            value |= UInt(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
        }
        return nil
    }
}
