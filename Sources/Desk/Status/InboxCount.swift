import DeskProtocol
import Dispatch
import Intake
import LinuxSystem
import NewsModel
import Synchronization

/// What stands in all inboxes of a configuration.
struct InboxCount {
    /// Seconds within which an inbox must be counted; twice what a count may take. One that does not answer is left out.
    private static let seconds = 1.0
    /// Counts of one inbox that may be under way at once: each holds a thread, for ever where the inbox does not answer.
    private static let most = 4
    private static let underWay = Mutex<[String: Int]>([:])

    private var eligible = 0
    private var ignored = 0
    private var ages = InboxCensus().ages
    private var oldestChangedNanoseconds: Int64?

    /// Counts all inboxes at the same time; one that cannot be looked into, or does not answer, counts as empty.
    ///
    /// - Parameter silent: inboxes that are known not to answer, by their places in the configuration.
    static func take(
        _ configuration: DeskConfiguration, silent: [Int] = [],
        isDurable: @escaping @Sendable (_ inbox: String, FileName, FileIdentity) -> Bool
    ) -> InboxCount {
        let rules = configuration.ignoreRules
        let counts = configuration.inboxSettings.enumerated().compactMap { index, inbox in
            silent.contains(index)
                ? nil
                : count(inbox.path, rules, isDurable: { isDurable(inbox.path, $0, $1) })
        }
        let end = DispatchTime.now() + seconds
        var all = InboxCount()
        for count in counts {
            if let census = count.result(until: end) ?? nil { all.add(census) }
        }
        return all
    }

    private static func count(
        _ path: String, _ rules: IgnoreRules, isDurable: @escaping @Sendable (FileName, FileIdentity) -> Bool
    ) -> BoundedCall<InboxCensus?>? {
        let mayBegin = underWay.withLock { counts in
            guard counts[path, default: 0] < most else { return false }
            counts[path, default: 0] += 1
            return true
        }
        guard mayBegin else { return nil }
        return BoundedCall("wiredesk.census") {
            defer { underWay.withLock { $0[path, default: 1] -= 1 } }
            return try? InboxCensus.take(path: path, rules: rules, isDurable: isDurable)
        }
    }

    private mutating func add(_ census: InboxCensus) {
        eligible += census.eligible
        ignored += census.ignored
        for (index, files) in census.ages.enumerated() { ages[index] += files }
        if let changed = census.oldestChangedNanoseconds {
            oldestChangedNanoseconds = min(oldestChangedNanoseconds ?? .max, changed)
        }
    }

    func status(
        process: Int32, version: String, reading: Int, problem: String?, blocked: [LiveStatus.Waiting],
        inboxes: [LiveStatus.Inbox]
    ) -> LiveStatus {
        let now = SystemClock().wallMilliseconds
        var status = LiveStatus(
            process: process, version: version, waiting: max(0, eligible - reading), reading: reading, ignored: ignored,
            oldestWaitingSeconds: oldestChangedNanoseconds.map { Int(max(0, now - $0 / 1_000_000) / 1000) },
            problem: problem, blocked: blocked, inboxes: inboxes)
        let bounds = InboxCensus.ageBounds.map { Optional($0) } + [nil]
        status.ages = zip(bounds, ages).map { LiveStatus.Age(upToSeconds: $0, count: $1) }
        return status
    }
}
