import LinuxSystem

/// Lets many lanes read at once, or one lane alone: a suspect is read with no other file beside it, so that if the daemon dies
/// again it is known why.
///
/// Nobody is alone for long: a file that takes long, as a very large one does or one on a file system that hangs, would hold up all
/// others. If the daemon dies then, it is not known why, and no file is blamed (`Suspicion`).
///
/// `@unchecked Sendable`: everything is only touched with the condition locked.
final class IsolationLock: @unchecked Sendable {
    /// Seconds for which a suspect keeps others out, and for which it waits for others. An ordinary file is read in milliseconds.
    static let aloneSeconds = 10.0

    private let condition = MonotonicCondition()
    private let aloneSeconds: Double
    private var readers = 0
    private var suspects = 0
    private var waitingSuspects = 0
    /// Until when a suspect keeps others out, by the monotonic clock.
    private var aloneUntil: UInt64 = 0

    init(aloneSeconds: Double = IsolationLock.aloneSeconds) { self.aloneSeconds = aloneSeconds }

    /// Runs `body` beside other files, or alone.
    func enter<Result>(alone: Bool, _ body: () throws -> Result) rethrows -> Result {
        condition.withLock { alone ? enterAlone() : enterBesideOthers() }
        defer {
            condition.withLock {
                if alone { suspects -= 1 } else { readers -= 1 }
                condition.broadcast()
            }
        }
        return try body()
    }

    private func enterAlone() {
        let end = SystemClock().moment(inSeconds: aloneSeconds)
        waitingSuspects += 1
        while readers > 0 || suspects > 0, condition.wait(untilNanoseconds: end) {}
        waitingSuspects -= 1
        suspects += 1
        aloneUntil = SystemClock().moment(inSeconds: aloneSeconds)
    }

    private func enterBesideOthers() {
        let end = SystemClock().moment(inSeconds: aloneSeconds)
        while suspects > 0, condition.wait(untilNanoseconds: aloneUntil) {}
        while waitingSuspects > 0, condition.wait(untilNanoseconds: end) {}
        readers += 1
    }
}
