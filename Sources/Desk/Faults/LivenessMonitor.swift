import LinuxSystem
import Synchronization

/// Who is at work and since when: the watchdog is fed only while everybody who is at work is within the time that his step may
/// take.
final class LivenessMonitor: Sendable {
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

    private let largeFiles = Mutex<[Worker: StatusLine.LargeFile]>([:])
    private let since = Mutex<[Worker: UInt64]>([:])
    /// The slowest that a large file is expected to be read, hashed and compressed, in bytes a second.
    private static let slowestBytes: UInt64 = 4 << 20
    private let clock: any Clock
    private let readerTimeoutSeconds: Int

    init(readerTimeoutSeconds: Int, clock: any Clock = SystemClock()) {
        self.readerTimeoutSeconds = readerTimeoutSeconds
        self.clock = clock
    }

    /// A step begins, or the work at hand has visibly gone on.
    ///
    /// - Parameter bytes: the size of the file at hand, which is given time of its own.
    func begin(_ worker: Worker, bytes: Int64 = 0) {
        let now = clock.monotonicNanoseconds + UInt64(max(0, bytes)) / Self.slowestBytes * 1_000_000_000
        since.withLock { $0[worker] = now }
    }

    /// A large file was read so far, which is progress too.
    func read(_ worker: Worker, _ name: String, bytes: Int64, of size: Int64) {
        let percent = Int(clamping: min(100, bytes * 100 / max(1, size)))
        largeFiles.withLock { $0[worker] = StatusLine.LargeFile(name: name, percent: percent) }
        begin(worker, bytes: size)
    }

    /// The large file that has the most before it, or nil.
    var largeFile: StatusLine.LargeFile? {
        largeFiles.withLock { files in files.values.min { ($0.percent, $0.name) < ($1.percent, $1.name) } }
    }

    /// A worker waits for others, which is no lack of progress of his; it goes on with `begin`.
    func rest(_ worker: Worker) { _ = since.withLock { $0.removeValue(forKey: worker) } }

    /// Nothing is at hand.
    func end(_ worker: Worker) {
        _ = since.withLock { $0.removeValue(forKey: worker) }
        _ = largeFiles.withLock { $0.removeValue(forKey: worker) }
    }

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
