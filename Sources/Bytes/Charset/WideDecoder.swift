import NewsModel

/// Decodes UTF-16 and UTF-32; lone surrogates and impossible values become U+FFFD.
package enum WideDecoder {
    /// Decodes UTF-16 without its mark; throws `.truncated` when half a code unit is left over.
    static func decodeUTF16(
        _ bytes: UnsafeBufferPointer<UInt8>, _ order: ByteOrderMark.Order
    ) throws(ReadingFailure) -> DecodedText {
        guard bytes.count % 2 == 0 else { throw truncated("UTF-16", bytes.count) }
        var text = DecodedText(
            utf8: [], charset: order == .littleEndian ? "utf-16le" : "utf-16be", replacements: 0)
        text.utf8.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            let unit = unit16(bytes, index, order)
            index += 2
            if unit & 0xFC00 == 0xD800, index < bytes.count {
                let next = unit16(bytes, index, order)
                if next & 0xFC00 == 0xDC00 {
                    index += 2
                    append(0x10000 + (unit - 0xD800) << 10 + (next - 0xDC00), to: &text)
                    continue
                }
            }
            append(unit, to: &text)
        }
        return text
    }

    /// Decodes UTF-32 without its mark; throws `.truncated` when a part of a code unit is left over.
    static func decodeUTF32(
        _ bytes: UnsafeBufferPointer<UInt8>, _ order: ByteOrderMark.Order
    ) throws(ReadingFailure) -> DecodedText {
        guard bytes.count % 4 == 0 else { throw truncated("UTF-32", bytes.count) }
        var text = DecodedText(
            utf8: [], charset: order == .littleEndian ? "utf-32le" : "utf-32be", replacements: 0)
        text.utf8.reserveCapacity(bytes.count / 2)
        for index in stride(from: 0, to: bytes.count, by: 4) {
            let first = unit16(bytes, index, order)
            let second = unit16(bytes, index + 2, order)
            append(order == .littleEndian ? second << 16 | first : first << 16 | second, to: &text)
        }
        return text
    }

    /// The byte order of UTF-16 that lacks its mark; nil when the sample is no UTF-16.
    ///
    /// It is UTF-16 when, read in one order, it has white space, no lone surrogate, no control character and no
    /// unassigned or private character. Bytes of another kind fail this within a few dozen bytes.
    package static func unmarkedUTF16Order(_ sample: UnsafeBufferPointer<UInt8>) -> ByteOrderMark.Order? {
        guard sample.count >= 8, !isTextWithStrayNULs(sample) else { return nil }
        for order in [ByteOrderMark.Order.littleEndian, .bigEndian] where readsAsUTF16(sample, order) { return order }
        return nil
    }

    /// ASCII or UTF-8 in which a few NULs strayed: pairs of its letters would read as Han.
    private static func isTextWithStrayNULs(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
        let controls = sample.reduce(into: 0) { $0 += $1 < 0x09 ? 1 : 0 }
        return controls * strayShare <= sample.count && UTF8Repair.survey(sample).damaged <= 1
    }

    /// One control character in this many bytes is no UTF-16: there each space is one in two.
    private static let strayShare = 40

    private static func readsAsUTF16(_ sample: UnsafeBufferPointer<UInt8>, _ order: ByteOrderMark.Order) -> Bool {
        var spaces = 0
        var index = 0
        while index + 1 < sample.count {
            let unit = unit16(sample, index, order)
            index += 2
            switch unit {
            case 0x09, 0x0A, 0x0D, 0x20, 0x3000, 0x3001, 0x3002: spaces += 1
            case 0..<0x20, 0x7F..<0xA0: return false
            case 0xD800..<0xDC00:
                guard index + 1 < sample.count else { break }
                guard unit16(sample, index, order) & 0xFC00 == 0xDC00 else { return false }
                index += 2
            default:
                guard let scalar = Unicode.Scalar(unit) else { return false }
                switch scalar.properties.generalCategory {
                case .unassigned, .privateUse: return false
                default: break
                }
            }
        }
        return spaces > 0
    }

    private static func unit16(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ order: ByteOrderMark.Order)
        -> UInt32
    {
        order == .littleEndian
            ? UInt32(bytes[index]) | UInt32(bytes[index + 1]) << 8
            : UInt32(bytes[index]) << 8 | UInt32(bytes[index + 1])
    }

    private static func append(_ value: UInt32, to text: inout DecodedText) {
        guard let scalar = Unicode.Scalar(value), scalar != "\u{FFFE}" else {
            text.replacements += 1
            text.utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
            return
        }
        text.utf8.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private static func truncated(_ form: String, _ count: Int) -> ReadingFailure {
        ReadingFailure(.truncated, "The \(form) text ends inside a character (after \(count) bytes): it was cut off.")
    }
}
