import Foundation

/// Lets many lanes read at once, or one lane alone: a suspect is read with no other file beside it, so that if the daemon dies
/// again it is known why.
///
/// `@unchecked Sendable`: the counts are only touched with the condition locked.
final class ReadingGate: @unchecked Sendable {
    private let condition = NSCondition()
    private var readers = 0
    private var isAlone = false
    private var waitingAlone = 0

    /// Runs `body` beside other files, or alone.
    func enter<Result>(alone: Bool, _ body: () throws -> Result) rethrows -> Result {
        condition.lock()
        if alone {
            waitingAlone += 1
            while isAlone || readers > 0 { condition.wait() }
            waitingAlone -= 1
            isAlone = true
        } else {
            while isAlone || waitingAlone > 0 { condition.wait() }
            readers += 1
        }
        condition.unlock()
        defer {
            condition.lock()
            if alone { isAlone = false } else { readers -= 1 }
            condition.broadcast()
            condition.unlock()
        }
        return try body()
    }
}
