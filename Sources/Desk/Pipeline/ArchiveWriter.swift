import Archive
import ArticleQuery
import Intake
import LinuxSystem
import NewsModel

/// The one writer: a serial queue that commits what lanes hand it in batches, then has the names of what is durable removed
/// (`NameRemovals`).
///
/// A lone file is committed at once; while lanes are busy a batch is let grow for some milliseconds, since a commit costs two
/// flushes of the disk whatever its size. When the surroundings fail (disk full, database busy) the batch is kept and tried
/// again with growing pauses, and the intake rests meanwhile.
///
/// `@unchecked Sendable`: the waiting items are only touched with the condition locked, the rest only on `queue`.
final class ArchiveWriter: @unchecked Sendable {
    /// A portion of a delivery and what is to be done when it is committed.
    struct Item: Sendable {
        var portion: DeliveryPortion
        /// The file that the delivery is read from; nil for a retry and for what was handed over the control socket.
        var handed: HandedFile?
        /// When it began and when it came here.
        var timing: DeliveryTiming
        /// Bytes of the lanes' budget that it has, given back when it is out of memory.
        var allowed = 0
        /// Told when the delivery is finished.
        var finished: (@Sendable (CommittedDelivery) -> Void)?
    }

    /// Articles at which a batch is full.
    static let batchArticles = 256
    /// Bytes at which a batch is full, by `DeliveryPortion.size`: a few hundred ordinary articles. A larger portion is alone.
    static let batchBytes = 12 << 20
    /// Seconds for which a batch may grow while lanes are busy.
    static let batchSeconds = 0.05
    /// Bytes that may wait for the writer, by `DeliveryPortion.size`; lanes that have more wait. Two full batches of ordinary
    /// articles: while one is committed the next is read.
    static let waitingBytes = 12 << 20
    /// Pauses after failed commits: the first and the longest, in seconds.
    static let pauses = BackOff(seconds: 1...30)
    /// Seconds after which ledger rows of removed names are deleted when nothing else is written.
    static let tidyingSeconds = 1.0
    /// Seconds that the removal of names gets at the end, before it is left to the next start.
    static let removalSeconds = 5.0

    private let queue: any WorkQueue
    private let archive: Archive
    private let removals: NameRemovals
    private let events: any DeskEvents
    private let liveness: LivenessMonitor
    private let meter: Meter
    private let budget: TextBudget
    private let clock: any Clock

    private let condition = MonotonicCondition()
    private var waiting: [Item] = []
    private var waitingSize = 0
    private var busyLanes = 0
    private var isScheduled = false
    private var isStopping = false

    // Owned by `queue`.
    private var failures = 0
    /// What was committed when the file system stopped to take changes, and may be lost.
    private var unconfirmed: (batch: [Item], deliveries: [CommittedDelivery])?
    /// Deliveries that were given up in the middle: what their lanes still hand over is dropped.
    private var givenUp: Set<UInt64> = []
    private var isTidyingScheduled = false

    init(
        archive: Archive, removals: NameRemovals, liveness: LivenessMonitor, meter: Meter, budget: TextBudget,
        clock: any Clock = SystemClock(), queues: any WorkQueues = DispatchWorkQueues(), events: any DeskEvents
    ) {
        queue = queues.queue("wiredesk.writer")
        self.archive = archive
        self.removals = removals
        self.liveness = liveness
        self.meter = meter
        self.budget = budget
        self.clock = clock
        self.events = events
    }

    /// A lane begins to read a file: more will come, so that a batch may be let grow.
    func laneBegins() {
        condition.withLock { busyLanes += 1 }
    }

    /// A lane has nothing more of its file to hand over.
    func laneEnds() {
        condition.withLock {
            busyLanes -= 1
            condition.broadcast()
        }
    }

    /// Hands over a portion; waits while too much is waiting already.
    func submit(_ item: Item) {
        condition.lock()
        while waitingSize > Self.waitingBytes, !isStopping { condition.wait() }
        waiting.append(item)
        waitingSize += item.portion.size
        condition.broadcast()
        let mustSchedule = !isScheduled
        isScheduled = true
        condition.unlock()
        if mustSchedule { queue.async { [self] in drain() } }
    }

