import LinuxSystem
import NewsModel
import Synchronization

/// Watches, scans and settles one inbox.
///
/// Everything that calls into the file system of the inbox is done on its own queue, where a call that does not return holds up nobody
/// else; what others want to know lies in `files` and `overview`, which have locks of their own.
///
/// `@unchecked Sendable`: what is mutable is owned by `queue`, onto which every method that others call hops; `hasNews` and
/// `isToldOfMounts` are set before `start`.
final class InboxWatcher: @unchecked Sendable {
    /// A file that cannot be taken now.
    struct Blocked {
        var reason: String
        var identity: FileIdentity
        var retryAt: UInt64
        var attempts: Int
        /// Only a change of the file makes it be taken.
        var isUnfit = false
    }

    /// A name of the kind that the desk gives what it removes.
    struct UnknownAside {
        /// When it is looked at, by the monotonic clock.
        var look: UInt64
        /// Whether it is not of a removal that is under way.
        var isUnknown: Bool
    }

    let index: Int
    let settings: InboxSettings
    let rules: IgnoreRules
    let seams: Intake.Seams
    let responses: ResponseMonitor
    /// What is complete, and what lanes have.
    let files = FilesInHand()
    /// Names that the desk itself moves back.
    let movesBack = MovesBack()
    /// Called on this inbox's queue when there may be something to hand out, or nothing is left to do.
    var hasNews: @Sendable () -> Void = {}
    /// Whether the kernel tells when something is mounted.
    var isToldOfMounts = false

    private let queue: any WorkQueue
    private let latest = Mutex(InboxOverview())
    private let hasStopped = Atomic(false)
    private let rescanNanoseconds: UInt64
    private var source: (any WorkSource)?
    private var timer: (any WorkTimer)?
    private var isTurnScheduled = false
    private var nextRescan: UInt64 = 0
    /// The call that is under way into the file system.
    private(set) var call: ResponseMonitor.Call?

    var inotify: (any InboxEvents)?
    var inotifyError: SystemError?
    /// Watches of the folders above the inbox.
    var surroundingWatches: Set<Int32> = []
    var nextInboxCheck: UInt64 = 0
    var root: (any OpenFolder)? { didSet { files.root = root } }
    var rootStatus: FileStatus?
    var isMissingReported = false
    /// Whether the inbox has been a file system of its own in this run.
    var wasMounted = false
    /// True while the kernel tells of all folders above it whether they are moved or the next one is removed.
    var hasWatchedSurroundings = false
    var watched = WatchedDirectories()
    var tracker: SettleTracker
    var scan: DirectoryScan?
    /// Files that the running scan found and no event had told of.
    var foundInPass = 0
    /// Whether the running scan was a periodic one, whose finds are worth a report.
    var isPeriodicPass = false
    var needsScan = true
    /// Why it is polled, as the last whole scan and the events since found.
    var polling: PollingCause?
    /// What the running scan has found so far of it.
    var pollingInPass: PollingCause?
    var isPollingReported = false
    /// When the next scan of a polled inbox begins; nil where none is needed.
    var nextPoll: UInt64?
    var passBegan: UInt64 = 0
    var companions = CompanionFolders()
    var dropped: DroppedFolders
    /// Marks of folders of saved pages in which everything is read that may be an article, with their pages (`take: leave`).
    var readCompanions: Set<Int> = []
    var hasDroppedHints = false
    /// Files that were moved in just now; they are complete unless an event that waits to be read tells of a change.
    var arrived: [[UInt8]: CompleteFiles.File] = [:]
    /// Names of the kind that the desk gives what it removes, which it has not given in this run, and when each is looked at.
    var unknownAside: [[UInt8]: UnknownAside] = [:]
    /// The mounts below the inbox.
    var mounts: Set<Mount> = []
    /// Whether the next scan is to watch each folder again, and whether the running one does: another may stand under its path.
    var watchesAgain = false
    var watchesAgainInPass = false
    /// The folders that the last whole scan found and the running one has found so far, where no events tell of new ones; nil where it is not
    /// known.
    var foldersBefore: Set<[UInt8]>?
    var foldersInPass: Set<[UInt8]>?
    /// What events told last of the content of files that stand aside.
    var toldAside: [[UInt8]: NameEvent] = [:]
    /// Files that stand aside and are deliveries of the names under which they were dropped.
    var droppedAs: [[UInt8]: FileName] = [:]
    var blocked: [[UInt8]: Blocked] = [:]
    /// The earliest time at which a blocked file is tried again.
    var nextRetry = UInt64.max
    /// Marks of files that cannot be taken now and are too many to be remembered: eight bytes each, until the periodic scan.
    var resting: Set<Int> = []
    /// What the scan under way, or the last one, could not look at.
    var unreadable: [[UInt8]: String] = [:]
    /// Folders that are watched for names that go, too.
    var watchedForGoing: Set<[UInt8]> = []
    private var reported: Set<[UInt8]> = []

