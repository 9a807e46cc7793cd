/// Questions about single bytes of text in ASCII or UTF-8.
///
/// They are asked of every byte of a page, from other rooms too: without `@inlinable` each question would be a call there, which took 5 %
/// of the instructions of reading. The compiler inlines across rooms what is public, and nothing with `package`.
public enum ASCII {
    /// The byte with A to Z made a to z.
    @inlinable @inline(__always) public static func lowered(_ byte: UInt8) -> UInt8 {
        byte &- 65 < 26 ? byte | 32 : byte
    }
    /// A to Z or a to z.
    @inlinable @inline(__always) public static func isLetter(_ byte: UInt8) -> Bool { (byte | 32) &- 97 < 26 }
    /// 0 to 9.
    @inlinable @inline(__always) public static func isDigit(_ byte: UInt8) -> Bool { byte &- 48 < 10 }
    /// A letter or a digit.
    @inlinable @inline(__always) public static func isAlphanumeric(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte)
    }
    /// White space as HTML has it: tab, line feed, form feed, carriage return, space.
    @inlinable @inline(__always) public static func isSpace(_ byte: UInt8) -> Bool {
        byte == 32 || byte == 10 || byte == 9 || byte == 13 || byte == 12
    }
    /// The value of a hexadecimal digit, or nil.
    @inlinable @inline(__always) public static func hexValue(_ byte: UInt8) -> UInt32? {
        if isDigit(byte) { return UInt32(byte - 48) }
        let low = byte | 32
        return low >= 97 && low <= 102 ? UInt32(low - 87) : nil
    }
}
