import Bytes

/// Questions about bytes that the parts of the reader share.
extension XMLReader {
    /// Whether a name may begin with the byte: letters, `_`, `:`, and everything beyond ASCII.
    static func startsName(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":") || byte >= 0x80
    }
}
