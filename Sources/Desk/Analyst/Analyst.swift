import Analysis
import Archive
import ArticleQuery
import CLinux
import Foundation
import Glibc
import LinuxSystem
import NewsModel
import Synchronization

/// Finds out, behind the storing of articles, what is the same and what belongs together, and matches saved searches.
///
/// A thread of its own at a low priority reads what was committed, in batches, and files what it found through the archive's
/// one writer, together with how far it is. Storing never waits for it; after a crash it goes on where it was.
///
/// `@unchecked Sendable`: `isAwake` and what waits for its rest are in a mutex-like condition; everything else is touched only
/// by the thread.
final class Analyst: @unchecked Sendable {
    /// Versions that are looked at between two commits.
    private static let batch = 128
    /// Seconds after a new article until stories are grouped again when nothing more comes: grouping a whole window costs as much
    /// as looking at some hundred articles.
    private static let regroupingSeconds = 5.0
    /// Pauses after failures, the first and the longest, in seconds.
    private static let pauses = BackOff(seconds: 1...60)
    /// The nice value of the thread: behind everything that stores, before what only idles.
    private static let niceness: Int32 = 10

    private let archive: Archive
    private let isAnalysing: Bool
    private let events: any DeskEvents

    private let condition = MonotonicCondition()
    private var hasNews = true
    private var isStopping = false
    private var isRunning = false
    private var isResting = false
    /// Whether the last step failed.
    private var hasFailed = false
    /// Whether somebody waits for everything to be done, so that nothing is put off.
    private var isUrged = false
    private var whenResting: [@Sendable () -> Void] = []
    /// Articles that were erased and are to be forgotten.
    private var erased: Set<Int64> = []

    // Owned by the thread.
    private var owner: pthread_t?
    private var work: AnalystWork?
    private var unfiled: AnalysisFindings?

    init(archive: Archive, isAnalysing: Bool, events: any DeskEvents) {
        self.archive = archive
        self.isAnalysing = isAnalysing
        self.events = events
    }

    /// Begins to work through what was stored and not looked at yet.
    func start() {
        condition.withLock { isRunning = true }
        let thread = Thread { [self] in
            // Of this thread alone (setpriority(2), "C library/kernel differences").
            setpriority(Int32(PRIO_PROCESS.rawValue), 0, Self.niceness)
            owner = pthread_self()
            run()
            condition.withLock {
                isRunning = false
                rest()
            }
        }
        thread.name = "wiredesk.analyst"
        thread.start()
    }

    /// Articles were committed.
    func wake() {
        condition.withLock {
            hasNews = true
            isResting = false
            condition.broadcast()
        }
    }

    /// Forgets an article that was erased; nothing of it is left in memory and files when this returns without an error.
    ///
    /// - Throws: `ArchiveError` where the index of the analysis cannot be written.
    func forget(_ number: Int64) throws(ArchiveError) {
        let isForThread = condition.withLock { () -> Bool in
            guard isRunning else { return false }
            erased.insert(number)
            hasNews = true
            isResting = false
            condition.broadcast()
            while isRunning, erased.contains(number), !hasFailed { condition.wait() }
            return !erased.contains(number)
        }
        guard !isForThread else { return }
        // Nobody else has the files open then, or the thread cannot go on for now and opens them again when it can.
        try Self.forgetInFiles([number], folder: archive.state.analysis)
    }

    private static func forgetInFiles(_ numbers: Set<Int64>, folder: String) throws(ArchiveError) {
        try SortedRunStore(folder: folder, mostTexts: SketchIndex.mostTexts).remove(
            texts: Set(numbers.compactMap { UInt32(exactly: $0) }))
    }

    /// Calls `action` once, when everything that was committed before is looked at, or when that is not possible now.
    func whenCaughtUp(_ action: @escaping @Sendable () -> Void) {
        let isDone = condition.withLock { () -> Bool in
            if !isRunning || (isResting && !hasNews) { return true }
            whenResting.append(action)
            isUrged = true
            condition.broadcast()
            return false
        }
        if isDone { action() }
    }

    /// Ends after the batch at hand; what is left is done at the next start.
    func stop() {
        condition.lock()
        isStopping = true
        condition.broadcast()
        while isRunning { condition.wait() }
        condition.unlock()
    }

    // MARK: The thread

    private func run() {
        var failures = 0
        while !condition.withLock({ isStopping }) {
            do throws(ArchiveError) {
                let state = try step()
                if failures > 0 {
                    failures = 0
                    condition.withLock { hasFailed = false }
                    events.analysis(nil)
                }
                waitForNews(state)
            } catch {
                failures += 1
                if failures == 1 { events.analysis(error) }
                let pause = Self.pauses.pause(afterFailures: failures)
                condition.withLock {
                    hasFailed = true
                    rest()
                    if !isStopping { _ = condition.wait(untilNanoseconds: SystemClock().moment(inSeconds: pause)) }
                }
            }
        }
    }

    /// Waits for what there is to do next.
    private func waitForNews(_ state: AnalystWork.State) {
        condition.lock()
        defer { condition.unlock() }
        switch state {
        case .busy: return
        case .mustRegroup:
            let end = SystemClock().moment(inSeconds: Self.regroupingSeconds)
            while !hasNews, !isStopping, !isUrged {
                guard condition.wait(untilNanoseconds: end) else {
                    isUrged = true
                    break
                }
            }
            hasNews = false
        case .done:
            if !hasNews {
                isUrged = false
                rest()
            }
            while !hasNews, !isStopping { condition.wait() }
            hasNews = false
        }
    }

    /// Tells those who wait that there is nothing more to do now. The condition is locked.
    private func rest() {
        isResting = true
        let actions = whenResting
        whenResting = []
        condition.broadcast()
        guard !actions.isEmpty else { return }
        condition.unlock()
        for action in actions { action() }
        condition.lock()
    }

    /// One batch.
    private func step() throws(ArchiveError) -> AnalystWork.State {
        precondition(
            owner.map { pthread_equal($0, pthread_self()) != 0 } ?? false, "the analyst works on its own thread")
        if let unfiled {
            try archive.file(unfiled)
            self.unfiled = nil
        }
        let erased = condition.withLock { self.erased }
        if !erased.isEmpty {
            // What is in memory is rebuilt from the database, where they are no longer.
            work = nil
            try Self.forgetInFiles(erased, folder: archive.state.analysis)
            condition.withLock {
                self.erased.subtract(erased)
                condition.broadcast()
            }
        }
        let work: AnalystWork
        if let known = self.work {
            work = known
        } else {
            work = try AnalystWork(archive: archive, isAnalysing: isAnalysing) { [self] in
                condition.withLock { isStopping }
            }
            self.work = work
        }
        var findings = AnalysisFindings(
            found: SystemClock().wallMilliseconds, analysisVersion: AnalysisVersion.current)
        let hits = try work.matchAlerts(into: &findings, batch: Self.batch)
        let isUrged = condition.withLock { self.isUrged }
        let state = try work.analyse(into: &findings, batch: Self.batch, regroups: isUrged)
        if findings.lastAnalysed != nil || findings.lastAlerted != nil {
            // Kept until it is filed: what was found is not found again.
            unfiled = findings
            try archive.file(findings)
            unfiled = nil
        }
        for (alert, articles) in hits.found { events.alert(alert, found: articles) }
        guard hits.isDone else { return .busy }
        if state == .done { try work.renewVocabulary(isUrged: isUrged) }
        return state
    }
}
