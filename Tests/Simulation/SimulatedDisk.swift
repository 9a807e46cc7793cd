import Glibc
import LinuxSystem
import SeededNumbers

@preconcurrency import Intake

/// A file system with the programs that write into it and the desk that takes from it.
///
/// `@unchecked Sendable`: as the scheduler's.
final class SimulatedDisk: @unchecked Sendable {
    /// A program that has a file open for writing.
    struct Writer {
        var inode: UInt64
        var entry: Int
        var offset = 0
        /// When it wrote last, by the monotonic clock.
        var news: UInt64
    }

    /// A moment to which a power cut may take the file system back.
    private struct Moment {
        var tree: FileTree
        var owed: Set<[UInt8]>
    }

    let surroundings: Surroundings
    let scheduler: Scheduler
    /// Switches mends off, to see whether they are missed.
    let without: Set<String>
    var tree: FileTree
    /// Programs that have a file open.
    private(set) var writers: [Int: Writer] = [:]
    /// Programs that wait for a lease to end, each with what it does then.
    private var waiting: [Int: (entry: FileTree.Entry, truncates: Bool, steps: [WorldStep])] = [:]
    /// Read leases of the desk by file, and whether somebody has tried to write since.
    private var leases: [UInt64: [ObjectIdentifier: Bool]] = [:]
    /// How many open files of the desk there are of each.
    private var handles: [UInt64: Int] = [:]
    weak var events: SimulatedEvents?
    /// Number of the device; changes with each mount.
    private(set) var device: UInt64 = 7

    /// Complete contents that the world has dropped and not taken back.
    private(set) var owed: Set<[UInt8]> = []
    /// All contents that ever were complete under a name, in their order.
    private(set) var dropped: [[UInt8]] = []
    private var everDropped: Set<[UInt8]> = []
    /// A file under a name as it was complete: what may be one delivery.
    private struct Standing: Hashable {
        var path: [UInt8]
        var inode: UInt64
        var modified: Int64
        var changed: Int64
    }
    /// For each content, as what it was complete.
    private var standings: [[UInt8]: Set<Standing>] = [:]
    private var moments: [Moment] = []
    private var lastContent = 0
    /// Whether leases are to be had all the time.
    private let hasLeases: Bool
    /// Whether the events of the history tell all of each file.
    private let hasWholeEvents: Bool
    private var lots: SeededGenerator

    init(_ history: History, scheduler: Scheduler, without: Set<String>) {
        surroundings = history.surroundings
        hasLeases = history.hasLeases
        hasWholeEvents = history.hasWholeEvents
        self.scheduler = scheduler
        self.without = without
        tree = FileTree(now: scheduler.wallNanoseconds)
        tree.reusesInodes = surroundings.reusesInodes
        lots = SeededGenerator(seed: history.seed ^ 0xD15C)
        isDurable()
    }

    /// The time that a file gets now.
    var stamp: Int64 { scheduler.wallNanoseconds / surroundings.tick * surroundings.tick }

    // MARK: What is owed

    /// Contents that are complete under a name that no rule ignores.
    private var complete: Set<[UInt8]> {
        let open = Set(writers.values.map(\.inode))
        return Set(
            tree.named.filter { !open.contains($0.inode) && Self.isDelivery($0.path) }.compactMap {
                tree[$0.inode]?.bytes
            })
    }

    /// Contents that stand under a name, whoever has them open, or aside; not those that the world has hidden.
    var named: Set<[UInt8]> { Set(tree.named.filter { $0.path != Self.hidden }.compactMap { tree[$0.inode]?.bytes }) }

    private static let hidden = Array(".hidden".utf8)

    /// Whether every content was once complete.
    func wasDropped(_ content: [UInt8]) -> Bool { everDropped.contains(content) }

    private static func isDelivery(_ path: [UInt8]) -> Bool {
        // What the desk has taken aside is still a delivery.
        !path.split(separator: UInt8(ascii: "/")).contains { $0.first == UInt8(ascii: ".") && AsideName($0) == nil }
    }

