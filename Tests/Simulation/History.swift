import Glibc
import SeededNumbers

/// What a simulated machine is like.
struct Surroundings: Sendable {
    /// What a read lease says.
    enum Leases: String, CaseIterable, Sendable {
        /// They are to be had.
        case granted
        /// The files are another user's, and the desk has no CAP_LEASE (EACCES).
        case refused
        /// The file system has none (EINVAL).
        case unsupported
    }

    var leases = Leases.granted
    /// How coarse the times of files are, in nanoseconds: a tick of the kernel, or whole seconds, or two (FAT).
    var tick: Int64 = 4_000_000
    var isPolled = false
    var staysInInbox = false
    var lanes = 1
    var reusesInodes = true
    /// Events beyond which they are lost (fs.inotify.max_queued_events).
    var mostEvents = 16_384
    /// Whether events of different names come out of order.
    var swapsEvents = false
    /// Whether folders tell of what kind a name is (DT_UNKNOWN).
    var tellsKinds = true
}

/// What the world does to the inbox, each in one step. Names are indices into `History.names`, writers numbers of programs that have one
/// file open each.
enum WorldStep: Sendable {
    case create(name: Int, writer: Int)
    case openInPlace(name: Int, writer: Int)
    case write(writer: Int, bytes: Int)
    case close(writer: Int)
    /// A complete file is moved in from elsewhere; it was written so long ago.
    case moveIn(name: Int, bytes: Int, ageMilliseconds: Int64)
    /// A complete file is moved in with the bytes of another that once stood there.
    case moveInAgain(name: Int, earlier: Int)
    case rename(from: Int, to: Int)
    case link(from: Int, to: Int)
    case chmod(name: Int, isReadable: Bool)
    case touch(name: Int)
    case unlink(name: Int)
    case makeFolder
    case moveFolder
    /// Everything is made durable, as by fsync(2).
    case sync
}

/// A call of the desk into its surroundings that may fail.
enum CallKind: Int, CaseIterable, Sendable {
    case open, status, read, list, rename, unlink, sync, lease, watch, events, databaseWrite, databaseSync, stateSync
}

/// One step of a history.
enum HistoryStep: Sendable {
    case world(WorldStep)
    /// The world does something just before a later call of the desk: the so many-th of that kind.
    case before(CallKind, calls: Int, WorldStep)
    /// The desk does so many pieces of work.
    case work(Int)
    /// The desk comes to rest.
    case settle
    /// Time passes while nobody works.
    case pass(milliseconds: Int)
    /// Time passes, and the desk does what becomes due.
    case wait(milliseconds: Int)
    /// The wall clock is set.
    case setClock(milliseconds: Int64)
    /// The process is killed, or the power goes, just before a later call of the desk, or at once where `calls` is
    /// 0. `lots` draw what the disk has kept of what was not
    /// synced.
    case crash(CallKind, calls: Int, isPowerCut: Bool, lots: UInt64)
    /// Calls of a kind fail.
    case fault(CallKind, code: Int32, count: Int)
}

/// A made-up history of an inbox: the machine and what happens, step by step. Any part of the steps is a history too.
struct History: Sendable {
    static let names = ["a.txt", "b.txt", "c.txt", ".hidden", "d/a.txt", "d/b.txt", "e/a.txt"]
    static let writers = 3

    var seed: UInt64
    var surroundings = Surroundings()
    var steps: [HistoryStep] = []

    /// The history of a seed.
    init(seed: UInt64) {
        self.seed = seed
        var draw = Draw(seed: seed)
        surroundings.leases = draw.from([.granted, .granted, .refused, .unsupported])
        surroundings.tick = draw.from([4_000_000, 4_000_000, 4_000_000, 1_000_000_000, 2_000_000_000])
        surroundings.isPolled = draw.happens(0.08)
        surroundings.staysInInbox = draw.happens(0.08)
        surroundings.lanes = draw.from([1, 1, 2, 3])
        // Where files stay, one of the same inode, size and times, put there within a tick, is the same file to the desk.
        surroundings.reusesInodes = draw.happens(0.7) && !surroundings.staysInInbox
        surroundings.mostEvents = draw.happens(0.2) ? draw.number(1...6) : 16_384
        surroundings.swapsEvents = draw.happens(0.2)
        surroundings.tellsKinds = draw.happens(0.8)
        if draw.happens(0.5) { steps.append(.settle) }
        let hasFaults = draw.happens(0.5)
        let hasCrashes = draw.happens(0.6)
        for _ in 0..<draw.number(6...28) { steps += draw.steps(hasFaults: hasFaults, hasCrashes: hasCrashes) }
    }
}

extension History {
    /// Whether leases are to be had all the time.
    var hasLeases: Bool {
        surroundings.leases == .granted
            && steps.allSatisfy { if case .fault(.lease, _, _) = $0 { false } else { true } }
    }

