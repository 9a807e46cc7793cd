import Archive
import CSimulatedDisk
import Desk
import Foundation
import Glibc
import Hashing
import Intake
import LinuxSystem
import Logging
import NewsModel

/// One run of a history: the real desk over the simulated inbox, clock and queues, and the real SQLite on a real file.
///
/// `@unchecked Sendable`: as the scheduler's.
final class SimulatedRun: @unchecked Sendable {
    /// What a run has met.
    struct Tally {
        var steps = 0
        var calls = 0
        var kills = 0
        var powerCuts = 0
        var faults = 0
        var worldStepsWithin = 0
        var contents = 0
        var deliveries = 0
        /// A number that two runs of one history have in common.
        var fingerprint: UInt64 = 0xCBF2_9CE4_8422_2325
    }

    /// A promise that was broken.
    struct Violation: Error {
        var text: String
    }

    private enum Armed {
        case world(WorldStep)
        case crash(isPowerCut: Bool, lots: UInt64)
    }

    /// The run that SQLite's file system asks.
    nonisolated(unsafe) static weak var current: SimulatedRun?
    /// What a call takes, in nanoseconds.
    private static let callNanoseconds: UInt64 = 20_000
    /// Seconds that the desk gets at the end, when nothing fails any more, to take everything.
    private static let mostSecondsAtTheEnd = 3600

    private(set) var tally = Tally()
    /// What happened, where it is wanted.
    private(set) var trace: [String] = []
    private let history: History
    private let state: StateFolder
    private let database: [UInt8]
    private let keepsTrace: Bool
    private let scheduler: Scheduler
    private let disk: SimulatedDisk
    private var inboxes: SimulatedInboxes?
    private var archive: Archive?
    private var pipeline: Pipeline?
    private var armed: [(kind: CallKind, calls: Int, what: Armed)] = []
    private var faults: [CallKind: (code: Int32, count: Int)] = [:]
    private var durableOriginals: Set<String> = []
    private var originalsLeft: Set<String>?
    private var digests: [[UInt8]: SHA256Digest] = [:]
    private var looker: ArchiveLooker?
    private var look: ArchiveLook?
    private var lookedAt = UInt64.max

    /// - Parameters:
    ///   - state: an empty folder.
    ///   - database: the bytes of a database with nothing in it.
    ///   - without: mends that are switched off.
    init(_ history: History, state: String, database: [UInt8], without: Set<String> = [], keepsTrace: Bool = false) {
        self.history = history
        self.state = StateFolder(state)
        self.database = database
        self.keepsTrace = keepsTrace
        scheduler = Scheduler(seed: history.seed ^ 0x5C4E_D01E)
        disk = SimulatedDisk(history, scheduler: scheduler, without: without)
    }

    // MARK: A run

    /// Runs the history.
    ///
    /// - Throws: `Violation`.
    func run() throws {
        Self.current = self
        defer {
            tearDown()
            Self.current = nil
        }
        if keepsTrace { scheduler.note = { [unowned self] in note("work: " + $0) } }
        try FileCalls.makeFolder(state.path, mode: 0o700)
        try Data(database).write(to: URL(filePath: state.database))
        sim_forget()
        try start()
        for step in history.steps {
            note("step: \(step)")
            tally.steps += 1
            try take(step)
            try check()
        }
        try end()
    }

    private func take(_ step: HistoryStep) throws {
        switch step {
        case .world(let step): disk.do(step)
        case .before(let kind, let calls, let step): arm(kind, calls, .world(step))
        case .work(let count): for _ in 0..<count { _ = try work() }
        case .settle: try settle()
        case .pass(let milliseconds): scheduler.pass(nanoseconds: allowed(milliseconds))
        case .wait(let milliseconds): try wait(allowed(milliseconds))
        case .setClock(let milliseconds): if disk.mayJump { scheduler.setWallClock(by: milliseconds) }
        case .crash(let kind, let calls, let isPowerCut, let lots):
            if calls > 0 {
                arm(kind, calls, .crash(isPowerCut: isPowerCut, lots: lots))
            } else {
                die(isPowerCut: isPowerCut, lots: lots)
                try start()
            }
        case .fault(let kind, let code, let count): faults[kind] = (code, count)
        }
    }

    private func arm(_ kind: CallKind, _ calls: Int, _ what: Armed) {
        armed.append((kind, calls, what))
    }

    /// As much of a time as may pass.
    private func allowed(_ milliseconds: Int) -> UInt64 {
        UInt64(min(milliseconds, disk.mostMilliseconds)) * 1_000_000
    }

    /// Has one piece of work done; false when there is none.
    private func work() throws -> Bool {
        let hasWorked = scheduler.runOne()
        if inboxes?.isDead == true { try start() }
        return hasWorked
    }

    private func settle() throws {
        var count = 0
        while try work() {
            count += 1
            if count > Scheduler.restlessWork { throw Violation(text: "the desk does not come to rest") }
        }
    }

