import LinuxSystem
import NewsModel

/// Decides when a file that was not moved in by a rename is complete, by what inotify told of its name, all on a monotonic clock that
/// the caller reads.
///
/// - A name that was *created or changed* is open until its writer has closed it: until then only a lease can tell that nobody writes it
///   any more. inotify merges equal events in a row, so that opens and closes cannot be counted; that a close came later than the last
///   change holds all the same.
/// - A name that was *closed* after its last change is complete when nothing more has changed for the quiet period.
/// - A name that was *found*, by a scan or in a folder that is new to the watch, has no such history: it is complete when nothing has
///   changed for a longer period, or at once where its times say that this is so already (`rest`).
///
/// An open name of which no news comes is given up after a time, and taken as it is.
///
/// The caller tells what it hears and finds, asks after a while which names are due (`takeDue`), looks at each again and reports by
/// `judge` what it saw, or that the name is gone by `forget`.
struct SettleTracker {
    /// The times that names wait for, in nanoseconds.
    struct Periods: Equatable {
        /// After the close of a file that was changed.
        var quiet: UInt64
        /// For a file without a history.
        var unseen: UInt64
        /// For news of an open file.
        var patience: UInt64
    }

    /// What is known of the changes of a name.
    enum History: Equatable {
        /// Created, and not written to since.
        case created
        /// Changed, and not closed by its writer since.
        case changed
        /// Closed by its writer, and not changed since.
        case closed
        /// Found; no event has told of it.
        case unseen
    }

    /// What becomes of a name that was due and looked at.
    enum Verdict: Equatable {
        /// It is complete and forgotten here.
        case complete
        /// It is open and has been without news for too long: it is forgotten here and to be taken as it is.
        case givenUp
        /// It waits on, for a quiet period.
        case settles
        /// It waits on, for its writer.
        case waitsForWriter
    }

    private struct Entry {
        var history: History
        /// What stood there when the wait began; nil where nobody looked.
        var identity: FileIdentity?
        var due: UInt64
        /// When something was last heard or seen of it.
        var news: UInt64
        /// How often its writer was asked for in vain.
        var looks = 0
        /// The deadline under which it stands in the queue, which may be earlier than `due`; nil for none.
        var queued: UInt64?

        var waitsForWriter: Bool { looks > 0 }
    }

    /// The pauses between two looks whether an open file still has a writer: at first, and at most. The close of a writer is told by an
    /// event, but for one that has it open under another of its names.
    static let lookNanoseconds: ClosedRange<UInt64> = 1_000_000_000...60_000_000_000

    let periods: Periods
    private var entries: [[UInt8]: Entry] = [:]
    private var queue = DeadlineQueue()
    /// Files that have been at rest long enough; an entry's due time is 0 as long as it is one of them.
    private var resting: [[UInt8]] = []
    /// Names that wait for their writers.
    private(set) var waiting: Set<[UInt8]> = []

    init(_ periods: Periods) { self.periods = periods }

    /// Names that are not complete yet.
    var count: Int { entries.count }

    /// When the next name is to be looked at; nil for none.
    var nextDue: UInt64? { queue.first }

    /// Whether there are files at rest.
    var hasResting: Bool { !resting.isEmpty }

    func contains(_ path: [UInt8]) -> Bool { entries[path] != nil }

    /// A name was created.
    mutating func created(_ path: [UInt8], now: UInt64) {
        set(path, Entry(history: .created, identity: nil, due: now + periods.quiet, news: now))
    }

    /// A file was written to or truncated.
    mutating func changed(_ path: [UInt8], now: UInt64) {
        set(path, Entry(history: .changed, identity: nil, due: now + periods.quiet, news: now))
    }

    /// A file that was open for writing was closed.
    mutating func closed(_ path: [UInt8], _ identity: FileIdentity, now: UInt64) {
        set(path, Entry(history: .closed, identity: identity, due: now + periods.quiet, news: now))
    }

    /// A file was found of which no event had told, or which changed without one.
    mutating func found(_ path: [UInt8], _ identity: FileIdentity, now: UInt64) {
        set(path, Entry(history: .unseen, identity: identity, due: now + periods.unseen, news: now))
    }

    /// A file was found that has a writer, of whose end an event may tell.
    mutating func foundOpen(_ path: [UInt8], now: UInt64) {
        var entry = Entry(history: .changed, identity: nil, due: now + Self.lookNanoseconds.lowerBound, news: now)
        entry.looks = 1
        set(path, entry)
    }

