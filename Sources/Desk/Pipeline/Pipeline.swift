import Archive
import ArticleQuery
import Dispatch
import Intake
import LinuxSystem
import Logging
import NewsModel
import ReaderHost

/// The way of files from the inboxes into the archive, put together: intake, lanes, writer, the removal of names, and what is decided on
/// their events. docs/threading.md says which part works on which queue.
///
/// It is all of a desk that must lose nothing, and what a simulation runs (docs/durability.md).
package final class Pipeline: Sendable {
    /// Where a simulation takes the place of the system.
    package struct Seams: Sendable {
        /// The clocks; those of the system by default.
        package var clock: any Clock = SystemClock()
        /// What work is done on; queues of Dispatch by default.
        package var queues: any WorkQueues = DispatchWorkQueues()
        /// Where short work is done that is due after a pause.
        package var timedWork: any WorkQueue = DispatchWorkQueue.timedWork
        /// Where the inboxes lie.
        package var fileSystem: any InboxFileSystem = SystemInboxes()
        /// Makes the reader of a lane; nil for processes of the reader program.
        package var makeReader: (@Sendable () -> any FileReading)?
        /// Whether there is an express lane; true by default. Where lanes take each file in one piece of work, none is ever held.
        package var hasExpressLane = true

        /// Those of the system.
        package init() {}
    }

    let intake: Intake
    let removals: NameRemovals
    let writer: ArchiveWriter
    let budget = TextBudget()
    let lanes: LanePool
    let events: DeskEventHandler
    let liveness: LivenessMonitor
    let tickets = Tickets()
    /// Ends long work, when the desk stops.
    let cancellation: Cancellation
    let archive: Archive
    let fileSystem: any InboxFileSystem

    /// The parts for a simulation, which has no readers of its own.
    ///
    /// - Throws: `SystemError`, `ArchiveError`.
    package convenience init(
        _ configuration: DeskConfiguration, archive: Archive, logger: Logger, seams: Seams
    ) throws {
        let work = try Descriptor.directory(path: configuration.state + "/work")
        let (attempts, left) = try AttemptsFile.open(in: work, slots: Self.slots(lanes: configuration.laneCount))
        try self.init(
            configuration, archive: archive, work: work, attempts: attempts, left: left, readerProgram: "",
            logger: logger, meter: Meter(), cancellation: Cancellation(), seams: seams)
    }

    /// Puts the parts together; nothing is read yet.
    ///
    /// - Parameters:
    ///   - work: the open folder for copies of large files.
    ///   - left: the files that were being read when the daemon last died.
    /// - Throws: `ArchiveError`.
    init(
        _ configuration: DeskConfiguration, archive: Archive, work: Descriptor, attempts: AttemptsFile,
        left: AttemptsFile.Left, readerProgram: String, logger: Logger, meter: Meter, cancellation: Cancellation,
        seams: Seams
    ) throws {
        self.archive = archive
        self.cancellation = cancellation
        fileSystem = seams.fileSystem
        let laneCount = configuration.laneCount
        let inboxes = configuration.inboxSettings
        let clock = seams.clock
        let events = DeskEventHandler(
            configuration, journal: DeskJournal(logger: logger),
            spaceGuard: SpaceGuard(directory: work, minimumFreeBytes: configuration.minimumFree), clock: clock,
            timedWork: seams.timedWork)
        self.events = events
        let liveness = LivenessMonitor(
            readerTimeoutSeconds: configuration.readerLimits.timeoutMilliseconds / 1000, clock: clock)
        self.liveness = liveness
        let intake = Intake(
            inboxes: inboxes, rules: configuration.ignoreRules, rescanSeconds: configuration.rescanSeconds,
            seams: Intake.Seams(
                isDurable: { file in
                    // When the database cannot be asked the file is taken again, and the commit finds that it is known.
                    (try? archive.isKnown(
                        inbox: inboxes[file.inbox].path, path: file.path, identity: file.identity)) != nil
                },
                report: { events.intake($0) },
                page: { Desk.page(inbox: inboxes[$0].path, path: $1, in: archive) },
                explain: { path, error in
                    let removes = inboxes.contains { $0.take == .move && path.hasPrefix($0.path) }
                    return RightsAdvice.own.reason(path, error, removes: removes)
                }, clock: clock,
                fileSystem: seams.fileSystem, queues: seams.queues))
        self.intake = intake
        removals = NameRemovals(
            inboxes: inboxes, movesBack: intake.movesBack, archive: archive, root: { intake.root(of: $0) },
            fileSystem: seams.fileSystem, queues: seams.queues, events: events)
        writer = ArchiveWriter(
            archive: archive, removals: removals, liveness: liveness, meter: meter, budget: budget, clock: clock,
            queues: seams.queues, events: events)
        let suspects = try Self.suspects(
            left, archive: archive, logger: logger, clock: clock, fileSystem: seams.fileSystem)
        let surroundings = Lane.Surroundings(
            archive: archive, suspects: suspects, writer: writer, budget: budget,
            capture: FileCapture(workDirectory: work, maximumBytes: configuration.maximumSize), attempts: attempts,
            isolation: IsolationLock(), liveness: liveness, meter: meter, clock: clock,
            maximumBytes: configuration.maximumSize, removesTooLarge: configuration.removesTooLarge,
            cancellation: cancellation, tickets: tickets, responses: intake.responses, events: events,
            queues: seams.queues)
        func lane(_ number: Int, isExpress: Bool = false) -> Lane {
            var limits = configuration.readerLimits
            if isExpress { limits.timeoutMilliseconds = min(limits.timeoutMilliseconds, TakesLong.silentMilliseconds) }
            return Lane(
                number: number, isExpress: isExpress,
                reader: seams.makeReader?() ?? ReaderSupervisor(program: readerProgram, limits: limits),
                surroundings: surroundings)
        }
        lanes = LanePool(
            lanes: (0..<laneCount).map { lane($0) }, side: lane(laneCount),
            express: seams.hasExpressLane ? lane(laneCount + 1, isExpress: true) : nil, intake: intake)
    }

    /// Files that may be under way at once: one a lane, one that does not come from an inbox, and one in the express lane.
    static func slots(lanes: Int) -> Int { lanes + 2 }

    /// Has the events answered, before anything runs.
    ///
    /// - Parameters:
    ///   - analyst: nil for none.
    ///   - scrub: nil for none.
    func attach(_ analyst: Analyst?, _ scrub: OriginalsScrub?) {
        events.attach(
            DeskEventHandler.Parts(
                intake: intake, lanes: lanes, writer: writer, removals: removals, analyst: analyst, scrub: scrub))
    }
}

/// What a simulation does as `Desk` does at its start, one after the other.
extension Pipeline {
    /// Begins to remove the names that a crash left between commit and removal.
    package func sweep() {
        attach(nil, nil)
        removals.sweep(patience: 0)
    }

    /// Begins to watch the inboxes; `ready` is called when every inbox that is there is watched.
    package func watch(ready: @escaping @Sendable () -> Void) { intake.start(ready: ready) }

    /// Hands out nothing any more and lets go of everything that waits.
    package func letGo() { intake.stop {} }

    /// Begins to take files.
    package func takeFiles() {
        removals.forgetNamesThatLeft()
        lanes.start()
    }
}
