/// Powers of e without a mathematics library, sixteen at once.
enum Exponential {
    /// Added to a number below 2²², it leaves no digits behind the point and the whole number in the lowest bits.
    private static let wholeOnly: Float = 12_582_912
    /// The bits of `wholeOnly`.
    private static let wholeOnlyBits: Int32 = 0x4B40_0000

    /// e to the given powers, to about six digits; 0 below -87.
    @inline(__always)
    static func power(_ exponent: SIMD16<Float>) -> SIMD16<Float> {
        // e^x = 2^n * 2^f with n whole and f in -.5 ... .5; 2^f by its Taylor series. Conversions of vectors go lane by lane, bits do not.
        let scaled =
            exponent.clamped(
                lowerBound: SIMD16(repeating: -87), upperBound: SIMD16(repeating: 87)) * 1.442_695_04
        let shifted = scaled + wholeOnly
        let rest = (scaled - (shifted - wholeOnly)) * 0.693_147_18
        var series = SIMD16<Float>(repeating: 1.0 / 120)
        series = series * rest + 1.0 / 24
        series = series * rest + 1.0 / 6
        series = series * rest + 0.5
        series = series * rest + 1
        series = series * rest + 1
        let whole = unsafeBitCast(shifted, to: SIMD16<Int32>.self) &- wholeOnlyBits
        let result = series * unsafeBitCast((whole &+ 127) &<< 23, to: SIMD16<Float>.self)
        return result.replacing(with: 0, where: exponent .< -87)
    }
}
