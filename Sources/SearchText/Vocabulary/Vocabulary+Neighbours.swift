extension Vocabulary {
    /// A word that is spelled much like another.
    package struct Neighbour: Sendable, Hashable {
        /// The word.
        package var term: String
        /// The articles that have it.
        package var articles: Int
        /// How far it is, in halves of a letter.
        package var cost: Int
    }

    /// What one slip costs, in halves of a letter: a letter too many, too few, or another one.
    private static let letter = 2
    /// Two letters in the wrong order, or a letter doubled or single where it is not: what hands do most.
    private static let habit = 1
    /// What a slip in the first letter costs besides; people get it right.
    private static let first = 2

    /// How far a word may be from its neighbours by its length in letters, in halves of a letter: a slip in a short word, two in a long one.
    package static func mostCost(letters: Int) -> Int { letters < 4 ? 0 : letters < 8 ? 2 : letters < 11 ? 3 : 4 }

    /// The words nearest to one by weighted edit distance (Damerau 1964, Levenshtein 1966), the nearest and then the most frequent first.
    ///
    /// Walks the list as a tree of prefixes and leaves out every branch that is too far already, so that of two million words some
    /// ten thousand are looked at.
    /// - Parameters:
    ///   - word: the word.
    ///   - mostCost: how far they may be, in halves of a letter.
    ///   - limit: how many are given.
    ///   - beginning: what they begin with; anything by default.
    package func neighbours(of word: String, mostCost: Int, limit: Int = 8, beginning: String = "") -> [Neighbour] {
        let pattern = Array(word.unicodeScalars)
        guard mostCost > 0, !pattern.isEmpty else { return [] }
        let own = Array(word.utf8)
        var walk = DistanceWalk(pattern)
        var found: [Neighbour] = []
        let shared = Array(beginning.utf8)
        var cursor = Cursor(self, atLeast: shared)
        while cursor.next(), cursor.term.starts(with: shared) {
            guard let end = walk.take(cursor.term, mostCost) else {
                if walk.cost <= mostCost, cursor.term != own {
                    found.append(
                        Neighbour(
                            term: String(decoding: cursor.term, as: UTF8.self), articles: cursor.articles,
                            cost: walk.cost))
                }
                continue
            }
            guard let beyond = Self.successor(of: cursor.term[..<end]) else { break }
            cursor.seek(atLeast: beyond)
        }
        return Array(found.sorted { ($0.cost, -$0.articles, $0.term) < ($1.cost, -$1.articles, $1.term) }.prefix(limit))
    }

    /// The least bytes that are greater than all that begin with some.
    private static func successor(of prefix: ArraySlice<UInt8>) -> [UInt8]? {
        var bytes = Array(prefix)
        while let last = bytes.popLast() { if last < 0xFF { return bytes + [last + 1] } }
        return nil
    }

    /// The rows of the distance for the word that is looked at; those of what it shares with the one before are kept.
    private struct DistanceWalk {
        private let pattern: [Unicode.Scalar]
        private var letters: [Unicode.Scalar] = []
        /// Where each letter ends in the bytes.
        private var ends: [Int] = []
        private var rows: [[Int]]
        private var previous: [UInt8] = []
        /// The distance of the whole word after `take` has gone through it.
        private(set) var cost = Int.max

        init(_ pattern: [Unicode.Scalar]) {
            self.pattern = pattern
            var row = [0]
            for index in pattern.indices {
                let isDoubled = index > 0 && pattern[index] == pattern[index - 1]
                row.append(
                    row[index] + (isDoubled ? Vocabulary.habit : Vocabulary.letter)
                        + (index == 0 ? Vocabulary.first : 0))
            }
            rows = [row]
        }

        /// Goes through a word; nil when it was gone through, else the bytes of the prefix that is too far already.
        mutating func take(_ term: [UInt8], _ most: Int) -> Int? {
            let shared = zip(previous, term).prefix { $0 == $1 }.count
            previous = term
            while let end = ends.last, end > shared {
                ends.removeLast()
                letters.removeLast()
                rows.removeLast()
            }
            var decoder = UTF8()
            var place = ends.last ?? 0
            var iterator = term[place...].makeIterator()
            while case .scalarValue(let scalar) = decoder.decode(&iterator) {
                place += UTF8.width(scalar)
                add(scalar)
                ends.append(place)
                if rows[rows.count - 1].min() ?? 0 > most {
                    cost = .max
                    return place
                }
            }
            cost = rows[rows.count - 1][pattern.count]
            return nil
        }

        private mutating func add(_ letter: Unicode.Scalar) {
            let depth = letters.count
            let above = rows[depth]
            let isFirst = depth == 0
            // A letter more in the word than in the pattern.
            func extra(_ column: Int) -> Int {
                let isDoubled =
                    (column > 0 && pattern[column - 1] == letter)
                    || (column < pattern.count && pattern[column] == letter)
                return (isDoubled && !isFirst ? Vocabulary.habit : Vocabulary.letter)
                    + (isFirst && column == 0 ? Vocabulary.first : 0)
            }
            var row = [above[0] + extra(0)]
            for column in pattern.indices {
                let isStart = isFirst && column == 0
                let isDoubled = column > 0 && pattern[column] == pattern[column - 1]
                var best = min(
                    above[column]
                        + (pattern[column] == letter ? 0 : Vocabulary.letter + (isStart ? Vocabulary.first : 0)),
                    above[column + 1] + extra(column + 1),
                    row[column] + (isDoubled ? Vocabulary.habit : Vocabulary.letter))
                if depth > 0, column > 0, pattern[column] == letters[depth - 1], pattern[column - 1] == letter,
                    pattern[column] != letter
                {
                    best = min(
                        best, rows[depth - 1][column - 1] + Vocabulary.habit + (depth == 1 ? Vocabulary.first : 0))
                }
                row.append(best)
            }
            rows.append(row)
            letters.append(letter)
        }
    }
}
