import Archive
import CLinux
import DeskProtocol
import Dispatch
import Foundation
import Glibc
import Intake
import LinuxSystem
import Logging
import NewsModel
import ReaderHost
import Synchronization
import Systemd

/// The desk: inboxes, lanes, readers, writer and archive put together.
///
/// `@unchecked Sendable`: what is set after `init` is set by `start` before anything else can run, or has a mutex.
public final class Desk: @unchecked Sendable {
    /// What a desk is made of.
    public struct Parts: Sendable {
        /// The configuration.
        public var configuration: DeskConfiguration
        /// The path of the reader program.
        public var readerProgram: String
        /// Where messages go.
        public var logger: Logger
        /// The service manager.
        public var notifier: Notifier
        /// Shows the status line, beside the service manager; called at most once a second.
        public var showStatus: @Sendable (String) -> Void
        /// The program's version.
        public var version: String
        /// The lock of the state where its holder outlives the desk; nil for one that the desk takes itself.
        var lock: StateLock?
        /// What is counted and timed; goes on over a reload.
        var meter = Meter()

        /// Parts of a desk.
        public init(
            configuration: DeskConfiguration, readerProgram: String, logger: Logger, notifier: Notifier = Notifier(),
            version: String, showStatus: @escaping @Sendable (String) -> Void = { _ in }
        ) {
            self.configuration = configuration
            self.readerProgram = readerProgram
            self.logger = logger
            self.notifier = notifier
            self.version = version
            self.showStatus = showStatus
        }
    }

    /// How a run ended.
    public struct Result: Sendable, Equatable {
        /// Deliveries that were rejected in this run.
        public var rejected = 0
        /// Files that are left in the inboxes because they cannot be taken now, or whose outcome could not be made durable.
        public var waiting = 0
        /// False when the archive could not take everything that was read.
        public var isEverythingWritten = true
    }

    /// Seconds that files in the lanes get to end in order when the desk stops; then their readers are ended, and the files stay
    /// where they are.
    static let drainSeconds = 10.0
    /// Seconds that lanes get after that to see that they are to end; one that hangs in a call of the kernel is left behind.
    static let leaveSeconds = 5.0
    /// Seconds in which an inbox must answer at the start, while names that an earlier run left are removed from it; after that the desk
    /// begins without it.
    static let sweepPatience = 5.0
    /// Failed commits in a row after which `run --once` gives up.
    static let failuresOnce = 3

    let parts: Parts
    let inboxes: [InboxSettings]
    let archive: Archive
    let journal: DeskJournal
    let intake: Intake
    let removals: NameRemovals
    let writer: ArchiveWriter
    let allowance = TextAllowance()
    let analyst: Analyst
    let lanes: [Lane]
    /// For retries and for what is handed over the control socket, so that neither waits behind a backlog.
    let sideLane: Lane
    let capture: FileCapture
    let problems: Problems
    let staying = Mutex(StayingNames())
    let scrub: OriginalsScrub
    /// Ends long work of this desk, when it stops.
    let cancellation = Cancellation()
    let spaceGuard: SpaceGuard
    let faultPause = FaultPause()
    private let lock: StateLock
    let progress: Progress
    private let attempts: AttemptsFile
    let tickets = Tickets()
    let tallies = Mutex(Result())
    let last = Mutex<StatusLine.Last?>(nil)
    private(set) var teller: StatusTeller?
    private var watchdog: WatchdogFeeder?
    private var metrics: MetricsWriter?
    private let isStopping = Atomic(false)
    /// Whether the desk stops or has stopped.
    var isEnding: Bool { isStopping.load(ordering: .acquiring) }

