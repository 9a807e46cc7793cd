import Archive
import ArticleQuery
import Dispatch
import Glibc
import Intake
import LinuxSystem
import NewsModel
import Synchronization

/// Removes the names of what is durable, on a serial queue of its own for each inbox: an inbox that does not answer holds up neither the
/// writer nor the other inboxes.
///
/// A row of the ledger that went before its removal was on the disk would let a power cut bring the name back as a new file, and a
/// second delivery. Inbox and archive may be different file systems, so that the sync of a commit does not cover it; one more sync for
/// each batch would be dear. Rows are therefore forgotten in large groups, and when nothing else is to be done.
final class NameRemovals: Sendable {
    /// A name that is to be removed.
    struct Task: Sendable {
        var handed: HandedFile
        var delivery: Int64
        var name: NameRemover.Name
    }

    /// Names at which a group is made durable while files keep coming: one sync for some ten batches.
    static let groupSize = 2048
    /// Names of one inbox that wait for a sync which fails: some megabytes of them.
    static let mostWaiting = 16 * groupSize
    /// Seconds after which a sync that failed is tried again: a server that starts again takes so long.
    static let syncAgainSeconds = 10.0

    /// One inbox; everything in it is touched on `queue` alone, but for `sweep`.
    private final class Inbox: @unchecked Sendable {
        let queue: any WorkQueue
        let settings: InboxSettings
        let remover: NameRemover
        /// Names that were removed since the last sync.
        var removed: [LedgerName] = []
        /// Whether a sync that failed will be tried again.
        var willSyncAgain = false
        /// The inbox as it was opened for them.
        var root: (any OpenFolder)?
        /// Names that the sweep of the start has looked at.
        let sweep = Mutex(0)

        init(_ queue: any WorkQueue, settings: InboxSettings, remover: NameRemover) {
            self.queue = queue
            self.settings = settings
            self.remover = remover
        }

        /// Makes the removals durable; nil where the inbox cannot be synced now, and they wait for the next time. What is beyond
        /// `mostWaiting` by then keeps its rows until the next start looks after them.
        func makeDurable() -> [LedgerName]? {
            guard !removed.isEmpty, let root else { return [] }
            guard (try? root.syncFileSystem()) != nil else {
                if removed.count > NameRemovals.mostWaiting {
                    removed.removeFirst(removed.count - NameRemovals.mostWaiting)
                }
                return nil
            }
            defer { removed.removeAll() }
            return removed
        }
    }

    private let archive: Archive
    private let events: any DeskEvents
    private let root: @Sendable (_ inbox: Int) -> (any OpenFolder)?
    private let fileSystem: any InboxFileSystem
    private let inboxes: [Inbox]
    private let cancellation = Cancellation()
    /// Names whose removal is durable and whose rows are still there.
    private let durable = Mutex<[LedgerName]>([])

    /// - Parameters:
    ///   - movesBack: for each inbox, as its intake has it.
    ///   - root: the open directory of an inbox; nil while it is missing.
    init(
        inboxes: [InboxSettings], movesBack: [MovesBack], archive: Archive,
        root: @escaping @Sendable (_ inbox: Int) -> (any OpenFolder)?,
        fileSystem: any InboxFileSystem = SystemInboxes(),
        queues: any WorkQueues = DispatchWorkQueues(), events: any DeskEvents
    ) {
        self.fileSystem = fileSystem
        self.archive = archive
        self.root = root
        self.events = events
        self.inboxes = zip(inboxes, movesBack).enumerated().map { [cancellation] number, inbox in
            Inbox(
                queues.queue("wiredesk.removal.\(number)"), settings: inbox.0,
                remover: NameRemover(movesBack: inbox.1, cancellation: cancellation))
        }
    }

    /// Names whose removal is durable, so that their rows may go with the next commit.
    var durableNames: [LedgerName] { durable.withLock { $0 } }

    /// The rows of the first `count` durable names are gone.
    func forgetDurable(_ count: Int) { durable.withLock { $0.removeFirst(min(count, $0.count)) } }

    /// Removes names whose outcome was made durable just now, and tells the intake what became of its files.
    func remove(_ tasks: [Task]) {
        for (number, tasks) in Dictionary(grouping: tasks, by: \.handed.file.inbox) {
            inboxes[number].queue.async { [self] in
                let inbox = inboxes[number]
                var dispositions: [(file: InboxFile, disposition: Disposition)] = []
                var movedBack: [(name: LedgerName, identity: FileIdentity)] = []
                for task in tasks {
                    let disposition = conclude(task, inbox, mayStandAside: false, &movedBack)
                    dispositions.append((task.handed.file, disposition))
                }
                note(movedBack)
                events.concluded(dispositions)
                if inbox.removed.count >= Self.groupSize { makeDurable(inbox) }
                if !inbox.removed.isEmpty { events.namesWereRemoved() }
            }
        }
    }

