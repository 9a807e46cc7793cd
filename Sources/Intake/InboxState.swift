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
    var pending: [InboxFile] = []
    var pendingHead = 0
    /// Complete or settling paths by their bytes, so that nothing is pending twice.
    var pendingPaths: Set<[UInt8]> = []
    var inFlight: Set<[UInt8]> = []
    /// Files that stand aside and are deliveries of the names under which they were dropped.
    var droppedAs: [[UInt8]: FileName] = [:]
    /// Paths in flight of which an event told meanwhile.
    var touched: Set<[UInt8]> = []
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
        tracker = SettleTracker(quietNanoseconds: UInt64(max(0, settings.settleMilliseconds)) * 1_000_000)
    }

    /// A mark of a file under its name; the same within a run.
    static func mark(_ path: [UInt8], _ identity: FileIdentity) -> Int {
        var hasher = Hasher()
        hasher.combine(path)
        hasher.combine(identity)
        return hasher.finalize()
    }

    var pendingCount: Int { pending.count - pendingHead }
    var held: Int { pendingCount + tracker.count }
    /// Whether there are files at rest, and no more of them to come that ought to be put in order with them.
    var mayTakeResting: Bool { tracker.hasResting && (scan == nil || held >= Intake.window) }

    func enqueue(_ path: [UInt8], _ identity: FileIdentity) {
        guard pendingPaths.insert(path).inserted else { return }
        pending.append(
            InboxFile(inbox: index, path: FileName(bytes: path), identity: identity, droppedAs: droppedAs[path]))
    }

    func dequeue() -> InboxFile? {
        guard pendingHead < pending.count else { return nil }
        let file = pending[pendingHead]
        pendingHead += 1
        if pendingHead > 1024, pendingHead * 2 > pending.count {
            pending.removeFirst(pendingHead)
            pendingHead = 0
        }
        pendingPaths.remove(file.path.bytes)
        return file
    }

    /// True the first time for a path; the memory of it is bounded, so that after very many paths some are reported again.
    func isFirstReport(_ path: [UInt8]) -> Bool {
        if reported.count >= 10_000 { reported.removeAll() }
        return reported.insert(path).inserted
    }
}
