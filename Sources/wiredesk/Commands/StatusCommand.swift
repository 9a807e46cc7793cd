import Archive
import ArgumentParser
import ArticleQuery
import Desk
import DeskProtocol
import Dispatch
import Glibc
import Presentation

/// `wiredesk status`: how the desk and its archive are.
struct StatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show what is in the archive, what waits, and what is wrong.",
        discussion: """
            Works whether or not the desk runs; exits with 0 whenever the status can be read. On a terminal it also \
            shows rates, the ages of what waits, outlets and collections with those that have gone silent, the \
            slowest files, and how long the disk will do; elsewhere --full does.

            EXAMPLES
              wiredesk status
              wiredesk status --watch
              wiredesk status --json | jq .waiting
            """)

    /// Columns of what stands before the values.
    private static let labelColumns = 12
    /// Seconds between two looks of `--watch`.
    private static let watchSeconds = 2.0

    @Flag(name: .long, help: "One JSON object.")
    var json = false

    @Flag(name: .long, help: "Tell everything, as on a terminal.")
    var full = false

    @Flag(name: .long, help: "Show it again every two seconds, until Ctrl-C; with --json one object a line.")
    var watch = false

    @OptionGroup var state: StateOptions

    func run() throws {
        try Failure.guarding {
            guard watch else { return show(try report()) }
            try keepShowing()
        }
    }

    private func show(_ report: StatusReport) {
        if json {
            StandardOutput.line(report.json.line)
        } else {
            for line in report.lines { StandardOutput.line(TerminalText.wrapped(line, indent: Self.labelColumns)) }
        }
    }

    private func report() throws -> StatusReport {
        let configuration = try state.resolve()
        let archive = try ArchiveReader.open(state: configuration.state)
        let stored = try archive.status()
        let live = try Self.live(configuration)
        var inboxes = live ?? OfflineStatus.take(configuration, archive, version: Wiredesk.version)
        if live == nil { inboxes.problem = inboxes.problem ?? state.failedUnit?.problem }
        inboxes.problem = inboxes.problem ?? LogReaders.problem(stored, state: archive.state)
        let wantsDetails = full || (StandardOutput.isTerminal && !json)
        return StatusReport(
            stored: stored, inboxes: inboxes, isRunning: live != nil,
            details: wantsDetails ? try StatusDetails.take(configuration, archive, stored) : nil)
    }

    /// On a terminal on a screen of its own, which is given back at the end; elsewhere one report after the other.
    private func keepShowing() throws {
        let hasScreen = StandardOutput.isTerminal && !json
        let end = DispatchSemaphore(value: 0)
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { end.signal() }
            source.activate()
            return source
        }
        // The alternate screen of xterm, and the cursor hidden.
        if hasScreen { StandardOutput.write("\u{1B}[?1049h\u{1B}[?25l") }
        defer {
            if hasScreen { StandardOutput.write("\u{1B}[?25h\u{1B}[?1049l") }
            for source in sources { source.cancel() }
        }
        repeat {
            let report = try report()
            guard hasScreen else {
                show(report)
                continue
            }
            let height = TerminalText.height
            var lines = report.lines.prefix(max(1, height - 1)).map { $0 + "\u{1B}[K" }
            lines.append("\u{1B}[J")
            // Lines longer than the screen is wide are cut, not wrapped (DEC private mode 7).
            StandardOutput.write("\u{1B}[?7l\u{1B}[H" + lines.joined(separator: "\n") + "\u{1B}[?7h")
        } while end.wait(timeout: .now() + Self.watchSeconds) == .timedOut
    }

    /// What the running desk says; nil when none runs.
    static func live(_ configuration: DeskConfiguration) throws -> LiveStatus? {
        try CurrentStatus.live(configuration, version: Wiredesk.version)
    }
}
