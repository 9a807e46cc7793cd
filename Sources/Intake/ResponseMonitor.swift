import LinuxSystem
import Synchronization

/// Notices when the file system of an inbox does not answer: a call into it has not returned for some time (a server that is gone, a FUSE
/// program that is stopped, a disk that is dying). Such a call cannot be ended; who is in it is lost until the file system answers.
///
/// Every part of the desk that calls into an inbox says so before and after. While nobody is in a call nothing is looked at, so that an idle
/// desk sleeps.
public final class ResponseMonitor: Sendable {
    /// Seconds without an answer after which an inbox counts as one that does not answer. A disk that spins up takes a few, and a server
    /// that fails over may take longer: then the inbox is told to be back when it answers.
    public static let patienceSeconds = 10.0
    /// The most that the patience with one inbox grows to: it doubles each time a call returned after all, so that a server that needs 16 s for a
    /// read is read from in the end.
    public static let mostPatienceSeconds = 80.0

    /// Calls answered at once after which an inbox that was slow gets the usual patience.
    private static let promptCalls = 256

    /// A call, or a row of calls, that is under way.
    public struct Call: Sendable {
        fileprivate var number: UInt64
        fileprivate var inbox: Int
    }

    private struct Pending {
        var inbox: Int
        var since: UInt64
        var whenSilent: (@Sendable () -> Void)?
    }

    private struct State {
        var calls: [UInt64: Pending] = [:]
        var nextNumber: UInt64 = 0
        var isLookScheduled = false
        /// Inboxes that do not answer, and since when by the wall clock, in milliseconds since 1970.
        var silent: [Int: Int64] = [:]
        /// The patience with inboxes that were slow, in nanoseconds.
        var patience: [Int: UInt64] = [:]
        /// Calls in a row that such an inbox has answered at once.
        var promptCalls: [Int: Int] = [:]

        /// A call has been answered: after many that were answered at once an inbox is slow no more.
        mutating func answered(_ call: Call, now: UInt64) {
            guard let patience = patience[call.inbox], let since = calls[call.number]?.since else { return }
            let count = now - min(now, since) < patience / 8 ? (promptCalls[call.inbox] ?? 0) + 1 : 0
            promptCalls[call.inbox] = count
            guard count >= ResponseMonitor.promptCalls else { return }
            self.patience[call.inbox] = nil
            promptCalls[call.inbox] = nil
        }
        var observer: (@Sendable (_ inbox: Int, _ silentSince: Int64?) -> Void)?
    }

    private let state = Mutex(State())
    private let queue: any WorkQueue
    private let clock: any Clock
    private let patience: UInt64
    private let mostPatience = UInt64(mostPatienceSeconds * 1e9)

    /// - Parameter patienceSeconds: how long a call may take.
    init(
        clock: any Clock, patienceSeconds: Double,
        queue: any WorkQueue = DispatchWorkQueue(label: "wiredesk.responses")
    ) {
        self.queue = queue
        self.clock = clock
        patience = UInt64(max(0, patienceSeconds) * 1e9)
    }

    /// Has changes told, on the monitor's queue: that an inbox does not answer any more, with the time of day (milliseconds since 1970) of
    /// the call that has not returned; and, with nil, that it answers again.
    func observe(_ observer: @escaping @Sendable (_ inbox: Int, _ silentSince: Int64?) -> Void) {
        state.withLock { $0.observer = observer }
    }

    /// A call into an inbox begins.
    ///
    /// - Parameter whenSilent: called once, on the monitor's queue, when it has not returned in time.
    public func begin(inbox: Int, whenSilent: (@Sendable () -> Void)? = nil) -> Call {
        let now = clock.monotonicNanoseconds
        let (call, mustSchedule) = state.withLock { state in
            let call = Call(number: state.nextNumber, inbox: inbox)
            state.nextNumber += 1
            state.calls[call.number] = Pending(inbox: inbox, since: now, whenSilent: whenSilent)
            defer { state.isLookScheduled = true }
            return (call, !state.isLookScheduled)
        }
        if mustSchedule { scheduleLook() }
        return call
    }

    /// The file system has answered, and the next call of the row begins.
    public func goOn(_ call: Call) {
        let now = clock.monotonicNanoseconds
        let isBack = state.withLock { state in
            state.answered(call, now: now)
            state.calls[call.number]?.since = now
            return state.silent[call.inbox] != nil
        }
        if isBack { queue.async { [weak self] in self?.look(isScheduled: false) } }
    }

    /// The call, or the last of the row, has returned.
    public func end(_ call: Call) {
        let now = clock.monotonicNanoseconds
        let isBack = state.withLock { state in
            state.answered(call, now: now)
            state.calls[call.number] = nil
            return state.silent[call.inbox] != nil
        }
        if isBack { queue.async { [weak self] in self?.look(isScheduled: false) } }
    }

    /// Runs something that calls into an inbox.
    public func during<Result, Failure>(
        inbox: Int, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let call = begin(inbox: inbox)
        defer { end(call) }
        return try body()
    }

    /// Since when an inbox does not answer, in milliseconds since 1970; nil while it does.
    public func silentSince(inbox: Int) -> Int64? { state.withLock { $0.silent[inbox] } }

    /// How long a call into an inbox may take, in nanoseconds.
    func patience(inbox: Int) -> UInt64 { state.withLock { $0.patience[inbox] } ?? patience }

    private func scheduleLook() {
        queue.async(afterSeconds: Double(patience / 4) / 1e9) { [weak self] in
            self?.look(isScheduled: true)
        }
    }

    /// Finds who does not answer, and who does again; on the queue.
    private func look(isScheduled: Bool) {
        let now = clock.monotonicNanoseconds
        let wall = clock.wallMilliseconds
        let (actions, changes, goesOn, observer) = state.withLock { state in
            var actions: [@Sendable () -> Void] = []
            var oldest: [Int: UInt64] = [:]
            for (number, call) in state.calls
            where now > call.since && now - call.since >= state.patience[call.inbox] ?? patience {
                oldest[call.inbox] = min(oldest[call.inbox] ?? .max, call.since)
                if let action = call.whenSilent { actions.append(action) }
                state.calls[number]?.whenSilent = nil
            }
            var changes: [(Int, Int64?)] = []
            for (inbox, since) in oldest where state.silent[inbox] == nil {
                let began = wall - Int64((now - since) / 1_000_000)
                state.silent[inbox] = began
                changes.append((inbox, began))
            }
            for inbox in state.silent.keys where oldest[inbox] == nil {
                state.silent[inbox] = nil
                state.patience[inbox] = min(2 * (state.patience[inbox] ?? patience), max(patience, mostPatience))
                changes.append((inbox, nil))
            }
            let goesOn = isScheduled && !state.calls.isEmpty
            if isScheduled { state.isLookScheduled = goesOn }
            return (actions, changes, goesOn, state.observer)
        }
        if goesOn { scheduleLook() }
        for (inbox, since) in changes { observer?(inbox, since) }
        for action in actions { action() }
    }
}
