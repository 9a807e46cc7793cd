/// What is left of quoted-printable (RFC 2045, section 6.7) when a library has undone it.
enum QuotedPrintable {
    /// A text without soft line breaks behind which blanks stand: gateways add them, and rule 3 of the section has them taken off first.
    static func withoutBlankSoftBreaks(_ bytes: [UInt8]) -> [UInt8] {
        var out: [UInt8] = []
        var start = 0
        var index = 0
        while let newline = bytes[index...].firstIndex(of: 0x0A) {
            index = newline + 1
            var end = newline
            if end > start, bytes[end - 1] == 0x0D { end -= 1 }
            let blanks = end
            while end > start, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
            guard end < blanks, end > start, bytes[end - 1] == UInt8(ascii: "=") else { continue }
            out += bytes[start..<(end - 1)]
            start = index
        }
        if start == 0 { return bytes }
        return out + bytes[start...]
    }
}
