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
            articles: counters.articles, waiting: status.known + status.unreadable,
            isWaitingOpen: status.isScanning || status.unreadable > 0,
            rejected: counters.rejected, reading: liveness.largeFile,
            last: events.last.withLock { $0 }, problem: problem(status))
    }

    /// What is wrong, the gravest first, and what the intake cannot take; nil where nothing is.
    private func problem(_ status: IntakeStatus) -> String? {
        var problems = self.problems.all
        if status.unreadable > 0 {
            let count = status.unreadable == 1 ? "a folder or file" : "\(status.unreadable) folders or files"
            let first = status.waiting.first { $0.isUnreadable }.map {
                ", such as \($0.path.display): \($0.reason)"
            }
            problems.append("\(count) in the inboxes cannot be looked at\(first ?? "; the journal names them")")
        }
        if status.unfit > 0 {
            let limit = ByteSizeSetting.format(parts.configuration.maximumSize)
            problems.append(
                "\(status.unfit) \(status.unfit == 1 ? "file is" : "files are") larger than max_size (\(limit)); raise max_size, take them away, or set remove_too_large: true"
            )
        }
        return problems.isEmpty ? nil : problems.joined(separator: ". Besides: ")
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
        live.waiting = max(live.waiting, status.known) + status.unreadable
        live.unreadable = status.unreadable
        live.verification = scrub.state
        return live
    }
}
