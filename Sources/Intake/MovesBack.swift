import NewsModel
import Synchronization

/// Names that the desk itself takes aside, and those that it moves back under their old paths, so that the intake does not take such a move for a delivery that a
/// rename completed: who wrote the file may be writing it still.
public final class MovesBack: Sendable {
    /// Names that are remembered. An event that was lost leaves one behind, which costs a later move of that name its quiet period.
    private static let limit = 4096

    /// The names aside from which they come.
    private let asides = Mutex<[FileName: [UInt8]]>([:])

    /// Names aside that the desk itself has given and of which no event has told yet.
    private let taken = Mutex<Set<Int64>>([])

    /// None so far.
    public init() {}

    /// A name is about to be moved back from where it stands aside.
    func expect(_ path: FileName, from aside: [UInt8]) {
        asides.withLock { asides in
            if asides.count >= Self.limit { asides.removeAll() }
            asides[path] = aside
        }
    }

    /// Something is about to be taken aside under a name.
    func willTakeAside(_ name: AsideName) {
        taken.withLock { taken in
            // One that is forgotten is looked at once more than need be.
            if taken.count >= Self.limit { taken.removeAll() }
            taken.insert(name.number)
        }
    }

    /// Whether the desk itself has given a name aside. Each is told once.
    func tookAside(_ name: AsideName) -> Bool { taken.withLock { $0.remove(name.number) != nil } }

    /// It was not moved back.
    func forget(_ path: FileName) { _ = asides.withLock { $0.removeValue(forKey: path) } }

    /// The name aside from which the desk itself has moved to this path; nil where it has not. Each is told once.
    func take(_ path: [UInt8]) -> [UInt8]? {
        asides.withLock { $0.isEmpty ? nil : $0.removeValue(forKey: FileName(bytes: path)) }
    }
}
