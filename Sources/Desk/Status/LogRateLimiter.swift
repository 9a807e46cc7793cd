/// How many records may be told singly: at most so many within any second, wherever that second begins.
///
/// Counting by the seconds of a clock would allow twice as many around the turn of each. A record counts from the time when it was
/// told to the time when the next one is asked for, so that a slow journal cannot push records together either. Not thread-safe:
/// its owner guards it.
struct LogRateLimiter {
    /// The length of a second on the clock that is passed in, in nanoseconds.
    private static let second: UInt64 = 1_000_000_000

    private let limit: Int
    /// When the last `limit` records were told, as a ring; the next one to be replaced is the oldest.
    private var told: [UInt64] = []
    private var oldest = 0

    /// - Parameter limit: the most records within one second, at least 1.
    init(limit: Int) {
        precondition(limit > 0, "an allowance of nothing allows nothing")
        self.limit = limit
        told.reserveCapacity(limit)
    }

    /// Whether one more may be told now; who is told yes tells it and calls `tell(at:)` afterwards.
    ///
    /// - Parameter now: monotonic time in nanoseconds.
    func allows(at now: UInt64) -> Bool {
        // Times of several threads may come out of order; an earlier one is within the second.
        told.count < limit || now > told[oldest] && now - told[oldest] > Self.second
    }

    /// A record was told.
    ///
    /// - Parameter now: monotonic time in nanoseconds, after it was handed to the journal.
    mutating func tell(at now: UInt64) {
        if told.count < limit { return told.append(now) }
        told[oldest] = now
        oldest = (oldest + 1) % limit
    }
}