    /// Removes a name that still stands although its outcome is durable.
    func removeAgain(_ file: InboxFile) {
        inboxes[file.inbox].queue.async { [self] in
            let inbox = inboxes[file.inbox]
            guard inbox.settings.take == .move, let root = root(file.inbox) else { return }
            let handed = HandedFile(file: file, root: root, settings: inbox.settings)
            guard
                let row = try? archive.ledgerRow(
                    inbox: inbox.settings.path, path: file.path, identity: file.identity)
            else { return events.nameIsGone(handed) }
            finish(row, handed, inbox)
            events.namesWereRemoved()
        }
    }

    /// Goes on with what stands aside and is not of a removal at work: one that was interrupted, or a file that is a delivery of its own.
    func removeAside(_ path: FileName, inbox number: Int) {
        inboxes[number].queue.async { [self] in
            let inbox = inboxes[number]
            guard inbox.settings.take == .move, let root = root(number),
                let aside = AsideName(path.lastComponent.bytes),
                (try? root.status(of: path.bytes)) != nil
            else { return }
            do throws(ArchiveError) {
                if let row = try archive.ledgerRow(inbox: inbox.settings.path, aside: aside.number) {
                    let file = InboxFile(inbox: number, path: row.path, identity: row.identity)
                    finish(row, HandedFile(file: file, root: root, settings: inbox.settings), inbox)
                    return events.namesWereRemoved()
                }
                let known = try archive.filesAside(inbox: inbox.settings.path).first { $0.path == path }
                // The row comes before the name and goes after it: without one the ledger is another than that of the removal, such as
                // that of a backup. Nobody knows how it was called.
                let file = known ?? StandingAside(path: path, droppedAs: path)
                if known == nil {
                    guard (try? root.status(of: path.bytes)) != nil else { return }
                    try archive.note(aside: file, inbox: inbox.settings.path)
                }
                events.standsAside(file, inbox: number)
            } catch {
                events.removalFailed(error)
            }
        }
    }

    /// Makes what was removed so far durable, inbox by inbox; `done` is called for each that has something.
    func makeDurable(_ done: @escaping @Sendable () -> Void) {
        for inbox in inboxes {
            inbox.queue.async { [self] in
                makeDurable(inbox)
                if !durable.withLock(\.isEmpty) { done() }
            }
        }
    }

    // MARK: Start and end

    /// Names that a crash left between commit and removal are removed now; rows of names that are gone are forgotten. Returns when
    /// that is done, or has not gone on for `patience` seconds in any inbox.
    func sweep(patience: Double) {
        for inbox in inboxes where inbox.settings.take == .move {
            inbox.queue.async { [self] in
                sweep(inbox)
            }
        }
        for inbox in inboxes where inbox.settings.take == .move {
            let isDone = DispatchSemaphore(value: 0)
            inbox.queue.async { isDone.signal() }
            var names = 0
            while isDone.wait(timeout: .now() + patience) == .timedOut {
                let now = inbox.sweep.withLock { $0 }
                guard now > names else { break }
                names = now
            }
        }
    }

    private func sweep(_ inbox: Inbox) {
        inbox.queue.demandIsCurrent()
        guard let root = try? fileSystem.folder(path: inbox.settings.path) else { return }
        let number = inboxes.firstIndex { $0 === inbox } ?? 0
        do throws(ArchiveError) {
            try archive.forEachLedgerRow(inbox: inbox.settings.path) { row in
                guard !cancellation.isCancelled else { return }
                let file = InboxFile(inbox: number, path: row.path, identity: row.identity)
                finish(row, HandedFile(file: file, root: root, settings: inbox.settings), inbox)
                if inbox.removed.count >= Self.groupSize { makeDurable(inbox) }
                inbox.sweep.withLock { $0 += 1 }
            }
            makeDurable(inbox)
            events.namesWereRemoved()
            for file in try archive.filesAside(inbox: inbox.settings.path) { events.standsAside(file, inbox: number) }
        } catch {
            events.removalFailed(error)
        }
    }

    /// Forgets names of inboxes whose files stay (`take: leave`) where someone has removed the file.
    ///
    /// Only where the inbox is on the file system on which the file was: one that is not mounted looks empty.
    func forgetNamesThatLeft() {
        for inbox in inboxes where inbox.settings.take == .leave {
            inbox.queue.async { [self] in
                let path = inbox.settings.path
                guard let root = try? fileSystem.folder(path: path), let place = try? root.status() else { return }
                inbox.root = root
                try? archive.forEachLedgerRow(inbox: path) { row in
                    guard row.identity.device == place.identity.device, !cancellation.isCancelled else { return }
                    do throws(SystemError) {
                        _ = try root.status(of: row.path.bytes)
                    } catch {
                        guard error.code == ENOENT else { return }
                        inbox.removed.append(LedgerName(inbox: path, path: row.path, delivery: row.delivery))
                    }
                }
                if !inbox.removed.isEmpty { events.namesWereRemoved() }
            }
        }
    }

