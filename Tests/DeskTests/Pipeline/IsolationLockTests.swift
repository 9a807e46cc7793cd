import Dispatch
import Testing

@testable import Desk

/// A suspect is read alone, but not for ever.
@Suite struct IsolationLockTests {
    private let queues = [DispatchQueue(label: "gate.0"), DispatchQueue(label: "gate.1")]
    private let entered = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]
    private let release = [DispatchSemaphore(value: 0), DispatchSemaphore(value: 0)]

    private func enter(_ gate: IsolationLock, _ lane: Int, alone: Bool) {
        queues[lane].async { [entered, release] in
            gate.enter(alone: alone) {
                entered[lane].signal()
                release[lane].wait()
            }
        }
    }

    @Test(arguments: [(true, false), (false, true), (true, true)])
    func suspect_IsAlone_AsLongAsItIsRead(first: Bool, second: Bool) {
        let gate = IsolationLock(aloneSeconds: 600)
        enter(gate, 0, alone: first)
        entered[0].wait()
        enter(gate, 1, alone: second)
        // Nobody tells that a lane waits; that it has not come in while nothing kept it from running says it.
        #expect(entered[1].wait(timeout: .now() + 0.2) == .timedOut)
        release[0].signal()
        entered[1].wait()
        release[1].signal()
    }

    @Test(arguments: [(true, false), (false, true), (true, true)])
    func fileThatDoesNotEnd_HoldsUpNobodyForLong(first: Bool, second: Bool) {
        let gate = IsolationLock(aloneSeconds: 0.05)
        enter(gate, 0, alone: first)
        entered[0].wait()
        enter(gate, 1, alone: second)
        #expect(entered[1].wait(timeout: .now() + 30) == .success)
        release[0].signal()
        release[1].signal()
    }

    @Test func ordinaryFiles_AreReadBesideOneAnother() {
        let gate = IsolationLock(aloneSeconds: 600)
        enter(gate, 0, alone: false)
        enter(gate, 1, alone: false)
        for semaphore in entered { #expect(semaphore.wait(timeout: .now() + 30) == .success) }
        for semaphore in release { semaphore.signal() }
    }
}
