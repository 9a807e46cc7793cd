import Bytes

/// Finds the charset that a page declares of itself, as section 13.2.3.2 of the HTML standard ("prescan") does.
package enum HTMLCharsetDeclaration {
    /// How far it looks. The standard says 1,024 bytes; pages with the declaration further down are common.
    package static let reach = 16_384

    /// The label of the first `<meta charset>` or `<meta http-equiv=Content-Type>`, or of an XML declaration; nil for none.
    package static func find(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
        let count = min(bytes.count, reach)
        var position = 0
        if let label = xmlEncoding(bytes, count) { return label }
        while position < count {
            guard bytes[position] == UInt8(ascii: "<") else {
                position += 1
                continue
            }
            if matches("<!--", bytes, position, count) {
                position += 4
                while position < count, !matches("-->", bytes, position, count) { position += 1 }
            } else if matches("<meta", bytes, position, count) {
                let start = position + 5
                var end = start
                while end < count, bytes[end] != UInt8(ascii: ">") { end += 1 }
                if let label = label(in: bytes[start..<end]) { return label }
                position = end
            } else {
                position += 1
            }
        }
        return nil
    }

    private static func matches(
        _ text: StaticString, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ count: Int
    ) -> Bool {
        guard start + text.utf8CodeUnitCount <= count else { return false }
        for offset in 0..<text.utf8CodeUnitCount
        where ASCII.lowered(bytes[start + offset]) != text.utf8Start[offset] {
            return false
        }
        return true
    }

    private static func xmlEncoding(_ bytes: UnsafeBufferPointer<UInt8>, _ count: Int) -> String? {
        guard matches("<?xml", bytes, 0, count) else { return nil }
        var end = 5
        while end < count, bytes[end] != UInt8(ascii: ">") { end += 1 }
        return value(after: "encoding", in: bytes[5..<end])
    }

    /// Both forms come down to `charset=LABEL` somewhere in the tag.
    private static func label(in tag: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        value(after: "charset", in: tag)
    }

    private static func value(after name: StaticString, in tag: Slice<UnsafeBufferPointer<UInt8>>) -> String? {
        let length = name.utf8CodeUnitCount
        var start = tag.startIndex
        search: while start + length < tag.endIndex {
            for offset in 0..<length where ASCII.lowered(tag[start + offset]) != name.utf8Start[offset] {
                start += 1
                continue search
            }
            var position = start + length
            while position < tag.endIndex, ASCII.isSpace(tag[position]) { position += 1 }
            guard position < tag.endIndex, tag[position] == UInt8(ascii: "=") else {
                start += length
                continue
            }
            position += 1
            while position < tag.endIndex, isQuoteOrSpace(tag[position]) { position += 1 }
            let labelStart = position
            while position < tag.endIndex, !isQuoteOrSpace(tag[position]), tag[position] != UInt8(ascii: ";"),
                tag[position] != UInt8(ascii: "/")
            {
                position += 1
            }
            guard position > labelStart, position - labelStart <= 40 else { return nil }
            return String(decoding: tag[labelStart..<position], as: UTF8.self).lowercased()
        }
        return nil
    }

    private static func isQuoteOrSpace(_ byte: UInt8) -> Bool {
        ASCII.isSpace(byte) || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
    }
}
