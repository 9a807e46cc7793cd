import ArticleQuery
import DeskProtocol

/// One line and an exit status in the form of the Monitoring Plugins Development Guidelines, which Nagios, Icinga and others read.
package struct HealthReport: Sendable, Equatable {
    /// How the desk is.
    package enum Verdict: Int32, Comparable, Sendable {
        /// Nothing is wrong.
        case fine = 0
        /// Somebody should look.
        case warning = 1
        /// Nothing is filed, or what waits has waited too long.
        case critical = 2
        /// It cannot be told.
        case unknown = 3

        var word: String {
            switch self {
            case .fine: "OK"
            case .warning: "WARNING"
            case .critical: "CRITICAL"
            case .unknown: "UNKNOWN"
            }
        }

        /// Whether one is less grave.
        package static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
    }

    /// How the desk is; its number is the exit status.
    package let verdict: Verdict
    private let text: String

    /// The line.
    package var line: String { "WIREDESK \(verdict.word) - \(text)" }

    /// A verdict with a reason.
    package init(_ verdict: Verdict, _ reason: String) {
        self.verdict = verdict
        text = Self.oneLine(reason)
    }

    /// How a running desk is.
    ///
    /// - Parameters:
    ///   - warnAfter: seconds for which a file may wait before somebody should look.
    ///   - criticalAfter: seconds after which it has waited too long.
    package init(_ live: LiveStatus, _ stored: ArchiveStatus, warnAfter: Int, criticalAfter: Int) {
        var verdict = Verdict.fine
        var says: [String] = []
        if let problem = live.problem {
            verdict = .critical
            says.append(Self.oneLine(problem))
        }
        let oldest = live.waiting > 0 ? live.oldestWaitingSeconds ?? 0 : 0
        if oldest >= criticalAfter {
            verdict = .critical
        } else if oldest >= warnAfter || !live.blocked.isEmpty {
            verdict = max(verdict, .warning)
        }
        if let blocked = live.blocked.first { says.append(Self.oneLine("\(blocked.name) waits: \(blocked.reason)")) }
        says.append(
            "\(stored.counters.articles) articles, \(live.waiting) waiting"
                + (oldest > 0 ? ", the oldest for \(DurationText.text(seconds: Int64(oldest)))" : ""))
        let figures = [
            "waiting=\(live.waiting);;;0", "oldest=\(oldest)s;\(warnAfter);\(criticalAfter);0",
            "articles=\(stored.counters.articles);;;0", "rejected=\(stored.counters.rejected);;;0",
        ]
        self.verdict = verdict
        text = says.joined(separator: "; ") + " | " + figures.joined(separator: " ")
    }

    /// A bar would begin the figures.
    private static func oneLine(_ text: String) -> String {
        TerminalText.line(text.split(whereSeparator: \.isNewline).joined(separator: "; "))
            .split(separator: "|", omittingEmptySubsequences: false).joined(separator: "/")
    }
}
