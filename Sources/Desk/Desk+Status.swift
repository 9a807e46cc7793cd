import Archive
import Glibc
import Intake

/// How things stand.
extension Desk {
    /// The headline of the article that was stored last, or nil.
    public var lastHeadline: String? { last.withLock { $0?.headline } }

    var statusLine: StatusLine {
        let counters = (try? archive.counters()) ?? Counters()
        let status = intake.status()
        return StatusLine(
            articles: counters.articles, waiting: status.known, isWaitingOpen: status.isScanning,
            rejected: counters.rejected,
            last: last.withLock { $0 }, problem: problems.first)
    }

    func liveStatus() -> LiveStatus {
        let status = intake.status()
        let archive = self.archive
        return InboxCount.take(parts.configuration) { inbox, path, identity in
            (try? archive.isKnown(inbox: inbox, path: path, identity: identity)) != nil
        }.status(
            process: getpid(), version: parts.version, reading: status.inFlight, problem: problems.first,
            blocked: status.waiting.map { LiveStatus.Waiting(name: $0.path.display, reason: $0.reason) },
            inboxes: status.watching.map { LiveStatus.Inbox(path: inboxes[$0.inbox].path, watching: $0.text) })
    }
}
