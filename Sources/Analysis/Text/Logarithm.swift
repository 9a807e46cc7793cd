/// Natural logarithms without a mathematics library: from the exponent of the number and a series for what is left.
enum Logarithm {
    /// The logarithms of the whole numbers up to 4,096, 0 for 0: most counts are small.
    private static let ofCounts: [Float] = (0...4_096).map { $0 == 0 ? 0 : natural(Double($0)) }

    /// The natural logarithm of a count; 0 for 0.
    @inline(__always)
    static func ofCount(_ count: Int) -> Float {
        count < ofCounts.count ? ofCounts[count] : natural(Double(count))
    }

    /// The natural logarithm of a positive number, to seven decimal places.
    static func natural(_ number: Double) -> Float {
        guard number > 0 else { return -.greatestFiniteMagnitude }
        // ln(s * 2^e) = e ln 2 + ln s; ln s = 2 artanh((s - 1) / (s + 1)) with s in 1 ..< 2.
        let ratio = (number.significand - 1) / (number.significand + 1)
        let square = ratio * ratio
        let series =
            1 + square * (1 / 3.0 + square * (1 / 5.0 + square * (1 / 7.0 + square * (1 / 9.0 + square / 11))))
        return Float(Double(number.exponent) * 0.693_147_180_559_945_3 + 2 * ratio * series)
    }
}
