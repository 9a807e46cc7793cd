import Archive
import ArticleQuery
import Desk
import Intake
import LinuxSystem

/// How things stand, as `wiredesk status` tells it.
struct StatusReport {
    /// Lines of each list of sources on a terminal.
    private static let shownSources = 10

    var stored: ArchiveStatus
    var inboxes: LiveStatus
    var isRunning: Bool
    var details: StatusDetails?
    /// Milliseconds since 1970 UTC.
    var now = SystemClock().wallMilliseconds

    // MARK: For programs

    var json: JSONValue {
        let counters = stored.counters
        let members: [(String, JSONValue)] = [
            ("running", .bool(isRunning)), ("pid", isRunning ? .integer(Int(inboxes.process)) : .null),
            ("version", .text(inboxes.version)), ("articles", .integer(counters.articles)),
            ("versions", .integer(counters.versions)),
            (
                "deliveries",
                .object([
                    ("stored", .integer(counters.stored)), ("duplicate", .integer(counters.duplicate)),
                    ("rejected", .integer(counters.rejected)),
                ])
            ),
            ("waiting", .integer(inboxes.waiting)), ("reading", .integer(inboxes.reading)),
            ("oldest_waiting_seconds", inboxes.oldestWaitingSeconds.map { .integer($0) } ?? .null),
            ("ignored", .integer(inboxes.ignored)),
            (
                "last",
                stored.last.map { last in
                    .object([
                        ("id", .text(last.id.description)), ("headline", .text(last.headline)),
                        ("outlet", .text(last.outlet)), ("time", .text(Timestamp.utc(last.received))),
                    ])
                } ?? .null
            ),
            ("problem", .text(inboxes.problem)), ("database_bytes", .integer(stored.databaseBytes)),
            ("wal_bytes", .integer(stored.logBytes)), ("originals_bytes", .integer(counters.originalsBytes)),
        ]
        return .object(members + (details.map { json($0) } ?? []))
    }

    private func json(_ details: StatusDetails) -> [(String, JSONValue)] {
        [
            (
                "rates",
                .object([
                    ("minute", Self.json(details.minute)), ("hour", Self.json(details.hour)),
                    ("day", Self.json(details.day)),
                ])
            ),
            (
                "waiting_ages",
                .list(
                    (inboxes.ages ?? []).enumerated().map { index, count in
                        .object([
                            ("up_to_seconds", .integer(InboxCensus.ageBounds[optional: index].map(Int64.init))),
                            ("count", .integer(count)),
                        ])
                    })
            ),
            ("outlets", .list(details.outlets.map(json))), ("collections", .list(details.collections.map(json))),
            (
                "slowest",
                .list(
                    details.slowest.map {
                        .object([
                            ("delivery", .integer($0.delivery)), ("name", .text($0.name)),
                            ("duration_ms", .integer($0.milliseconds)), ("size", .integer($0.size)),
                        ])
                    })
            ),
            (
                "disk",
                details.disk.map { disk in
                    .object([
                        ("free_bytes", .integer(disk.freeBytes)), ("bytes_per_day", .integer(disk.bytesPerDay)),
                        ("days_left", disk.daysLeft.map { .number(($0 * 10).rounded() / 10) } ?? .null),
                    ])
                } ?? .null
            ),
        ]
    }

    private static func json(_ activity: ArchiveActivity) -> JSONValue {
        .object([
            ("stored", .integer(activity.stored)), ("duplicate", .integer(activity.duplicate)),
            ("rejected", .integer(activity.rejected)), ("versions", .integer(activity.versions)),
        ])
    }

    private func json(_ source: SourceActivity) -> JSONValue {
        .object([
            ("name", .text(source.name)), ("versions", .integer(source.versions)),
            ("last", .text(Timestamp.utc(source.last))),
            ("silent_seconds", .integer(source.silence(at: now).map { $0 / 1000 })),
        ])
    }

    // MARK: For people

