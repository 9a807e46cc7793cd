extension StoryGrouper {
    /// How sure it is that all articles of a story tell of one event, 0 to 1.
    ///
    /// A logistic regression on how well they hold together and on whether they are more than two: three articles seldom meet by chance. It
    /// was fitted on the stories of a part of the publishers (docs/analysis.md).
    ///
    /// - Returns: nil where fewer than two of its articles are remembered.
    public func confidence(of story: Int64) -> Double? {
        guard let (coherence, count) = coherence(of: story) else { return nil }
        let sum =
            Self.intercept + Self.weightOfCoherence * min(coherence, Self.mostCoherence)
            + (count > 2 ? Self.weightOfMany : 0)
        return Double(1 / (1 + Exponential.power(SIMD16(repeating: -sum))[0]))
    }

    private static let intercept: Float = -3.9
    private static let weightOfCoherence: Float = 3.4
    private static let weightOfMany: Float = 2.8
    /// Beyond this, articles are much the same text.
    private static let mostCoherence: Float = 4

    /// How well the articles of a story hold together: the mean likeness with the others of the one that is least like them, in parts of the
    /// limit from which articles are one story; and how many they are.
    private func coherence(of story: Int64) -> (least: Float, articles: Int)? {
        let members = articles.indices.filter { articles[$0].story == story }.suffix(Self.mostCompared)
        guard members.count > 1 else { return nil }
        var least = Float.infinity
        for member in members {
            var sum: Float = 0
            for other in members where other != member { sum += likeness(member, other) }
            least = min(least, sum / Float(members.count - 1))
        }
        return (least / StoryThresholds(counted: frequencies.texts).likeness, members.count)
    }

    /// Articles of a story that are compared each with each, the latest.
    private static let mostCompared = 64

    /// The likeness of two articles of the window by what is known of the rarity of terms now.
    private func likeness(_ first: Int, _ second: Int) -> Float {
        let (one, other) = (articles[first].terms, articles[second].terms)
        let weights = Dictionary(zip(one.terms, vectors[first]), uniquingKeysWith: { $1 })
        var sum: Float = 0
        var names: Float = 0
        for (place, term) in other.terms.enumerated() {
            guard let weight = weights[term] else { continue }
            sum += weight * vectors[second][place]
            if other.areNames[place] { names += frequencies.rarity(of: term) }
        }
        return sum * StoryThresholds.part(articles[first], articles[second]) * StoryThresholds.part(ofNames: names)
    }
}
