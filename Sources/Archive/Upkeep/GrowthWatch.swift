import Dispatch
import Synchronization

/// Tells now and then how large a file is that something else writes.
final class GrowthWatch: Sendable {
    /// Seconds between two looks.
    private static let pause = 0.25

    private let path: String
    private let tell: @Sendable (Int64) -> Void
    private let hasEnded = Atomic(false)
    private let queue = DispatchQueue(label: "wiredesk.backup.growth")

    init(path: String, tell: @escaping @Sendable (Int64) -> Void) {
        self.path = path
        self.tell = tell
        look()
    }

    /// Looks no more.
    func end() { hasEnded.store(true, ordering: .releasing) }

    private func look() {
        queue.asyncAfter(deadline: .now() + Self.pause) { [weak self] in
            guard let self, !hasEnded.load(ordering: .acquiring) else { return }
            if let size = ArchiveFiles.size(ofFile: path) { tell(size) }
            look()
        }
    }
}
