import Testing

@testable import Desk

@Suite struct FaultBackOffTests {
    @Test func pauses_GrowToTheLongest_AndBeginAnewAfterACalm() {
        let clock = SetClock()
        let pause = FaultBackOff(clock: clock)
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
        let pause = FaultBackOff(clock: SetClock())
        #expect(pause.failed()?.failures == 1)
        #expect(pause.failed() == nil)
        pause.ended()
        #expect(pause.failed()?.failures == 2)
    }
}
