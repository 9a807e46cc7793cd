import LinuxSystem
import NewsModel

/// What the intake holds of one inbox; owned by the intake's queue.
final class InboxState {
    /// A file that cannot be taken now.
    struct Blocked {
        var reason: String
        var identity: FileIdentity
        var retryAt: UInt64
        var attempts: Int
        /// Only a change of the file makes it be taken.
        var isUnfit = false
    }

    let index: Int
    let settings: InboxSettings
    var root: Descriptor?
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
    var hasDroppedHints = false
    var pending = CompleteFiles()
    var inFlight: Set<[UInt8]> = []
    /// Files that stand aside and are deliveries of the names under which they were dropped.
    var droppedAs: [[UInt8]: FileName] = [:]
    /// Paths in flight of which events told meanwhile, and what the last said.
    var touched: [[UInt8]: NameEvent] = [:]
    var blocked: [[UInt8]: Blocked] = [:]
    /// The earliest time at which a blocked file is tried again.
    var nextRetry = UInt64.max
    /// Marks of files that cannot be taken now and are too many to be remembered: eight bytes each, until the periodic scan.
    var resting: Set<Int> = []
    /// What the scan under way, or the last one, could not look at.
    var unreadable: Set<[UInt8]> = []
    var reported: Set<[UInt8]> = []

    init(index: Int, settings: InboxSettings) {
        self.index = index
        self.settings = settings
        tracker = SettleTracker(settings.settlePeriods)
    }

    /// A mark of a file under its name; the same within a run.
    static func mark(_ path: [UInt8], _ identity: FileIdentity) -> Int {
        var hasher = Hasher()
        hasher.combine(path)
        hasher.combine(identity)
        return hasher.finalize()
    }

    /// What is in memory and counts against the window. Names that wait for their writers may do so for long and must not keep others
    /// out, as long as they are not too many themselves.
    var held: Int {
        let waiting = tracker.waitingCount
        return pending.count + tracker.count - min(waiting, Intake.window)
    }
    /// Whether there are files at rest, and no more of them to come that ought to be put in order with them.
    var mayTakeResting: Bool { tracker.hasResting && (scan == nil || held >= Intake.window) }

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
}
