/// Pauses between attempts that fail: each is twice as long as the one before, up to a longest.
public struct BackOff: Sendable {
    /// The pause after the first failure, in seconds.
    public let first: Double
    /// The longest pause, in seconds.
    public let longest: Double

    /// Doublings after which a pause is longer than anybody waits; they keep the arithmetic in range.
    private static let mostDoublings = 30

    /// Pauses from the first to the longest, in seconds.
    public init(seconds: ClosedRange<Double>) {
        first = seconds.lowerBound
        longest = seconds.upperBound
    }

    /// The pause after so many failures in a row, in seconds.
    public func pause(afterFailures failures: Int) -> Double {
        min(longest, first * Double(1 << min(max(0, failures - 1), Self.mostDoublings)))
    }
}
