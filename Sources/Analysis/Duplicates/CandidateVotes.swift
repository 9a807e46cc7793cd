/// Counts how many keys of a new text's sample each known text holds, and names the ones to compare with.
public struct CandidateVotes {
    /// Texts that a new one is compared with at most.
    public static let mostCandidates = 8
    /// A key that so many texts hold still counts in full; beyond it is a common phrase or boilerplate and counts less.
    private static let fullTexts: Float = 4
    /// The least sum of votes: one key that few texts hold.
    private static let fewestVotes: Float = 1

    private struct Count {
        var votes: Float = 0
        var keys = 0
    }

    private var counts: [UInt32: Count] = [:]

    /// No votes yet.
    public init() {}

    /// Counts the texts under one key.
    public mutating func add(_ texts: [UInt32]) {
        guard !texts.isEmpty else { return }
        let vote = min(1, Self.fullTexts / Float(texts.count))
        for text in texts {
            counts[text, default: Count()].votes += vote
            counts[text, default: Count()].keys += 1
        }
    }

    /// How many keys a text holds of those that were counted.
    public func keys(of text: UInt32) -> Int { counts[text]?.keys ?? 0 }

    /// The texts with the most votes, the best first; the older one first where they are equal.
    public var best: [UInt32] {
        counts.filter { $0.value.votes >= Self.fewestVotes }
            .sorted { $0.value.votes != $1.value.votes ? $0.value.votes > $1.value.votes : $0.key < $1.key }
            .prefix(Self.mostCandidates).map(\.key)
    }
}
