/// Decoding of single code points from bytes of UTF-8.
enum UTF8Scalar {
    /// The code point at an index and its length in bytes; U+FFFD and 1 where the bytes are not well-formed.
    static func decode(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (scalar: Unicode.Scalar, length: Int) {
        let lead = bytes[index]
        let length = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0
        guard length > 0, index + length <= bytes.count else { return ("\u{FFFD}", 1) }
        if length == 1 { return (Unicode.Scalar(lead), 1) }
        var value = UInt32(lead) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length {
            let byte = bytes[index + offset]
            guard byte & 0xC0 == 0x80 else { return ("\u{FFFD}", 1) }
            value = value << 6 | UInt32(byte & 0x3F)
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
    }

    /// Whether a code point beyond ASCII belongs to a word.
    static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        // Punctuation, symbols and private letters of these blocks are the common case beside letters.
        if (0x2000...0x206F).contains(scalar.value) || (0x3000...0x3004).contains(scalar.value) { return false }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.numericType != nil
            || properties.canonicalCombiningClass != .notReordered
    }

    /// The code point in lower case.
    static func lowered(_ scalar: Unicode.Scalar) -> String {
        scalar.properties.isUppercase ? scalar.properties.lowercaseMapping : String(scalar)
    }

    /// How many code points the bytes up to an index hold.
    static func count(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to end: Int) -> Int {
        var count = 0
        for index in start..<min(end, bytes.count) where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }
}
