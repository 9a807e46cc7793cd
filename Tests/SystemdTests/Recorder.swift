import Synchronization

/// Keeps what a room under test sends, in order.
final class Recorder<Value: Sendable>: Sendable {
    private let kept = Mutex<[Value]>([])

    var values: [Value] { kept.withLock { $0 } }

    func record(_ value: Value) { kept.withLock { $0.append(value) } }
}
