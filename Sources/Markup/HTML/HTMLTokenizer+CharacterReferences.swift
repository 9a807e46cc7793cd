import Bytes

extension HTMLTokenizer {
    /// Resolves references in the run and sends it on.
    mutating func emitText(from start: Int, to end: Int) {
        let slice = resolved(from: start, to: end, inAttribute: false)
        if !slice.isEmpty { consumer.text(slice) }
    }

    /// The run with its character references resolved and without NUL bytes, written over itself.
    package func resolved(from start: Int, to end: Int, inAttribute: Bool) -> ByteSlice {
        var read = start
        while read < end, base[read] != UInt8(ascii: "&"), base[read] != 0 { read += 1 }
        guard read < end else { return ByteSlice(from: start, to: end) }
        var write = read
        while read < end {
            let byte = base[read]
            if byte == UInt8(ascii: "&"), let taken = reference(at: read, end: end, write: &write, inAttribute) {
                read += taken
            } else {
                if byte != 0 {
                    base[write] = byte
                    write += 1
                }
                read += 1
            }
        }
        return ByteSlice(from: start, to: write)
    }

    /// Resolves the reference at `&`: writes what it stands for and returns its length; nil when it is none.
    private func reference(at start: Int, end: Int, write: inout Int, _ inAttribute: Bool) -> Int? {
        guard start + 1 < end else { return nil }
        if base[start + 1] == UInt8(ascii: "#") { return numeric(at: start, end: end, write: &write) }
        guard ASCII.isLetter(base[start + 1]) else { return nil }
        return named(at: start, end: end, write: &write, inAttribute)
    }

    private func numeric(at start: Int, end: Int, write: inout Int) -> Int? {
        var position = start + 2
        let isHexadecimal = position < end && base[position] | 32 == UInt8(ascii: "x")
        if isHexadecimal { position += 1 }
        let digits = position
        var value: UInt32 = 0
        while position < end {
            let byte = base[position]
            guard let digit = isHexadecimal ? ASCII.hexValue(byte) : ASCII.isDigit(byte) ? UInt32(byte - 48) : nil
            else { break }
            value = min(0x11_0000, value &* (isHexadecimal ? 16 : 10) &+ digit)
            position += 1
        }
        guard position > digits else { return nil }
        if position < end, base[position] == UInt8(ascii: ";") { position += 1 }
        append(Self.character(ofReference: value), &write)
        return position - start
    }

    /// The code point that a numeric reference means: windows-1252 for 0x80 to 0x9F, U+FFFD for what is no character.
    package static func character(ofReference value: UInt32) -> UInt32 {
        if value >= 0x80, value <= 0x9F { return windows1252[Int(value) - 0x80] }
        if value == 0 || value > 0x10_FFFF || (value >= 0xD800 && value <= 0xDFFF) { return 0xFFFD }
        return value
    }

    /// The place among 0x80 to 0x9F at which windows-1252 has a character, or nil.
    static func windows1252Place(of value: UInt32) -> Int? {
        windows1252.firstIndex(of: value)
    }

    private func named(at start: Int, end: Int, write: inout Int, _ inAttribute: Bool) -> Int? {
        let nameStart = start + 1
        var nameEnd = nameStart
        while nameEnd < end, nameEnd - nameStart < HTMLNamedCharacters.longestName,
            ASCII.isAlphanumeric(base[nameEnd])
        {
            nameEnd += 1
        }
        let names = HTMLNamedCharacters.shared
        func expansion(_ length: Int) -> HTMLNamedCharacters.Expansion? {
            names.expansion(of: UnsafeBufferPointer(start: base + nameStart, count: length))
        }
        if nameEnd < end, base[nameEnd] == UInt8(ascii: ";"), let whole = expansion(nameEnd - nameStart) {
            append(whole.first, &write)
            // Two names stand for more bytes than they take; their combining overlay does without.
            if whole.second != 0, write + Self.utf8Length(whole.second) <= nameEnd + 1 { append(whole.second, &write) }
            return nameEnd + 1 - start
        }
        var length = min(nameEnd - nameStart, HTMLNamedCharacters.longestLegacyName)
        while length >= 2 {
            if let found = expansion(length), found.isLegacy {
                let next = nameStart + length
                if inAttribute, next < end, base[next] == UInt8(ascii: "=") || ASCII.isAlphanumeric(base[next]) {
                    return nil
                }
                append(found.first, &write)
                return length + 1
            }
            length -= 1
        }
        return nil
    }

    private static func utf8Length(_ value: UInt32) -> Int {
        value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x1_0000 ? 3 : 4
    }

    private func append(_ value: UInt32, _ write: inout Int) {
        switch Self.utf8Length(value) {
        case 1:
            base[write] = UInt8(truncatingIfNeeded: value)
        case 2:
            base[write] = UInt8(truncatingIfNeeded: 0xC0 | value >> 6)
            base[write + 1] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
        case 3:
            base[write] = UInt8(truncatingIfNeeded: 0xE0 | value >> 12)
            base[write + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
            base[write + 2] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
        default:
            base[write] = UInt8(truncatingIfNeeded: 0xF0 | value >> 18)
            base[write + 1] = UInt8(truncatingIfNeeded: 0x80 | value >> 12 & 0x3F)
            base[write + 2] = UInt8(truncatingIfNeeded: 0x80 | value >> 6 & 0x3F)
            base[write + 3] = UInt8(truncatingIfNeeded: 0x80 | value & 0x3F)
        }
        write += Self.utf8Length(value)
    }
}

/// What the bytes 0x80 to 0x9F mean in windows-1252; the standard reads numeric references that way.
private let windows1252: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,
    0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0x9D, 0x017E, 0x0178,
]
