import Testing

@testable import Desk

struct LogRateLimiterTests {
    private static let millisecond: UInt64 = 1_000_000

    /// Asks once a millisecond and gives the times of the records that were allowed.
    private func told(limit: Int, milliseconds: Range<UInt64>, slowness: UInt64 = 0) -> [UInt64] {
        var allowance = LogRateLimiter(limit: limit)
        var times: [UInt64] = []
        for time in milliseconds where allowance.allows(at: time * Self.millisecond) {
            times.append(time)
            allowance.tell(at: (time + slowness) * Self.millisecond)
        }
        return times
    }

    @Test func flood_IsHeldToTheLimitInEverySecond() throws {
        // It begins late in a second of the clock, where two seconds' worth could stand side by side.
        let times = told(limit: 20, milliseconds: 900..<5_900)
        #expect(times.count == 100)
        for (first, next) in zip(times, times.dropFirst(20)) { #expect(next - first > 1_000) }
    }

    @Test func recordsSlowlyTold_CountFromWhenTheyWereTold() {
        let times = told(limit: 20, milliseconds: 0..<1_200, slowness: 300)
        #expect(times.count == 20)
    }

    @Test func fewRecords_AreAllToldSingly() {
        var allowance = LogRateLimiter(limit: 20)
        for number in 0..<200 as Range<UInt64> {
            let time = number * 51 * Self.millisecond
            #expect(allowance.allows(at: time))
            allowance.tell(at: time)
        }
    }
}
