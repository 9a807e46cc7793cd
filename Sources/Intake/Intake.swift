import CLinux
import Dispatch
import Glibc
import LinuxSystem
import NewsModel

/// Watches the inboxes and hands complete files to the lanes that ask for one.
///
/// Events are hints and make it quick; the scans are the truth and make it right. A scan is pulled from as lanes have need, so
/// that a million waiting files are never a million paths in memory.
///
/// Everything it holds is owned by `queue`; `@unchecked Sendable` because every public method hops onto that queue before it
/// touches anything.
public final class Intake: @unchecked Sendable {
    /// Files that may be settling or complete in memory at once, over all inboxes; more wait on the disk. Enough that at 300 ms
    /// of settling 25,000 files a second pass through.
    static let window = 8192
    /// Steps of a scan in one turn of the queue, so that events and lanes are served in between.
    static let stepsInTurn = 512
    /// Files whose reason to wait is kept; beyond it only the next scan finds them again.
    static let blockedLimit = 4096
    /// Waiting files that a status names.
    public static let shownWaiting = 20
    /// The longest pause before a waiting file is tried again, in seconds.
    static let longestPauseSeconds: UInt64 = 60
    /// Seconds between attempts to find a missing inbox.
    static let inboxCheckSeconds: UInt64 = 2
    /// Seconds between looks whether something else stands under an inbox's path, where the kernel does not tell; one open and one
    /// statx each.
    static let mountCheckSeconds: UInt64 = 10

    /// What the intake asks of its surroundings.
    public struct Seams: Sendable {
        /// Whether a file's outcome is durable already (the ledger).
        public var isDurable: @Sendable (InboxFile) -> Bool
        /// Takes what an operator may want to know; called on the intake's queue.
        public var report: @Sendable (IntakeEvent) -> Void
        /// The clocks.
        public var clock: any Clock

        /// Seams of a running desk, or of a test.
        public init(
            isDurable: @escaping @Sendable (InboxFile) -> Bool, report: @escaping @Sendable (IntakeEvent) -> Void,
            clock: any Clock = SystemClock()
        ) {
            self.isDurable = isDurable
            self.report = report
            self.clock = clock
        }
    }

    let queue = DispatchQueue(label: "wiredesk.intake")
    let seams: Seams
    let rules: IgnoreRules
    let rescanNanoseconds: UInt64
    var inboxes: [InboxState]
    /// Names that the desk itself moves back, for each inbox.
    public let movesBack: [MovesBack]
    var inotify: InotifyQueue?
    private var source: (any DispatchSourceRead)?
    private var timer: (any DispatchSourceTimer)?
    private var mountWatch: MountWatch?
    var inotifyError: SystemError?
    var inboxOfWatch: [Int32: Int] = [:]
    private var lanes: [@Sendable (HandedFile) -> Void] = []
    private var nextInbox = 0
    private var nextRescan: UInt64 = 0
    var nextInboxCheck: UInt64 = 0
    /// Watches of the folders above the inboxes.
    var surroundingWatches: Set<Int32> = []
    private var isTurnScheduled = false
    private var isPaused = false
    private var isStopped = false
    private var whenIdle: (@Sendable () -> Void)?

    /// An intake of some inboxes; nothing happens before `start`.
    ///
    /// - Parameter rescanSeconds: the time between two scans that look for what no event told of; 300 by default.
    public init(inboxes: [InboxSettings], rules: IgnoreRules, rescanSeconds: Int = 300, seams: Seams) {
        self.inboxes = inboxes.enumerated().map { InboxState(index: $0.offset, settings: $0.element) }
        movesBack = inboxes.map { _ in MovesBack() }
        self.rules = rules
        self.seams = seams
        rescanNanoseconds = UInt64(max(1, rescanSeconds)) * 1_000_000_000
    }

