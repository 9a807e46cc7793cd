/// Addresses as formats want them: the characters of a URI only (RFC 3986, chapter 2).
enum URIText {
    /// Whether a text has the scheme and the characters of a URI.
    static func isURI(_ text: String) -> Bool { hasScheme(text) && text.utf8.allSatisfy(isAllowed) }

    /// An address with every byte that a URI may not hold as `%NN`, as RFC 3987, 3.1, maps an IRI; nil for a text without a
    /// scheme.
    static func encoded(_ text: String) -> String? {
        guard hasScheme(text) else { return nil }
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            if isAllowed(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func hasScheme(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), colon > 0, colon + 1 < bytes.count,
            isLetter(bytes[0])
        else { return false }
        return bytes[..<colon].allSatisfy { isLetter($0) || isDigit($0) || "+-.".utf8.contains($0) }
    }

    private static func isAllowed(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || "-._~:/?#[]@!$&'()*+,;=%".utf8.contains(byte)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
