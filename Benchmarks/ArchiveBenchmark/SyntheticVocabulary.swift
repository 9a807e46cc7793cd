/// Words that nobody wrote, as often as words of a language are: the word of rank r is met in proportion to 1/(r + 2.7)
/// (Zipf's law as Mandelbrot put it), and words have inflected forms.
struct SyntheticVocabulary {
    /// The words, the most frequent first.
    let words: [[UInt8]]
    /// For each of many equally likely draws, the word: drawing is one look-up.
    private let draws: [UInt32]

    /// A vocabulary of some 200,000 words, as a large newspaper's archive has.
    init(count: Int = 200_000, seed: UInt64 = 1) {
        var random = RandomNumbers(seed: seed)
        let consonants = Array("bcdfghjklmnprstvwz".utf8)
        let vowels = Array("aeiou".utf8)
        let endings = ["", "", "s", "ed", "ing", "er", "ation", "ly", "ness"].map { Array($0.utf8) }
        var known = Set<[UInt8]>()
        var words: [[UInt8]] = []
        while words.count < count {
            var word: [UInt8] = []
            // Frequent words are short.
            let syllables =
                1 + min(3, words.count.bitWidth - words.count.leadingZeroBitCount) / 5 + Int(random.next() % 3)
            for _ in 0..<syllables {
                word.append(consonants[Int(random.next() % UInt64(consonants.count))])
                word.append(vowels[Int(random.next() % UInt64(vowels.count))])
                if random.next() % 3 == 0 { word.append(consonants[Int(random.next() % UInt64(consonants.count))]) }
            }
            word += endings[Int(random.next() % UInt64(endings.count))]
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

    func word(_ random: inout RandomNumbers) -> [UInt8] { words[Int(draws[Int(random.next() % UInt64(draws.count))])] }
}
