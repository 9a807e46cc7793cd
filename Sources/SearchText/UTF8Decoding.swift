/// One scalar read from UTF-8.
struct DecodedScalar {
    /// The scalar, or nil for a byte that is not UTF-8.
    var value: UInt32?
    /// How many bytes it took, at least 1.
    var length: Int
}

/// Reads the scalar that starts at `index`; overlong forms, surrogates and cut sequences are not UTF-8 (RFC 3629).
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> DecodedScalar {
    let first = bytes[index]
    if first < 0x80 { return DecodedScalar(value: UInt32(first), length: 1) }
    let left = bytes.count - index
    func continuation(_ offset: Int) -> UInt32? {
        let byte = bytes[index + offset]
        return byte & 0xC0 == 0x80 ? UInt32(byte & 0x3F) : nil
    }
    if first >= 0xC2, first < 0xE0, left > 1, let second = continuation(1) {
        return DecodedScalar(value: UInt32(first & 0x1F) << 6 | second, length: 2)
    }
    if first >= 0xE0, first < 0xF0, left > 2, let second = continuation(1), let third = continuation(2) {
        let value = UInt32(first & 0x0F) << 12 | second << 6 | third
        let isSurrogate = value >= 0xD800 && value < 0xE000
        return value >= 0x800 && !isSurrogate
            ? DecodedScalar(value: value, length: 3) : DecodedScalar(value: nil, length: 1)
    }
    if first >= 0xF0, first < 0xF5, left > 3, let second = continuation(1), let third = continuation(2),
        let fourth = continuation(3)
    {
        let value = UInt32(first & 0x07) << 18 | second << 12 | third << 6 | fourth
        return value >= 0x10000 && value < 0x110000
            ? DecodedScalar(value: value, length: 4) : DecodedScalar(value: nil, length: 1)
    }
    return DecodedScalar(value: nil, length: 1)
}
