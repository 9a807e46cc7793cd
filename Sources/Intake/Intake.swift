import LinuxSystem
import NewsModel
import Synchronization

/// Watches the inboxes and hands complete files to the lanes that ask for one.
///
/// Events are hints and make it quick; the scans are the truth and make it right. A scan is pulled from as lanes have need, so
/// that a million waiting files are never a million paths in memory.
///
/// Each inbox has a queue of its own (`InboxWatcher`), on which everything is done that calls into its file system. The queue of the
/// intake itself hands files out, and waits for no inbox: one that does not answer holds up only itself.
///
/// What is mutable is owned by `queue`; `@unchecked Sendable` because every public method hops onto that queue before it touches it, or
/// reads what has a lock of its own.
public final class Intake: @unchecked Sendable {
    /// Files that may be settling or complete in memory at once, in one inbox; more wait on the disk. Enough that at 300 ms
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
    /// The pauses between attempts at a file that cannot be taken.
    static let pauses = BackOff(seconds: 1...Double(longestPauseSeconds))
    /// Seconds between attempts to find a missing inbox.
    static let inboxCheckSeconds: UInt64 = 2
    /// Seconds between looks whether something else stands under an inbox's path, where the kernel does not tell; one open and one
    /// statx each.
    static let mountCheckSeconds: UInt64 = 10
    /// Nanoseconds without a lane that asks for a file after which all of them count as held by files that take long: a hundred times what
    /// an ordinary file takes.
    static let heldNanoseconds: UInt64 = 2_000_000_000
    /// Seconds that the start waits for inboxes to be opened and watched; the others are as soon as they answer.
    static let openingSeconds = 5.0

    /// What the intake asks of its surroundings.
    public struct Seams: Sendable {
        /// Whether a file's outcome is durable already (the ledger).
        public var isDurable: @Sendable (InboxFile) -> Bool
        /// Takes what an operator may want to know; called on the queue of an inbox, or on that of the response monitor.
        public var report: @Sendable (IntakeEvent) -> Void
        /// The bytes of a page as it was filed last, by its inbox and path, for what stands in its companion folder; nil where they are
        /// not known. Called on the queue of the inbox.
        public var page: @Sendable (_ inbox: Int, _ path: FileName) -> [UInt8]?
        /// Says why something that stands at an absolute path cannot be looked at, and what to do. Called on the queue of the inbox.
        public var explain: @Sendable (_ path: String, SystemError) -> String
        /// The clocks.
        public var clock: any Clock
        /// Where the inboxes lie.
        public var fileSystem: any InboxFileSystem
        /// What work is done on.
        public var queues: any WorkQueues

        /// Seams of a running desk, or of a test.
        public init(
            isDurable: @escaping @Sendable (InboxFile) -> Bool, report: @escaping @Sendable (IntakeEvent) -> Void,
            page: @escaping @Sendable (_ inbox: Int, _ path: FileName) -> [UInt8]? = { _, _ in nil },
            explain: @escaping @Sendable (_ path: String, SystemError) -> String = { $1.reason },
            clock: any Clock = SystemClock(), fileSystem: any InboxFileSystem = SystemInboxes(),
            queues: any WorkQueues = DispatchWorkQueues()
        ) {
            self.isDurable = isDurable
            self.report = report
            self.page = page
            self.explain = explain
            self.clock = clock
            self.fileSystem = fileSystem
            self.queues = queues
        }
    }

    /// Notices inboxes whose file systems do not answer.
    public let responses: ResponseMonitor
    private let queue: any WorkQueue
    private let watchers: [InboxWatcher]
    private var lanes: [@Sendable (HandedFile) -> Void] = []
    /// The express lane, while it waits for a file.
    private var expressLane: (@Sendable (HandedFile) -> Void)?
    /// When a lane asked for a file last, by the monotonic clock.
    private var lastAsked: UInt64 = 0
    private var isExpressLookDue = false
    private let clock: any Clock
    private var nextInbox = 0
    private var mountWatch: (any MountWatching)?
    private let fileSystem: any InboxFileSystem
    private var isPaused = false
    private var isStopped = false
    private var whenIdle: (@Sendable () -> Void)?
    private var whenReady: (@Sendable () -> Void)?
    /// Inboxes that have not been opened yet.
    private var unopened = 0
    /// Inboxes that have not yet confirmed, since idleness was asked for, that what was asked of them before is done.
    private var unconfirmed: Set<Int> = []
    private let isTurnScheduled = Atomic(false)