    /// Opens the state and recovers what a crash left; nothing is read yet.
    ///
    /// - Throws: `StateLock.Failure`, `ArchiveError`, `SystemError`.
    public init(_ parts: Parts) throws {
        wd_bound_allocator()
        let configuration = parts.configuration
        let laneCount = configuration.laneCount
        self.parts = parts
        try FileCalls.makeFolder(configuration.state, mode: 0o750)
        let inboxes = configuration.inboxSettings
        self.inboxes = inboxes
        lock = try parts.lock ?? StateLock(state: configuration.state)
        let journal = DeskJournal(logger: parts.logger)
        self.journal = journal
        archive = try Archive.open(state: configuration.state)
        scrub = OriginalsScrub(state: configuration.state, cancellation: cancellation)
        let work = try Descriptor.directory(path: configuration.state + "/work")
        let (attempts, left) = try AttemptsFile.open(in: work, slots: laneCount + 1)
        self.attempts = attempts
        let problems = Problems()
        self.problems = problems
        progress = Progress(readerTimeoutSeconds: configuration.readerLimits.timeoutMilliseconds / 1000)
        capture = FileCapture(workDirectory: work, maximumBytes: configuration.maximumSize)
        spaceGuard = SpaceGuard(directory: work, minimumFreeBytes: configuration.minimumFree)

        let reports = Relay()
        let archive = self.archive
        intake = Intake(
            inboxes: inboxes, rules: configuration.ignoreRules, rescanSeconds: configuration.rescanSeconds,
            seams: Intake.Seams(
                isDurable: { file in
                    // When the database cannot be asked the file is taken again, and the commit finds that it is known.
                    (try? archive.isKnown(
                        inbox: inboxes[file.inbox].path, path: file.path, identity: file.identity)) != nil
                },
                report: { reports.desk?.intakeReported($0) }))
        removals = NameRemovals(
            inboxes: inboxes, movesBack: intake.movesBack, archive: archive,
            reports: NameRemovals.Reports(
                root: { reports.desk?.intake.root(of: $0) }, dispositions: { reports.desk?.intake.finish($0) },
                removed: { reports.desk?.writer.namesWereRemoved() },
                nameStays: { reports.desk?.nameStays($0, $1) }, nameIsGone: { reports.desk?.nameIsGone($0) },
                standsAside: { reports.desk?.intake.take(aside: $0.path, droppedAs: $0.droppedAs, inbox: $1) },
                trouble: { reports.desk?.journal.trouble("\($0)", key: "aside") }))
        writer = ArchiveWriter(
            archive: archive, removals: removals, progress: progress, meter: parts.meter, allowance: allowance,
            reports: ArchiveWriter.Reports(
                committed: { reports.desk?.committed($0, $1) },
                trouble: { reports.desk?.writerTrouble($0, failures: $1) },
                done: { reports.desk?.intake.finish($0.map { ($0, .done) }) }))
        analyst = Analyst(
            archive: archive, isAnalysing: configuration.analysis,
            reports: Analyst.Reports(
                hits: { reports.desk?.journal.hits(of: $0, $1) }, trouble: { reports.desk?.journal.analysis($0) }))
        let surroundings = Lane.Surroundings(
            archive: archive, suspects: try Self.suspects(left, archive: archive, logger: parts.logger), writer: writer,
            allowance: allowance, capture: capture, attempts: attempts, gate: ReadingGate(),
            progress: progress, meter: parts.meter, clock: SystemClock(), maximumBytes: configuration.maximumSize,
            removesTooLarge: configuration.removesTooLarge, cancellation: cancellation,
            nextTicket: { [tickets] in tickets.next() }, responses: intake.responses,
            goOn: { reports.desk?.goOn(lane: $0) },
            release: { reports.desk?.intake.finish($0, $1) }, report: { reports.desk?.laneReported($0) })
        func lane(_ number: Int) -> Lane {
            Lane(
                number: number, reader: Reader(program: parts.readerProgram, limits: configuration.readerLimits),
                surroundings: surroundings)
        }
        lanes = (0..<laneCount).map(lane)
        sideLane = lane(laneCount)
        reports.desk = self
    }

    /// Watches the inboxes and begins to work; `ready` is called when every inbox that is there is watched.
    ///
    /// - Parameter announce: tells the journal that the desk is open, before any file is taken.
    /// - Throws: `ArchiveError` when what a crash left cannot be put in order.
    func start(announce: @escaping @Sendable () -> Void, ready: @escaping @Sendable () -> Void) throws {
        ProcessSignals.noteCrashes(foreign: attempts.foreignSignal)
        ProcessSignals.ignoreThoseOfPipesAndLeases()
        removals.sweep(patience: Self.sweepPatience)
        try closeUnfinished()
        let lastStored = try archive.lastStored()
        last.withLock { $0 = lastStored.map { StatusLine.Last($0) } }
        let parts = self.parts
        teller = StatusTeller(
            line: { [weak self] in self?.statusLine ?? StatusLine() },
            tell: { text in
                parts.notifier.status(text)
                parts.showStatus(text)
            })
        intake.start { [self] in
            // Not on the intake's own queue, which the status is asked from.
            DispatchQueue(label: "wiredesk.start").async { [self] in
                open(announce)
                ready()
                removals.forgetNamesThatLeft()
                pruneDaily()
            }
        }
    }