    private func wait(_ nanoseconds: UInt64) throws {
        let end = scheduler.monotonicNanoseconds + nanoseconds
        var wakes = 0
        try settle()
        while let next = scheduler.untilNextDue, scheduler.monotonicNanoseconds + next <= end {
            // Programs may have opened files meanwhile.
            guard next <= allowed(Int.max >> 32) else { return }
            scheduler.pass(nanoseconds: next)
            try settle()
            wakes += 1
            if wakes > Scheduler.restlessWork { throw Violation(text: "the desk wakes without end") }
        }
        let rest = end - min(end, scheduler.monotonicNanoseconds)
        guard rest <= allowed(Int.max >> 32) else { return }
        scheduler.pass(nanoseconds: rest)
        try settle()
    }

    /// The world stops, nothing fails any more, and the desk must take everything.
    private func end() throws {
        note("step: the end")
        armed = []
        faults = [:]
        for writer in 0..<History.writers { disk.do(.close(writer: writer)) }
        disk.letRead()
        try settle()
        var seconds = 0
        while !isDone(try looked()) {
            guard seconds < Self.mostSecondsAtTheEnd else {
                let left = disk.tree.named.map { String(decoding: $0.path, as: UTF8.self) }
                let look = try looked()
                let owed = disk.owed.filter { look.deliveries[digest($0)] == nil }.map {
                    String(decoding: $0, as: UTF8.self)
                }
                throw Violation(text: "not taken after an hour: \(owed); names: \(left)")
            }
            let pause = seconds < 10 ? 1 : seconds < 60 ? 10 : 60
            try wait(UInt64(pause) * 1_000_000_000)
            seconds += pause
        }
        try check()
        let look = try looked()
        if let damage = try looker?.damage() { throw Violation(text: damage) }
        let reader = OriginalReader(state: state)
        for (digest, _) in look.deliveries { try reader.verify(digest) }
        tally.contents = disk.dropped.count
        tally.deliveries = look.deliveries.values.reduce(0) { $0 + $1.all }
    }

    private func isDone(_ look: ArchiveLook) -> Bool {
        let isArchived = disk.owed.allSatisfy { look.deliveries[digest($0)] != nil }
        return isArchived && (history.surroundings.staysInInbox || disk.isTaken)
    }

    // MARK: What must hold

    private func check() throws {
        let look = try looked()
        let named = disk.named
        for content in disk.owed.subtracting(named) where look.deliveries[digest(content)] == nil {
            throw Violation(
                text:
                    "lost: \(String(decoding: content, as: UTF8.self)) was complete under a name and is neither in the "
                    + "archive nor under a name"
            )
        }
    }

    private func looked() throws -> ArchiveLook {
        let count = sim_change_count()
        if let look, count == lookedAt { return look }
        let looker = try self.looker ?? ArchiveLooker(database: state.database)
        self.looker = looker
        let look = try looker.look()
        self.look = look
        lookedAt = count
        let known = Dictionary(disk.dropped.map { (digest($0), $0) }, uniquingKeysWith: { first, _ in first })
        for (digest, deliveries) in look.deliveries {
            guard known[digest] != nil else {
                throw Violation(text: "half: the archive has bytes that were never complete (\(digest))")
            }
            if let content = known[digest], deliveries.all > disk.mostDeliveries(of: content) {
                throw Violation(
                    text:
                        "doubled: \(deliveries.all) deliveries of \(String(decoding: content, as: UTF8.self)), which was "
                        + "dropped \(disk.mostDeliveries(of: content)) times"
                )
            }
            guard deliveries.stored <= 1 else {
                throw Violation(text: "doubled: \(deliveries.stored) deliveries stored the same bytes")
            }
        }
        let stored = look.deliveries.values.reduce(0) { $0 + $1.stored }
        guard look.articles == stored else {
            throw Violation(text: "doubled: \(look.articles) articles of \(stored) stored deliveries")
        }
        return look
    }

    private func digest(_ content: [UInt8]) -> SHA256Digest {
        if let known = digests[content] { return known }
        let digest = SHA256Digest.of(content)
        digests[content] = digest
        return digest
    }

    // MARK: The process

    /// Starts the desk, as systemd does again and again.
    private func start() throws {
        for _ in 0..<200 {
            tearDown()
            do {
                try bringUp()
                if inboxes?.isDead == false { return }
            } catch let violation as Violation {
                throw violation
            } catch {
                note("start failed: \(error)")
                scheduler.pass(nanoseconds: allowed(1000))
            }
        }
        throw Violation(text: "the desk cannot be started")
    }

