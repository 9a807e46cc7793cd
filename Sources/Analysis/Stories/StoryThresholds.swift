/// Limits of the grouping, chosen on the development part of the story set (docs/analysis.md).
struct StoryThresholds: Sendable {
    /// Articles on one event are the more alike the more other articles are known, since what is rare stands out better:
    /// the limit rises with each doubling of the articles that were counted, from the one at `countAtBase`.
    private static let base: Float = 0.115
    private static let countAtBase: Float = 195
    private static let risePerDoubling: Float = 0.0275
    private static let bounds: ClosedRange<Float> = 0.1...0.22
    /// For a group of few articles this part of the limit is enough: it has little to be alike with.
    private static let partForFew: Float = 0.65

    /// The mean likeness of the articles of two groups from which they are one story.
    let likeness: Float
    /// The limit where one of the groups has few articles.
    let likenessOfFew: Float
    /// Up to so many articles are few.
    let few = 2

    private static let day: Float = 86_400_000
    /// What a likeness counts for by the days between two articles; beyond them it counts for nothing.
    private static let partByDays: [Float] = [1, 0.8, 0.76, 0.72, 0.68, 0.64]
    /// Rarity of shared names together from which a likeness counts in full, and what it counts for without any.
    private static let fullRarity: Float = 10
    private static let partWithoutNames: Float = 0.8
    /// What it counts for where one is of a kind that tells no event.
    private static let partOfEvergreen: Float = 0.6

    /// The part of a likeness that counts for the days between two articles; 0 where they are too many or a day is not known.
    static func part(_ first: StoryArticle, _ second: StoryArticle) -> Float {
        guard let one = first.time, let other = second.time else { return 0 }
        let days = Int((Float(abs(one - other)) / day).rounded())
        guard days < partByDays.count else { return 0 }
        return partByDays[days] * (first.terms.isEvergreen || second.terms.isEvergreen ? partOfEvergreen : 1)
    }

    /// The part of a likeness that counts for the names that two articles share, by the sum of their rarity.
    static func part(ofNames rarity: Float) -> Float {
        partWithoutNames + (1 - partWithoutNames) * min(1, rarity / fullRarity)
    }

    /// The limits when so many articles were counted.
    init(counted: Int) {
        let doublings = Logarithm.natural(Double(max(1, counted)) / Double(Self.countAtBase)) / Logarithm.natural(2)
        likeness = min(
            max(Self.base + Self.risePerDoubling * doublings, Self.bounds.lowerBound), Self.bounds.upperBound)
        likenessOfFew = likeness * Self.partForFew
    }
}
