import Foundation
import SeededNumbers

/// Words as often as words of a language are: the word of rank r is met in proportion to 1/(r + 2.7) (Zipf's law as Mandelbrot put it).
///
/// The commonest are the function words of English, then come its other words (WordNet's, in `Training/gazetteers`, in an order
/// that is drawn), and last words that nobody wrote, with capitals, as names are.
struct SyntheticVocabulary {
    /// The words, the most frequent first.
    let words: [[UInt8]]
    /// For each of many equally likely draws, the word: drawing is one look-up.
    private let draws: [UInt32]

    /// About as the frequencies of English newspapers have it; what comes first is what matters.
    private static let functionWords = """
        the of to and a in for is that on said with he was as it by at from his be have has an are not who will but they were had
        this their or one about which more been its after would when there also if new up we out two people year you all her than
        over can last first years time no she into other some could what so him government only before them most against because
        percent may million where between any being now made while during many three state do even since such just week day those
        these under through very then still how both back officials our should did according including my much around like down
        president country police monday tuesday wednesday thursday friday saturday sunday off well my another group told work since
        """

    /// A vocabulary of some 200,000 words, as a large newspaper's archive has.
    ///
    /// Throws where the list of words cannot be read.
    init(count: Int = 200_000, seed: UInt64 = 1) throws {
        var random = SeededGenerator(seed: seed)
        var known = Set<[UInt8]>()
        var words: [[UInt8]] = []
        for word in Self.functionWords.split(whereSeparator: \.isWhitespace)
        where known.insert(Array(word.utf8)).inserted {
            words.append(Array(word.utf8))
        }
        var others: [[UInt8]] = []
        for line in try Data(contentsOf: Self.list).split(separator: 0x0A) where line.first != 0x23 {
            guard let word = line.split(separator: 0x20).first, word.allSatisfy({ (0x61...0x7A).contains($0) }),
                known.insert(Array(word)).inserted
            else { continue }
            others.append(Array(word))
        }
        for place in others.indices.dropLast() {
            others.swapAt(place, place + Int(random.next() % UInt64(others.count - place)))
        }
        words = Array((words + others).prefix(count))
        let consonants = Array("bcdfghjklmnprstvwz".utf8)
        let vowels = Array("aeiou".utf8)
        while words.count < count {
            var word: [UInt8] = []
            for _ in 0..<2 + Int(random.next() % 3) {
                word.append(consonants[Int(random.next() % UInt64(consonants.count))])
                word.append(vowels[Int(random.next() % UInt64(vowels.count))])
                if random.next() % 3 == 0 { word.append(consonants[Int(random.next() % UInt64(consonants.count))]) }
            }
            word[0] &= ~0x20
            if known.insert(word).inserted { words.append(word) }
        }
        self.words = words
        let weights = (0..<count).map { 1 / (Double($0) + 2.7) }
        let sum = weights.reduce(0, +)
        let size = 1 << 22
        var draws: [UInt32] = []
        draws.reserveCapacity(size)
        var passed = 0.0
        for (rank, weight) in weights.enumerated() {
            passed += weight / sum
            while Double(draws.count) < passed * Double(size) { draws.append(UInt32(rank)) }
        }
        self.draws = draws
    }

    /// The list of words of the checkout that this program was built in.
    private static let list = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .appendingPathComponent("../../Training/gazetteers/word-classes.txt")

    static func isName(_ word: [UInt8]) -> Bool { word[0] < 0x61 }

    func word(_ random: inout SeededGenerator) -> [UInt8] {
        words[Int(draws[Int(random.next() % UInt64(draws.count))])]
    }
}
