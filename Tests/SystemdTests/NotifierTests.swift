import Testing

@testable import Systemd

@Suite struct NotifierTests {
    let recorder = Recorder<String>()
    var notifier: Notifier { Notifier { [recorder] in recorder.record($0) } }

    @Test func ready_SendsReadyAndStatus() {
        notifier.ready(status: "12 articles · 0 waiting")
        #expect(recorder.values == ["READY=1\nSTATUS=12 articles · 0 waiting"])
    }

    @Test func status_OfHostileHeadline_StaysOneAssignment() {
        notifier.status("last \"x\nSTOPPING=1\nMAINPID=1\"")
        #expect(recorder.values == ["STATUS=last \"x\\nSTOPPING=1\\nMAINPID=1\""])
    }

    @Test func status_OfEndlessText_FitsANotification() throws {
        notifier.status(String(repeating: "Ł", count: 10_000))
        let sent = try #require(recorder.values.first)
        #expect(sent.utf8.count <= Notifier.longestStatus + "STATUS=".utf8.count)
        #expect(sent.hasSuffix("Ł…"))
    }

    @Test func stopping_SendsStoppingAndStatus() {
        notifier.stopping(status: "finishing 2 files")
        #expect(recorder.values == ["STOPPING=1\nSTATUS=finishing 2 files"])
    }

    @Test func watchdog_SendsItsMessage() {
        notifier.watchdog()
        #expect(recorder.values == ["WATCHDOG=1"])
    }

    @Test func watchdogInterval_IsFedThriceInItsLimit() throws {
        let interval = try #require(WatchdogInterval(microseconds: 3_000_000))
        #expect(interval.limit == .seconds(3))
        #expect(interval.feeding == .seconds(1))
        #expect(WatchdogInterval(microseconds: 0) == nil)
    }
}
