/// A file's name or relative path as the bytes that the file system holds; it need not be UTF-8.
public struct FileName: Sendable, Hashable {
    /// The bytes, without a NUL.
    public var bytes: [UInt8]

    /// A name of raw bytes.
    public init(bytes: [UInt8]) { self.bytes = bytes }

    /// A name of text.
    public init(_ text: String) { bytes = Array(text.utf8) }

    /// The name as it may be shown anywhere: bytes that are not UTF-8, control characters and the backslash as `\xNN`,
    /// characters that change the direction of text as `\u{N}`, so that no name can forge a line or act on a terminal.
    public var display: String {
        var shown = ""
        shown.reserveCapacity(bytes.count)
        var rest = bytes[...]
        while let first = rest.first {
            guard let (scalar, length) = Self.decodeFirst(rest) else {
                shown += Self.escaped(first)
                rest = rest.dropFirst()
                continue
            }
            if scalar.value < 0x20 || scalar.value == 0x7F || scalar == "\\" {
                shown += Self.escaped(first)
            } else if Self.isHidden(scalar) {
                shown += "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
            } else {
                shown.unicodeScalars.append(scalar)
            }
            rest = rest.dropFirst(length)
        }
        return shown
    }

    /// The name as it was given, with bytes that are not UTF-8 as `\xNN`; for output that has an escaping of its own, such as
    /// JSON.
    public var text: String {
        var shown = ""
        var rest = bytes[...]
        while let first = rest.first {
            if let (scalar, length) = Self.decodeFirst(rest) {
                shown.unicodeScalars.append(scalar)
                rest = rest.dropFirst(length)
            } else {
                shown += Self.escaped(first)
                rest = rest.dropFirst()
            }
        }
        return shown
    }

    /// The last component of a path.
    public var lastComponent: FileName {
        guard let slash = bytes.lastIndex(of: UInt8(ascii: "/")) else { return self }
        return FileName(bytes: Array(bytes[(slash + 1)...]))
    }

    private static func escaped(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 16, uppercase: true)
        return "\\x" + (digits.count == 1 ? "0" : "") + digits
    }

    /// C1 controls, line and paragraph separators, and the marks of bidirectional text.
    private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x80...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF: true
        default: false
        }
    }

    private static func decodeFirst(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.prefix(4).makeIterator()
        guard case .valid(let encoded) = decoder.parseScalar(from: &iterator) else { return nil }
        return (Unicode.UTF8.decode(encoded), encoded.count)
    }
}
