import Archive
import Dispatch
import Foundation
import Intake
import LinuxSystem
import NewsModel
import Synchronization

/// The beginning and the end of a desk's work.
extension Desk {
    /// Watches the inboxes and begins to work; `ready` is called when every inbox that is there is watched.
    ///
    /// - Parameter announce: tells the journal that the desk is open, before any file is taken.
    /// - Throws: `ArchiveError` when what a crash left cannot be put in order.
    func start(announce: @escaping @Sendable () -> Void, ready: @escaping @Sendable () -> Void) throws {
        ProcessSignals.noteCrashes(foreign: attempts.foreignSignal)
        ProcessSignals.ignoreThoseOfPipesAndLeases()
        removals.sweep(patience: Self.sweepPatience)
        try pipeline.closeUnfinished()
        let lastStored = try archive.lastStored()
        events.last.withLock { $0 = lastStored.map { StatusLine.Last($0) } }
        let parts = self.parts
        let teller = StatusTeller(
            line: { [weak self] in self?.statusLine ?? StatusLine() },
            tell: { text in
                parts.notifier.status(text)
                parts.showStatus(text)
            })
        self.teller = teller
        events.show(by: teller)
        events.attach { [weak self] left in self?.lostOriginalIsBack(left: left) }
        intake.start { [self] in
            // Not on the intake's own queue, which the status is asked from.
            DispatchQueue(label: "wiredesk.start").async { [self] in
                open(announce)
                ready()
                removals.forgetNamesThatLeft()
                compareWhereDue()
                pruneDaily()
            }
        }
    }

    private func open(_ announce: () -> Void) {
        announce()
        parts.notifier.ready(status: statusLine.text)
        watchdog = WatchdogFeeder(notifier: parts.notifier, intake: intake, liveness: liveness, logger: parts.logger)
        events.changed()
        events.checkSpace()
        analyst.start()
        metrics = parts.configuration.metrics.map { path in
            MetricsWriter(path: path, journal: journal) { [weak self] in self?.metricsText() ?? "" }
        }
        lanes.start()
    }

    /// The largest page whose companion folder is told apart by what the page embeds.
    private static let largestPage: Int64 = 16 << 20

    /// The bytes of a page as it was filed last; nil where its original is not kept or is larger than any page.
    static func page(inbox: String, path: FileName, in archive: Archive) -> [UInt8]? {
        guard let sha256 = try? archive.lastOriginal(inbox: inbox, path: path),
            let file = try? OriginalReader(state: archive.state).open(sha256),
            let memory = try? Descriptor.memoryFile(name: "page"),
            let size = try? OriginalFile(file, path: path.display).read(into: memory.number, most: largestPage).size
        else { return nil }
        var bytes = [UInt8](repeating: 0, count: Int(size))
        let count = try? bytes.withUnsafeMutableBytes { buffer throws(SystemError) in
            try memory.readFully(into: buffer, at: 0)
        }
        return count == bytes.count ? bytes : nil
    }

    /// Calls `action` once, when the inboxes hold nothing but ignored and waiting files, or when the archive cannot be written.
    public func whenIdle(_ action: @escaping @Sendable () -> Void) {
        let once = OnceOnly(action)
        problems.onFailures(DeskEventHandler.failuresOnce) { once.call() }
        // What was stored is looked at too before all is done.
        intake.whenIdle { [analyst] in analyst.whenCaughtUp { once.call() } }
    }

    /// Ends in order: takes nothing more, lets the lanes end their files for a bounded time, writes what was read.
    public func stop() -> Result {
        guard events.end() else { return events.tallies.withLock { $0 } }
        let left = intake.status()
        let intakeStopped = DispatchSemaphore(value: 0)
        intake.stop { intakeStopped.signal() }
        intakeStopped.wait()
        lanes.drain(logger: parts.logger) {
            cancellation.cancel()
            // While the disk is full, lanes may wait for the writer or for one another.
            budget.stop()
            writer.letGo()
        }
        let written = DispatchSemaphore(value: 0)
        let isEverythingWritten = Atomic(true)
        writer.finish { everything in
            isEverythingWritten.store(everything, ordering: .releasing)
            written.signal()
        }
        written.wait()
        journal.flushSummary()
        analyst.stop()
        metrics?.stop()
        teller?.stop()
        events.show(by: nil)
        cancellation.cancel()
        try? archive.close()
        watchdog?.stop()
        lanes.finish(logger: parts.logger)
        return events.tallies.withLock { tallies in
            tallies.waiting = left.known + left.missingInboxes.count + left.silentInboxes.count + left.unreadable
            tallies.isEverythingWritten = isEverythingWritten.load(ordering: .acquiring)
            return tallies
        }
    }
}
