/// How often something took how long, in fixed buckets (OpenMetrics 1.0, section 5.3).
struct Histogram: Sendable, Equatable {
    /// The upper bounds of the buckets in seconds: from a lone small file to the deadline of a reader; the last one is everything.
    static let bounds: [Double] = [
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, .infinity,
    ]

    /// How many values each bucket holds, values of smaller buckets not included.
    private(set) var counts = [UInt64](repeating: 0, count: bounds.count)
    /// The sum of all values in seconds.
    private(set) var sum = 0.0

    /// How many values there are.
    var count: UInt64 { counts.reduce(0, +) }

    mutating func observe(_ seconds: Double) {
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count - 1
        counts[bucket] += 1
        sum += seconds
    }
}