    /// Whether nothing is left that the desk has to take.
    var isTaken: Bool { tree.named.allSatisfy { $0.path == Self.hidden } }

    /// The world does something: what stood there and is gone afterwards was taken back.
    private func byTheWorld(_ body: () -> Void) {
        let before = named
        body()
        owed.subtract(before.subtracting(named))
        owe()
        remember()
    }

    /// How many deliveries there may be of a content: one for each time that it was complete as another file, under another name or with
    /// other times.
    func mostDeliveries(of content: [UInt8]) -> Int { standings[content]?.count ?? 0 }

    private func owe() {
        let open = Set(writers.values.map(\.inode))
        for (path, inode) in tree.named where !open.contains(inode) && Self.isDelivery(path) {
            guard let node = tree[inode] else { continue }
            standings[node.bytes, default: []].insert(
                Standing(path: path, inode: inode, modified: node.modified, changed: node.changed))
        }
        for content in complete where owed.insert(content).inserted {
            if everDropped.insert(content).inserted { dropped.append(content) }
        }
    }

    /// A change that no sync covers yet.
    func remember() {
        if moments.count >= 64 { moments.removeFirst() }
        moments.append(Moment(tree: tree, owed: owed))
    }

    /// Everything so far is durable.
    func isDurable() { moments = [Moment(tree: tree, owed: owed)] }

    /// The desk has died: its leases and open files go. A power cut also takes back some of the last changes, and ends all programs.
    func crash(isPowerCut: Bool) {
        events = nil
        leases = [:]
        handles = [:]
        if isPowerCut {
            writers = [:]
            waiting = [:]
            let moment = moments[Int(lots.next() % UInt64(moments.count))]
            tree = moment.tree
            comeBack(moment.owed.subtracting(owed))
            owed = moment.owed
            device += 1
            isDurable()
            owe()
        } else {
            for inode in Array(tree.nodesWithoutName) where !isOpen(inode) { tree.release(inode) }
            for writer in Array(waiting.keys).sorted() { goOn(writer) }
        }
    }

    /// What the world had taken back and a power cut brings again may be listed once more, and so may what comes back under a name that was
    /// given again: the ledger knows each name once.
    private func comeBack(_ contents: Set<[UInt8]>) {
        for (path, inode) in tree.named {
            guard let node = tree[inode],
                contents.contains(node.bytes)
                    || standings.contains(where: { content, places in
                        content != node.bytes && places.contains { $0.path == path }
                    })
            else { continue }
            standings[node.bytes, default: []].insert(
                Standing(path: path, inode: inode, modified: -Int64(device), changed: node.changed))
        }
    }

    private func isOpen(_ inode: UInt64) -> Bool {
        handles[inode] != nil || writers.values.contains { $0.inode == inode }
            || waiting.values.contains { $0.entry.inode == inode }
    }

    // MARK: Open files of the desk

    func opened(_ inode: UInt64) { handles[inode, default: 0] += 1 }

    func closed(_ inode: UInt64) {
        guard let count = handles[inode] else { return }
        handles[inode] = count > 1 ? count - 1 : nil
        if !isOpen(inode) { tree.release(inode) }
    }

    func takeLease(_ inode: UInt64, _ holder: ObjectIdentifier) throws(ReadLease.Refusal) {
        let code: Int32? =
            switch surroundings.leases {
            case .granted: nil
            case .refused: EACCES
            case .unsupported: EINVAL
            }
        if let code {
            // The mend of the second break switched off: no lease to be had is taken for "nobody writes".
            if without.contains("unknown-writers") { return }
            throw .unknown(SystemError(operation: "lease", path: "inode \(inode)", code: code))
        }
        if writers.values.contains(where: { $0.inode == inode }) { throw .openForWriting }
        leases[inode, default: [:]][holder] = true
    }

    func holdsLease(_ inode: UInt64, _ holder: ObjectIdentifier) -> Bool { leases[inode]?[holder] == true }

