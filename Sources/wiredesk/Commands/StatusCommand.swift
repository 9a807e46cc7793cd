import Archive
import ArgumentParser
import Desk

/// `wiredesk status`: how the desk and its archive are.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show what is in the archive, what waits, and what is wrong.",
        discussion: """
            Works whether or not the desk runs; exits with 0 whenever the status can be read.

            EXAMPLES
              wiredesk status
              wiredesk status --json | jq .waiting
            """)

    @Flag(name: .long, help: "One JSON object.")
    var json = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            let configuration = try state.resolve()
            let archive = try ArchiveReader.open(state: configuration.state)
            let stored = try archive.status()
            let live = try Self.live(configuration)
            var inboxes = live ?? OfflineStatus.take(configuration, archive, version: Wiredesk.version)
            inboxes.problem = inboxes.problem ?? LogReaders.problem(stored, state: archive.state)
            if json {
                StandardOutput.line(Self.json(stored, inboxes, isRunning: live != nil).line)
            } else {
                for line in Self.lines(stored, inboxes, isRunning: live != nil) { StandardOutput.line(line) }
            }
        }
    }

    /// What the running desk says; nil when none runs.
    private static func live(_ configuration: DeskConfiguration) throws -> LiveStatus? {
        do {
            return try ControlClient.ask(state: configuration.state, ControlRequest(command: .status)).status
        } catch ControlClient.Failure.notRunning {
            return nil
        } catch ControlClient.Failure.broken {
            return try silent(configuration, "the desk runs but does not answer; it may be very busy, try again")
        } catch ControlClient.Failure.notAllowed(let path) {
            return try silent(
                configuration, "the desk runs, but you may not ask it at \(path); become a member of its group")
        }
    }

    /// What can be told beside a desk that does not answer.
    private static func silent(_ configuration: DeskConfiguration, _ problem: String) throws -> LiveStatus {
        let archive = try ArchiveReader.open(state: configuration.state)
        var status = OfflineStatus.take(configuration, archive, version: Wiredesk.version)
        status.process = StateLock.holder(state: configuration.state)?.process ?? 0
        status.problem = problem
        return status
    }

    private static func json(_ stored: ArchiveStatus, _ inboxes: LiveStatus, isRunning: Bool) -> JSONValue {
        let counters = stored.counters
        return .object([
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
        ])
    }

    private static func lines(_ stored: ArchiveStatus, _ inboxes: LiveStatus, isRunning: Bool) -> [String] {
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
        return lines
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