    /// Lets lanes go that wait for the writer, which may not write for long: what they have is kept to the end.
    func letGo() {
        condition.withLock {
            isStopping = true
            condition.broadcast()
        }
    }

    /// Commits what waits and deletes the last ledger rows; `done` tells whether everything was committed. Lanes must have ended.
    func finish(done: @escaping @Sendable (Bool) -> Void) {
        letGo()
        queue.async { [self] in
            if failures == 0 { drain() }
            let isEmpty = condition.withLock { waiting.isEmpty } && failures == 0
            removals.finish(seconds: Self.removalSeconds)
            if isEmpty { forgetRemovedNames() }
            done(isEmpty)
        }
    }

    /// Names were removed: their rows are forgotten soon.
    func namesWereRemoved() { queue.async { [self] in scheduleTidying() } }

    // MARK: On the queue

    private func drain() {
        queue.demandIsCurrent()
        if let held = unconfirmed {
            unconfirmed = nil
            guard confirm(held.batch, held.deliveries) else { return }
        }
        while true {
            let batch = takeBatch()
            guard !batch.isEmpty else { return }
            guard commit(batch) else { return }
        }
    }

    private func takeBatch() -> [Item] {
        queue.demandIsCurrent()
        condition.lock()
        defer { condition.unlock() }
        let end = SystemClock().moment(inSeconds: Self.batchSeconds)
        while busyLanes > 0, !isStopping, waiting.count < Self.batchArticles, waitingSize < Self.waitingBytes / 2 {
            guard !waiting.isEmpty, condition.wait(untilNanoseconds: end) else { break }
        }
        var articles = 0
        var size = 0
        var count = 0
        while count < waiting.count, articles < Self.batchArticles {
            let portion = waiting[count].portion
            let next = portion.size
            guard count == 0 || size + next <= Self.batchBytes else { break }
            articles += max(1, portion.articles.count)
            size += next
            count += 1
        }
        let batch = Array(waiting.prefix(count))
        waiting.removeFirst(count)
        waitingSize -= size
        isScheduled = !batch.isEmpty
        condition.broadcast()
        return batch
    }

    /// Commits a batch; false when the surroundings failed and it will be tried again later.
    private func commit(_ items: [Item]) -> Bool {
        let batch = items.filter { item in
            guard isGivenUp(item) else { return true }
            budget.giveBack(item.allowed)
            return false
        }
        guard !batch.isEmpty else { return true }
        liveness.begin(.writer)
        defer { liveness.end(.writer) }
        do throws(ArchiveError) {
            let removed = removals.durableNames
            let deliveries = try archive.commit(batch.map(\.portion), removedNames: removed)
            removals.forgetDurable(removed.count)
            return confirm(batch, deliveries)
        } catch {
            // A damaged database or a failing disk is no fault of what is being filed; only what has no other cause may be.
            if error.kind == .other {
                if batch.count > 1 {
                    // One of them is to blame: the others must not suffer for it.
                    return commitSingly(batch)
                }
                if let item = batch.first, let rejected = item.rejected(error) {
                    guard commit([rejected]) else { return false }
                    if item.portion.end == nil { givenUp.insert(item.portion.facts.ticket) }
                    return true
                }
            }
            retryLater(batch, error)
            return false
        }
    }

    /// Concludes what was committed when the file system still stands; else it is held, since committed again it would count twice.
    private func confirm(_ batch: [Item], _ deliveries: [CommittedDelivery]) -> Bool {
        do throws(ArchiveError) {
            try archive.confirmDurable()
        } catch {
            unconfirmed = (batch, deliveries)
            pauseAfter(error)
            return false
        }
        if failures > 0 {
            failures = 0
            events.commitsWorkAgain()
        }
        conclude(batch, deliveries)
        return true
    }

    private func isGivenUp(_ item: Item) -> Bool {
        let ticket = item.portion.facts.ticket
        guard givenUp.contains(ticket) else { return false }
        if item.portion.end != nil { givenUp.remove(ticket) }
        return true
    }

    private func commitSingly(_ batch: [Item]) -> Bool {
        for (index, item) in batch.enumerated() where !commit([item]) {
            // The surroundings failed meanwhile: the item is kept, and so must be those behind it.
            keep(Array(batch[(index + 1)...]), behind: unconfirmed == nil ? 1 : 0)
            return false
        }
        return true
    }

