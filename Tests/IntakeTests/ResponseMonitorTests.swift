import Dispatch
import LinuxSystem
import Synchronization
import Testing

@testable import Intake

@Suite struct ResponseMonitorTests {
    /// What a monitor told, and who waits for it.
    private final class Told: Sendable {
        let changes = Mutex<[(inbox: Int, isSilent: Bool)]>([])
        let departures = Atomic(0)
        let changed = DispatchSemaphore(value: 0)
    }

    private static func monitor(_ told: Told, patienceSeconds: Double = 0.05) -> ResponseMonitor {
        let monitor = ResponseMonitor(clock: SystemClock(), patienceSeconds: patienceSeconds)
        monitor.observe { inbox, since in
            told.changes.withLock { $0.append((inbox, since != nil)) }
            told.changed.signal()
        }
        return monitor
    }

    @Test func callThatDoesNotReturn_MakesItsInboxSilent_UntilItDoes() {
        let told = Told()
        let monitor = Self.monitor(told)
        let left = DispatchSemaphore(value: 0)
        let call = monitor.begin(inbox: 3) { left.signal() }
        #expect(told.changed.wait(timeout: .now() + 10) == .success)
        #expect(left.wait(timeout: .now() + 10) == .success)
        let since = monitor.silentSince(inbox: 3)
        #expect(since != nil && abs((since ?? 0) - SystemClock().wallMilliseconds) < 10_000)
        #expect(monitor.silentSince(inbox: 4) == nil)
        monitor.end(call)
        #expect(told.changed.wait(timeout: .now() + 10) == .success)
        #expect(monitor.silentSince(inbox: 3) == nil)
        #expect(told.changes.withLock { $0.map(\.isSilent) } == [true, false])
    }

    /// An answer in the middle of a long row of calls is an answer.
    @Test func callThatGoesOn_MakesASilentInboxAnswerAgain() {
        let told = Told()
        let monitor = Self.monitor(told)
        let call = monitor.begin(inbox: 0)
        #expect(told.changed.wait(timeout: .now() + 10) == .success)
        monitor.goOn(call)
        #expect(told.changed.wait(timeout: .now() + 10) == .success)
        #expect(told.changes.withLock { $0.map(\.isSilent) }.prefix(2) == [true, false])
        monitor.end(call)
    }

    @Test func inboxWithOneCallThatHangs_StaysSilent_WhileOthersReturn() {
        let told = Told()
        let monitor = Self.monitor(told)
        let hanging = monitor.begin(inbox: 0)
        #expect(told.changed.wait(timeout: .now() + 10) == .success)
        for _ in 0..<10 { monitor.during(inbox: 0) {} }
        #expect(monitor.silentSince(inbox: 0) != nil)
        monitor.end(hanging)
        #expect(told.changed.wait(timeout: .now() + 10) == .success)
    }

    /// A server that needs longer for every read than the first patience would never be read from.
    @Test func slowInbox_GetsTwiceThePatience_UntilItIsPromptAgain() {
        let told = Told()
        let monitor = Self.monitor(told)
        #expect(monitor.patience(inbox: 0) == 50_000_000)
        let call = monitor.begin(inbox: 0)
        #expect(told.changed.wait(timeout: .now() + 10) == .success)
        monitor.end(call)
        #expect(told.changed.wait(timeout: .now() + 10) == .success)
        #expect(monitor.patience(inbox: 0) == 100_000_000)
        #expect(monitor.patience(inbox: 1) == 50_000_000)
        for _ in 0..<2000 where monitor.patience(inbox: 0) > 50_000_000 { monitor.during(inbox: 0) {} }
        #expect(monitor.patience(inbox: 0) == 50_000_000)
    }
}
