import NewsModel

/// One header block of a tar archive.
struct TarHeader {
    /// Bytes of a block.
    static let bytes = 512

    /// What follows the header.
    enum Kind: Equatable {
        case file
        /// Attributes of the next member (pax), or of all that follow.
        case attributes(global: Bool)
        /// The name of the next member (GNU).
        case longName
        /// A file with holes (GNU), whose map of holes is not read.
        case sparse
        /// A folder, a link, a device, a volume label, or something unknown.
        case other
    }

    let name: [UInt8]
    let size: Int
    let kind: Kind

    /// Reads a block; nil when its checksum or its numbers are wrong.
    init?(_ block: UnsafeBufferPointer<UInt8>) {
        guard block.count == Self.bytes, let told = Self.number(block[148..<156]) else { return nil }
        // The checksum counts its own field as blanks; some old programs added up signed characters.
        var sum = 8 * 0x20
        var signed = 8 * 0x20
        for (index, byte) in block.enumerated() where !(148..<156).contains(index) {
            sum += Int(byte)
            signed += Int(Int8(bitPattern: byte))
        }
        guard told == sum || told == signed, block[0] != 0 || block[156] != 0 else { return nil }
        guard let size = Self.number(block[124..<136]) else { return nil }
        self.size = size
        let isUstar = block[257..<262].elementsEqual(Array("ustar".utf8))
        var name = Self.text(block[0..<100])
        if isUstar, block[263] == 0x30 {
            let prefix = Self.text(block[345..<500])
            if !prefix.isEmpty { name = prefix + [0x2F] + name }
        }
        self.name = name
        switch block[156] {
        case 0, UInt8(ascii: "0"), UInt8(ascii: "7"): kind = name.last == 0x2F ? .other : .file
        case UInt8(ascii: "x"), UInt8(ascii: "X"): kind = .attributes(global: false)
        case UInt8(ascii: "g"): kind = .attributes(global: true)
        case UInt8(ascii: "L"): kind = .longName
        case UInt8(ascii: "S"): kind = .sparse
        default: kind = .other
        }
    }

    /// Links and devices have no content whatever size they claim (POSIX); GNU's long link name has.
    static func hasContent(_ type: UInt8) -> Bool { !(UInt8(ascii: "1")...UInt8(ascii: "6")).contains(type) }

    private static func text(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> [UInt8] { Array(field.prefix { $0 != 0 }) }

    /// An octal number, or GNU's binary one; nil where it is neither, negative or beyond all files.
    private static func number(_ field: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
        guard let first = field.first else { return nil }
        if first & 0x80 != 0 {
            guard first == 0x80 else { return nil }
            var value = 0
            for byte in field.dropFirst() {
                guard value < 1 << 48 else { return nil }
                value = value << 8 | Int(byte)
            }
            return value
        }
        var value = 0
        var hasDigits = false
        for byte in field.drop(while: { $0 == 0x20 }) {
            guard byte != 0, byte != 0x20 else { break }
            guard (0x30...0x37).contains(byte) else { return nil }
            value = value << 3 | Int(byte - 0x30)
            hasDigits = true
        }
        return hasDigits || field.allSatisfy({ $0 == 0 || $0 == 0x20 }) ? value : nil
    }
}
