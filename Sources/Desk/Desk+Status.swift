import ArticleQuery
import DeskProtocol
import Glibc
import Intake

/// How things stand.
extension Desk {
    /// The headline of the article that was stored last, or nil.
    public var lastHeadline: String? { events.last.withLock { $0?.headline } }

    var statusLine: StatusLine {
        let counters = (try? archive.counters()) ?? Counters()
        let status = intake.status()
        return StatusLine(
            articles: counters.articles, waiting: status.known, isWaitingOpen: status.isScanning,
            rejected: counters.rejected, reading: liveness.largeFile,
            last: events.last.withLock { $0 }, problem: problem(status))
    }

    /// The gravest problem, or what the intake cannot look at.
    private func problem(_ status: IntakeStatus) -> String? {
        if let problem = problems.first { return problem }
        guard status.unreadable > 0 else {
            guard status.unfit > 0 else { return nil }
            let limit = ByteSizeSetting.format(parts.configuration.maximumSize)
            return
                "\(status.unfit) \(status.unfit == 1 ? "file is" : "files are") larger than max_size (\(limit)); raise max_size, take them away, or set remove_too_large: true"
        }
        return
            "\(status.unreadable) folders or files of the inboxes cannot be looked at; let the desk read them (chmod g+rx), and shorten paths beyond 4,095 bytes; the journal names them"
    }

    func liveStatus() -> LiveStatus {
        let status = intake.status()
        let archive = self.archive
        var live = InboxCount.take(parts.configuration, silent: status.silentInboxes) { inbox, path, identity in
            (try? archive.isKnown(inbox: inbox, path: path, identity: identity)) != nil
        }.status(
            process: getpid(), version: parts.version, reading: status.inFlight, problem: problem(status),
            blocked: status.waiting.map { LiveStatus.Waiting(name: $0.path.display, reason: $0.reason) },
            inboxes: status.watching.map { LiveStatus.Inbox(path: inboxes[$0.inbox].path, watching: $0.text) })
        // A count of very many names is cut off in time; then the intake may know of more.
        live.waiting = max(live.waiting, status.known)
        live.verification = scrub.state
        return live
    }
}
