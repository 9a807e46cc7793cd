/// What two texts have in common, shingle by shingle, weighted by how rare the words are.
public struct TextComparison: Sendable, Equatable {
    /// The share of the first text's weight that is found in the second, 0 to 1 ("containment").
    public var shareOfFirst: Double
    /// The share of the second text's weight that is found in the first.
    public var shareOfSecond: Double
    /// The part of what is common that lies in the one longest passage, 0 to 1.
    public var longestPassage: Double
    /// The bytes of the first text from the first to the last shingle of the longest passage.
    public var firstRange: Range<Int>
    /// The bytes of the second text that the longest passage spans.
    public var secondRange: Range<Int>
    /// The different shingles that are common.
    public var commonShingles: Int

    /// The greater of the two shares.
    public var containment: Double { max(shareOfFirst, shareOfSecond) }
}

extension TextComparison {
    /// Words that may be changed or added between two shingles of one passage.
    private static let widestGap = 12
    /// By how much the two gaps may differ.
    private static let mostShift = 6
    /// Passages that are kept open; text goes on at one of the last ones.
    private static let openPassages = 6
    /// Places of one shingle in the second text that are looked at.
    private static let mostPlaces = 8
    /// The least weight of a shingle: common words in a row still say something.
    private static let leastWeight: Float = 0.2

    /// A passage that is being followed.
    private struct Passage {
        var firstStart: Int
        var firstEnd: Int
        var secondStart: Int
        var secondEnd: Int
        var weight: Float
    }

    /// The weights of shingles in the order of their text, in which most words stand in three of them.
    private struct Weighing {
        let frequencies: WordFrequencies
        private var last: (words: (UInt64, UInt64), rarities: (Float, Float))?

        init(_ frequencies: WordFrequencies) { self.frequencies = frequencies }

        mutating func weight(_ shingle: ShingledText.Shingle) -> Float {
            let (first, second, third) = shingle.words
            let rarities: (Float, Float)
            if let last, last.words == (first, second) {
                rarities = last.rarities
            } else {
                rarities = (frequencies.rarity(of: first), frequencies.rarity(of: second))
            }
            let rarity = frequencies.rarity(of: third)
            last = ((second, third), (rarities.1, rarity))
            return TextComparison.leastWeight + (rarities.0 + rarities.1 + rarity) / 3
        }
    }

    /// Compares two texts; linear in their length.
    ///
    /// - Parameter places: where the first text's shingles stand, when it is compared with several; nil to find that out.
    public init(
        _ first: ShingledText, _ second: ShingledText, places: ShinglePositions? = nil, frequencies: WordFrequencies
    ) {
        let table = ShinglePositions(second)
        var weightOfFirst: Float = 0
        var common: Float = 0
        var commonCount = 0
        var passages: [Passage] = []
        let seen = places ?? ShinglePositions(first)
        var weighing = Weighing(frequencies)
        for (index, shingle) in first.shingles.enumerated() {
            let weight = weighing.weight(shingle)
            let isFirstTime = seen.first(shingle.hash) == index
            if isFirstTime { weightOfFirst += weight }
            guard let place = table.first(shingle.hash) else { continue }
            if isFirstTime {
                common += weight
                commonCount += 1
            }
            Self.follow(index, at: place, of: table, weight, &passages)
        }
        var weightOfSecond: Float = 0
        weighing = Weighing(frequencies)
        for (index, shingle) in second.shingles.enumerated() {
            let weight = weighing.weight(shingle)
            if table.first(shingle.hash) == index { weightOfSecond += weight }
        }
        let longest = passages.max { $0.weight < $1.weight }
        shareOfFirst = weightOfFirst > 0 ? min(1, Double(common / weightOfFirst)) : 0
        shareOfSecond = weightOfSecond > 0 ? min(1, Double(common / weightOfSecond)) : 0
        longestPassage = common > 0 ? min(1, Double((longest?.weight ?? 0) / common)) : 0
        commonShingles = commonCount
        if let longest {
            firstRange = Int(first.shingles[longest.firstStart].start)..<Int(first.shingles[longest.firstEnd].end)
            secondRange = Int(second.shingles[longest.secondStart].start)..<Int(second.shingles[longest.secondEnd].end)
        } else {
            firstRange = 0..<0
            secondRange = 0..<0
        }
    }

    /// Goes on with the heaviest passage that the shingle continues, or opens one.
    ///
    /// - Parameter first: the first place of the shingle in the second text, whose `places` tell the further ones.
    private static func follow(
        _ index: Int, at first: Int, of places: ShinglePositions, _ weight: Float, _ passages: inout [Passage]
    ) {
        var best: (passage: Int, place: Int)?
        var following: Int? = first
        var looked = 0
        while let place = following, looked < mostPlaces {
            looked += 1
            following = places.place(after: place)
            for number in passages.indices.suffix(openPassages) {
                let passage = passages[number]
                let (ahead, aside) = (index - passage.firstEnd, place - passage.secondEnd)
                guard (1...widestGap).contains(ahead), (1...widestGap).contains(aside), abs(ahead - aside) <= mostShift
                else { continue }
                if let best, passages[best.passage].weight >= passage.weight { continue }
                best = (number, place)
            }
        }
        if let best {
            passages[best.passage].firstEnd = index
            passages[best.passage].secondEnd = max(passages[best.passage].secondEnd, best.place)
            passages[best.passage].weight += weight
        } else {
            passages.append(
                Passage(firstStart: index, firstEnd: index, secondStart: first, secondEnd: first, weight: weight))
        }
    }
}
