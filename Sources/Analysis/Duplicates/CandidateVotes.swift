/// Counts how many keys of a new text's sample each known text holds, and names the ones to compare with.
public struct CandidateVotes {
    /// Texts that a new one is compared with at most.
    public static let mostCandidates = 8
    /// A key that so many texts hold still counts in full; beyond it is a common phrase or boilerplate and counts less.
    private static let fullTexts: Float = 4
    /// The least sum of votes: one key that few texts hold.
    private static let fewestVotes: Float = 1

    private var votes: [UInt32: Float] = [:]

    /// No votes yet.
    public init() {}

    /// Counts the texts under one key.
    public mutating func add(_ texts: [UInt32]) {
        guard !texts.isEmpty else { return }
        let vote = min(1, Self.fullTexts / Float(texts.count))
        for text in texts { votes[text, default: 0] += vote }
    }

    /// The texts with the most votes, the best first; the older one first where they are equal.
    public var best: [UInt32] {
        votes.filter { $0.value >= Self.fewestVotes }
            .sorted { $0.value != $1.value ? $0.value > $1.value : $0.key < $1.key }
            .prefix(Self.mostCandidates).map(\.key)
    }
}