    /// Waits until the names in hand are removed and that is durable, for `seconds` at most; what takes longer is left to the next start.
    func finish(seconds: Double) {
        let group = DispatchGroup()
        for inbox in inboxes {
            group.enter()
            inbox.queue.async { [self] in
                makeDurable(inbox)
                group.leave()
            }
        }
        guard group.wait(timeout: .now() + seconds) == .timedOut else { return }
        cancellation.cancel()
        _ = group.wait(timeout: .now() + 1)
    }

    // MARK: On the queue of an inbox

    private func makeDurable(_ inbox: Inbox) {
        inbox.queue.demandIsCurrent()
        guard let names = inbox.makeDurable() else { return syncAgain(inbox) }
        durable.withLock { $0 += names }
    }

    /// Rows whose names are gone would otherwise stay until other names of the inbox go. A sync that works later covers them: names are
    /// metadata, and a journal that could not be written takes no change any more.
    private func syncAgain(_ inbox: Inbox) {
        guard !inbox.willSyncAgain, !cancellation.isCancelled else { return }
        inbox.willSyncAgain = true
        inbox.queue.async(afterSeconds: Self.syncAgainSeconds) { [weak self] in
            inbox.willSyncAgain = false
            self?.events.namesWereRemoved()
        }
    }

    /// Removes a name that has a row; one that may not be removed, or may be now, is told.
    private func finish(_ row: LedgerRow, _ handed: HandedFile, _ inbox: Inbox) {
        inbox.queue.demandIsCurrent()
        let task = Task(
            handed: handed, delivery: row.delivery,
            name: NameRemover.Name(
                path: row.path, identity: row.identity, digest: row.digest, received: row.received,
                aside: AsideName(number: row.aside)))
        var movedBack: [(name: LedgerName, identity: FileIdentity)] = []
        let before = inbox.removed.count
        let disposition = conclude(task, inbox, mayStandAside: true, &movedBack)
        note(movedBack)
        if case .again = disposition, inbox.removed.count == before {
            // Another file has the name: the row is of no use.
            append(task, inbox)
        }
    }

    /// Removes a name and tells what the intake is to do about its file.
    private func conclude(
        _ task: Task, _ inbox: Inbox, mayStandAside: Bool,
        _ movedBack: inout [(name: LedgerName, identity: FileIdentity)]
    ) -> Disposition {
        inbox.queue.demandIsCurrent()
        do throws(ArchiveError) {
            // What was committed to a database that was exchanged meanwhile may be lost: the name stays, and the next start takes it again.
            try archive.confirmFiles()
        } catch {
            events.removalFailed(error)
            return .done
        }
        let removal = inbox.remover.remove(task.name, in: task.handed.root, mayStandAside: mayStandAside)
        if let identity = removal.movedBack, removal.result != .changed {
            movedBack.append((ledgerName(task, inbox), identity))
        }
        switch removal.result {
        case .removed:
            append(task, inbox)
            events.nameIsGone(task.handed)
            return .done
        case .changed:
            events.nameIsGone(task.handed)
            return .again
        case .displaced(let path):
            let file = StandingAside(path: path, droppedAs: task.handed.file.name)
            do throws(ArchiveError) {
                try archive.note(aside: file, inbox: inbox.settings.path)
            } catch {
                // The scan of a later start meets it, and takes it under the name aside.
                events.removalFailed(error)
            }
            events.standsAside(file, inbox: task.handed.file.inbox)
            events.nameIsGone(task.handed)
            return .again
        case .openForWriting:
            events.nameIsGone(task.handed)
            return .done
        case .cancelled: return .done
        case .refused(let error):
            var file = task.handed.file
            // Moved back it has another time of change, by which it is tried again.
            if let identity = removal.movedBack { file.identity = identity }
            events.nameStays(HandedFile(file: file, root: task.handed.root, settings: task.handed.settings), error)
            return .done
        }
    }

    private func append(_ task: Task, _ inbox: Inbox) {
        archive.nameIsRemoved(
            inbox: inbox.settings.path, path: task.handed.file.path, identity: task.name.identity)
        inbox.removed.append(ledgerName(task, inbox))
        inbox.root = task.handed.root
    }

    private func ledgerName(_ task: Task, _ inbox: Inbox) -> LedgerName {
        LedgerName(inbox: inbox.settings.path, path: task.handed.file.path, delivery: task.delivery)
    }

    private func note(_ movedBack: [(name: LedgerName, identity: FileIdentity)]) {
        guard !movedBack.isEmpty else { return }
        do throws(ArchiveError) {
            try archive.note(movedBack: movedBack)
        } catch {
            events.removalFailed(error)
        }
    }
}