    /// Opens and watches the inboxes, then begins to scan; `ready` is called when every inbox that is there is watched.
    public func start(ready: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            openInotify()
            let timer = DispatchSource.makeTimerSource(queue: queue)
            timer.setEventHandler { [weak self] in self?.turn() }
            timer.activate()
            self.timer = timer
            mountWatch = MountWatch { [weak self] in
                guard let self else { return }
                queue.async { [self] in
                    nextInboxCheck = 0
                    turn()
                }
            }
            nextRescan = now + rescanNanoseconds
            for inbox in inboxes { open(inbox) }
            ready()
            turn()
        }
    }

    /// Asks for a complete file; `receive` is called once, on the intake's queue, when there is one.
    public func next(_ receive: @escaping @Sendable (HandedFile) -> Void) {
        queue.async { [self] in
            lanes.append(receive)
            turn()
        }
    }

    /// Tells what became of a file that was handed out.
    public func finish(_ file: InboxFile, _ disposition: Disposition) {
        finish([(file, disposition)])
    }

    /// Tells what became of several files.
    public func finish(_ files: [(InboxFile, Disposition)]) {
        queue.async { [self] in
            for (file, disposition) in files { settleAccounts(file, disposition) }
            turn()
        }
    }

    /// Stops handing out files, for as long as the surroundings are at fault; events and scans go on being noted.
    public func setPaused(_ paused: Bool) {
        queue.async { [self] in
            isPaused = paused
            turn()
        }
    }

    /// Calls `action` once, when a whole scan has found nothing eligible and nothing is in memory but files that wait for their
    /// surroundings.
    public func whenIdle(_ action: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            whenIdle = action
            turn()
        }
    }

    /// Scans everything soon.
    public func rescan() {
        queue.async { [self] in
            for inbox in inboxes { inbox.needsScan = true }
            turn()
        }
    }

    /// Hands out nothing any more and forgets the lanes that wait; `done` is called when that holds.
    public func stop(done: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            isStopped = true
            lanes.removeAll()
            whenIdle = nil
            source?.cancel()
            timer?.cancel()
            mountWatch?.end()
            mountWatch = nil
            done()
        }
    }

    /// Calls `answer` when the queue gets to it, which shows that it is alive.
    public func ping(_ answer: @escaping @Sendable () -> Void) { queue.async(execute: answer) }

    /// The state at this moment.
    public func status() -> IntakeStatus {
        queue.sync {
            var status = IntakeStatus()
            for inbox in inboxes {
                status.known += inbox.pending.count + inbox.tracker.count
                status.known += inbox.blocked.keys.count {
                    !inbox.pending.contains($0) && !inbox.inFlight.contains($0)
                }
                status.known += inbox.resting.count
                status.unreadable += inbox.unreadable.count
                status.unfit += inbox.blocked.values.count(where: \.isUnfit)
                status.inFlight += inbox.inFlight.count
                status.isScanning = status.isScanning || inbox.scan != nil || inbox.needsScan
                status.watchedDirectories += inbox.watched.count
                if inbox.root == nil { status.missingInboxes.append(inbox.index) }
                status.watching.append(
                    InboxWatching(
                        inbox: inbox.index, isThere: inbox.root != nil, watchedDirectories: inbox.watched.count,
                        polling: inbox.polling, orphanedCompanions: inbox.companions.orphans))
                for (path, blocked) in inbox.blocked.prefix(Self.shownWaiting - status.waiting.count) {
                    status.waiting.append(
                        WaitingFile(inbox: inbox.index, path: FileName(bytes: path), reason: blocked.reason))
                }
                for path in inbox.tracker.waiting(limit: Self.shownWaiting - status.waiting.count) {
                    status.waiting.append(
                        WaitingFile(
                            inbox: inbox.index, path: FileName(bytes: path),
                            reason: "it is being written; it is read when its writer has closed it"))
                }
            }
            return status
        }
    }

    /// The open directory of an inbox, or nil while it is missing.
    public func root(of inbox: Int) -> Descriptor? { queue.sync { inboxes[inbox].root } }

    var now: UInt64 { seams.clock.monotonicNanoseconds }

    // MARK: One turn

    /// Does what can be done now: settles, hands out, scans a little, and sets the timer for what comes next.
    func turn() {
        guard !isStopped else { return }
        let now = self.now
        if now >= nextInboxCheck {
            // A mount over an inbox is told by no event of inotify.
            for inbox in inboxes { check(inbox) }
            let isTold = mountWatch != nil && inboxes.allSatisfy(\.hasWatchedSurroundings)
            nextInboxCheck = now + (isTold ? rescanNanoseconds : Self.mountCheckSeconds * 1_000_000_000)
            if inboxes.contains(where: { $0.root == nil }) { lookForMissing() }
        }
        if now >= nextRescan {
            for inbox in inboxes {
                guard inbox.scan == nil else { continue }
                inbox.needsScan = true
                inbox.isPeriodicPass = true
            }
            nextRescan = now + rescanNanoseconds
        }
        for inbox in inboxes {
            poll(inbox, now: now)
            tendCompanions(inbox, now: now)
            retryBlocked(inbox, now: now)
            settle(inbox, now: now)
        }
        handOut()
        var hasMore = false
        for inbox in inboxes where pull(inbox) || inbox.mayTakeResting { hasMore = true }
        if hasMore {
            scheduleTurn()
        } else if isIdle, let action = whenIdle {
            whenIdle = nil
            action()
        }
        setTimer()
    }

    /// An inbox is missing: look again soon.
    func lookForMissing() { nextInboxCheck = min(nextInboxCheck, now + Self.inboxCheckSeconds * 1_000_000_000) }

    private func scheduleTurn() {
        guard !isTurnScheduled else { return }
        isTurnScheduled = true
        queue.async { [self] in
            isTurnScheduled = false
            turn()
        }
    }

    private func handOut() {
        guard !isPaused else { return }
        while !lanes.isEmpty, let handed = nextFile() { lanes.removeFirst()(handed) }
    }

    /// The next file, from one inbox after the other.
    private func nextFile() -> HandedFile? {
        for _ in inboxes.indices {
            let inbox = inboxes[nextInbox]
            nextInbox = (nextInbox + 1) % inboxes.count
            guard let root = inbox.root, let next = inbox.pending.next() else { continue }
            inbox.inFlight.insert(next.path)
            let file = InboxFile(
                inbox: inbox.index, path: FileName(bytes: next.path), identity: next.identity,
                droppedAs: inbox.droppedAs[next.path])
            return HandedFile(file: file, root: root, settings: inbox.settings, isGivenUp: next.isGivenUp)
        }
        return nil
    }

    private var isIdle: Bool {
        inboxes.allSatisfy {
            $0.pending.count == 0 && $0.tracker.count == $0.tracker.waitingCount && $0.inFlight.isEmpty
                && $0.scan == nil && !$0.needsScan && !$0.hasDroppedHints
                && !$0.companions.isRemoving
        }
    }

    private func setTimer() {
        var next = nextRescan
        next = min(next, nextInboxCheck)
        for inbox in inboxes {
            if let due = inbox.tracker.nextDue { next = min(next, due) }
            if inbox.root != nil, inbox.scan == nil, let poll = inbox.nextPoll { next = min(next, poll) }
            if inbox.root != nil, let look = inbox.companions.nextLook { next = min(next, look) }
            next = min(next, inbox.nextRetry)
        }
        let now = self.now
        let wait = next > now ? next - now : 0
        timer?.schedule(deadline: .now() + .nanoseconds(Int(clamping: wait)), leeway: .milliseconds(1))
    }

    // MARK: inotify

    func openInotify() {
        do throws(SystemError) {
            let inotify = try InotifyQueue()
            let source = DispatchSource.makeReadSource(fileDescriptor: inotify.descriptor.number, queue: queue)
            source.setEventHandler { [weak self] in self?.readEvents() }
            source.activate()
            self.inotify = inotify
            self.source = source
            inotifyError = nil
        } catch {
            inotifyError = error
        }
    }

    private func readEvents() {
        guard let inotify, !isStopped else { return }
        do throws(SystemError) {
            for event in try inotify.read() { handle(event) }
        } catch {
            eventsWereLost()
        }
        turn()
    }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
