/// What features are worth for each tag: a table of the features that matter, in six bytes each.
///
/// Features lie in buckets of eight by the upper bits of their hash; 16 other bits tell which of the eight one is, so that one
/// feature in some ten thousand that is in no bucket is taken for one that is. `outside` is worth 0 for all, since only
/// differences count, and the eight other tags have four bits each: a number n from -7 to 7 that stands for n × |n| steps,
/// so that small weights keep their differences.
package struct WeightTable: Sendable {
    /// Features of a bucket.
    package static let slots = 8
    /// Tags that have a weight: all but `outside`.
    package static let tags = SIMD8<Float>.scalarCount
    /// The largest number of a weight.
    private static let most = 7
    /// The steps of the largest weight.
    package static let mostSteps = Float(most * most)

    /// Bits of the hashes of the features in each slot; 0 where there is none.
    package private(set) var checks: [UInt16]
    /// The eight weights of each slot, four bits each, that of the first tag lowest.
    package private(set) var weights: [UInt32]

    /// Buckets of the table.
    package let buckets: Int

    private let pairs = WeightTable.pairs

    /// A table of the parts of a model file, as many slots of each as its buckets have.
    package init(checks: [UInt16], weights: [UInt32]) {
        buckets = checks.count / Self.slots
        self.checks = checks
        self.weights = weights
    }

    /// A table of features by their hashes, with the steps of their weights. Where a bucket is full, a feature is left out: the
    /// most important come first.
    package init(features: [(hash: UInt32, steps: SIMD8<Float>)], buckets: Int) {
        self.buckets = buckets
        checks = Array(repeating: 0, count: buckets * Self.slots)
        weights = Array(repeating: 0, count: buckets * Self.slots)
        for feature in features {
            let (first, check) = Self.place(of: feature.hash, buckets: buckets)
            guard let slot = (first..<first + Self.slots).first(where: { checks[$0] == 0 || checks[$0] == check }),
                checks[slot] == 0
            else { continue }
            checks[slot] = check
            let numbers = Self.numbers(of: feature.steps)
            for tag in 0..<Self.tags { weights[slot] |= UInt32(numbers[tag] + 8) << UInt32(4 * tag) }
        }
    }

    /// The steps that the table can hold next to given ones.
    package static func rounded(_ steps: SIMD8<Float>) -> SIMD8<Float> {
        let number = numbers(of: steps)
        return number * number.replacing(with: -number, where: number .< 0)
    }

    /// The numbers nearest to some steps.
    private static func numbers(of steps: SIMD8<Float>) -> SIMD8<Float> {
        let size = steps.replacing(with: -steps, where: steps .< 0)
        let low = size.squareRoot().rounded(.down)
        // Halfway between n² and (n + 1)².
        let isHigh = size .> low * low + low + 0.5
        let number = low.replacing(with: low + 1, where: isHigh).clamped(
            lowerBound: .zero, upperBound: SIMD8(repeating: Float(most)))
        return number.replacing(with: -number, where: steps .< 0)
    }

    /// The first slot of a feature's bucket, and what stands in the feature's slot.
    @inline(__always)
    private static func place(of hash: UInt32, buckets: Int) -> (first: Int, check: UInt16) {
        let check = UInt16(truncatingIfNeeded: hash)
        return (Int((UInt64(hash) &* UInt64(buckets)) >> 32) * slots, check == 0 ? 1 : check)
    }

    /// The sum of the steps of some features.
    ///
    /// Four checks are compared at once in a word (the lowest lane that is zero after the difference), and two weights are unpacked by
    /// one look into a table: lanes of vectors are taken one by one on plain x86-64, which made this half of all reading.
    package func steps(of features: ArraySlice<UInt32>) -> SIMD8<Int16> {
        let ones: UInt64 = 0x0001_0001_0001_0001
        let tops: UInt64 = 0x8000_8000_8000_8000
        var low: UInt64 = 0
        var high: UInt64 = 0
        var count: Int16 = 0
        let buckets = buckets
        checks.withUnsafeBytes { checks in
            weights.withUnsafeBufferPointer { weights in
                pairs.withUnsafeBufferPointer { pairs in
                    for hash in features {
                        let (first, check) = Self.place(of: hash, buckets: buckets)
                        let wanted = UInt64(check) &* ones
                        var four =
                            UInt64(littleEndian: checks.loadUnaligned(fromByteOffset: first * 2, as: UInt64.self))
                            ^ wanted
                        var zeros = (four &- ones) & ~four & tops
                        var slot = first
                        if zeros == 0 {
                            four =
                                UInt64(
                                    littleEndian: checks.loadUnaligned(fromByteOffset: first * 2 + 8, as: UInt64.self))
                                ^ wanted
                            zeros = (four &- ones) & ~four & tops
                            guard zeros != 0 else { continue }
                            slot += 4
                        }
                        let packed = weights[slot + zeros.trailingZeroBitCount >> 4]
                        low &+=
                            UInt64(pairs[Int(packed & 0xFF)]) | UInt64(pairs[Int(packed >> 8 & 0xFF)]) << 32
                        high &+=
                            UInt64(pairs[Int(packed >> 16 & 0xFF)]) | UInt64(pairs[Int(packed >> 24)]) << 32
                        count &+= 1
                    }
                }
            }
        }
        var sum = SIMD8<Int16>.zero
        for tag in 0..<4 {
            sum[tag] = Int16(truncatingIfNeeded: low >> UInt64(16 * tag)) &- count &* Self.bias
            sum[tag + 4] = Int16(truncatingIfNeeded: high >> UInt64(16 * tag)) &- count &* Self.bias
        }
        return sum
    }

    /// What is added to the steps in `pairs`, so that no lane of a sum is negative.
    private static let bias: Int16 = 64

    /// The steps of two tags by their eight bits, each in 16 bits and raised by `bias`. A token has fewer than 500 features, so that
    /// no sum leaves its 16 bits.
    private static let pairs: [UInt32] = (0..<256).map { bits in
        func steps(_ four: Int) -> UInt32 {
            let number = four - 8
            return UInt32(abs(number) * number + Int(bias))
        }
        return steps(bits & 0xF) | steps(bits >> 4) << 16
    }
}
