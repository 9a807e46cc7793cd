import Bytes

/// The letters of a text, lowered and without anything between them, to compare texts that were set differently.
package struct TextFingerprint: Hashable {
    /// The letters and digits in UTF-8.
    package let bytes: [UInt8]

    package init(_ text: some Sequence<UInt8>) {
        var out: [UInt8] = []
        out.reserveCapacity(text.underestimatedCount)
        var skip = 0
        var iterator = text.makeIterator()
        while let byte = iterator.next() {
            if skip > 0 {
                skip -= 1
                continue
            }
            if byte < 0x80 {
                if ASCII.isAlphanumeric(byte) { out.append(ASCII.lowered(byte)) }
            } else if byte == 0xC2 {
                skip = 1
            } else if byte == 0xE2 {
                // General punctuation and signs.
                skip = 2
            } else {
                out.append(byte)
            }
        }
        bytes = out
    }

    package init(_ text: String) { self.init(text.utf8) }

    /// Hashes the bytes in one go; an array would hash them one by one.
    package func hash(into hasher: inout Hasher) { bytes.withUnsafeBytes { hasher.combine(bytes: $0) } }

    package var isEmpty: Bool { bytes.isEmpty }
    package var count: Int { bytes.count }

    /// True when the texts are the same.
    package func isSame(_ other: TextFingerprint) -> Bool { bytes == other.bytes }

    /// True when this text begins with the other.
    package func begins(with other: TextFingerprint) -> Bool { bytes.starts(with: other.bytes) }
}

/// All windows of a few letters of a text, to ask how much of another text is in it.
package struct TextWindows {
    /// Letters of a window: long enough that equal windows mean equal words.
    package static let length = 20

    private var slots: [UInt64]
    private let mask: Int

    package init(_ text: TextFingerprint) {
        var size = 64
        while size < text.count * 2 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: 0, count: size)
        guard text.count >= Self.length else { return }
        for start in 0...text.count - Self.length { insert(Self.hash(text.bytes, start)) }
    }

    /// The share of a text's windows, taken one after the other, that are in this one; 0 for texts below a window.
    package func share(of other: TextFingerprint) -> Double {
        guard other.count >= Self.length else { return 0 }
        var hits = 0
        var taken = 0
        var start = 0
        while start + Self.length <= other.count {
            taken += 1
            if contains(Self.hash(other.bytes, start)) { hits += 1 }
            start += Self.length / 2
        }
        return Double(hits) / Double(taken)
    }

    private static func hash(_ bytes: [UInt8], _ start: Int) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in start..<start + length { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return hash | 1
    }

    private mutating func insert(_ hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & mask }
        slots[slot] = hash
    }

    private func contains(_ hash: UInt64) -> Bool {
        var slot = Int(truncatingIfNeeded: hash >> 20) & mask
        while slots[slot] != 0 {
            if slots[slot] == hash { return true }
            slot = (slot + 1) & mask
        }
        return false
    }
}
