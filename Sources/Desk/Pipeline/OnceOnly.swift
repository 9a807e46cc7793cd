import Synchronization

/// An action that is done once however often it is asked for.
final class OnceOnly: Sendable {
    private let action: @Sendable () -> Void
    private let isDone = Atomic(false)

    init(_ action: @escaping @Sendable () -> Void) { self.action = action }

    func call() {
        if !isDone.exchange(true, ordering: .acquiringAndReleasing) { action() }
    }
}