    /// Puts items back to the others that wait, behind the first `count` of them.
    private func keep(_ items: [Item], behind count: Int) {
        condition.withLock {
            waiting.insert(contentsOf: items, at: min(count, waiting.count))
            waitingSize += items.reduce(0) { $0 + $1.portion.size }
        }
    }

    private func retryLater(_ batch: [Item], _ error: ArchiveError) {
        meter.commitFailed()
        keep(batch, behind: 0)
        pauseAfter(error)
    }

    private func pauseAfter(_ error: ArchiveError) {
        failures += 1
        condition.withLock { isScheduled = true }
        events.commitFailed(error, times: failures)
        let pause = Self.pauses.pause(afterFailures: failures)
        queue.async(afterSeconds: pause) { [self] in drain() }
    }

    private func conclude(_ batch: [Item], _ deliveries: [CommittedDelivery]) {
        queue.demandIsCurrent()
        var items: [UInt64: Item] = [:]
        for item in batch where item.portion.end != nil { items[item.portion.facts.ticket] = item }
        var done: [InboxFile] = []
        var removable: [NameRemovals.Task] = []
        for delivery in deliveries {
            guard let item = items[delivery.ticket] else { continue }
            if let handed = item.handed {
                if let task = removal(handed, delivery, item.portion.facts) {
                    removable.append(task)
                } else {
                    done.append(handed.file)
                }
            }
            if !delivery.isRepeated { measure(item, delivery) }
            events.committed(delivery)
            item.finished?(delivery)
        }
        if !done.isEmpty { events.concluded(done.map { ($0, .done) }) }
        if !removable.isEmpty { removals.remove(removable) }
        budget.giveBack(batch.reduce(0) { $0 + $1.allowed })
    }

    private func measure(_ item: Item, _ delivery: CommittedDelivery) {
        let now = clock.monotonicNanoseconds
        let timing = item.timing
        meter.committed(delivery, bytes: item.portion.facts.size)
        meter.observe(.commit, format: timing.format, seconds: Double(now &- timing.handedOver) / 1e9)
        meter.observe(.total, format: timing.format, seconds: Double(now &- timing.begun) / 1e9)
    }

    /// The removal of a durable file's name; nil where the name is to stay.
    private func removal(
        _ handed: HandedFile, _ delivery: CommittedDelivery, _ facts: DeliveryFacts
    ) -> NameRemovals.Task? {
        guard handed.settings.take == .move, let aside = delivery.aside else { return nil }
        return NameRemovals.Task(
            handed: handed, delivery: delivery.delivery,
            name: NameRemover.Name(
                path: handed.file.path, identity: facts.identity ?? handed.file.identity, digest: facts.sha256,
                received: facts.received, aside: AsideName(number: aside)))
    }

    private func scheduleTidying() {
        queue.demandIsCurrent()
        guard !isTidyingScheduled else { return }
        isTidyingScheduled = true
        queue.async(afterSeconds: Self.tidyingSeconds) { [self] in
            isTidyingScheduled = false
            removals.makeDurable { [self] in queue.async { [self] in tidy() } }
        }
    }

    /// Deletes the ledger rows of names that are gone (a row too many does no harm and is found at the next start), and brings the
    /// log into the database while there is nothing else to do.
    private func tidy() {
        queue.demandIsCurrent()
        guard failures == 0 else { return }
        forgetRemovedNames()
        // Failing to is no fault: a reader may hold the log, and the next time is soon enough.
        if condition.withLock({ waiting.isEmpty && busyLanes == 0 }) { try? archive.checkpoint() }
    }

    private func forgetRemovedNames() {
        let removed = removals.durableNames
        guard !removed.isEmpty, (try? archive.commit([], removedNames: removed)) != nil else { return }
        removals.forgetDurable(removed.count)
    }
}

extension ArchiveWriter.Item {
    /// The same delivery as a rejection, for content that the archive cannot store; nil when it is one already.
    fileprivate func rejected(_ error: ArchiveError) -> Self? {
        if case .rejected = portion.end { return nil }
        var item = self
        item.portion.articles = []
        item.portion.end = .rejected(
            Rejection(
                stage: .archive, code: .archiveFailed,
                message: "the archive could not store it (\(error.cause)); please report it with the kept original"))
        return item
    }
}
