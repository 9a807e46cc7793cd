/// The transfer encodings of MIME (RFC 2045, 6.7 and 6.8), undone; what breaks their rules is left out or taken as it stands.
enum TransferEncoding {
    /// Undoes base64; bytes outside of its alphabet are left out.
    static func base64(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: text.count / 4 * 3 + 3) { result, count in
            var bits: UInt32 = 0
            var held = 0
            for byte in text {
                let value = alphabet[Int(byte)]
                guard value < 64 else {
                    if byte == UInt8(ascii: "=") { held = 0 }
                    continue
                }
                bits = bits << 6 | UInt32(value)
                held += 6
                if held >= 8 {
                    held -= 8
                    result[count] = UInt8(truncatingIfNeeded: bits >> UInt32(held))
                    count += 1
                }
            }
        }
    }

    /// Undoes quoted-printable.
    static func quotedPrintable(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: text.count) { result, count in
            var index = 0
            while index < text.count {
                let byte = text[index]
                if byte == UInt8(ascii: "="), index + 2 < text.count, let high = hex(text[index + 1]),
                    let low = hex(text[index + 2])
                {
                    result[count] = high << 4 | low
                    count += 1
                    index += 3
                } else if byte == UInt8(ascii: "="), let next = endOfSoftBreak(text, index + 1) {
                    index = next
                } else {
                    result[count] = byte
                    count += 1
                    index += 1
                }
            }
        }
    }

    /// Behind `=`: blanks and a line's end, which are no part of the text; nil for anything else.
    private static func endOfSoftBreak(_ text: UnsafeBufferPointer<UInt8>, _ begin: Int) -> Int? {
        var index = begin
        while index < text.count, text[index] == 0x20 || text[index] == 0x09, index - begin < 80 { index += 1 }
        if index == text.count { return index }
        if text[index] == 0x0A { return index + 1 }
        guard text[index] == 0x0D else { return nil }
        return index + 1 < text.count && text[index + 1] == 0x0A ? index + 2 : index + 1
    }

    private static func hex(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x37
        case 0x61...0x66: byte - 0x57
        default: nil
        }
    }

    private static let alphabet: [UInt8] = {
        var table = [UInt8](repeating: 0xFF, count: 256)
        for (value, byte) in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8.enumerated() {
            table[Int(byte)] = UInt8(value)
        }
        return table
    }()
}
