/// Names that are known beforehand, in lists, and the classes of common words: hashed into a table of a fixed size.
///
/// An entry is 16 bits of the hash of the words in small letters and a byte that says in which lists they are, by its place
/// among the sets of lists that there are. One name in some ten thousand that is in no list is taken for one that is.
package struct EntityGazetteer: Sendable {
    /// The lists, as bits of an entry.
    package enum List: UInt16, Sendable, CaseIterable {
        case givenName = 1
        case surname = 2
        /// Cities, regions, continents.
        case place = 4
        case country = 8
        /// Not a name by itself: more words follow.
        case beginning = 16
        /// Towns, rivers, mountains: places of which many are words or surnames too.
        case town = 32
        case organization = 64
        /// People by their full name, or the one that they are known by.
        case person = 128
        case nationality = 256
    }

    /// Places of the table; a tenth of them should stay free.
    package let places: Int
    /// The sets of lists that an entry may be in.
    package static let mostSets = 256
    /// The most words of a name.
    private static let mostWords = 5
    /// Marks of a token that begins or goes on with a name of several words.
    package static let longNameMark: UInt16 = 1_024
    /// The class of words for people, such as `diver`: WordNet's lexicographer file of that name, raised by one.
    static let personClass: UInt8 = 19
    /// Makes the hashes of word classes others than those of names.
    private static let classSeed: UInt64 = 0x77

    private var checks: [UInt16]
    private var values: [UInt8]
    private var sets: [UInt16]

    /// The parts of a model file.
    package init(checks: [UInt16], values: [UInt8], sets: [UInt16]) {
        places = values.count
        self.checks = checks
        self.values = values
        self.sets = sets
    }

    /// The table, to be written into a model file.
    package var table: (checks: [UInt16], values: [UInt8], sets: [UInt16]) { (checks, values, sets) }

    /// A table of names and of words with the numbers of their classes (1 to 255), all in small letters, words apart by one
    /// space. Names of more than five words, and those in a set of lists beyond the first 255, are left out.
    package init(lists: [(List, [String])], classes: [(String, UInt8)], places: Int) {
        self.places = places
        checks = Array(repeating: 0, count: places)
        values = Array(repeating: 0, count: places)
        sets = [0]
        var found: [UInt64: UInt16] = [:]
        for (list, names) in lists {
            for name in names {
                var key = UInt64(0)
                let words = name.split(separator: " ")
                guard words.count <= Self.mostWords else { continue }
                for (place, word) in words.enumerated() {
                    key = TextHash.joined(key, EntityToken.folded(word))
                    found[key, default: 0] |= (place + 1 == words.count ? list : .beginning).rawValue
                }
            }
        }
        for (key, lists) in found.sorted(by: { $0.key < $1.key }) {
            var set = sets.firstIndex(of: lists)
            if set == nil, sets.count < Self.mostSets {
                set = sets.count
                sets.append(lists)
            }
            insert(key, UInt8(set ?? 0))
        }
        for (word, number) in classes { insert(TextHash.joined(Self.classSeed, EntityToken.folded(word)), number) }
        sets += Array(repeating: 0, count: Self.mostSets - sets.count)
    }

    @inline(__always)
    private func place(of key: UInt64) -> (place: Int, check: UInt16) {
        (Int(((key >> 32) &* UInt64(places)) >> 32), UInt16(truncatingIfNeeded: key >> 8))
    }

    private mutating func insert(_ key: UInt64, _ value: UInt8) {
        var (place, check) = self.place(of: key)
        for _ in 0..<places {
            if values[place] == 0 {
                checks[place] = check
                values[place] = value
                return
            }
            place = place + 1 < places ? place + 1 : 0
        }
    }

    private func value(of key: UInt64) -> UInt8 {
        var (place, check) = self.place(of: key)
        for _ in 0..<places {
            if values[place] == 0 { return 0 }
            if checks[place] == check { return values[place] }
            place = place + 1 < places ? place + 1 : 0
        }
        return 0
    }

    /// The class of a word, by the hash of the word in small letters; 0 for words that are in none.
    @inline(__always)
    package func wordClass(of folded: UInt64) -> UInt8 { value(of: TextHash.joined(Self.classSeed, folded)) }

    /// The lists that each capitalised token is in, by itself or as part of a longer name.
    package func marks(of text: EntityText) -> [UInt16] {
        var marks = [UInt16](repeating: 0, count: text.tokens.count)
        for sentence in text.sentences {
            for index in sentence where text.tokens[index].isCapital {
                var key = UInt64(0)
                for next in index..<min(index + Self.mostWords, sentence.upperBound) {
                    key = TextHash.joined(key, text.tokens[next].folded)
                    let found = sets[Int(value(of: key))]
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

    /// The lists that a word by itself stands in.
    func lists(ofWord folded: UInt64) -> UInt16 {
        sets[Int(value(of: TextHash.joined(0, folded)))] & ~List.beginning.rawValue
    }
}