    init(
        index: Int, settings: InboxSettings, rules: IgnoreRules, rescanSeconds: Int, seams: Intake.Seams,
        responses: ResponseMonitor
    ) {
        self.index = index
        self.settings = settings
        self.rules = rules
        self.seams = seams
        self.responses = responses
        queue = seams.queues.queue("wiredesk.inbox.\(index)")
        rescanNanoseconds = UInt64(max(1, rescanSeconds)) * 1_000_000_000
        tracker = SettleTracker(settings.settlePeriods)
        dropped = DroppedFolders(patience: settings.settlePeriods.patience)
    }

    // MARK: From any thread

    /// Opens and watches the inbox, then begins to scan; `opened` is called when it is watched, or is missing.
    func start(opened: @escaping @Sendable () -> Void) {
        perform { [self] in
            openInotify()
            timer = queue.timer { [weak self] in self?.work {} }
            nextRescan = now + rescanNanoseconds
            // One that cannot be made is reported as missing and looked for.
            try? seams.fileSystem.makeFolder(path: settings.path)
            open()
            opened()
        }
    }

    /// Does what is due.
    func wake() { perform {} }

    /// Does what is due, then calls `action`: everything that was asked for before is done then.
    func afterATurn(_ action: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            work {}
            action()
        }
    }

    /// Scans everything soon.
    func rescan() { perform { [self] in needsScan = true } }

    /// Something was mounted or unmounted somewhere.
    func tellOfMounts() { perform { [self] in mountsChanged() } }

    /// Lanes are done with files.
    func finish(_ files: [(InboxFile, Disposition)]) {
        perform { [self] in
            for (file, disposition) in files { settleAccounts(file, disposition) }
        }
    }

    /// Ends the watch; does not wait for that.
    func stop() {
        hasStopped.store(true, ordering: .releasing)
        queue.async { [self] in
            source?.cancel()
            timer?.cancel()
        }
    }

    /// How things stood after the last turn.
    var overview: InboxOverview { latest.withLock { $0 } }

    /// Whether nothing is left to do but for files that wait for their surroundings.
    var isIdle: Bool { overview.isQuiet && files.isEmpty }

    // MARK: One turn

    func perform(_ body: @escaping @Sendable () -> Void) { queue.async { [self] in work(body) } }

    /// Does something on the queue and then what has become due.
    private func work(_ body: () -> Void) {
        queue.demandIsCurrent()
        guard !hasStopped.load(ordering: .acquiring) else { return }
        // First of all: what is taken out of hand below must not look as if nothing were left.
        latest.withLock { $0.isQuiet = false }
        let call = responses.begin(inbox: index)
        self.call = call
        body()
        turn()
        self.call = nil
        responses.end(call)
        publish()
        hasNews()
    }

    /// The file system has answered, and goes on to be asked.
    func answered() { if let call { responses.goOn(call) } }

    /// Does what can be done now: settles, scans a little, and sets the timer for what comes next.
    private func turn() {
        let now = self.now
        if now >= nextInboxCheck {
            // A mount over an inbox is told by no event of inotify.
            check()
            let isTold = isToldOfMounts && hasWatchedSurroundings
            nextInboxCheck = now + (isTold ? rescanNanoseconds : Intake.mountCheckSeconds * 1_000_000_000)
            if root == nil { lookForMissing() }
        }
        if now >= nextRescan {
            if scan == nil {
                needsScan = true
                isPeriodicPass = true
            }
            nextRescan = now + rescanNanoseconds
        }
        poll(now: now)
        tendCompanions(now: now)
        removeDroppedFolders(now: now)
        lookAtUnknownAside(now: now)
        retryBlocked(now: now)
        settle(now: now)
        if pull() || mayTakeResting { scheduleTurn() }
        setTimer()
    }

    private func scheduleTurn() {
        guard !isTurnScheduled else { return }
        isTurnScheduled = true
        perform { [self] in isTurnScheduled = false }
    }

    /// The inbox is missing: look again soon.
    func lookForMissing() { nextInboxCheck = min(nextInboxCheck, now + Intake.inboxCheckSeconds * 1_000_000_000) }

    private func setTimer() {
        var next = min(nextRescan, nextInboxCheck, nextRetry)
        if let due = tracker.nextDue { next = min(next, due) }
        if root != nil, scan == nil, let nextPoll { next = min(next, nextPoll) }
        if root != nil, let look = companions.nextLook { next = min(next, look) }
        if root != nil, removesDroppedFolders, let look = dropped.nextLook { next = min(next, look) }
        if root != nil, let look = unknownAside.values.map(\.look).min() { next = min(next, look) }
        let now = self.now
        let wait = next > now ? next - now : 0
        timer?.set(inNanoseconds: wait)
    }

    private func publish() {
        var overview = InboxOverview()
        overview.isThere = root != nil
        overview.isScanning = scan != nil || needsScan
        let unknown = unknownAside.filter(\.value.isUnknown)
        overview.settling = tracker.count + unknown.count
        overview.blocked = files.countElsewhere(blocked.keys) + resting.count
        overview.unreadable = unreadable.count
        overview.unfit = blocked.values.count(where: \.isUnfit)
        overview.watchedDirectories = watched.count
        overview.polling = polling
        overview.orphanedCompanions = companions.orphans
        for (path, file) in blocked.prefix(Intake.shownWaiting) {
            overview.waiting.append(WaitingFile(inbox: index, path: FileName(bytes: path), reason: file.reason))
        }
        for (path, reason) in unreadable.prefix(Intake.shownWaiting - overview.waiting.count) {
            overview.waiting.append(
                WaitingFile(inbox: index, path: FileName(bytes: path), reason: reason, isUnreadable: true))
        }
        for path in tracker.waiting.prefix(Intake.shownWaiting - overview.waiting.count) {
            overview.waiting.append(
                WaitingFile(
                    inbox: index, path: FileName(bytes: path),
                    reason: "it is being written; it is read when its writer has closed it"))
        }
        for path in unknown.keys.prefix(Intake.shownWaiting - overview.waiting.count) {
            overview.waiting.append(
                WaitingFile(
                    inbox: index, path: FileName(bytes: path),
                    reason:
                        "the desk gives such names to files that it removes; this one it does not know, and reads within seconds"
                ))
        }
        overview.awaitingPages = companions.waitingFiles
        for path in companions.waiting(most: Intake.shownWaiting - overview.waiting.count) {
            overview.waiting.append(
                WaitingFile(
                    inbox: index, path: FileName(bytes: path),
                    reason:
                        "its page has not come, or somebody writes into it; what may be an article in it is read a minute later"
                ))
        }
        overview.isQuiet =
            tracker.count == tracker.waiting.count && scan == nil && !needsScan && !hasDroppedHints
            && !companions.arePending && !isTurnScheduled
        latest.withLock { [overview] in $0 = overview }
    }

    var now: UInt64 { seams.clock.monotonicNanoseconds }

    // MARK: What is in memory

    /// What counts against the window. Names that wait for their writers may do so for long and must not keep others out, as long as they
    /// are not too many themselves.
    var held: Int { files.completeCount + arrived.count + tracker.count - min(tracker.waiting.count, Intake.window) }

    /// Whether there are files at rest, and no more of them to come that ought to be put in order with them.
    var mayTakeResting: Bool { tracker.hasResting && (scan == nil || held >= Intake.window) }

    /// A mark of a file under its name; the same within a run.
    static func mark(_ path: [UInt8], _ identity: FileIdentity) -> Int {
        var hasher = Hasher()
        hasher.combine(path)
        hasher.combine(identity)
        return hasher.finalize()
    }

    /// What kept a file from being taken may be over: it is tried again after a quiet period.
    func retryBlockedSoon(_ path: [UInt8], now: UInt64) {
        guard blocked[path] != nil else { return }
        let soon = now + tracker.periods.quiet
        blocked[path]?.retryAt = soon
        nextRetry = min(nextRetry, soon)
    }

    /// True the first time for a path; the memory of it is bounded, so that after very many paths some are reported again.
    func isFirstReport(_ path: [UInt8]) -> Bool {
        if reported.count >= 10_000 { reported.removeAll() }
        return reported.insert(path).inserted
    }

    // MARK: inotify

    func openInotify() {
        do throws(SystemError) {
            let inotify = try seams.fileSystem.events()
            source = inotify.source(on: queue) { [weak self] in self?.work { self?.readEvents() } }
            self.inotify = inotify
            inotifyError = nil
        } catch {
            inotifyError = error
        }
    }

    /// Reads the events that wait, all of them where a file was moved in: its size and times are looked at after its event was read, and
    /// may be those of a first change, of which the event waits behind.
    private func readEvents() {
        guard let inotify else { return handOverArrived() }
        do throws(SystemError) {
            for _ in 0..<Self.mostReads {
                let events = try inotify.read()
                for event in events { handle(event) }
                answered()
                if arrived.isEmpty { return }
                if events.isEmpty { return handOverArrived() }
            }
            // Events come faster than they are read.
            for file in arrived.values { tracker.complete(file.path, file.identity, due: now + tracker.periods.quiet) }
            arrived = [:]
        } catch {
            eventsWereLost()
        }
    }

    /// Reads of events in one turn, of some thousand each.
    private static let mostReads = 16

    private func handOverArrived() {
        let files = arrived.values.sorted { $0.identity.modifiedNanoseconds < $1.identity.modifiedNanoseconds }
        arrived = [:]
        handOver(files)
    }
}
