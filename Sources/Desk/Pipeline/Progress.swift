import LinuxSystem
import Synchronization

/// Who is at work and since when: the watchdog is fed only while everybody who is at work is within the time that his step may
/// take.
final class Progress: Sendable {
    /// Somebody whose work is watched.
    enum Worker: Hashable, Sendable {
        case writer
        case lane(Int)
    }

    /// How long one step of each may take before the daemon counts as hung, in seconds. A commit waits for the disk, which may
    /// be slow but not for minutes; a lane bounds its own reading, so that its figure only catches what should not be.
    static func allowedSeconds(_ worker: Worker, readerTimeoutSeconds: Int) -> UInt64 {
        switch worker {
        case .writer: 300
        case .lane: UInt64(readerTimeoutSeconds) * 2 + 300
        }
    }

    private let since = Mutex<[Worker: UInt64]>([:])
    private let clock: any Clock
    private let readerTimeoutSeconds: Int

    init(readerTimeoutSeconds: Int, clock: any Clock = SystemClock()) {
        self.readerTimeoutSeconds = readerTimeoutSeconds
        self.clock = clock
    }

    /// A step begins, or the work at hand has visibly gone on.
    func begin(_ worker: Worker) {
        let now = clock.monotonicNanoseconds
        since.withLock { $0[worker] = now }
    }

    /// Nothing is at hand.
    func end(_ worker: Worker) { _ = since.withLock { $0.removeValue(forKey: worker) } }

    /// Those who have been at one step for too long.
    var stuck: [Worker] {
        let now = clock.monotonicNanoseconds
        return since.withLock { since in
            since.filter { worker, begin in
                let allowed = Self.allowedSeconds(worker, readerTimeoutSeconds: readerTimeoutSeconds) * 1_000_000_000
                return now > begin && now - begin > allowed
            }.map(\.key)
        }
    }
}
