/// Makes zip files, also such as no program should make.
struct ZipFile {
    struct Member {
        var name: [UInt8]
        var content: [UInt8]
        var isStored = false
        var isEncrypted = false
        var method: UInt16?
        var hasWrongChecksum = false
        var unixMode: UInt16 = 0o100644

        init(_ name: String, _ content: [UInt8], isStored: Bool = false) {
            self.name = Array(name.utf8)
            self.content = content
            self.isStored = isStored
        }
    }

    private(set) var bytes: [UInt8] = []
    private(set) var directoryStart = 0

    init(_ members: [Member]) {
        var directory: [UInt8] = []
        for member in members {
            let packed = member.isStored ? member.content : Packed.deflated(member.content)
            let checksum = Packed.checksum(member.content) &+ (member.hasWrongChecksum ? 1 : 0)
            let common =
                Self.number(UInt16(member.isEncrypted ? 1 : 0))
                + Self.number(member.method ?? (member.isStored ? 0 : 8))
                + Self.number(UInt32(0)) + Self.number(checksum) + Self.number(UInt32(packed.count))
                + Self.number(UInt32(member.content.count)) + Self.number(UInt16(member.name.count))
                + Self.number(UInt16(0))
            directory +=
                Self.number(UInt32(0x0201_4B50)) + Self.number(UInt16(3 << 8 | 20)) + Self.number(UInt16(20)) + common
            directory += Self.number(UInt16(0)) + Self.number(UInt16(0)) + Self.number(UInt16(0))
            directory +=
                Self.number(UInt16(0)) + Self.number(member.unixMode) + Self.number(UInt32(bytes.count)) + member.name
            bytes += Self.number(UInt32(0x0403_4B50)) + Self.number(UInt16(20)) + common + member.name + packed
        }
        directoryStart = bytes.count
        let size = UInt32(directory.count)
        bytes += directory
        bytes += Self.number(UInt32(0x0605_4B50)) + [0, 0, 0, 0]
        bytes += Self.number(UInt16(members.count)) + Self.number(UInt16(members.count)) + Self.number(size)
        bytes += Self.number(UInt32(directoryStart)) + [0, 0]
    }

    private static func number<Number: FixedWidthInteger>(_ value: Number) -> [UInt8] {
        withUnsafeBytes(of: value.littleEndian) { Array($0) }
    }
}
