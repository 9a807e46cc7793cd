import LinuxSystem
import Synchronization
import Testing

@testable import Desk

@Suite struct FaultPauseTests {
    /// A clock that a test sets.
    private final class SetClock: Clock {
        private let time = Mutex<UInt64>(1_000_000_000_000)

        var monotonicNanoseconds: UInt64 { time.withLock { $0 } }
        var wallMilliseconds: Int64 { 0 }

        func advance(seconds: UInt64) { time.withLock { $0 += seconds * 1_000_000_000 } }
    }

    @Test func pauses_GrowToTheLongest_AndBeginAnewAfterACalm() {
        let clock = SetClock()
        let pause = FaultPause(clock: clock)
        var seconds: [Double] = []
        for _ in 0..<7 {
            seconds.append(pause.failed()?.seconds ?? 0)
            pause.ended()
            clock.advance(seconds: 31)
        }
        #expect(seconds == [1, 2, 4, 8, 16, 30, 30])
        clock.advance(seconds: 60)
        #expect(pause.failed()?.seconds == 1)
    }

    @Test func faultDuringARest_IsNoOther() {
        let pause = FaultPause(clock: SetClock())
        #expect(pause.failed()?.failures == 1)
        #expect(pause.failed() == nil)
        pause.ended()
        #expect(pause.failed()?.failures == 2)
    }
}
