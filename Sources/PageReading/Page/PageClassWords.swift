import Bytes

/// Reads the words of class names and ids: one pass over the bytes, whatever the number of known words (Aho and Corasick,
/// "Efficient string matching", 1975).
///
/// A word is matched inside of `-` at its ends; a `-` stands for anything but a letter, for the start and the end, and for
/// the hump of `camelCase`.
struct PageClassWords: Sendable {
    static let shared = PageClassWords(PageClassWords.vocabulary)

    private static let letters = 27
    private var next: [UInt16]
    private var marks: [UInt32]

    init(_ vocabulary: [(PageMarks, StaticString)]) {
        next = Array(repeating: 0, count: Self.letters)
        marks = [0]
        for (mark, words) in vocabulary {
            let bytes = UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount)
            for word in bytes.split(separator: 32) { insert(word, mark.rawValue) }
        }
        link()
    }

    private static func letter(_ byte: UInt8) -> Int {
        ASCII.isLetter(byte) ? Int(ASCII.lowered(byte)) - 96 : 0
    }

    private mutating func insert(_ word: Slice<UnsafeBufferPointer<UInt8>>, _ mark: UInt32) {
        var state = 0
        for byte in word {
            let slot = state * Self.letters + Self.letter(byte)
            if next[slot] == 0 {
                next[slot] = UInt16(marks.count)
                marks.append(0)
                next.append(contentsOf: repeatElement(0, count: Self.letters))
            }
            state = Int(next[slot])
        }
        marks[state] |= mark
    }

    /// Turns the tree of words into an automaton, breadth first.
    private mutating func link() {
        var fallback = [Int](repeating: 0, count: marks.count)
        var queue = (0..<Self.letters).map { Int(next[$0]) }.filter { $0 != 0 }
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            marks[state] |= marks[fallback[state]]
            for letter in 0..<Self.letters {
                let slot = state * Self.letters + letter
                let onFallback = next[fallback[state] * Self.letters + letter]
                if next[slot] == 0 {
                    next[slot] = onFallback
                } else {
                    fallback[Int(next[slot])] = Int(onFallback)
                    queue.append(Int(next[slot]))
                }
            }
        }
    }

    /// The marks of all words in a class or an id.
    func marks(of bytes: UnsafeBufferPointer<UInt8>) -> PageMarks {
        var found: UInt32 = 0
        var state = Int(next[0])
        var wasLower = false
        for byte in bytes {
            let isUpper = byte &- 65 < 26
            if isUpper, wasLower {
                state = Int(next[state * Self.letters])
                found |= marks[state]
            }
            wasLower = byte &- 97 < 26
            state = Int(next[state * Self.letters + Self.letter(byte)])
            found |= marks[state]
        }
        state = Int(next[state * Self.letters])
        return PageMarks(rawValue: found | marks[state])
    }
}
