/// The best tags of a sentence and the probability of each tag at each token (forward-backward; L. Rabiner 1989).
package struct TagChain {
    /// The best tag of each token.
    package private(set) var best: [UInt8] = []
    /// The probability of each tag at each token.
    package private(set) var marginals: [SIMD16<Float>] = []
    /// Sums from the left and from the right, each scaled to 1; kept for the trainer.
    package private(set) var forward: [SIMD16<Float>] = []
    package private(set) var backward: [SIMD16<Float>] = []
    /// The scores of each token as powers of e, and those of pairs.
    package private(set) var own: [SIMD16<Float>] = []
    package private(set) var pairPowers: [SIMD16<Float>] = []

    private static let lanes: SIMD16<Float> = {
        var lanes = SIMD16<Float>.zero
        for tag in 0..<EntityTag.count { lanes[tag] = 1 }
        return lanes
    }()
    /// At the start of a sentence nothing goes on.
    private static let opening: SIMD16<Float> = EntityModel.limited(.zero, after: EntityTag.outside)

    /// A chain, ready for any number of sentences one after the other.
    package init() {}

    /// Takes the scores of a sentence's tokens and of pairs of tags (rows are the previous tag).
    package mutating func decode(_ scores: ArraySlice<SIMD16<Float>>, pairs: [SIMD16<Float>]) {
        let count = scores.count
        own.removeAll(keepingCapacity: true)
        forward.removeAll(keepingCapacity: true)
        backward = Array(repeating: Self.lanes, count: count)
        marginals.removeAll(keepingCapacity: true)
        best = Array(repeating: 0, count: count)
        guard count > 0 else { return }
        pairPowers = pairs.map { Exponential.power($0) * Self.lanes }
        for score in scores {
            var most = score[0]
            for tag in 1..<EntityTag.count { most = max(most, score[tag]) }
            own.append(Exponential.power(score - SIMD16(repeating: most)) * Self.lanes)
        }
        var last = own[0] * Exponential.power(Self.opening)
        last /= SIMD16(repeating: last.sum())
        forward.append(last)
        for index in 1..<max(count, 1) {
            var sum = SIMD16<Float>.zero
            for tag in 0..<EntityTag.count { sum += pairPowers[tag] * last[tag] }
            sum *= own[index]
            last = sum / SIMD16(repeating: max(sum.sum(), .leastNormalMagnitude))
            forward.append(last)
        }
        var index = count - 2
        while index >= 0 {
            let right = own[index + 1] * backward[index + 1]
            var sum = SIMD16<Float>.zero
            for tag in 0..<EntityTag.count { sum[tag] = (pairPowers[tag] * right).sum() }
            backward[index] = sum / SIMD16(repeating: max(sum.sum(), .leastNormalMagnitude))
            index -= 1
        }
        for index in 0..<count {
            let product = forward[index] * backward[index]
            marginals.append(product / SIMD16(repeating: max(product.sum(), .leastNormalMagnitude)))
        }
        findBest(scores, pairs)
    }

    /// Viterbi's algorithm (1967).
    private mutating func findBest(_ scores: ArraySlice<SIMD16<Float>>, _ pairs: [SIMD16<Float>]) {
        let count = scores.count
        var from = [UInt8](repeating: 0, count: count * 16)
        var reached = scores[scores.startIndex] + Self.opening
        for offset in 1..<max(count, 1) {
            var most = pairs[0] + reached[0]
            var origin = SIMD16<UInt8>.zero
            for tag in 1..<EntityTag.count {
                let here = pairs[tag] + reached[tag]
                let better = here .> most
                most.replace(with: here, where: better)
                for lane in 0..<EntityTag.count where better[lane] { origin[lane] = UInt8(tag) }
            }
            reached = most + scores[scores.startIndex + offset]
            for lane in 0..<EntityTag.count { from[offset * 16 + lane] = origin[lane] }
        }
        var tag = 0
        for other in 1..<EntityTag.count where reached[other] > reached[tag] { tag = other }
        var offset = count - 1
        while offset >= 0 {
            best[offset] = UInt8(tag)
            tag = Int(from[offset * 16 + tag])
            offset -= 1
        }
    }
}
