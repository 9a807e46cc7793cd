import NewsModel

/// A member of a zip archive as its directory tells it.
struct ZipEntry {
    /// Its raw path in the archive.
    var name: FileName
    /// General purpose flags.
    var flags: UInt16
    /// The method of compression by its number.
    var method: UInt16
    /// CRC-32 of the unpacked bytes.
    var checksum: UInt32
    /// Packed size in bytes.
    var packedSize: Int
    /// Unpacked size in bytes.
    var size: Int
    /// Where its local header stands, from the start of the archive.
    var offset: Int
    /// The upper half of the external attributes where a Unix wrote them, else 0.
    var unixMode: UInt16

    /// True for folders, and for links, which stand for no content of their own.
    var isFolder: Bool { name.bytes.last == 0x2F || unixMode & 0o170000 == 0o040000 || unixMode & 0o170000 == 0o120000 }
    /// True when the bytes are encrypted.
    var isEncrypted: Bool { flags & 0x2041 != 0 }
    /// True when sizes and checksum follow the data instead of standing before it.
    var hasDescriptor: Bool { flags & 8 != 0 }

    /// Takes sizes and an offset beyond 32 bits out of the extra fields.
    mutating func take(extra: UnsafeRawBufferPointer) {
        var rest = extra
        while rest.count >= 4 {
            let id = rest.little(UInt16.self, at: 0)
            let length = Int(rest.little(UInt16.self, at: 2))
            guard length <= rest.count - 4 else { return }
            let field = UnsafeRawBufferPointer(rebasing: rest[4..<4 + length])
            if id == 1 { takeLargeSizes(field) }
            rest = UnsafeRawBufferPointer(rebasing: rest[(4 + length)...])
        }
    }

    private mutating func takeLargeSizes(_ field: UnsafeRawBufferPointer) {
        var place = 0
        func next(_ value: inout Int) {
            guard value == Int(UInt32.max), place + 8 <= field.count else { return }
            value = Int(clamping: field.little(UInt64.self, at: place))
            place += 8
        }
        next(&size)
        next(&packedSize)
        next(&offset)
    }
}

extension UnsafeRawBufferPointer {
    /// A little-endian number at a place that the caller has checked.
    func little<Number: FixedWidthInteger>(_: Number.Type, at offset: Int) -> Number {
        Number(littleEndian: loadUnaligned(fromByteOffset: offset, as: Number.self))
    }
}
