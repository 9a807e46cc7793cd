import LinuxSystem
import SeededNumbers

/// The clock and the queues of a simulated desk. Whose turn it is among the queues that have work is drawn from a seed; within a queue
/// the order holds. Time passes only when it is told to.
///
/// `@unchecked Sendable`: a simulation runs on one thread, and whoever calls from another is waited for by that one.
final class Scheduler: WorkQueues, Clock, @unchecked Sendable {
    /// Pieces of work without a pause of time after which a desk counts as one that does not come to rest.
    static let restlessWork = 20_000

    private var random: SeededGenerator
    private var queues: [Queue] = []
    private var timed: [Timed] = []
    private var nextDue = UInt64.max
    private var nextNumber = 0
    private(set) var current: Queue?
    private(set) var monotonicNanoseconds: UInt64 = 1_000_000_000_000
    /// 2026-11-28 in nanoseconds, and some that are no whole tick.
    private(set) var wallNanoseconds: Int64 = 1_795_824_000_001_234_567
    var wallMilliseconds: Int64 { wallNanoseconds / 1_000_000 }
    /// Takes note of what is done, for a trace.
    var note: (String) -> Void = { _ in }

    private struct Timed {
        var due: UInt64
        var number: Int
        var work: () -> Void
    }

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    func queue(_ label: String) -> any WorkQueue {
        let queue = Queue(label: label, scheduler: self)
        queues.append(queue)
        return queue
    }

    /// Forgets all work; the queues stay.
    func forgetWork() {
        for queue in queues { queue.work = [] }
        timed = []
        nextDue = .max
    }

    /// Forgets all queues and all work: the process has ended.
    func forgetAll() {
        queues = []
        timed = []
        nextDue = .max
        current = nil
    }

    /// Sets the wall clock by so many milliseconds, as a person or a server of time does.
    func setWallClock(by milliseconds: Int64) { wallNanoseconds += milliseconds * 1_000_000 }

    /// Does the next piece of work of a queue; false when there is none.
    func runOne() -> Bool {
        takeDue()
        let ready = queues.filter { !$0.work.isEmpty }
        guard let queue = ready.isEmpty ? nil : ready[Int(random.next() % UInt64(ready.count))] else { return false }
        note(queue.label)
        let before = current
        current = queue
        queue.work.removeFirst()()
        current = before
        return true
    }

    /// Lets time pass; what becomes due is ready then, and not done yet.
    func pass(nanoseconds: UInt64) {
        monotonicNanoseconds += nanoseconds
        wallNanoseconds += Int64(nanoseconds)
    }

    private func takeDue() {
        guard nextDue <= monotonicNanoseconds else { return }
        let due = timed.filter { $0.due <= monotonicNanoseconds }.sorted { ($0.due, $0.number) < ($1.due, $1.number) }
        timed.removeAll { $0.due <= monotonicNanoseconds }
        nextDue = timed.map(\.due).min() ?? .max
        for entry in due { entry.work() }
    }

    /// When the next work becomes due, in nanoseconds from now; nil for never.
    var untilNextDue: UInt64? { nextDue == .max ? nil : nextDue - min(nextDue, monotonicNanoseconds) }

    fileprivate func at(_ due: UInt64, _ work: @escaping () -> Void) -> Int {
        nextNumber += 1
        timed.append(Timed(due: due, number: nextNumber, work: work))
        nextDue = min(nextDue, due)
        return nextNumber
    }

    fileprivate func cancel(_ number: Int) {
        timed.removeAll { $0.number == number }
        nextDue = timed.map(\.due).min() ?? .max
    }

    /// A queue.
    ///
    /// `@unchecked Sendable`: as its scheduler.
    final class Queue: WorkQueue, @unchecked Sendable {
        let label: String
        fileprivate var work: [() -> Void] = []
        private unowned let scheduler: Scheduler

        fileprivate init(label: String, scheduler: Scheduler) {
            self.label = label
            self.scheduler = scheduler
        }

        func async(_ work: @escaping @Sendable () -> Void) { self.work.append(work) }

        func async(afterSeconds seconds: Double, _ work: @escaping @Sendable () -> Void) {
            _ = scheduler.at(scheduler.monotonicNanoseconds + UInt64(max(0, seconds) * 1e9)) { self.work.append(work) }
        }

        func timer(_ action: @escaping @Sendable () -> Void) -> any WorkTimer {
            Timer(queue: self, scheduler: scheduler, action: action)
        }

        func whenReadable(_ descriptor: Descriptor, _ action: @escaping @Sendable () -> Void) -> any WorkSource {
            preconditionFailure("a simulated desk has no descriptors to wait for")
        }

        func demandIsCurrent() { precondition(scheduler.current === self, "work of \(label) on another queue") }
    }

    /// `@unchecked Sendable`: as its scheduler.
    private final class Timer: WorkTimer, @unchecked Sendable {
        private let queue: Queue
        private unowned let scheduler: Scheduler
        private let action: @Sendable () -> Void
        private var number: Int?

        init(queue: Queue, scheduler: Scheduler, action: @escaping @Sendable () -> Void) {
            self.queue = queue
            self.scheduler = scheduler
            self.action = action
        }

        func set(inNanoseconds nanoseconds: UInt64) {
            cancel()
            let due = scheduler.monotonicNanoseconds.addingReportingOverflow(nanoseconds)
            number = scheduler.at(due.overflow ? .max : due.partialValue) { [queue, action] in queue.work.append(action)
            }
        }

        func cancel() {
            if let number { scheduler.cancel(number) }
            number = nil
        }
    }
}
