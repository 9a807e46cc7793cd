import LinuxSystem
import Synchronization
import Testing

@testable import Desk

/// Bytes that are handed over must come at some pace.
@Suite struct ReadingPaceTests {
    private final class TestClock: Clock {
        private let now = Atomic<UInt64>(1_000_000_000)
        var monotonicNanoseconds: UInt64 { now.load(ordering: .relaxed) }
        var wallMilliseconds: Int64 { 0 }
        func pass(seconds: Double) { now.add(UInt64(seconds * 1e9), ordering: .relaxed) }
    }

    @Test func nothingIsAskedInTheBeginning() {
        let clock = TestClock()
        let pace = ReadingPace(clock: clock)
        #expect(pace.isKept(by: 0))
        clock.pass(seconds: ReadingPace.graceSeconds - 1)
        #expect(pace.isKept(by: 0))
    }

    @Test func slowBytes_AreGivenUp_AndFastOnesAreNot() {
        let clock = TestClock()
        let pace = ReadingPace(clock: clock)
        clock.pass(seconds: ReadingPace.graceSeconds + 60)
        #expect(!pace.isKept(by: 60))
        #expect(pace.isKept(by: Int64(60 * ReadingPace.slowestBytesPerSecond)))
    }
}
