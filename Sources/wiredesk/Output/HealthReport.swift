import Archive
import ArgumentParser
import ArticleQuery
import Desk

/// From when on `check --health` is not content.
struct HealthOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp("With --health: warn when a file has waited for so many seconds.", valueName: "seconds"))
    var warnAfter = 300

    @Option(
        name: .long,
        help: ArgumentHelp("With --health: critical when a file has waited for so many seconds.", valueName: "seconds"))
    var criticalAfter = 3600

    func validate() throws {
        guard warnAfter >= 0, criticalAfter >= warnAfter else {
            throw ValidationError("--warn-after is a number of seconds, and --critical-after is not less")
        }
    }
}

/// One line and an exit status in the form of the Monitoring Plugins Development Guidelines, which Nagios, Icinga and others read.
enum HealthReport {
    /// How the desk is.
    enum Verdict: Int32, Comparable {
        case fine = 0
        case warning = 1
        case critical = 2
        case unknown = 3

        var word: String {
            switch self {
            case .fine: "OK"
            case .warning: "WARNING"
            case .critical: "CRITICAL"
            case .unknown: "UNKNOWN"
            }
        }

        static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// Prints the line; gives the exit status.
    static func tell(_ state: StateOptions, _ limits: HealthOptions) -> Int32 {
        let (verdict, text) = judge(state, limits)
        StandardOutput.line("WIREDESK \(verdict.word) - \(text)")
        return verdict.rawValue
    }

    private static func judge(_ state: StateOptions, _ limits: HealthOptions) -> (Verdict, String) {
        do {
            let configuration = try state.resolve()
            let archive = try ArchiveReader.open(state: configuration.state)
            let stored = try archive.status()
            guard let live = try StatusCommand.live(configuration) else {
                return (.critical, "the desk does not run; start it: systemctl start wiredesk")
            }
            return judge(live, stored, limits)
        } catch let error as ConfigurationError {
            return (.unknown, "the configuration has errors: " + oneLine(error.problems.first?.description ?? ""))
        } catch {
            return (.unknown, oneLine("\(error)"))
        }
    }

    static func judge(_ live: LiveStatus, _ stored: ArchiveStatus, _ limits: HealthOptions) -> (Verdict, String) {
        var verdict = Verdict.fine
        var says: [String] = []
        if let problem = live.problem {
            verdict = .critical
            says.append(oneLine(problem))
        }
        let oldest = live.waiting > 0 ? live.oldestWaitingSeconds ?? 0 : 0
        if oldest >= limits.criticalAfter {
            verdict = .critical
        } else if oldest >= limits.warnAfter || !live.blocked.isEmpty {
            verdict = max(verdict, .warning)
        }
        if let blocked = live.blocked.first { says.append(oneLine("\(blocked.name) waits: \(blocked.reason)")) }
        says.append(
            "\(stored.counters.articles) articles, \(live.waiting) waiting"
                + (oldest > 0 ? ", the oldest for \(DurationWords.text(seconds: Int64(oldest)))" : ""))
        let figures = [
            "waiting=\(live.waiting);;;0", "oldest=\(oldest)s;\(limits.warnAfter);\(limits.criticalAfter);0",
            "articles=\(stored.counters.articles);;;0", "rejected=\(stored.counters.rejected);;;0",
        ]
        return (verdict, says.joined(separator: "; ") + " | " + figures.joined(separator: " "))
    }

    /// A bar would begin the figures.
    private static func oneLine(_ text: String) -> String {
        TerminalText.line(text.split(whereSeparator: \.isNewline).joined(separator: "; "))
            .split(separator: "|", omittingEmptySubsequences: false).joined(separator: "/")
    }
}
