/// The words of an archive with the number of articles that have each, in the order of their bytes: a sorted list, front-coded in
/// blocks (Witten, Moffat and Bell, Managing Gigabytes, 1999, 4.1), so that two million words take some ten megabytes and are searched
/// where they lie.
///
/// A list is used where its checksum is right, and each length is looked at nevertheless.
///
/// `@unchecked Sendable`: the bytes never change, and they live as long as their owner, which is held.
package final class Vocabulary: @unchecked Sendable {
    /// The words of a block; the first is written whole, the others by what differs from the one before.
    static let blockTerms = 16
    static let magic = Array("WDWORDS2".utf8)
    /// Magic, terms and blocks (4 bytes each), articles, the last version (8 bytes each), the version of folding and the checksum of all
    /// that follows (4 each).
    static let headBytes = 40

    /// Whether bytes are a list of words that another version of the program made, and no damaged one.
    package static func isOfAnotherVersion(_ bytes: UnsafeRawBufferPointer) -> Bool {
        guard bytes.count >= headBytes, bytes.prefix(magic.count - 1).elementsEqual(magic.dropLast()) else {
            return false
        }
        return bytes[magic.count - 1] != magic[magic.count - 1]
            || UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 32, as: UInt32.self))
                != UInt32(SearchFold.version)
    }

    /// The sum by which damage is noticed: FNV-1a (Fowler, Noll, Vo) over words of eight bytes, folded to four, of the bytes behind the head and
    /// the numbers in it.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        var sum: UInt64 = 0xCBF2_9CE4_8422_2325
        func add(_ word: UInt64) { sum = (sum ^ word) &* 0x0000_0100_0000_01B3 }
        var place = magic.count
        while place < headBytes - 4 {
            add(UInt64(bytes[place]))
            place += 1
        }
        place = headBytes
        while place + 8 <= bytes.count {
            add(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
            // What is above would only move up.
            sum ^= sum >> 29
            place += 8
        }
        while place < bytes.count {
            add(UInt64(bytes[place]))
            place += 1
        }
        add(UInt64(bytes.count))
        return UInt32(truncatingIfNeeded: sum ^ (sum >> 32))
    }

    /// How many words there are.
    package let count: Int
    /// How many articles they were counted in.
    package let articles: Int
    /// The last version that was counted.
    package let lastVersion: Int64
    private let bytes: UnsafeRawBufferPointer
    private let owner: any Sendable
    private let blocks: Int

    /// A list of words in bytes that stay where they are for as long as their owner lives; nil for bytes that are no such list, a damaged
    /// one, or one of words that were folded in another way.
    package init?(_ bytes: UnsafeRawBufferPointer, owner: any Sendable) {
        guard bytes.count >= Self.headBytes, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else {
            return nil
        }
        func number<T: FixedWidthInteger>(_ offset: Int, as type: T.Type) -> T {
            T(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: type))
        }
        blocks = Int(number(12, as: UInt32.self))
        guard number(32, as: UInt32.self) == UInt32(SearchFold.version),
            bytes.count >= Self.headBytes + 4 * blocks, number(36, as: UInt32.self) == Self.checksum(bytes)
        else { return nil }
        count = Int(number(8, as: UInt32.self))
        articles = Int(clamping: number(16, as: Int64.self))
        lastVersion = number(24, as: Int64.self)
        self.bytes = bytes
        self.owner = owner
    }

    /// A list that was just made.
    package convenience init?(_ list: [UInt8]) {
        let buffer = OwnedBytes(list)
        self.init(buffer.bytes, owner: buffer)
    }

    /// How many articles have a word; 0 for one that is not in the list.
    package func articles(with term: String) -> Int {
        let wanted = Array(term.utf8)
        var cursor = Cursor(self, atLeast: wanted)
        return cursor.next() && cursor.term == wanted ? cursor.articles : 0
    }

    /// The words that begin with a prefix, in their order and at most so many.
    package func terms(withPrefix prefix: String, limit: Int) -> [(term: String, articles: Int)] {
        let wanted = Array(prefix.utf8)
        var found: [(String, Int)] = []
        var cursor = Cursor(self, atLeast: wanted)
        while found.count < limit, cursor.next(), cursor.term.starts(with: wanted) {
            found.append((String(decoding: cursor.term, as: UTF8.self), cursor.articles))
        }
        return found
    }

    /// A place in the list.
    struct Cursor {
        private let list: Vocabulary
        private var block: Int
        private var index = 0
        private var offset = 0
        /// The word at the place.
        private(set) var term: [UInt8] = []
        /// The articles that have it.
        private(set) var articles = 0
        private var isPending = false

        /// The place before the first word that is not less than some bytes.
        init(_ list: Vocabulary, atLeast wanted: [UInt8]) {
            self.list = list
            block = 0
            seek(atLeast: wanted)
        }

        /// Goes on to the first word that is not less than some bytes.
        mutating func seek(atLeast wanted: [UInt8]) {
            var low = 0
            var high = list.blocks
            // The last block whose first word is not greater.
            while low < high {
                let middle = (low + high) / 2
                if list.firstTerm(ofBlock: middle).lexicographicallyPrecedes(wanted) {
                    low = middle + 1
                } else {
                    high = middle
                }
            }
            enter(max(0, low - 1))
            isPending = false
            while step() {
                if !term.lexicographicallyPrecedes(wanted) {
                    isPending = true
                    return
                }
            }
        }

        /// Goes on to the next word; false at the end.
        mutating func next() -> Bool {
            if isPending {
                isPending = false
                return true
            }
            return step()
        }

        private mutating func enter(_ number: Int) {
            block = number
            index = 0
            offset = list.start(ofBlock: number)
        }

        private mutating func step() -> Bool {
            if index == Vocabulary.blockTerms { enter(block + 1) }
            guard block < list.blocks else { return false }
            let shared = index == 0 ? 0 : Int(list.byte(offset))
            if index > 0 { offset += 1 }
            let length = Int(list.byte(offset))
            offset += 1
            guard shared <= term.count, offset + length < list.bytes.count, length > 0 || shared > 0 else {
                // The end of the list, or of what of it is whole.
                block = list.blocks
                return false
            }
            term.removeSubrange((index == 0 ? 0 : shared)...)
            term.append(contentsOf: list.bytes[offset..<(offset + length)])
            offset += length
            articles = 0
            var shift = 0
            while shift < 63 {
                let byte = list.byte(offset)
                offset += 1
                articles |= Int(byte & 0x7F) << shift
                shift += 7
                if byte < 0x80 { break }
            }
            index += 1
            return true
        }
    }

    private func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

    private func start(ofBlock block: Int) -> Int {
        guard block < blocks else { return bytes.count }
        let offset = bytes.loadUnaligned(fromByteOffset: Self.headBytes + 4 * block, as: UInt32.self)
        return Self.headBytes + 4 * blocks + Int(UInt32(littleEndian: offset))
    }

    private func firstTerm(ofBlock block: Int) -> UnsafeRawBufferPointer.SubSequence {
        let start = start(ofBlock: block)
        let length = Int(byte(start))
        guard start + 1 + length <= bytes.count else { return bytes[bytes.count...] }
        return bytes[(start + 1)..<(start + 1 + length)]
    }
}

/// Bytes that stay where they are.
///
/// `@unchecked Sendable`: nothing changes them after they were copied.
private final class OwnedBytes: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer

    init(_ list: [UInt8]) {
        let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, list.count), alignment: 8)
        copy.copyBytes(from: list)
        bytes = UnsafeRawBufferPointer(rebasing: copy[..<list.count])
    }

    deinit { bytes.deallocate() }
}