    /// An intake of some inboxes; nothing happens before `start`.
    ///
    /// - Parameters:
    ///   - rescanSeconds: the time between two scans that look for what no event told of; 300 by default.
    ///   - patienceSeconds: how long a call into an inbox may take before that counts as one that does not answer.
    public init(
        inboxes: [InboxSettings], rules: IgnoreRules, rescanSeconds: Int = 300,
        patienceSeconds: Double = ResponseMonitor.patienceSeconds, seams: Seams
    ) {
        let responses = ResponseMonitor(
            clock: seams.clock, patienceSeconds: patienceSeconds, queue: seams.queues.queue("wiredesk.responses"))
        queue = seams.queues.queue("wiredesk.intake")
        fileSystem = seams.fileSystem
        clock = seams.clock
        self.responses = responses
        watchers = inboxes.enumerated().map { index, settings in
            InboxWatcher(
                index: index, settings: settings, rules: rules, rescanSeconds: rescanSeconds, seams: seams,
                responses: responses)
        }
        for watcher in watchers { watcher.hasNews = { [weak self] in self?.scheduleTurn() } }
        responses.observe { [weak self] inbox, since in
            seams.report(since.map { .inboxSilent(inbox: inbox, sinceMilliseconds: $0) } ?? .inboxAnswers(inbox: inbox))
            self?.scheduleTurn()
        }
    }

