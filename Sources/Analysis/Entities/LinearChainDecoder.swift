/// Decodes a linear-chain conditional random field: the best tags of a sentence (A. Viterbi 1967) and the probability of each tag at each
/// token (forward-backward; L. Rabiner 1989).
///
/// Both are found separately: most sentences hold no name, and of these nobody asks how probable that is.
package struct LinearChainDecoder {
    /// The best tag of each token.
    package private(set) var best: [UInt8] = []
    /// The probability of each tag at each token.
    package private(set) var marginals: [SIMD16<Float>] = []
    /// Sums from the left and from the right, each scaled to 1; kept for the trainer.
    package private(set) var forward: [SIMD16<Float>] = []
    package private(set) var backward: [SIMD16<Float>] = []
    /// The scores of each token as powers of e, and those of pairs.
    package private(set) var own: [SIMD16<Float>] = []
    package private(set) var pairPowers: [SIMD16<Float>]

    private let pairs: [SIMD16<Float>]
    /// `pairPowers` by the later tag.
    private var powersByLater: [SIMD16<Float>]
    /// The previous tag on the best way to each tag of each token.
    private var origins: [SIMD16<Int32>] = []

    private static let lanes: SIMD16<Float> = {
        var lanes = SIMD16<Float>.zero
        for tag in 0..<EntityTag.count { lanes[tag] = 1 }
        return lanes
    }()
    /// At the start of a sentence nothing goes on.
    private static let opening: SIMD16<Float> = EntityModel.limited(.zero, after: EntityTag.outside)

    /// A decoder, ready for any number of sentences one after the other, with the scores of pairs of tags (rows are the previous tag).
    package init(pairs: [SIMD16<Float>]) {
        self.pairs = pairs
        pairPowers = pairs.map { Exponential.power($0) * Self.lanes }
        powersByLater = [SIMD16<Float>](repeating: .zero, count: EntityTag.count)
        for previous in 0..<EntityTag.count {
            for tag in 0..<EntityTag.count { powersByLater[tag][previous] = pairPowers[previous][tag] }
        }
    }

    /// Finds the probability of each tag at each token of a sentence.
    package mutating func findMarginals(_ scores: ArraySlice<SIMD16<Float>>) {
        let count = scores.count
        own.removeAll(keepingCapacity: true)
        forward.removeAll(keepingCapacity: true)
        marginals.removeAll(keepingCapacity: true)
        backward.removeAll(keepingCapacity: true)
        guard count > 0 else { return }
        for score in scores {
            var most = score[0]
            for tag in 1..<EntityTag.count { most = max(most, score[tag]) }
            own.append(Exponential.power(score - most) * Self.lanes)
        }
        var last = own[0] * Exponential.power(Self.opening)
        last /= Self.sum(last)
        forward.append(last)
        for index in 1..<max(count, 1) {
            var sum = SIMD16<Float>.zero
            for tag in 0..<EntityTag.count { sum += pairPowers[tag] * last[tag] }
            sum *= own[index]
            last = sum / max(Self.sum(sum), .leastNormalMagnitude)
            forward.append(last)
        }
        backward.append(contentsOf: repeatElement(Self.lanes, count: count))
        var index = count - 2
        while index >= 0 {
            let right = own[index + 1] * backward[index + 1]
            var sum = SIMD16<Float>.zero
            for tag in 0..<EntityTag.count { sum += powersByLater[tag] * right[tag] }
            backward[index] = sum / max(Self.sum(sum), .leastNormalMagnitude)
            index -= 1
        }
        for index in 0..<count {
            let product = forward[index] * backward[index]
            marginals.append(product / max(Self.sum(product), .leastNormalMagnitude))
        }
    }

    /// Finds the best tags of a sentence (A. Viterbi 1967); whether there is one that is not `outside`.
    package mutating func decode(_ scores: ArraySlice<SIMD16<Float>>) -> Bool {
        let count = scores.count
        best.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        guard count > 0 else { return false }
        best.append(contentsOf: repeatElement(0, count: count))
        var reached = scores[scores.startIndex] + Self.opening
        origins.append(.zero)
        for offset in 1..<max(count, 1) {
            var most = pairs[0] + reached[0]
            var origin = SIMD16<Int32>.zero
            for tag in 1..<EntityTag.count {
                let here = pairs[tag] + reached[tag]
                let better = here .> most
                most.replace(with: here, where: better)
                origin.replace(with: SIMD16(repeating: Int32(truncatingIfNeeded: tag)), where: better)
            }
            reached = most + scores[scores.startIndex + offset]
            origins.append(origin)
        }
        var tag = 0
        for other in 1..<EntityTag.count where reached[other] > reached[tag] { tag = other }
        var isNamed = false
        var offset = count - 1
        while offset >= 0 {
            best[offset] = UInt8(truncatingIfNeeded: tag)
            if tag != EntityTag.outside { isNamed = true }
            tag = Int(origins[offset][tag])
            offset -= 1
        }
        return isNamed
    }

    /// The sum of all lanes, halves on halves: the library's goes lane by lane.
    @inline(__always)
    private static func sum(_ lanes: SIMD16<Float>) -> Float {
        let eight = lanes.lowHalf + lanes.highHalf
        let four = eight.lowHalf + eight.highHalf
        let two = four.lowHalf + four.highHalf
        return two[0] + two[1]
    }
}
