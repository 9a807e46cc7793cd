/// Scores known texts by how many keys of a new text's sketch they hold, and names the ones to compare with.
public struct CandidateScores {
    /// Texts that a new one is compared with at most.
    public static let mostCandidates = 8
    /// A key that so many texts hold still counts in full; beyond it is a common phrase or boilerplate and counts less.
    private static let fullTexts: Float = 4
    /// The least score: one key that few texts hold.
    private static let leastScore: Float = 1

    private struct Count {
        var score: Float = 0
        var keys = 0
    }

    private var counts: [UInt32: Count] = [:]

    /// No scores yet.
    public init() {}

    /// Counts the texts under one key.
    public mutating func add(_ texts: [UInt32]) {
        guard !texts.isEmpty else { return }
        let weight = min(1, Self.fullTexts / Float(texts.count))
        for text in texts {
            counts[text, default: Count()].score += weight
            counts[text, default: Count()].keys += 1
        }
    }

    /// How many keys a text holds of those that were counted.
    public func keys(of text: UInt32) -> Int { counts[text]?.keys ?? 0 }

    /// The texts with the highest scores, the best first; the older one first where they are equal.
    public var best: [UInt32] {
        counts.filter { $0.value.score >= Self.leastScore }
            .sorted { $0.value.score != $1.value.score ? $0.value.score > $1.value.score : $0.key < $1.key }
            .prefix(Self.mostCandidates).map(\.key)
    }
}