    /// Opens and watches the inboxes, then begins to scan; `ready` is called when every inbox that is there and answers is watched.
    public func start(ready: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            mountWatch = fileSystem.watchMounts { [weak self] in
                for watcher in self?.watchers ?? [] { watcher.tellOfMounts() }
            }
            for watcher in watchers { watcher.isToldOfMounts = mountWatch != nil }
            whenReady = ready
            unopened = watchers.count
            for watcher in watchers {
                watcher.start { [self] in
                    queue.async { [self] in
                        unopened -= 1
                        if unopened == 0 { tellReady() }
                    }
                }
            }
            if watchers.isEmpty { tellReady() }
            queue.async(afterSeconds: Self.openingSeconds) { [weak self] in self?.tellReady() }
        }
    }

    private func tellReady() {
        whenReady?()
        whenReady = nil
    }

    /// Asks for a complete file; `receive` is called once, on the intake's queue, when there is one.
    public func next(_ receive: @escaping @Sendable (HandedFile) -> Void) {
        queue.async { [self] in
            lanes.append(receive)
            lastAsked = clock.monotonicNanoseconds
            turn()
        }
    }

    /// Asks for a file for the express lane: one that does not take long, when no other lane has asked for a file for a while, since all of
    /// them are held by files that do. `receive` is called once, on the intake's queue.
    public func nextQuick(_ receive: @escaping @Sendable (HandedFile) -> Void) {
        queue.async { [self] in
            expressLane = receive
            turn()
        }
    }

    /// Tells what became of a file that was handed out.
    public func finish(_ file: InboxFile, _ disposition: Disposition) {
        finish([(file, disposition)])
    }

    /// Tells what became of several files.
    public func finish(_ files: [(InboxFile, Disposition)]) {
        for (inbox, files) in Dictionary(grouping: files, by: \.0.inbox) { watchers[safe: inbox]?.finish(files) }
    }

    /// Stops handing out files, for as long as the surroundings are at fault; events and scans go on being noted.
    public func setPaused(_ paused: Bool) {
        queue.async { [self] in
            isPaused = paused
            turn()
        }
    }

    /// Calls `action` once, when a whole scan has found nothing eligible and nothing is in memory but files that wait for their
    /// surroundings. An inbox that does not answer waits too.
    public func whenIdle(_ action: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            whenIdle = action
            unconfirmed = Set(watchers.indices)
            for (index, watcher) in watchers.enumerated() {
                watcher.afterATurn { [weak self] in
                    guard let self else { return }
                    queue.async { [self] in
                        unconfirmed.remove(index)
                        turn()
                    }
                }
            }
        }
    }

    /// Scans everything soon.
    public func rescan() { for watcher in watchers { watcher.rescan() } }

    /// Hands out nothing any more and forgets the lanes that wait; `done` is called when that holds. No inbox is waited for.
    public func stop(done: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            isStopped = true
            lanes.removeAll()
            expressLane = nil
            whenIdle = nil
            whenReady = nil
            for watcher in watchers { watcher.stop() }
            mountWatch?.end()
            mountWatch = nil
            done()
        }
    }

    /// Calls `answer` when the queue gets to it, which shows that it is alive.
    public func ping(_ answer: @escaping @Sendable () -> Void) { queue.async(answer) }

    /// The state at this moment; of an inbox that does not answer, what was known last.
    public func status() -> IntakeStatus {
        var status = IntakeStatus()
        for watcher in watchers { status.add(watcher, responses) }
        return status
    }

    /// Names that the desk itself moves back, for each inbox.
    public var movesBack: [MovesBack] { watchers.map(\.movesBack) }

    /// Takes a file that stands aside as a delivery of the name under which it was dropped, as soon as it is settled.
    public func take(aside path: FileName, droppedAs name: FileName, inbox: Int) {
        watchers[safe: inbox]?.take(aside: path, droppedAs: name)
    }

    /// The open directory of an inbox, or nil while it is missing.
    public func root(of inbox: Int) -> (any OpenFolder)? { watchers[inbox].files.root }

    // MARK: On the queue

    private func scheduleTurn() {
        guard !isTurnScheduled.exchange(true, ordering: .acquiringAndReleasing) else { return }
        queue.async { [self] in
            isTurnScheduled.store(false, ordering: .releasing)
            turn()
        }
    }

    /// Hands out what can be handed out, and says when there is nothing left.
    private func turn() {
        queue.demandIsCurrent()
        guard !isStopped else { return }
        if !isPaused {
            while !lanes.isEmpty, let handed = nextFile() { lanes.removeFirst()(handed) }
            handOutQuickly()
        }
        for watcher in watchers where watcher.files.takeWish(below: Self.window / 2) { watcher.wake() }
        guard let action = whenIdle else { return }
        let isIdle = watchers.allSatisfy { watcher in
            isSilent(watcher) || (!unconfirmed.contains(watcher.index) && watcher.isIdle)
        }
        guard isIdle else { return }
        whenIdle = nil
        action()
    }

    /// The next file, from one inbox after the other; an inbox that does not answer gives none, since its lane would be lost.
    private func nextFile(isQuick: Bool = false) -> HandedFile? {
        for _ in watchers.indices {
            let watcher = watchers[nextInbox]
            nextInbox = (nextInbox + 1) % watchers.count
            guard !isSilent(watcher), let (next, root) = watcher.files.next(isQuick: isQuick) else {
                continue
            }
            let file = InboxFile(
                inbox: watcher.index, path: FileName(bytes: next.path), identity: next.identity,
                droppedAs: next.droppedAs)
            return HandedFile(file: file, root: root, settings: watcher.settings, isGivenUp: next.isGivenUp)
        }
        return nil
    }

    /// Hands a file to the express lane where the others are held; else looks again when they may count as held.
    private func handOutQuickly() {
        guard lanes.isEmpty, let receive = expressLane else { return }
        let held = clock.monotonicNanoseconds - min(clock.monotonicNanoseconds, lastAsked)
        guard held < Self.heldNanoseconds else {
            guard let handed = nextFile(isQuick: true) else { return }
            expressLane = nil
            return receive(handed)
        }
        guard !isExpressLookDue, watchers.contains(where: { $0.files.completeCount > 0 }) else { return }
        isExpressLookDue = true
        queue.async(afterSeconds: Double(Self.heldNanoseconds - held) / 1e9) { [weak self] in
            self?.isExpressLookDue = false
            self?.turn()
        }
    }

    private func isSilent(_ watcher: InboxWatcher) -> Bool { responses.silentSince(inbox: watcher.index) != nil }
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}
