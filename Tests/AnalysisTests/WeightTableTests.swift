import Testing

@testable import Analysis

struct WeightTableTests {
    private let rising = SIMD8<Float>(0, 1, 4, 9, -16, -25, -36, 49)

    @Test func featuresAreWorthTheStepsThatTheyWereGiven() {
        let table = WeightTable(
            features: [(hash: 0x1234_5678, steps: rising), (hash: 0xFEDC_BA98, steps: -rising)], buckets: 1_000)
        #expect(table.steps(of: [0x1234_5678]) == SIMD8(0, 1, 4, 9, -16, -25, -36, 49))
        #expect(table.steps(of: [0x1234_5678, 0xFEDC_BA98]) == .zero)
    }

    @Test func anUnknownFeatureIsWorthNothing() {
        let table = WeightTable(features: [(hash: 0x1234_5678, steps: rising)], buckets: 1_000)
        #expect(table.steps(of: [0x1234_5679, 0x0234_5678, 0]) == .zero)
    }

    @Test func stepsAreRoundedToTheNearestThatCanBeHeld() {
        let rounded = WeightTable.rounded(SIMD8(0.4, 0.6, -2.4, -2.6, 6.4, 6.6, 400, -400))
        #expect(rounded == SIMD8(0, 1, -1, -4, 4, 9, 49, -49))
    }

    @Test func ofTooManyFeaturesInABucketTheFirstAreKept() {
        // Neighbours share their upper bits, and with these their bucket.
        let features = (1...12).map { (hash: UInt32($0), steps: SIMD8<Float>(repeating: 9)) }
        let table = WeightTable(features: features, buckets: 1_000)
        for number in 1...UInt32(WeightTable.slots) { #expect(table.steps(of: [number])[0] == 9) }
        for number in UInt32(WeightTable.slots) + 1...12 { #expect(table.steps(of: [number])[0] == 0) }
    }
}
