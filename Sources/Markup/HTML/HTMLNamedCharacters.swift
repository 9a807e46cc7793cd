import Bytes

/// The named character references of the HTML standard, by name.
package struct HTMLNamedCharacters: Sendable {
    /// What a name stands for.
    package struct Expansion: Sendable {
        package var first: UInt32
        /// 0 where the name stands for one code point.
        package var second: UInt32
        /// True where the name counts without a semicolon too.
        var isLegacy: Bool
    }

    /// The longest name, without the semicolon.
    package static let longestName = 31
    /// The longest name that counts without a semicolon.
    static let longestLegacyName = 6
    package static let shared = HTMLNamedCharacters()

    private struct Entry: Sendable {
        var name: ByteSlice
        var expansion: Expansion
    }
    private static let slotCount = 8192
    private var slots = [Int16](repeating: -1, count: slotCount)
    private var entries: [Entry] = []

    private init() {
        entries.reserveCapacity(2200)
        let bytes = Self.bytes
        var position = 0
        while position < bytes.count {
            let start = position
            while bytes[position] != UInt8(ascii: " "), bytes[position] != UInt8(ascii: "!") { position += 1 }
            let name = ByteSlice(from: start, to: position)
            let isLegacy = bytes[position] == UInt8(ascii: "!")
            position += isLegacy ? 2 : 1
            var points: [UInt32] = [0]
            while position < bytes.count, bytes[position] != UInt8(ascii: ";") {
                if let digit = ASCII.hexValue(bytes[position]) {
                    points[points.count - 1] = points[points.count - 1] << 4 | digit
                } else {
                    points.append(0)
                }
                position += 1
            }
            position += 1
            insert(name, Expansion(first: points[0], second: points.count > 1 ? points[1] : 0, isLegacy: isLegacy))
        }
    }

    private static var bytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: table.utf8Start, count: table.utf8CodeUnitCount)
    }

    private mutating func insert(_ name: ByteSlice, _ expansion: Expansion) {
        var slot = Self.hash(UnsafeBufferPointer(rebasing: Self.bytes[name.range]))
        while slots[slot] >= 0 { slot = (slot + 1) & (Self.slotCount - 1) }
        slots[slot] = Int16(entries.count)
        entries.append(Entry(name: name, expansion: expansion))
    }

    /// What a name (without `&` and `;`, case counts) stands for, or nil.
    func expansion(of name: UnsafeBufferPointer<UInt8>) -> Expansion? {
        var slot = Self.hash(name)
        while slots[slot] >= 0 {
            let entry = entries[Int(slots[slot])]
            if UnsafeBufferPointer(rebasing: Self.bytes[entry.name.range]).elementsEqual(name) {
                return entry.expansion
            }
            slot = (slot + 1) & (Self.slotCount - 1)
        }
        return nil
    }

    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in name { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        return Int(hash ^ (hash >> 13)) & (slotCount - 1)
    }
}
