import ArticleQuery
import DeskProtocol
import NewsModel
import Testing

@testable import Presentation

/// What errors and the state of the desk mean for whoever asks.
@Suite struct ReportTests {
    @Test func failuresThatMayPass_AreWorthAnotherTry_OthersAreNot() {
        func status(_ error: any Error) -> Presentation.ExitStatus { ErrorReport(error).status }
        func archive(_ kind: ArchiveError.Kind) -> ArchiveError {
            ArchiveError(kind, operation: "search", path: "/var/lib/wiredesk/wiredesk.db", cause: "it is so")
        }
        #expect(status(archive(.busy)) == .waiting && status(archive(.diskFull)) == .waiting)
        #expect(status(archive(.readOnly)) == .inputOutput && status(archive(.corrupt)) == .inputOutput)
        #expect(status(ControlClient.Failure.notRunning) == .waiting)
        #expect(status(StateLock.Failure.held(by: nil)) == .waiting)
        #expect(status(ControlFailure(.unknown, "there is no delivery 7")) == .negative)
        #expect(status(ControlFailure(.refused, "the new configuration was refused")) == .configuration)
    }

    @Test func words_CannotActOnATerminal() {
        #expect(ErrorReport(ControlFailure(.failed, "no file \u{1B}[31mred")).message == "no file \u{FFFD}[31mred")
    }

    private static func live(waiting: Int, oldest: Int?, problem: String? = nil) -> LiveStatus {
        LiveStatus(
            process: 1, version: "1", waiting: waiting, reading: 0, ignored: 0, oldestWaitingSeconds: oldest,
            problem: problem, blocked: [], inboxes: [])
    }

    @Test(
        arguments: [
            (0, nil, HealthReport.Verdict.fine), (3, 299, .fine), (3, 300, .warning), (3, 3600, .critical),
            (0, 9999, .fine),
        ] as [(Int, Int?, HealthReport.Verdict)])
    func health_IsJudgedByTheOldestThatWaits(_ waiting: Int, _ oldest: Int?, _ verdict: HealthReport.Verdict) {
        let stored = ArchiveStatus(counters: Counters(), last: nil, databaseBytes: 0, logBytes: 0)
        let report = HealthReport(
            Self.live(waiting: waiting, oldest: oldest), stored, warnAfter: 300, criticalAfter: 3600)
        #expect(report.verdict == verdict)
        #expect(report.line.hasPrefix("WIREDESK ") && report.line.contains("| waiting=\(waiting);;;0 oldest="))
    }

    @Test func problem_IsCritical_AndItsBarsDoNotBeginTheFigures() {
        let stored = ArchiveStatus(counters: Counters(), last: nil, databaseBytes: 0, logBytes: 0)
        let report = HealthReport(
            Self.live(waiting: 0, oldest: nil, problem: "a | b\nc"), stored, warnAfter: 1, criticalAfter: 2)
        #expect(report.verdict == .critical)
        #expect(report.line.hasPrefix("WIREDESK CRITICAL - a / b; c; 0 articles"))
    }

    @Test func stoppedDesk_IsNotRunning() {
        let stored = ArchiveStatus(counters: Counters(), last: nil, databaseBytes: 0, logBytes: 0)
        var report = StatusReport(stored: stored, inboxes: Self.live(waiting: 0, oldest: nil), isRunning: false)
        #expect(report.lines[0] == "The desk is not running")
        report.isRunning = true
        #expect(report.lines[0].hasPrefix("The desk is running (process 1"))
    }
}
