import DeskProtocol
import Intake
import LinuxSystem
import NewsModel

/// What stands in all inboxes of a configuration.
struct InboxCount {
    private var eligible = 0
    private var ignored = 0
    private var ages = InboxCensus().ages
    private var oldestChangedNanoseconds: Int64?

    /// Counts; an inbox that cannot be looked into counts as empty.
    static func take(
        _ configuration: DeskConfiguration, isDurable: (_ inbox: String, FileName, FileIdentity) -> Bool
    ) -> InboxCount {
        var count = InboxCount()
        for inbox in configuration.inboxSettings {
            guard
                let census = try? InboxCensus.take(
                    path: inbox.path, rules: configuration.ignoreRules, isDurable: { isDurable(inbox.path, $0, $1) })
            else { continue }
            count.eligible += census.eligible
            count.ignored += census.ignored
            for (index, files) in census.ages.enumerated() { count.ages[index] += files }
            if let changed = census.oldestChangedNanoseconds {
                count.oldestChangedNanoseconds = min(count.oldestChangedNanoseconds ?? .max, changed)
            }
        }
        return count
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
