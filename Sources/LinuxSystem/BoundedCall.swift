import Dispatch
import Synchronization

/// A call that may never return, such as one into a file system whose server is gone, made on a thread of its own: who wants the result
/// waits for as long as he likes.
///
/// A call that does not return keeps its thread, so that the caller bounds how many he makes.
public final class BoundedCall<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)
    private let hasReturned = DispatchGroup()

    /// Begins the call.
    public init(_ label: String, _ body: @escaping @Sendable () -> Value) {
        DispatchQueue(label: label).async(group: hasReturned) { [self] in
            let result = body()
            value.withLock { $0 = result }
        }
    }

    /// The result; nil when it is not there at a moment.
    public func result(until moment: DispatchTime) -> Value? {
        guard hasReturned.wait(timeout: moment) == .success else { return nil }
        return value.withLock { $0 }
    }
}
