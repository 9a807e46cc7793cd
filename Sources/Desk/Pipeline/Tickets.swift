import Synchronization

/// Numbers for deliveries under way.
final class Tickets: Sendable {
    private let last = Atomic<UInt64>(0)

    func next() -> UInt64 { last.wrappingAdd(1, ordering: .relaxed).newValue }
}
