import Bytes

extension JSONReader {
    /// The string at the position, with its quotation marks.
    package mutating func string() -> String {
        let quote = bytes[position]
        position += 1
        var start = position
        var out: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            if byte == quote {
                if endsString(at: position) { break }
                position += 1
            } else if byte == UInt8(ascii: "\\") {
                out.append(contentsOf: bytes[start..<position])
                escape(into: &out)
                start = position
            } else {
                position += 1
            }
        }
        let end = min(position, bytes.count)
        position = min(bytes.count, position + 1)
        if out.isEmpty { return String(decoding: bytes[start..<end], as: UTF8.self) }
        out.append(contentsOf: bytes[start..<end])
        return String(decoding: out, as: UTF8.self)
    }

    /// A quotation mark ends its string when something follows that can follow a string; else it was meant as text.
    private func endsString(at mark: Int) -> Bool {
        var next = mark + 1
        // White space before the next mark is short; the bound keeps hostile input linear.
        let limit = min(bytes.count, next + 64)
        while next < limit, bytes[next] <= 32 { next += 1 }
        guard next < limit else { return true }
        switch bytes[next] {
        case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"), UInt8(ascii: "/"): return true
        // A missing comma: the next key begins on a new line.
        case UInt8(ascii: "\""): return bytes[mark + 1..<next].contains(10)
        default: return false
        }
    }

    private mutating func escape(into out: inout [UInt8]) {
        guard position + 1 < bytes.count else {
            position = bytes.count
            return
        }
        let kind = bytes[position + 1]
        position += 2
        switch kind {
        case UInt8(ascii: "n"): out.append(10)
        case UInt8(ascii: "r"): out.append(13)
        case UInt8(ascii: "t"): out.append(9)
        case UInt8(ascii: "b"), UInt8(ascii: "f"): out.append(32)
        case UInt8(ascii: "u"):
            guard let first = hexadecimal() else {
                out.append(UInt8(ascii: "u"))
                return
            }
            var scalar = first
            if (0xD800..<0xDC00).contains(first), position + 1 < bytes.count, bytes[position] == UInt8(ascii: "\\"),
                bytes[position + 1] == UInt8(ascii: "u")
            {
                let mark = position
                position += 2
                if let second = hexadecimal(), (0xDC00..<0xE000).contains(second) {
                    scalar = 0x1_0000 + (first - 0xD800) << 10 + (second - 0xDC00)
                } else {
                    position = mark
                }
            }
            out.append(contentsOf: String(Unicode.Scalar(scalar) ?? "\u{FFFD}").utf8)
        default:
            // `\"`, `\\`, `\/`, and unknown escapes as the character itself.
            out.append(kind)
        }
    }

    private mutating func hexadecimal() -> UInt32? {
        guard position + 4 <= bytes.count else { return nil }
        var value: UInt32 = 0
        for offset in 0..<4 {
            guard let digit = ASCII.hexValue(bytes[position + offset]) else { return nil }
            value = value << 4 | digit
        }
        position += 4
        return value
    }
}
