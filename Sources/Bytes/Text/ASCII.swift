/// Questions about single bytes of text in ASCII or UTF-8.
package enum ASCII {
    /// The byte with A to Z made a to z.
    @inline(__always) package static func lowered(_ byte: UInt8) -> UInt8 { byte &- 65 < 26 ? byte | 32 : byte }
    /// A to Z or a to z.
    @inline(__always) package static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
    /// 0 to 9.
    @inline(__always) package static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    /// A letter or a digit.
    @inline(__always) package static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }
    /// White space as HTML has it: tab, line feed, form feed, carriage return, space.
    @inline(__always) package static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 10 || byte == 9 || byte == 13 || byte == 12
    }
    /// The value of a hexadecimal digit, or nil.
    @inline(__always) package static func hexValue(_ byte: UInt8) -> UInt32? {
        if isDigit(byte) { return UInt32(byte - 48) }
        let low = byte | 32
        return low >= 97 && low <= 102 ? UInt32(low - 87) : nil
    }
}