    private func bringUp() throws {
        let inboxes = SimulatedInboxes(disk: disk) { [unowned self] kind, what throws(SystemError) in
            try call(kind, what)
        }
        self.inboxes = inboxes
        let archive = try Archive.open(state: state.path) { [unowned self] _ throws(SystemError) in
            try call(.stateSync, "state")
            durableOriginals = originals()
        }
        self.archive = archive
        var configuration = DeskConfiguration(
            state: state.path,
            inboxes: [
                InboxConfiguration(
                    path: "/inbox", take: history.surroundings.staysInInbox ? .leave : .move,
                    watch: history.surroundings.isPolled ? .poll : .auto)
            ], lanes: history.surroundings.lanes, minimumFree: 0)
        configuration.analysis = false
        var seams = Pipeline.Seams()
        seams.clock = scheduler
        seams.queues = scheduler
        seams.timedWork = scheduler.queue("timed-work")
        seams.fileSystem = inboxes
        seams.makeReader = { StubReader() }
        seams.hasExpressLane = false
        let pipeline = try Pipeline(
            configuration, archive: archive,
            logger: Logger(label: "simulation", factory: { _ in SwiftLogNoOpLogHandler() }), seams: seams)
        self.pipeline = pipeline
        pipeline.sweep()
        try runUnlessDead()
        try pipeline.closeUnfinished()
        pipeline.watch { [weak pipeline] in pipeline?.takeFiles() }
    }

    /// As `settle`, without another start in it.
    private func runUnlessDead() throws {
        var count = 0
        while inboxes?.isDead == false, scheduler.runOne() {
            count += 1
            if count > Scheduler.restlessWork { throw Violation(text: "the start does not come to rest") }
        }
    }

    /// The process ends at once: what it has not done it never does.
    private func die(isPowerCut: Bool, lots: UInt64) {
        guard let inboxes, !inboxes.isDead else { return }
        note(isPowerCut ? "power cut" : "kill")
        inboxes.isDead = true
        if isPowerCut { tally.powerCuts += 1 } else { tally.kills += 1 }
        originalsLeft = isPowerCut ? durableOriginals : originals()
        sim_crash(isPowerCut ? lots : .max)
        disk.crash(isPowerCut: isPowerCut)
    }

    private func tearDown() {
        let wasDead = inboxes?.isDead == true
        inboxes?.isDead = true
        looker = nil
        scheduler.forgetWork()
        pipeline?.letGo()
        while scheduler.runOne() {}
        scheduler.forgetAll()
        pipeline = nil
        try? archive?.close()
        archive = nil
        inboxes = nil
        guard wasDead else { return }
        if sim_restore() != 0 { note("the database could not be put back") }
        sim_forget()
        lookedAt = .max
        try? FileCalls.remove(state.sharedMemory)
        // What the kernel tells of how the last process ended is of the whole program here: nobody is a suspect.
        try? FileCalls.remove(state.work + "/attempts")
        if let left = originalsLeft {
            for name in originals().subtracting(left) { try? FileCalls.remove(state.originals + "/" + name) }
        }
        durableOriginals = originals()
        originalsLeft = nil
    }

    /// The kept originals, by their paths.
    private func originals() -> Set<String> {
        var found: Set<String> = []
        for folder in (try? FileCalls.names(in: state.originals)) ?? [] where folder != ".unfinished" {
            for name in (try? FileCalls.names(in: state.originals + "/" + folder)) ?? [] {
                found.insert(folder + "/" + name)
            }
        }
        return found
    }

    // MARK: Calls

    private func note(_ text: @autoclosure () -> String) {
        if keepsTrace { trace.append("\(scheduler.monotonicNanoseconds / 1000 % 10_000_000_000) \(text())") }
    }

    /// A call of the desk begins: what the history has for this moment happens first.
    private func call(_ kind: CallKind, _ what: String) throws(SystemError) {
        guard let inboxes, !inboxes.isDead else { throw SystemError(operation: "die", path: what, code: EIO) }
        tally.calls += 1
        scheduler.pass(nanoseconds: Self.callNanoseconds)
        tally.fingerprint = (tally.fingerprint ^ UInt64(kind.rawValue)) &* 0x100_0000_01B3
        for index in armed.indices where armed[index].kind == kind { armed[index].calls -= 1 }
        let due = armed.filter { $0.calls <= 0 }
        if !due.isEmpty {
            armed.removeAll { $0.calls <= 0 }
            for entry in due {
                switch entry.what {
                case .world(let step):
                    if kind == .unlink, disk.wouldLose(step, removing: what) { continue }
                    tally.worldStepsWithin += 1
                    note("within \(kind) \(what): \(step)")
                    disk.do(step)
                case .crash(let isPowerCut, let lots): die(isPowerCut: isPowerCut, lots: lots)
                }
            }
            if inboxes.isDead { throw SystemError(operation: "die", path: what, code: EIO) }
        }
        note("call: \(kind) \(what)")
        guard let fault = faults[kind], fault.count > 0 else { return }
        faults[kind]?.count -= 1
        tally.faults += 1
        note("fault: \(kind) \(what): \(fault.code)")
        throw SystemError(operation: "\(kind)", path: what, code: fault.code)
    }

    /// SQLite is about to change or sync a file of the database.
    func databaseCall(_ operation: Int32) -> Int32 {
        let isSync = operation == Int32(sim_sync.rawValue)
        do throws(SystemError) {
            try call(isSync ? .databaseSync : .databaseWrite, "database")
            return 0
        } catch {
            // SQLITE_FULL, SQLITE_IOERR_FSYNC, SQLITE_IOERR_WRITE.
            if error.code == ENOSPC, !isSync { return 13 }
            return isSync ? 10 | 4 << 8 : 10 | 3 << 8
        }
    }
}