    /// Whether events tell all of each file: none is lost, the desk watches before they come and to the end, and no folder or second name comes.
    var hasWholeEvents: Bool {
        guard !surroundings.isPolled, surroundings.mostEvents > 1000, case .settle? = steps.first else { return false }
        return steps.allSatisfy { step in
            switch step {
            case .crash, .fault: false
            case .world(let step), .before(_, _, let step):
                switch step {
                case .makeFolder, .moveFolder, .link: false
                default: true
                }
            default: true
            }
        }
    }
}

/// Draws a history.
private struct Draw {
    var random: SeededGenerator

    init(seed: UInt64) { random = SeededGenerator(seed: seed) }

    mutating func happens(_ probability: Double) -> Bool { random.happens(probability) }
    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
    mutating func from<Value>(_ values: [Value]) -> Value { values[number(0...(values.count - 1))] }

    mutating func steps(hasFaults: Bool, hasCrashes: Bool) -> [HistoryStep] {
        switch number(0...99) {
        case 0..<20: return [place(world())]
        case 20..<40:
            // A file written in pieces, as programs do.
            let writer = number(0...(History.writers - 1))
            var steps: [HistoryStep] = [.world(.create(name: name(), writer: writer))]
            for _ in 0..<number(1...3) {
                steps += [place(.write(writer: writer, bytes: size()))]
                if happens(0.5) { steps.append(time()) }
            }
            return steps + [place(.close(writer: writer)), time()]
        case 40..<50:
            // A file that is there, rewritten in place or replaced by another, soon after it came.
            let writer = number(0...(History.writers - 1))
            let name = name()
            let first = WorldStep.moveIn(name: name, bytes: 8, ageMilliseconds: from([0, 0, 10, 3_600_000]))
            if happens(0.5) {
                return [
                    .world(first), place(.moveIn(name: name, bytes: 8, ageMilliseconds: from([0, 3_600_000]))),
                ] + (happens(0.5) ? [time()] : [])
            }
            return [
                .world(first), place(.openInPlace(name: name, writer: writer)),
                place(.write(writer: writer, bytes: 8)), place(.close(writer: writer)), time(),
            ]
        case 50..<64: return [place(.moveIn(name: name(), bytes: size(), ageMilliseconds: from([0, 10, 3_600_000])))]
        case 64..<84: return [time()]
        case 84..<90 where hasCrashes:
            return [
                .crash(
                    happens(0.2) ? .databaseWrite : kind(), calls: from([0, 1, 2, number(1...60)]),
                    isPowerCut: happens(0.5), lots: from([0, .max, random.next()])), time(),
            ]
        case 84..<94 where hasFaults:
            return [
                .fault(
                    from(CallKind.allCases), code: from([EIO, ENOSPC, EACCES, EMFILE, EROFS]),
                    count: from([1, 1, 2, 5, 40])), time(),
            ]
        case 94..<96: return [.setClock(milliseconds: Int64(from([-3_600_000, -1000, 1000, 86_400_000])))]
        default: return [.settle]
        }
    }

    /// Now, or in the middle of what the desk does next.
    private mutating func place(_ step: WorldStep) -> HistoryStep {
        happens(0.4) ? .world(step) : .before(kind(), calls: from([1, 1, 2, number(1...8)]), step)
    }

    /// Calls between which something may be missed, rather than those of which there are most.
    private mutating func kind() -> CallKind {
        from([.open, .status, .read, .list, .rename, .unlink, .sync, .lease, .events, .databaseSync, .stateSync])
    }

    private mutating func name() -> Int { number(0...(History.names.count - 1)) }
    private mutating func size() -> Int { from([8, 8, 8, 16, 24]) }

    private mutating func time() -> HistoryStep {
        switch number(0...5) {
        case 0: .work(number(1...12))
        case 1: .pass(milliseconds: from([1, 3, 5, 40, 60, 310, 1000, 2100]))
        case 2: .settle
        default: .wait(milliseconds: from([1, 5, 60, 310, 310, 1000, 2100, 3100, 11_000]))
        }
    }

    private mutating func world() -> WorldStep {
        switch number(0...13) {
        case 0: .create(name: name(), writer: number(0...(History.writers - 1)))
        case 1: .write(writer: number(0...(History.writers - 1)), bytes: size())
        case 2: .close(writer: number(0...(History.writers - 1)))
        case 3, 4: .moveIn(name: name(), bytes: size(), ageMilliseconds: from([0, 10, 3_600_000]))
        case 5: .moveInAgain(name: name(), earlier: number(0...7))
        case 6, 7: .rename(from: name(), to: name())
        case 8: .link(from: name(), to: name())
        case 9: .chmod(name: name(), isReadable: happens(0.5))
        case 10: .touch(name: name())
        case 11: .unlink(name: name())
        case 12: from([.makeFolder, .moveFolder])
        default: .sync
        }
    }
}
