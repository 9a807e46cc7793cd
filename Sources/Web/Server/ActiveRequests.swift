import LinuxSystem
import Synchronization

/// How many requests are being answered, and when the last one was: by it the program ends in order, and leaves when it is idle.
final class ActiveRequests: Sendable {
    private struct Standing {
        var count = 0
        var last: UInt64
        var waiting: CheckedContinuation<Void, Never>?
        var isEnding = false
    }

    private let clock = SystemClock()
    private let standing: Mutex<Standing>

    init() { standing = Mutex(Standing(last: clock.monotonicNanoseconds)) }

    /// A request begins.
    func begin() { standing.withLock { $0.count += 1 } }

    /// A request has ended.
    func end() {
        let waiting = standing.withLock { standing -> CheckedContinuation<Void, Never>? in
            standing.count -= 1
            standing.last = clock.monotonicNanoseconds
            guard standing.count == 0 else { return nil }
            defer { standing.waiting = nil }
            return standing.waiting
        }
        waiting?.resume()
    }

    /// Seconds since a request was last at work; 0 while one is.
    var idleSeconds: Double {
        standing.withLock { standing in
            standing.count > 0 ? 0 : Double(clock.monotonicNanoseconds - standing.last) / 1_000_000_000
        }
    }

    /// From now on what would be answered for long is to come to its end.
    func beginEnding() { standing.withLock { $0.isEnding = true } }

    /// Whether the program is to end.
    var isEnding: Bool { standing.withLock { $0.isEnding } }

    /// Waits until none is at work, or until the task is cancelled; for one caller.
    func drained() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isIdle = standing.withLock { standing in
                    if standing.count == 0 || Task.isCancelled { return true }
                    standing.waiting = continuation
                    return false
                }
                if isIdle { continuation.resume() }
            }
        } onCancel: {
            let waiting = standing.withLock { standing in
                defer { standing.waiting = nil }
                return standing.waiting
            }
            waiting?.resume()
        }
    }
}
