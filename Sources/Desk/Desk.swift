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

/// The desk: inboxes, lanes, readers, writer and archive put together. Everything is assembled here; docs/threading.md says which part
/// works on which queue.
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
        /// The system, or what takes its place.
        var seams = Pipeline.Seams()

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

    /// Seconds in which an inbox must answer at the start, while names that an earlier run left are removed from it; after that the desk
    /// begins without it.
    static let sweepPatience = 5.0
    let parts: Parts
    let inboxes: [InboxSettings]
    let archive: Archive
    let pipeline: Pipeline
    let analyst: Analyst
    /// For what does not come from an inbox.
    let capture: FileCapture
    let scrub: OriginalsScrub
    /// Ends long work of this desk, when it stops.
    let cancellation = Cancellation()
    let attempts: AttemptsFile
    private let lock: StateLock
    var teller: StatusTeller?
    var watchdog: WatchdogFeeder?
    var metrics: MetricsWriter?

    var events: DeskEventHandler { pipeline.events }
    var intake: Intake { pipeline.intake }
    var removals: NameRemovals { pipeline.removals }
    var writer: ArchiveWriter { pipeline.writer }
    var budget: TextBudget { pipeline.budget }
    var lanes: LanePool { pipeline.lanes }
    var liveness: LivenessMonitor { pipeline.liveness }
    var tickets: Tickets { pipeline.tickets }
    var journal: DeskJournal { events.journal }
    var problems: Problems { events.problems }
    var clock: any Clock { parts.seams.clock }

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
        let archive = try Archive.open(state: configuration.state)
        self.archive = archive
        scrub = OriginalsScrub(
            state: configuration.state, retention: configuration.retention, cancellation: cancellation,
            isUnderWay: { archive.isUnderWay($0) })
        let work = try Descriptor.directory(path: configuration.state + "/work")
        let (attempts, left) = try AttemptsFile.open(in: work, slots: Pipeline.slots(lanes: laneCount))
        self.attempts = attempts
        capture = FileCapture(workDirectory: work, maximumBytes: configuration.maximumSize)
        let pipeline = try Pipeline(
            configuration, archive: archive, work: work, attempts: attempts, left: left,
            readerProgram: parts.readerProgram, logger: parts.logger, meter: parts.meter, cancellation: cancellation,
            seams: parts.seams)
        self.pipeline = pipeline
        analyst = Analyst(archive: archive, isAnalysing: configuration.analysis, events: pipeline.events)
        pipeline.attach(analyst, scrub)
    }
}
