/// A fixed set of ASCII names, each with a number, looked up by bytes without regard to case.
///
/// Open addressing over a hash of the lowered bytes; built once, then only read.
package struct NameTable: Sendable {
    private struct Entry: Sendable {
        var name: [UInt8]
        var value: UInt8
    }

    private var slots: [Int16]
    private var entries: [Entry] = []
    private let mask: Int

    /// A table of names in lower case; the first of two equal names wins.
    package init(_ names: [(name: [UInt8], value: UInt8)]) {
        var size = 16
        while size < names.count * 4 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: -1, count: size)
        for (name, value) in names {
            var slot = name.withUnsafeBufferPointer { Self.hash($0) } & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int16(entries.count)
            entries.append(Entry(name: name, value: value))
        }
    }

    /// The number of a name in any case, or nil.
    package func value(of name: UnsafeBufferPointer<UInt8>) -> UInt8? {
        var slot = Self.hash(name) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if matches(index, name) { return entries[index].value }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private func matches(_ index: Int, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
        entries[index].name.withUnsafeBufferPointer { known in
            guard known.count == name.count else { return false }
            for position in 0..<known.count where known[position] != ASCII.lowered(name[position]) { return false }
            return true
        }
    }

    /// FNV-1a over the lowered bytes; long names are cut, they are compared in full anyway.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
        var hash: UInt32 = 2_166_136_261
        for byte in name.prefix(24) { hash = (hash ^ UInt32(ASCII.lowered(byte))) &* 16_777_619 }
        return Int(hash ^ (hash >> 15))
    }
}
