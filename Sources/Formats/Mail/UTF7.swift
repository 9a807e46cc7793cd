/// UTF-7 (RFC 2152), as some mail programs still write it; never taken but where a message declares it.
enum UTF7 {
    /// The text as UTF-8; what is no UTF-7 stays as it is.
    static func decoded(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        out.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            guard bytes[index] == UInt8(ascii: "+") else {
                out.append(bytes[index])
                index += 1
                continue
            }
            var end = index + 1
            while end < bytes.count, value(bytes[end]) != nil { end += 1 }
            if end == index + 1 {
                // "+-" is a plus sign.
                out.append(UInt8(ascii: "+"))
            } else {
                out += String(decoding: units(bytes[(index + 1)..<end]), as: UTF16.self).utf8
            }
            index = end < bytes.count && bytes[end] == UInt8(ascii: "-") ? end + 1 : end
        }
        return out
    }

    /// The UTF-16 of a run of base64 without padding.
    private static func units(_ run: ArraySlice<UInt8>) -> [UInt16] {
        var units: [UInt16] = []
        var bits: UInt32 = 0
        var count = 0
        for byte in run {
            bits = bits << 6 | UInt32(value(byte) ?? 0)
            count += 6
            guard count >= 16 else { continue }
            count -= 16
            units.append(UInt16(truncatingIfNeeded: bits >> UInt32(count)))
            bits &= 1 << UInt32(count) - 1
        }
        return units
    }

    private static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x41...0x5A: byte - 0x41
        case 0x61...0x7A: byte - 0x61 + 26
        case 0x30...0x39: byte - 0x30 + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
