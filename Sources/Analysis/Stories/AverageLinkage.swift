/// Agglomerative grouping by the mean likeness between groups (average linkage, R. Sokal and C. Michener 1958), with a lower
/// limit for groups of few.
struct AverageLinkage {
    private let count: Int
    private let thresholds: StoryThresholds
    /// Sums of likenesses between groups, row by row.
    private var sums: [Float]
    private var members: [[Int]]
    /// Of each group the one that it is best joined with, and how alike they are; -1 where there is none.
    private var partner: [Int]
    private var score: [Float]

    init(likenesses: [Float], count: Int, thresholds: StoryThresholds) {
        self.count = count
        self.thresholds = thresholds
        sums = likenesses
        members = (0..<count).map { [$0] }
        partner = Array(repeating: -1, count: count)
        score = Array(repeating: -1, count: count)
    }

    /// The groups, each in the order of the articles.
    mutating func groups() -> [[Int]] {
        for group in 0..<count { findPartner(of: group) }
        while let first = score.indices.max(by: { score[$0] < score[$1] }), score[first] > 0 {
            join(first, partner[first])
        }
        return members.filter { !$0.isEmpty }.map { $0.sorted() }
    }

    /// How alike two groups are, or -1 where that is not enough to join them.
    private func joining(_ first: Int, _ second: Int) -> Float {
        let (one, other) = (members[first].count, members[second].count)
        guard one > 0, other > 0, first != second else { return -1 }
        let mean = sums[first * count + second] / Float(one * other)
        let limit = min(one, other) <= thresholds.few ? thresholds.likenessOfFew : thresholds.likeness
        return mean >= limit ? mean : -1
    }

    private mutating func findPartner(of group: Int) {
        var best: (partner: Int, score: Float) = (-1, -1)
        if !members[group].isEmpty {
            for other in 0..<count {
                let value = joining(group, other)
                if value > best.score { best = (other, value) }
            }
        }
        partner[group] = best.partner
        score[group] = best.score
    }

    private mutating func join(_ first: Int, _ second: Int) {
        members[first] += members[second]
        members[second] = []
        for other in 0..<count where other != first && other != second {
            sums[first * count + other] += sums[second * count + other]
            sums[other * count + first] = sums[first * count + other]
        }
        findPartner(of: first)
        partner[second] = -1
        score[second] = -1
        for other in 0..<count where other != first && !members[other].isEmpty {
            if partner[other] == first || partner[other] == second {
                findPartner(of: other)
            } else {
                let value = joining(other, first)
                if value > score[other] { (partner[other], score[other]) = (first, value) }
            }
        }
    }
}
