import NewsModel
import Synchronization

/// Names that the desk itself moves back under their old paths, so that the intake does not take such a move for a delivery that a
/// rename completed: who wrote the file may be writing it still.
public final class MovesBack: Sendable {
    /// Names that are remembered. An event that was lost leaves one behind, which costs a later move of that name its quiet period.
    private static let limit = 4096

    private let paths = Mutex<Set<FileName>>([])

    /// None so far.
    public init() {}

    /// A name is about to be moved back.
    func expect(_ path: FileName) {
        paths.withLock { paths in
            if paths.count >= Self.limit { paths.removeAll() }
            paths.insert(path)
        }
    }

    /// It was not moved back.
    func forget(_ path: FileName) { _ = paths.withLock { $0.remove(path) } }

    /// Whether a move to this path was one of the desk's own; each is told once.
    func take(_ path: [UInt8]) -> Bool {
        paths.withLock { !$0.isEmpty && $0.remove(FileName(bytes: path)) != nil }
    }
}
