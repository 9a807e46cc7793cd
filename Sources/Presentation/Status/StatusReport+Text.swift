import ArticleQuery
import DeskProtocol
import LinuxSystem

/// How things stand, for people.
extension StatusReport {
    /// Lines of each list of sources on a terminal.
    private static let shownSources = 10

    package var lines: [String] {
        let counters = stored.counters
        var lines = [
            isRunning
                ? TerminalText.styled("The desk is running", .green)
                    + " (process \(inboxes.process), version \(inboxes.version))"
                : TerminalText.styled("The desk is not running", .yellow)
        ]
        if let problem = inboxes.problem {
            lines.append(TerminalText.styled("Problem: ", .red) + TerminalText.line(problem))
        }
        lines.append(
            "articles    \(counters.articles)"
                + (counters.versions == counters.articles
                    ? "" : ", with \(Counted.text(Int(counters.versions), "version")) in all"))
        lines.append(
            "deliveries  \(counters.stored) stored, \(counters.duplicate) duplicate, \(counters.rejected) rejected")
        // What lies in folders that cannot be looked into is not known.
        var waiting = "waiting     \(inboxes.unreadable > 0 ? "at least " : "")\(inboxes.waiting)"
        if let oldest = inboxes.oldestWaitingSeconds { waiting += ", the oldest for \(oldest) s" }
        lines.append(waiting + ", \(inboxes.reading) being read, \(inboxes.ignored) ignored")
        for blocked in inboxes.blocked {
            lines.append("            \(blocked.name): \(TerminalText.line(blocked.reason))")
        }
        if let last = stored.last {
            let outlet = last.outlet.map { " (\(TerminalText.line($0)))" } ?? ""
            lines.append(
                "last        \(LocalTime.minute(milliseconds: last.received))  \(TerminalText.line(last.headline ?? "(no headline)"))\(outlet)"
            )
        }
        if let verification = inboxes.verification { lines.append("originals   \(Self.text(verification))") }
        lines.append(
            "on disk     \(ByteCount.text(stored.databaseBytes)) database, \(ByteCount.text(stored.logBytes)) log,"
                + " \(ByteCount.text(counters.originalsBytes)) originals")
        return lines + (details.map { detailLines($0) } ?? [])
    }

    private static func text(_ verification: LiveStatus.Verification) -> String {
        let damaged =
            verification.damagedCount == 0
            ? "" : TerminalText.styled(", \(verification.damagedCount) missing or damaged", .red)
        if let failure = verification.failure { return "not verified: \(TerminalText.line(failure))\(damaged)" }
        guard let ended = verification.ended else {
            return "being verified, \(verification.checked) of \(verification.total)\(damaged)"
        }
        return "verified \(LocalTime.minute(milliseconds: ended)), \(verification.checked) read\(damaged)"
    }

    private func detailLines(_ details: StatusDetails) -> [String] {
        var lines: [String] = []
        if let disk = details.disk { lines.append("free        " + disk.words) }
        lines.append("")
        lines.append(TerminalText.styled("came in     deliveries  stored  duplicate  rejected  a minute", .dim))
        for rate in details.rates {
            let activity = rate.activity
            lines.append(
                rate.name.rightPadded(12) + "\(activity.deliveries)".leftPadded(10)
                    + "\(activity.stored)".leftPadded(8) + "\(activity.duplicate)".leftPadded(11)
                    + "\(activity.rejected)".leftPadded(10) + "\(rate.deliveriesPerMinute)".leftPadded(10))
        }
        lines += ageLines
        lines += sourceLines("outlet, \(StatusDetails.sourceDays) days", details.outlets, none: "(no outlet)")
        lines += sourceLines("collection, \(StatusDetails.sourceDays) days", details.collections, none: "(none)")
        if !details.slowest.isEmpty {
            lines += ["", TerminalText.styled("slowest of the last day", .dim)]
            for slow in details.slowest {
                lines.append(
                    DurationText.text(milliseconds: slow.milliseconds).leftPadded(10)
                        + "  \(TerminalText.line(slow.name)) (\(ByteCount.text(slow.size)), delivery \(slow.delivery))")
            }
        }
        return lines
    }

    /// What waits, by age; nothing where nothing waits.
    private var ageLines: [String] {
        let ages = inboxes.ages
        guard ages.contains(where: { $0.count > 0 }) else { return [] }
        return [
            "", TerminalText.styled("waiting for " + ages.map { $0.name.leftPadded(9) }.joined(), .dim),
            "files       " + ages.map { "\($0.count)".leftPadded(9) }.joined(),
        ]
    }

    private func sourceLines(_ title: String, _ sources: [SourceActivity], none: String) -> [String] {
        guard !sources.isEmpty else { return [] }
        // The silent ones are shown however few articles they had.
        let silent = sources.filter { $0.silence(at: now) != nil }
        let shown =
            sources.prefix(Self.shownSources) + silent.filter { !sources.prefix(Self.shownSources).contains($0) }
        let width = 34
        var lines = ["", TerminalText.styled(title.rightPadded(width) + "versions  last", .dim)]
        for source in shown {
            let name = (source.name.map { $0.isEmpty ? none : TerminalText.line($0) } ?? none).cut(to: width - 2)
            let age = max(0, now - source.last) / 1000
            var line = name.rightPadded(width) + "\(source.versions)".leftPadded(8)
            line += "  \(DurationText.text(seconds: age)) ago"
            if source.silence(at: now) != nil { line += "  " + TerminalText.styled("silent", .yellow) }
            lines.append(line)
        }
        if sources.count > shown.count { lines.append("and \(sources.count - shown.count) more") }
        return lines
    }
}
