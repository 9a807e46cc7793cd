extension TextComparison {
    /// Shingles of the longest foot that a site puts under its articles.
    private static let longestFoot = 150
    /// Shingles that may follow the foot.
    private static let slack = 3
    /// The part of what is common that lies in the foot.
    private static let partInFoot = 0.9

    /// Whether what is common is only a foot: one passage at the end of both texts, under beginnings that differ. Between two
    /// articles of one site that makes no relation.
    public func isCommonEnd(_ first: ShingledText, _ second: ShingledText) -> Bool {
        longestPassage >= Self.partInFoot && commonShingles <= Self.longestFoot
            && Self.isFoot(firstRange, of: first) && Self.isFoot(secondRange, of: second)
    }

    private static func isFoot(_ range: Range<Int>, of text: ShingledText) -> Bool {
        let shingles = text.shingles
        guard shingles.count > slack, let last = shingles.last,
            range.upperBound >= Int(shingles[shingles.count - 1 - slack].end)
        else { return false }
        return range.upperBound <= Int(last.end)
            && range.lowerBound > Int(shingles[min(slack, shingles.count - 1)].start)
    }
}