    /// A file was found that has not changed for longer than a file without a history waits.
    mutating func rest(_ path: [UInt8], _ identity: FileIdentity) {
        waiting.remove(path)
        entries[path] = Entry(history: .unseen, identity: identity, due: 0, news: 0)
        resting.append(path)
    }

    /// A file is complete, and is to be taken at a moment if it has not changed until then.
    mutating func complete(_ path: [UInt8], _ identity: FileIdentity, due: UInt64) {
        set(path, Entry(history: .closed, identity: identity, due: due, news: due))
    }

    /// Events were lost: what is known of the names may be wrong, and all wait as if they had been found now.
    mutating func loseHistory(now: UInt64) {
        for (path, entry) in entries where entry.due > 0 {
            set(path, Entry(history: .unseen, identity: entry.identity, due: now + periods.unseen, news: now))
        }
    }

    private mutating func set(_ path: [UInt8], _ new: Entry) {
        var entry = new
        let old = entries[path]
        if entry.waitsForWriter { waiting.insert(path) } else if old?.waitsForWriter == true { waiting.remove(path) }
        // One deadline a name: one that comes too early is put back when it is met (`takeDue`), so that a thousand writes cost one.
        if let queued = old?.queued, queued <= entry.due {
            entry.queued = queued
        } else {
            entry.queued = entry.due
            queue.insert(path, due: entry.due)
        }
        entries[path] = entry
    }

    /// All files at rest; look at each again and call `judge` or `forget`.
    mutating func takeResting() -> [[UInt8]] {
        defer { resting = [] }
        return resting.filter { entries[$0]?.due == 0 }
    }

    /// The names whose time has come; look at each again and call `judge` or `forget`.
    mutating func takeDue(now: UInt64, limit: Int) -> [[UInt8]] {
        var due: [[UInt8]] = []
        while due.count < limit, let deadline = queue.first, let path = queue.takeFirst(now: now) {
            guard var entry = entries[path], entry.queued == deadline else { continue }
            if entry.due <= now {
                entry.queued = nil
                due.append(path)
            } else {
                entry.queued = entry.due
                queue.insert(path, due: entry.due)
            }
            entries[path] = entry
        }
        return due
    }

    /// Whether it is to be asked, for a due name, who has it open for writing.
    func asksForWriter(_ path: [UInt8]) -> Bool {
        switch entries[path]?.history {
        case .created, .changed: true
        case .closed, .unseen, nil: false
        }
    }

    /// Says what becomes of a due name.
    ///
    /// - Parameters:
    ///   - identity: what stands there now.
    ///   - writer: who has it open for writing, where `asksForWriter` wants to know.
    mutating func judge(_ path: [UInt8], _ identity: FileIdentity, writer: WriterPresence?, now: UInt64) -> Verdict {
        guard let entry = entries[path] else { return .settles }
        switch entry.history {
        case .closed, .unseen:
            if entry.identity == identity { return conclude(path, .complete) }
            // Changed, and no event told of it: by another of its names, by a mapping or by another machine.
            found(path, identity, now: now)
            return .settles
        case .created, .changed:
            if writer == WriterPresence.none { return conclude(path, .complete) }
            if entry.history == .created, identity.size > 0, writer != .present {
                // It was not written under this name: a link to a file that is older than it.
                found(path, identity, now: now)
                return .settles
            }
            var next = entry
            next.queued = nil
            if let seen = entry.identity, seen != identity { next.news = now }
            next.identity = identity
            guard now - min(now, next.news) < periods.patience else { return conclude(path, .givenUp) }
            let pause = min(
                Self.lookNanoseconds.upperBound, Self.lookNanoseconds.lowerBound << UInt64(min(entry.looks, 6)))
            next.looks += 1
            next.due = min(now + pause, next.news + periods.patience)
            set(path, next)
            return .waitsForWriter
        }
    }

    private mutating func conclude(_ path: [UInt8], _ verdict: Verdict) -> Verdict {
        forget(path)
        return verdict
    }

    /// The file is gone or no longer of interest.
    mutating func forget(_ path: [UInt8]) {
        if entries.removeValue(forKey: path)?.waitsForWriter == true { waiting.remove(path) }
    }
}
