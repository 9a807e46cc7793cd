import Synchronization

/// Tells long work that nobody waits for its result any more: each loop that may last looks at it.
public final class Cancellation: Sendable {
    private let flag = Atomic(false)

    /// A flag that is not set.
    public init() {}

    /// Whether the work is to end now.
    public var isCancelled: Bool { flag.load(ordering: .relaxed) }

    /// Ends the work at its next look, for good.
    public func cancel() { flag.store(true, ordering: .relaxed) }
}
