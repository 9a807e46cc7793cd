/// How many of the latest articles hold each term.
struct TermDocumentFrequencies: Sendable {
    private static let places = 1 << 18
    /// When so many were counted, all counts are halved: words come and go with the news.
    private static let mostTexts = 2_048
    /// Texts that count as seen before the first, so that in a young archive two articles on one event are alike.
    private static let assumedTexts = 30

    private var counts = [UInt16](repeating: 0, count: places)
    private(set) var texts = 0

    mutating func count(_ terms: StoryTerms) {
        for term in terms.terms { counts[Self.place(term)] = min(counts[Self.place(term)], .max - 1) + 1 }
        texts += 1
        guard texts >= Self.mostTexts else { return }
        for place in counts.indices { counts[place] /= 2 }
        texts /= 2
    }

    /// The logarithm of the texts over those that hold the term.
    func rarity(of term: UInt32) -> Float {
        max(0, Logarithm.ofCount(texts + Self.assumedTexts) - Logarithm.ofCount(max(1, Int(counts[Self.place(term)]))))
    }

    private static func place(_ term: UInt32) -> Int { Int(term >> 14) }
}
