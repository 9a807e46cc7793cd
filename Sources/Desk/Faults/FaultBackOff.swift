import LinuxSystem
import Synchronization

/// How long the intake rests after a fault of the surroundings that a lane met: growing pauses, after each of which the next files
/// show whether it still holds.
final class FaultBackOff: Sendable {
    /// The first and the longest pause, in seconds.
    static let pauses = BackOff(seconds: 1...30)
    /// Seconds without a fault after which the pauses start over. A disk that is all but full takes a small file and refuses the
    /// next; such success must not make the desk try every second.
    static let calmSeconds: UInt64 = 60

    private struct State {
        var failures = 0
        var lastFailure: UInt64 = 0
        var isPausing = false
    }

    private let clock: any Clock
    private let state = Mutex(State())

    init(clock: any Clock = SystemClock()) { self.clock = clock }

    /// Notes a fault; the seconds to rest and the faults in a row, or nil when a rest is under way (other lanes meet the same fault).
    func failed() -> (seconds: Double, failures: Int)? {
        let now = clock.monotonicNanoseconds
        return state.withLock { state in
            guard !state.isPausing else { return nil }
            if now - state.lastFailure > Self.calmSeconds * 1_000_000_000 { state.failures = 0 }
            state.failures += 1
            state.lastFailure = now
            state.isPausing = true
            return (Self.pauses.pause(afterFailures: state.failures), state.failures)
        }
    }

    /// The rest is over.
    func ended() { state.withLock { $0.isPausing = false } }
}