    func giveUpLease(_ inode: UInt64, _ holder: ObjectIdentifier) {
        guard leases[inode]?.removeValue(forKey: holder) != nil else { return }
        if leases[inode]?.isEmpty == true { leases[inode] = nil }
        if leases[inode] == nil {
            for writer in Array(waiting.keys).sorted() where waiting[writer]?.entry.inode == inode {
                goOn(writer)
            }
        }
    }

    private func goOn(_ writer: Int) {
        guard let wait = waiting.removeValue(forKey: writer) else { return }
        byTheWorld {
            writers[writer] = Writer(
                inode: wait.entry.inode, entry: wait.entry.number, news: scheduler.monotonicNanoseconds)
            if wait.truncates { truncate(wait.entry.inode, wait.entry.number) }
        }
        for step in wait.steps { self.do(step) }
    }

    // MARK: The world

    /// The longest that time may pass, in milliseconds, before the desk takes a file as it is that is still being written, which
    /// docs/durability.md says: after `settle_unseen` where it has neither a lease nor a whole history of events, else after
    /// `open_patience`.
    var mostMilliseconds: Int {
        guard let last = writers.values.map(\.news).min() else { return .max }
        let most = hasLeases || hasWholeEvents ? 590_000 : 2900
        return max(0, most - Int((scheduler.monotonicNanoseconds - last) / 1_000_000))
    }

    /// Whether the clock may be set: without a lease, a file that is being written looks as old as the clock says.
    var mayJump: Bool { hasLeases || writers.isEmpty }

    /// Lets the desk read everything, also what stands aside.
    func letRead() {
        for (path, inode) in tree.named where tree[inode]?.isReadable == false {
            tree[inode]?.isReadable = true
            tree[inode]?.changed = stamp
            if let place = tree.place(path, below: FileTree.inbox) { emit(place.folder, .attributes, place.name) }
        }
    }

    /// Does a step of the world; one that is not possible does nothing.
    func `do`(_ step: WorldStep) {
        if let writer = step.writer, waiting[writer] != nil {
            waiting[writer]?.steps.append(step)
            return
        }
        byTheWorld { perform(step) }
    }

    private func place(_ name: Int) -> FileTree.Place? {
        tree.place(Array(History.names[name].utf8), below: FileTree.inbox)
    }

    private func newContent(_ count: Int) -> [UInt8] {
        lastContent += 1
        var bytes = Array(("n" + String(lastContent, radix: 36) + " ").utf8)
        while bytes.count < count { bytes.append(UInt8(ascii: "x")) }
        return bytes
    }