    private func open(_ announce: () -> Void) {
        announce()
        parts.notifier.ready(status: statusLine.text)
        watchdog = WatchdogFeeder(notifier: parts.notifier, intake: intake, progress: progress, logger: parts.logger)
        teller?.changed()
        checkSpace()
        analyst.start()
        metrics = parts.configuration.metrics.map { path in
            MetricsWriter(path: path, journal: journal) { [weak self] in self?.metricsText() ?? "" }
        }
        for lane in lanes { pull(lane) }
    }

    /// Calls `action` once, when the inboxes hold nothing but ignored and waiting files, or when the archive cannot be written.
    public func whenIdle(_ action: @escaping @Sendable () -> Void) {
        let once = OnceOnly(action)
        problems.onFailures(Self.failuresOnce) { once.call() }
        // What was stored is looked at too before all is done.
        intake.whenIdle { [analyst] in analyst.whenCaughtUp { once.call() } }
    }

    /// Ends in order: takes nothing more, lets the lanes end their files for a bounded time, writes what was read.
    public func stop() -> Result {
        guard !isStopping.exchange(true, ordering: .acquiringAndReleasing) else { return tallies.withLock { $0 } }
        let left = intake.status()
        let intakeStopped = DispatchSemaphore(value: 0)
        intake.stop { intakeStopped.signal() }
        intakeStopped.wait()
        drainLanes()
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
        cancellation.cancel()
        try? archive.close()
        watchdog?.stop()
        for lane in lanes + [sideLane] { lane.reader.finish() }
        reportReaders()
        return tallies.withLock { tallies in
            tallies.waiting = left.known + left.missingInboxes.count + left.silentInboxes.count + left.unreadable
            tallies.isEverythingWritten = isEverythingWritten.load(ordering: .acquiring)
            return tallies
        }
    }

    private func drainLanes() {
        guard !haveLanesEnded(within: Self.drainSeconds) else { return }
        for lane in lanes + [sideLane] {
            lane.reader.stop()
            lane.leaveCapture()
        }
        cancellation.cancel()
        // While the disk is full, lanes may wait for the writer or for one another.
        allowance.stop()
        writer.letGo()
        guard !haveLanesEnded(within: Self.leaveSeconds) else { return }
        parts.logger.warning(
            "A lane hangs in a file system that does not answer; the desk ends without it, and its file stays where it is"
        )
    }

    private func haveLanesEnded(within seconds: Double) -> Bool {
        let group = DispatchGroup()
        for lane in lanes + [sideLane] { lane.queue.async(group: group) {} }
        return group.wait(timeout: .now() + seconds) == .success
    }

    private func reportReaders() {
        let statistics = (lanes + [sideLane]).map(\.reader.statistics)
        let peak = PeakMemory.kibibytes()
        parts.logger.info(
            "Peak memory: daemon \(peak / 1024) MiB, readers \(statistics.map { $0.peakKibibytes / 1024 }.max() ?? 0) MiB",
            metadata: [
                "daemon_peak_kib": "\(peak)",
                "reader_peak_kib": "\(statistics.map(\.peakKibibytes).max() ?? 0)",
                "readers_started": "\(statistics.map(\.started).reduce(0, +))",
                "readers_lost": "\(statistics.map(\.lost).reduce(0, +))",
            ])
    }

    // MARK: The way of a file

    private func pull(_ lane: Lane) {
        intake.next { [self] handed in
            lane.queue.async { [self] in
                // A capture that was left behind comes back some day: the lane has gone on without it.
                if lane.take(handed) { pull(lane) }
            }
        }
    }

    /// A lane has left a capture that does not end.
    private func goOn(lane number: Int) {
        journal.laneLeftCapture(number)
        if !isEnding { pull(lanes[number]) }
    }
}
