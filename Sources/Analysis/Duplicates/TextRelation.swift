/// How one text stands to another that shares its words.
public struct TextRelation: Sendable, Equatable {
    /// The kind of relation.
    public enum Kind: String, Sendable, CaseIterable {
        /// The same text, perhaps with another headline, credit or trim.
        case copy
        /// The same text with sentences replaced or added.
        case update
        /// A passage of one text stands inside the other's own.
        case excerpt
    }

    /// The kind.
    public var kind: Kind
    /// How sure it is, 0 to 1.
    public var confidence: Double
    /// What is common.
    public var comparison: TextComparison
}

extension TextRelation {
    /// Thresholds, chosen on the development part of the near-duplicate set (docs/analysis.md).
    enum Thresholds {
        /// A text of which so much is found in the other is related to it.
        static let contained = 0.45
        /// Less is enough where what is common lies in one passage.
        static let passageContained = 0.3
        /// The part of what is common that the one passage must hold.
        static let passagePart = 0.6
        /// The part of the smaller text that the one passage must hold.
        static let passageShare = 0.2
        /// A text that is wholly found in the other is a copy, with a headline or credit of its own at most.
        static let whole = 0.8
        /// Of a copy the other text is not much longer; a short notice inside a long round-up is an excerpt of it.
        static let copyOfOther = 0.2
    }

    /// The relation of two texts that were compared; nil where they have too little in common.
    public init?(_ comparison: TextComparison) {
        typealias Limits = Thresholds
        let greater = comparison.containment
        let lesser = min(comparison.shareOfFirst, comparison.shareOfSecond)
        let isPassage =
            greater >= Limits.passageContained && comparison.longestPassage >= Limits.passagePart
            && comparison.longestPassage * greater >= Limits.passageShare
        guard greater >= Limits.contained || isPassage else { return nil }
        let kind: Kind
        if greater >= Limits.whole {
            kind = lesser >= Limits.copyOfOther ? .copy : .excerpt
        } else if lesser >= Limits.contained || !isPassage {
            kind = .update
        } else {
            kind = .excerpt
        }
        self.init(kind: kind, confidence: min(0.99, 0.5 + greater / 2), comparison: comparison)
    }
}
