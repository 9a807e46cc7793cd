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

    /// Milliseconds between an article and the story that it goes on with: five days.
    static let window: Int64 = 5 * 86_400_000

    /// The limits when so many articles were counted.
    init(counted: Int) {
        let doublings = Logarithm.natural(Double(max(1, counted)) / Double(Self.countAtBase)) / Logarithm.natural(2)
        likeness = min(
            max(Self.base + Self.risePerDoubling * doublings, Self.bounds.lowerBound), Self.bounds.upperBound)
        likenessOfFew = likeness * Self.partForFew
    }
}
