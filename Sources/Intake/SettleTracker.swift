import NewsModel

/// Decides when a file is complete: its size, mtime and ctime have not changed for a quiet period after the last event, all on
/// a monotonic clock that the caller reads.
///
/// It is made for these situations: a program writes slowly or in pieces; a copy keeps the old mtime; the wall clock is set
/// back or forward; an event came late or twice; the file was there before anybody watched. A file that was moved in by
/// rename is complete at once and never gets here. One whose times say that it has rested for longer than the quiet period is looked at
/// once more and then complete (`rest`).
///
/// The caller observes a file (`observe`), asks after a while which are due (`takeDue`), looks at each again and reports what it
/// saw by `confirm`, which says whether the file is complete or starts the quiet period anew.
struct SettleTracker {
    private struct Entry {
        var identity: FileIdentity
        var due: UInt64
    }

    private struct Deadline {
        var due: UInt64
        var path: [UInt8]
    }

    /// The quiet period in nanoseconds.
    let quiet: UInt64
    private var entries: [[UInt8]: Entry] = [:]
    /// In order of their due time, since every entry waits equally long from now; some are outdated by a later observation.
    private var deadlines: [Deadline] = []
    private var head = 0
    /// Files that have been at rest long enough; an entry's due time is 0 as long as it is one of them.
    private var resting: [[UInt8]] = []

    init(quietNanoseconds: UInt64) { quiet = quietNanoseconds }

    /// Files that are not complete yet.
    var count: Int { entries.count }

    /// When the next file may be complete; nil for none.
    var nextDue: UInt64? { head < deadlines.count ? deadlines[head].due : nil }

    /// Whether there are files at rest.
    var hasResting: Bool { !resting.isEmpty }

    func contains(_ path: [UInt8]) -> Bool { entries[path] != nil }

    /// A file was seen, or an event about it came: its quiet period begins now.
    mutating func observe(_ path: [UInt8], _ identity: FileIdentity, now: UInt64) {
        let due = now + quiet
        entries[path] = Entry(identity: identity, due: due)
        deadlines.append(Deadline(due: due, path: path))
    }

    /// A file was found of which no event told, and which has not changed for the quiet period already.
    mutating func rest(_ path: [UInt8], _ identity: FileIdentity) {
        entries[path] = Entry(identity: identity, due: 0)
        resting.append(path)
    }

    /// All files at rest; look at each again and call `confirm` or `forget`.
    mutating func takeResting() -> [[UInt8]] {
        defer { resting = [] }
        return resting.filter { entries[$0]?.due == 0 }
    }

    /// The files whose quiet period has passed; look at each again and call `confirm` or `forget`.
    mutating func takeDue(now: UInt64, limit: Int) -> [[UInt8]] {
        var due: [[UInt8]] = []
        while head < deadlines.count, deadlines[head].due <= now, due.count < limit {
            let deadline = deadlines[head]
            head += 1
            if entries[deadline.path]?.due == deadline.due { due.append(deadline.path) }
        }
        if head > 1024, head * 2 > deadlines.count {
            deadlines.removeFirst(head)
            head = 0
        }
        return due
    }

    /// Tells what a due file looks like now: true when it is complete (it is then forgotten), false when it changed and waits anew.
    mutating func confirm(_ path: [UInt8], _ identity: FileIdentity, now: UInt64) -> Bool {
        guard let entry = entries[path] else { return false }
        if entry.identity == identity {
            entries[path] = nil
            return true
        }
        observe(path, identity, now: now)
        return false
    }

    /// The file is gone or no longer of interest.
    mutating func forget(_ path: [UInt8]) { entries[path] = nil }
}