    private func perform(_ step: WorldStep) {
        switch step {
        case .create(let name, let writer):
            guard writers[writer] == nil, let place = place(name) else { return }
            if let entry = place.entry {
                open(entry, writer, truncates: true)
            } else {
                let entry = tree.make(place, FileTree.Node(isFolder: false, modified: stamp, changed: stamp))
                changedFolder(place.folder)
                guard let inode = tree.place(ofEntry: entry)?.entry?.inode else { return }
                writers[writer] = Writer(inode: inode, entry: entry, news: scheduler.monotonicNanoseconds)
                emit(place.folder, .create, place.name)
            }
        case .openInPlace(let name, let writer):
            guard writers[writer] == nil, let entry = place(name)?.entry else { return }
            open(entry, writer, truncates: false)
        case .write(let writer, let count):
            guard var open = writers[writer] else { return }
            let content = newContent(count)
            write(content, at: open.offset, to: open.inode, entry: open.entry)
            open.offset += content.count
            open.news = scheduler.monotonicNanoseconds
            writers[writer] = open
        case .close(let writer):
            guard let open = writers.removeValue(forKey: writer) else { return }
            if let place = tree.place(ofEntry: open.entry) { emit(place.folder, .closeWrite, place.name) }
            if !isOpen(open.inode) { tree.release(open.inode) }
        case .moveIn(let name, let count, let age):
            moveIn(name, newContent(count), modified: (scheduler.wallNanoseconds - age * 1_000_000))
        case .moveInAgain(let name, let earlier):
            guard !dropped.isEmpty else { return }
            moveIn(name, dropped[earlier % dropped.count], modified: scheduler.wallNanoseconds)
        case .rename(let from, let to): rename(from, to)
        case .link(let from, let to):
            guard let source = place(from)?.entry, let target = place(to), target.entry == nil,
                tree[source.inode]?.isFolder == false, mayBeMoved(source.inode)
            else { return }
            _ = tree.add(target, source.inode)
            tree[source.inode]?.names += 1
            tree[source.inode]?.changed = stamp
            changedFolder(target.folder)
            emit(target.folder, .create, target.name)
        case .chmod(let name, let isReadable):
            guard let place = place(name), let entry = place.entry, tree[entry.inode]?.isFolder == false else { return }
            tree[entry.inode]?.isReadable = isReadable
            tree[entry.inode]?.changed = stamp
            emit(place.folder, .attributes, place.name)
        case .touch(let name):
            guard let place = place(name), let entry = place.entry else { return }
            tree[entry.inode]?.modified = stamp
            tree[entry.inode]?.changed = stamp
            emit(place.folder, .attributes, place.name)
        case .unlink(let name):
            guard let place = place(name), let entry = place.entry, tree[entry.inode]?.isFolder == false else { return }
            remove(place, entry)
        case .makeFolder:
            guard let place = tree.place(Array("d".utf8), below: FileTree.inbox), place.entry == nil else { return }
            _ = tree.make(place, FileTree.Node(isFolder: true, modified: stamp, changed: stamp))
            changedFolder(place.folder)
            emit(place.folder, [.create, .isDirectory], place.name)
        case .moveFolder:
            guard let from = tree.place(Array("d".utf8), below: FileTree.inbox), let entry = from.entry,
                let to = tree.place(Array("e".utf8), below: FileTree.inbox), to.entry == nil,
                hasLeases || writers.isEmpty
            else { return }
            tree.move(from, to: to)
            tree[entry.inode]?.changed = stamp
            changedFolder(to.folder)
            emit(to.folder, [.movedTo, .isDirectory], to.name)
            events?.emit(folder: entry.inode, .moveSelf, [])
        case .sync: isDurable()
        }
    }

    /// Opens a file for writing; where the desk has a lease on it, as soon as that has ended.
    private func open(_ entry: FileTree.Entry, _ writer: Int, truncates: Bool) {
        guard tree[entry.inode]?.isFolder == false, mayBeMoved(entry.inode), mayBeRewritten(entry.inode) else { return }
        if let held = leases[entry.inode] {
            leases[entry.inode] = held.mapValues { _ in false }
            // It has found the file, and goes on with that one, wherever its name is by then.
            waiting[writer] = (entry, truncates, [])
            return
        }
        writers[writer] = Writer(inode: entry.inode, entry: entry.number, news: scheduler.monotonicNanoseconds)
        if truncates { truncate(entry.inode, entry.number) }
    }

    /// Without a lease nobody can tell that another program has a file open that is given a name, or opened by a second one.
    private func mayBeMoved(_ inode: UInt64) -> Bool {
        hasLeases || !writers.values.contains { $0.inode == inode }
    }

    /// Who writes into a file within the tick of the clock in which it came may get a part of it stored beside the whole, since nothing shows
    /// that; and without a lease who does so before the desk has heard of the file, which is taken as it stands then.
    private func mayBeRewritten(_ inode: UInt64) -> Bool {
        guard (tree[inode]?.changed ?? 0) < stamp else { return false }
        return hasLeases || events?.isEmpty == true
    }

    /// Whether a step writes into a file whose name is about to go, by a program that had it open before, without a lease. The desk has
    /// compared the file for the last time, and what is written then is lost with it (docs/durability.md, "What remains").
    func wouldLose(_ step: WorldStep, removing path: String) -> Bool {
        guard !hasLeases, case .write(let writer, _) = step, let open = writers[writer] else { return false }
        return tree.place(ofEntry: open.entry)?.name.elementsEqual(
            path.utf8.split(separator: UInt8(ascii: "/")).last ?? [])
            ?? false
    }