    var lines: [String] {
        let counters = stored.counters
        var lines = [
            isRunning
                ? TerminalText.styled("The desk is open", .green)
                    + " (process \(inboxes.process), version \(inboxes.version))"
                : TerminalText.styled("The desk is closed", .yellow)
        ]
        if let problem = inboxes.problem {
            lines.append(TerminalText.styled("Problem: ", .red) + TerminalText.line(problem))
        }
        lines.append("articles    \(counters.articles) in \(counters.versions) versions")
        lines.append(
            "deliveries  \(counters.stored) stored, \(counters.duplicate) duplicate, \(counters.rejected) rejected")
        var waiting = "waiting     \(inboxes.waiting)"
        if let oldest = inboxes.oldestWaitingSeconds { waiting += ", the oldest for \(oldest) s" }
        lines.append(waiting + ", \(inboxes.reading) being read, \(inboxes.ignored) ignored")
        for blocked in inboxes.blocked {
            lines.append("            \(blocked.name): \(TerminalText.line(blocked.reason))")
        }
        if let last = stored.last {
            let outlet = last.outlet.map { " (\(TerminalText.line($0)))" } ?? ""
            lines.append(
                "last        \(Timestamp.local(last.received))  \(TerminalText.line(last.headline ?? "(no headline)"))\(outlet)"
            )
        }
        if let verification = inboxes.verification { lines.append("originals   \(Self.text(verification))") }
        lines.append(
            "on disk     \(Bytes.text(stored.databaseBytes)) database, \(Bytes.text(stored.logBytes)) log,"
                + " \(Bytes.text(counters.originalsBytes)) originals")
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
        return "verified \(Timestamp.local(ended)), \(verification.checked) read\(damaged)"
    }

    private func detailLines(_ details: StatusDetails) -> [String] {
        var lines: [String] = []
        if let disk = details.disk {
            var text = "free        \(Bytes.text(disk.freeBytes))"
            if let perDay = disk.bytesPerDay { text += "; the archive grows by \(Bytes.text(perDay)) a day" }
            if let days = disk.daysLeft {
                // Beyond some years a forecast says nothing.
                text += days < 2000 ? ", which will do for \(Int(days)) days" : ", which will do for years"
            }
            lines.append(text)
        }
        lines.append("")
        lines.append(TerminalText.styled("came in     deliveries  stored  duplicate  rejected  a minute", .dim))
        for (name, activity, minutes) in [
            ("last minute", details.minute, 1.0), ("last hour", details.hour, 60), ("last day", details.day, 1440),
        ] {
            let rate = (Double(activity.deliveries) / minutes * 10).rounded() / 10
            lines.append(
                name.rightPadded(12) + "\(activity.deliveries)".leftPadded(10) + "\(activity.stored)".leftPadded(8)
                    + "\(activity.duplicate)".leftPadded(11) + "\(activity.rejected)".leftPadded(10)
                    + "\(rate)".leftPadded(10))
        }
        lines += ageLines
        lines += sourceLines("outlet, \(StatusDetails.sourceDays) days", details.outlets, none: "(no outlet)")
        lines += sourceLines("collection, \(StatusDetails.sourceDays) days", details.collections, none: "(none)")
        if !details.slowest.isEmpty {
            lines += ["", TerminalText.styled("slowest of the last day", .dim)]
            for slow in details.slowest {
                lines.append(
                    DurationWords.text(milliseconds: slow.milliseconds).leftPadded(10)
                        + "  \(TerminalText.line(slow.name)) (\(Bytes.text(slow.size)), delivery \(slow.delivery))")
            }
        }
        return lines
    }

    /// What waits, by age; nothing where nothing waits.
    private var ageLines: [String] {
        guard let ages = inboxes.ages, ages.contains(where: { $0 > 0 }) else { return [] }
        let names = InboxCensus.ageBounds.map { "≤ " + DurationWords.text(seconds: Int64($0)) } + ["older"]
        return [
            "", TerminalText.styled("waiting for " + names.map { $0.leftPadded(9) }.joined(), .dim),
            "files       " + ages.map { "\($0)".leftPadded(9) }.joined(),
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
            var name = source.name.map { $0.isEmpty ? none : TerminalText.line($0) } ?? none
            if name.count > width - 2 { name = name.prefix(width - 3) + "…" }
            let age = max(0, now - source.last) / 1000
            var line = name.rightPadded(width) + "\(source.versions)".leftPadded(8)
            line += "  \(DurationWords.text(seconds: age)) ago"
            if source.silence(at: now) != nil { line += "  " + TerminalText.styled("silent", .yellow) }
            lines.append(line)
        }
        if sources.count > shown.count { lines.append("and \(sources.count - shown.count) more") }
        return lines
    }
}

/// Numbers of bytes for people.
enum Bytes {
    /// Such as `12.3 MiB`.
    static func text(_ bytes: Int64) -> String {
        var value = Double(bytes)
        var units = ["B", "KiB", "MiB", "GiB", "TiB"][...]
        while value >= 1024, units.count > 1 {
            value /= 1024
            units.removeFirst()
        }
        let rounded = value < 10 && units.first != "B" ? (value * 10).rounded() / 10 : value.rounded()
        return (rounded == rounded.rounded() ? "\(Int(rounded))" : "\(rounded)") + " " + (units.first ?? "B")
    }
}

extension Array {
    fileprivate subscript(optional index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
