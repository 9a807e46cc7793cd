import LinuxSystem
import NewsModel
import Synchronization

/// Since when files have been seen unchanged in the hands of a program that writes, by the monotonic clock: by the other a file of this
/// second looks old, and half-written as it is would be read, once that clock is set forward.
final class OpenWriters: Sendable {
    /// Files that are remembered; beyond it all are forgotten, and waited for anew.
    private static let most = 10_000

    private let since = Mutex<[FileIdentity: UInt64]>([:])
    private let clock: any Clock

    init(clock: any Clock = SystemClock()) { self.clock = clock }

    /// Nanoseconds for which a file has been seen so, 0 for the first time.
    func patience(with file: FileIdentity) -> UInt64 {
        let now = clock.monotonicNanoseconds
        return since.withLock { since in
            if let first = since[file] { return now - first }
            if since.count >= Self.most { since.removeAll() }
            since[file] = now
            return 0
        }
    }

    /// A file is waited for no more.
    func forget(_ file: FileIdentity) { _ = since.withLock { $0.removeValue(forKey: file) } }
}
