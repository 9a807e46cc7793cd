/// Lists of names that are known beforehand: given names, surnames, places; hashed into a table of a fixed size.
///
/// An entry is the upper 24 bits of the hash of the words in small letters, and a byte that says in which lists they are.
package struct EntityGazetteer: Sendable {
    /// The lists, as bits of an entry.
    package enum List: UInt8, Sendable, CaseIterable {
        case givenName = 1
        case surname = 2
        case place = 4
        case country = 8
        /// Not a name by itself: more words follow.
        case beginning = 16
    }

    /// Places of the table; a power of two, so that a half stays free with some 16,000 names.
    package static let places = 1 << 15
    /// The most words of a name.
    private static let mostWords = 4
    /// Marks of a token that begins or goes on with a name of several words.
    private static let longNameMark: UInt8 = 32

    private var table: [UInt32]

    /// The table of a model file.
    package init(table: [UInt32]) { self.table = table }

    /// The entries, to be written into a model file.
    package var entries: [UInt32] { table }

    /// A table of names in small letters, words apart by one space.
    package init(lists: [(List, [String])]) {
        table = Array(repeating: 0, count: Self.places)
        for (list, names) in lists {
            for name in names {
                var key = UInt64(0)
                let words = name.split(separator: " ")
                guard words.count <= Self.mostWords else { continue }
                for (place, word) in words.enumerated() {
                    let bytes = Array(word.utf8)
                    let folded = bytes.withUnsafeBufferPointer { EntityToken($0, start: 0, end: $0.count).folded }
                    key = TextHash.joined(key, folded)
                    insert(key, place + 1 == words.count ? list : .beginning)
                }
            }
        }
    }

    private mutating func insert(_ key: UInt64, _ list: List) {
        var place = Int(truncatingIfNeeded: key) & (Self.places - 1)
        let stamp = UInt32(truncatingIfNeeded: key >> 40) << 8
        for _ in 0..<Self.places {
            if table[place] == 0 || table[place] & 0xFFFF_FF00 == stamp {
                table[place] = stamp | table[place] & 0xFF | UInt32(list.rawValue)
                return
            }
            place = (place + 1) & (Self.places - 1)
        }
    }

    private func lists(of key: UInt64) -> UInt8 {
        var place = Int(truncatingIfNeeded: key) & (Self.places - 1)
        let stamp = UInt32(truncatingIfNeeded: key >> 40) << 8
        for _ in 0..<Self.places {
            let entry = table[place]
            if entry == 0 { return 0 }
            if entry & 0xFFFF_FF00 == stamp { return UInt8(truncatingIfNeeded: entry) }
            place = (place + 1) & (Self.places - 1)
        }
        return 0
    }

    /// The lists that each capitalised token is in, by itself or as part of a longer name.
    package func marks(of text: EntityText) -> [UInt8] {
        var marks = [UInt8](repeating: 0, count: text.tokens.count)
        for sentence in text.sentences {
            for index in sentence where text.tokens[index].isCapital {
                var key = UInt64(0)
                for next in index..<min(index + Self.mostWords, sentence.upperBound) {
                    key = TextHash.joined(key, text.tokens[next].folded)
                    let found = lists(of: key)
                    let names = found & ~List.beginning.rawValue
                    if names != 0 {
                        if next == index {
                            marks[index] |= names
                        } else {
                            for part in index...next { marks[part] |= names | Self.longNameMark }
                        }
                    }
                    if found & List.beginning.rawValue == 0 { break }
                }
            }
        }
        return marks
    }
}