    private func truncate(_ inode: UInt64, _ entry: Int) {
        guard tree[inode]?.bytes.isEmpty == false else { return }
        tree[inode]?.bytes = []
        changed(inode, entry)
    }

    private func write(_ content: [UInt8], at offset: Int, to inode: UInt64, entry: Int) {
        guard var bytes = tree[inode]?.bytes else { return }
        while bytes.count < offset { bytes.append(0) }
        let end = min(bytes.count, offset + content.count)
        bytes.replaceSubrange(offset..<end, with: content)
        tree[inode]?.bytes = bytes
        changed(inode, entry)
    }

    private func changed(_ inode: UInt64, _ entry: Int) {
        tree[inode]?.modified = stamp
        tree[inode]?.changed = stamp
        if let place = tree.place(ofEntry: entry) { emit(place.folder, .modify, place.name) }
    }

    private func changedFolder(_ folder: UInt64) {
        tree[folder]?.modified = stamp
        tree[folder]?.changed = stamp
    }

    private func remove(_ place: FileTree.Place, _ entry: FileTree.Entry) {
        tree.remove(place)
        tree[entry.inode]?.changed = stamp
        changedFolder(place.folder)
        if !isOpen(entry.inode) { tree.release(entry.inode) }
    }

    private func moveIn(_ name: Int, _ content: [UInt8], modified: Int64) {
        guard let place = place(name) else { return }
        if let entry = place.entry {
            guard tree[entry.inode]?.isFolder == false, mayBeMoved(entry.inode) else { return }
        }
        let time = modified / surroundings.tick * surroundings.tick
        // It stood elsewhere before, so that it cannot have the inode of what it replaces.
        let number = tree.make(
            FileTree.Place(folder: place.folder, name: []),
            FileTree.Node(isFolder: false, bytes: content, modified: time, changed: stamp))
        if let entry = place.entry { remove(place, entry) }
        if let made = tree.place(ofEntry: number) {
            tree.move(made, to: FileTree.Place(folder: place.folder, name: place.name))
        }
        changedFolder(place.folder)
        emit(place.folder, .movedTo, place.name)
    }

    private func rename(_ from: Int, _ to: Int) {
        guard let source = place(from), let entry = source.entry, let target = place(to),
            tree[entry.inode]?.isFolder == false, mayBeMoved(entry.inode), entry.number != target.entry?.number
        else { return }
        if let replaced = target.entry {
            // Two names of one file: rename(2) does nothing.
            guard tree[replaced.inode]?.isFolder == false, replaced.inode != entry.inode, mayBeMoved(replaced.inode)
            else { return }
            remove(target, replaced)
        }
        move(source, to: FileTree.Place(folder: target.folder, name: target.name))
    }

    /// Moves a name to one that is free, for whomever.
    func move(_ source: FileTree.Place, to target: FileTree.Place) {
        guard let entry = source.entry else { return }
        tree.move(source, to: target)
        tree[entry.inode]?.changed = stamp
        changedFolder(source.folder)
        changedFolder(target.folder)
        let isFolder = tree[entry.inode]?.isFolder == true
        emit(target.folder, isFolder ? [.movedTo, .isDirectory] : .movedTo, target.name)
    }

    /// Removes a name for the desk.
    func removeForDesk(_ place: FileTree.Place, _ entry: FileTree.Entry) {
        remove(place, entry)
        remember()
    }

    private func emit(_ folder: UInt64, _ mask: InotifyEvent.Mask, _ name: [UInt8]) {
        events?.emit(folder: folder, mask, name)
    }

}

extension FileTree {
    /// Files that have lost their last name.
    var nodesWithoutName: [UInt64] { nodes.filter { $0.value.names <= 0 }.map(\.key).sorted() }
}

extension WorldStep {
    /// The program that does it; nil for one of its own.
    var writer: Int? {
        switch self {
        case .create(_, let writer), .openInPlace(_, let writer), .write(let writer, _), .close(let writer): writer
        default: nil
        }
    }
}
