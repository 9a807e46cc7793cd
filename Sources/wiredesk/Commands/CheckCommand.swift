import Archive
import ArgumentParser
import ArticleQuery
import Desk
import Export
import Foundation
import Presentation

/// `wiredesk check`: whether everything that a desk stands on is in order.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Look for what is wrong, and say what mends it.",
        discussion: """
            Looks at the configuration, the inboxes and their rights, the limits of inotify, the reader program, the \
            state folder, the database with its full-text index, the journal and the service manager. Changes \
            nothing, and may be run beside the desk; only the desk's user and root can look at everything.

            Exits with 0 when nothing is wrong, with 1 when something is, with 78 when the configuration has errors.

            EXAMPLES
              sudo wiredesk check
              wiredesk check --originals    also read all kept originals
              wiredesk check --health       for Nagios, Icinga and containers
              wiredesk check --json | jq '.findings[] | select(.verdict == "wrong")'
            """)

    @Flag(name: .long, help: "Also read every kept original and compare it with its hash.")
    var originals = false

    @Flag(name: .long, help: "One JSON object.")
    var json = false

    @Flag(
        name: .long,
        help: "Only ask how the desk is, in one line for monitoring: 0 fine, 1 warning, 2 critical, 3 unknown.")
    var health = false

    @OptionGroup var limits: HealthOptions
    @OptionGroup var state: StateOptions

    func run() throws {
        if health {
            let report = self.healthReport
            StandardOutput.line(report.line)
            throw ExitCode(report.verdict.rawValue)
        }
        try Failure.guarding {
            var findings: [CheckFinding] = []
            func tell(_ finding: CheckFinding) {
                findings.append(finding)
                if !json { Self.show(finding) }
            }
            let configuration: DeskConfiguration
            do {
                configuration = try state.resolve()
            } catch let error as ConfigurationError {
                for problem in error.problems { tell(CheckFinding("configuration", .wrong, "\(problem)")) }
                if json { show(findings) }
                throw ExitCode(ExitStatus.configuration.rawValue)
            }
            let options = DeskCheck.Options(
                readsOriginals: originals, unit: state.unit, sharedInboxes: state.sharedInboxes(configuration),
                progress: Self.progress(isWanted: !json))
            DeskCheck(configuration, options: options, tell: tell).run()
            if json { show(findings) }
            if findings.contains(where: { $0.verdict == .wrong }) { throw ExitCode(ExitStatus.negative.rawValue) }
        }
    }

    private var healthReport: HealthReport {
        do {
            let configuration = try state.resolve()
            guard let live = try StatusCommand.live(configuration) else {
                try StateFolder(configuration.state).demandNoLostDatabase()
                if let failed = state.failedUnit { return HealthReport(.critical, failed.problem) }
                // Nothing is known of a state that has no archive.
                _ = try state.openArchive()
                return HealthReport(.critical, "the desk does not run; start it: \(state.startCommand)")
            }
            let stored = try state.openArchive().status()
            return HealthReport(
                live, stored, warnAfter: limits.warnAfter, criticalAfter: limits.criticalAfter)
        } catch let error as ConfigurationError {
            return HealthReport(
                .unknown, "the configuration has errors: " + (error.problems.first?.description ?? ""))
        } catch let error as ArchiveError where error.kind == .corrupt {
            return HealthReport(.critical, "\(error)")
        } catch {
            return HealthReport(.unknown, ErrorReport(error).message)
        }
    }

    private func show(_ findings: [CheckFinding]) {
        let isFine = !findings.contains { $0.verdict == .wrong }
        let list = findings.map { finding in
            JSONOutput.object([
                ("subject", .text(finding.subject)), ("verdict", .text(finding.verdict.rawValue)),
                ("detail", .text(finding.detail)), ("remedy", .text(finding.remedy)),
            ])
        }
        StandardOutput.line(JSONOutput.object([("fine", .bool(isFine)), ("findings", .list(list))]).line)
    }

    private static let verdictColumn = 9
    /// The longest subject is `database and originals`.
    private static let subjectColumn = 24

    private static func show(_ finding: CheckFinding) {
        let (word, style): (String, TerminalText.Style) =
            switch finding.verdict {
            case .fine: ("fine", .green)
            case .warning: ("warning", .yellow)
            case .wrong: ("WRONG", .red)
            case .unchecked: ("-", .dim)
            }
        StandardOutput.line(
            TerminalText.wrapped(
                TerminalText.styled(word.rightPadded(verdictColumn), style) + finding.subject.rightPadded(subjectColumn)
                    + TerminalText.line(finding.detail), indent: verdictColumn + subjectColumn))
        if let remedy = finding.remedy {
            StandardOutput.line(
                String(repeating: " ", count: verdictColumn + subjectColumn) + "→ " + TerminalText.line(remedy))
        }
    }

    /// Shows how far the reading of the originals is, where standard error is a terminal.
    private static func progress(isWanted: Bool) -> @Sendable (Int, Int) -> Void {
        guard isWanted, isatty(STDERR_FILENO) == 1 else { return { _, _ in } }
        return { done, all in
            // A line a hundred originals is often enough for an eye.
            guard done % 100 == 0 || done == all else { return }
            let line = done == all ? "\r\u{1B}[K" : "\r\(done) of \(all) originals read"
            FileHandle.standardError.write(Data(line.utf8))
        }
    }
}
