import Glibc
import Intake
import LinuxSystem

/// The desk's way into the simulated file system: one process, which may die.
///
/// `@unchecked Sendable`: as the scheduler's.
final class SimulatedInboxes: InboxFileSystem, @unchecked Sendable {
    let disk: SimulatedDisk
    /// Whether the process has died: what it lets go of then says nothing.
    var isDead = false
    /// Asked before each call: does what the history has for this moment; throws where the call fails or the process is dead.
    let call: (CallKind, String) throws(SystemError) -> Void

    init(disk: SimulatedDisk, call: @escaping (CallKind, String) throws(SystemError) -> Void) {
        self.disk = disk
        self.call = call
    }

    func folder(path: String) throws(SystemError) -> any OpenFolder {
        try call(.open, path)
        return SimulatedFolder(inode: path == "/inbox" ? FileTree.inbox : FileTree.top, inboxes: self)
    }

    func makeFolder(path: String) throws(SystemError) {}

    func events() throws(SystemError) -> any InboxEvents {
        try call(.watch, "inotify")
        let events = SimulatedEvents(inboxes: self)
        disk.events = events
        return events
    }

    func watchMounts(_ changed: @escaping @Sendable () -> Void) -> (any MountWatching)? { SilentMounts() }

    func mounts(below path: String) -> Set<Mount> { [] }

    fileprivate func demand(_ inode: UInt64?, _ path: [UInt8]) throws(SystemError) -> UInt64 {
        guard let inode, disk.tree[inode] != nil else { throw failure("find", path, ENOENT) }
        return inode
    }

    fileprivate func failure(_ operation: String, _ path: [UInt8], _ code: Int32) -> SystemError {
        SystemError(operation: operation, path: String(decoding: path, as: UTF8.self), code: code)
    }

    fileprivate func status(_ inode: UInt64) throws(SystemError) -> FileStatus {
        guard let node = disk.tree[inode] else { throw failure("stat", [], ENOENT) }
        return FileStatus(
            kind: node.isFolder ? .directory : .file, device: disk.device, inode: inode, size: Int64(node.bytes.count),
            modifiedNanoseconds: node.modified, changedNanoseconds: node.changed, mode: node.isReadable ? 0o640 : 0,
            owner: 1000)
    }
}

/// Nothing is mounted in a simulation.
private final class SilentMounts: MountWatching {
    func end() {}
}

/// An open folder of the desk.
///
/// `@unchecked Sendable`: as the scheduler's.
final class SimulatedFolder: OpenFolder, @unchecked Sendable {
    let inode: UInt64
    private let inboxes: SimulatedInboxes
    private var disk: SimulatedDisk { inboxes.disk }

    init(inode: UInt64, inboxes: SimulatedInboxes) {
        self.inode = inode
        self.inboxes = inboxes
    }

    var silentFileSystem: String? { nil }

    func status() throws(SystemError) -> FileStatus {
        try inboxes.call(.status, "folder")
        return try inboxes.status(inode)
    }

    func status(of path: [UInt8]) throws(SystemError) -> FileStatus {
        try inboxes.call(.status, String(decoding: path, as: UTF8.self))
        return try inboxes.status(try inboxes.demand(disk.tree.inode(path, below: inode), path))
    }

    func file(beneath path: [UInt8]) throws(SystemError) -> any OpenFile {
        try inboxes.call(.open, String(decoding: path, as: UTF8.self))
        let file = try inboxes.demand(disk.tree.inode(path, below: inode), path)
        guard disk.tree[file]?.isReadable == true else { throw inboxes.failure("open", path, EACCES) }
        return SimulatedFile(inode: file, inboxes: inboxes)
    }

    func folder(beneath path: [UInt8]) throws(SystemError) -> any OpenFolder {
        try inboxes.call(.open, String(decoding: path, as: UTF8.self))
        let folder = try inboxes.demand(disk.tree.inode(path, below: inode), path)
        guard disk.tree[folder]?.isFolder == true else { throw inboxes.failure("open", path, ENOTDIR) }
        return SimulatedFolder(inode: folder, inboxes: inboxes)
    }

    func entries() throws(SystemError) -> any FolderEntries {
        try inboxes.call(.list, "folder")
        return SimulatedEntries(of: inode, inboxes: inboxes)
    }

    func takeAside(_ name: [UInt8], to aside: [UInt8]) throws(SystemError) { try rename(name, to: aside) }
    func putBack(_ aside: [UInt8], as name: [UInt8]) throws(SystemError) { try rename(aside, to: name) }

    private func rename(_ name: [UInt8], to target: [UInt8]) throws(SystemError) {
        try inboxes.call(
            .rename, String(decoding: name, as: UTF8.self) + " to " + String(decoding: target, as: UTF8.self))
        guard let source = disk.tree.place(name, below: inode), source.entry != nil,
            let place = disk.tree.place(target, below: inode)
        else { throw inboxes.failure("rename", name, ENOENT) }
        guard place.entry == nil else { throw inboxes.failure("rename", name, EEXIST) }
        disk.move(source, to: place)
        disk.remember()
    }

    func removeName(_ path: [UInt8]) throws(SystemError) {
        try inboxes.call(.unlink, String(decoding: path, as: UTF8.self))
        guard let place = disk.tree.place(path, below: inode), let entry = place.entry else {
            throw inboxes.failure("remove", path, ENOENT)
        }
        disk.removeForDesk(place, entry)
    }

    func makeDirectory(_ name: [UInt8]) throws(SystemError) {
        throw inboxes.failure("make directory", name, ENOSYS)
    }

    func removeDirectory(_ path: [UInt8]) throws(SystemError) {
        throw inboxes.failure("remove directory", path, ENOSYS)
    }

    func syncFileSystem() throws(SystemError) {
        try inboxes.call(.sync, "inbox")
        disk.isDurable()
    }
}

/// What stands in a folder when its reading begins, in the order in which it came.
private final class SimulatedEntries: FolderEntries {
    private var rest: [FileTree.Entry]
    private let inboxes: SimulatedInboxes

    init(of folder: UInt64, inboxes: SimulatedInboxes) {
        rest = inboxes.disk.tree[folder]?.entries ?? []
        self.inboxes = inboxes
    }

    func next() throws(SystemError) -> DirectoryReader.Entry? {
        try inboxes.call(.list, "next")
        guard !rest.isEmpty else { return nil }
        let entry = rest.removeFirst()
        let disk = inboxes.disk
        let kind = disk.tree[entry.inode].map { $0.isFolder ? FileStatus.Kind.directory : .file }
        return DirectoryReader.Entry(name: entry.name, kind: disk.surroundings.tellsKinds ? kind : nil)
    }
}

/// An open file of the desk.
///
/// `@unchecked Sendable`: as the scheduler's.
private final class SimulatedFile: OpenFile, @unchecked Sendable {
    private let inode: UInt64
    private let inboxes: SimulatedInboxes

    init(inode: UInt64, inboxes: SimulatedInboxes) {
        self.inode = inode
        self.inboxes = inboxes
        inboxes.disk.opened(inode)
    }

    deinit {
        guard !inboxes.isDead else { return }
        giveUpReadLease()
        inboxes.disk.closed(inode)
    }

    var isLocked: Bool { false }

    func status() throws(SystemError) -> FileStatus {
        try inboxes.call(.status, "inode \(inode)")
        return try inboxes.status(inode)
    }

    func read(into buffer: UnsafeMutableRawBufferPointer, at offset: Int64) throws(SystemError) -> Int {
        try inboxes.call(.read, "inode \(inode)")
        guard let bytes = inboxes.disk.tree[inode]?.bytes, offset < Int64(bytes.count) else { return 0 }
        let rest = bytes[Int(offset)...].prefix(buffer.count)
        buffer.copyBytes(from: rest)
        return rest.count
    }

    func attribute(_ name: String, limit: Int) -> [UInt8]? { nil }

    func takeReadLease() throws(ReadLease.Refusal) {
        do throws(SystemError) {
            try inboxes.call(.lease, "inode \(inode)")
        } catch {
            throw .unknown(error)
        }
        try inboxes.disk.takeLease(inode, ObjectIdentifier(self))
    }

    func giveUpReadLease() { inboxes.disk.giveUpLease(inode, ObjectIdentifier(self)) }

    var holdsReadLease: Bool {
        // Without a switched-off mend nobody asks who has none.
        inboxes.disk.without.contains("unknown-writers") || inboxes.disk.holdsLease(inode, ObjectIdentifier(self))
    }
}

/// An inotify instance of the desk.
final class SimulatedEvents: InboxEvents {
    private let inboxes: SimulatedInboxes
    private var watches: [(number: Int32, folder: UInt64, mask: InotifyEvent.Mask)] = []
    private var waiting: [InotifyEvent] = []
    private var queue: (any WorkQueue)?
    private var ready: @Sendable () -> Void = {}
    private var isTold = false
    private var random: UInt64 = 1

    init(inboxes: SimulatedInboxes) { self.inboxes = inboxes }

    /// Whether everything was read.
    var isEmpty: Bool { waiting.isEmpty }

    func source(on queue: any WorkQueue, ready: @escaping @Sendable () -> Void) -> any WorkSource {
        self.queue = queue
        self.ready = ready
        return Source(events: self)
    }

    private final class Source: WorkSource, @unchecked Sendable {
        private weak var events: SimulatedEvents?
        init(events: SimulatedEvents) { self.events = events }
        func cancel() { events?.queue = nil }
    }

    func watch(_ folder: any OpenFolder, for mask: InotifyEvent.Mask) throws(SystemError) -> Int32 {
        try inboxes.call(.watch, "folder")
        guard let folder = folder as? SimulatedFolder else { throw inboxes.failure("watch", [], EBADF) }
        if let index = watches.firstIndex(where: { $0.folder == folder.inode }) {
            watches[index].mask.formUnion(mask)
            return watches[index].number
        }
        let number = Int32(watches.count + 1)
        watches.append((number, folder.inode, mask))
        return number
    }

    func unwatch(_ number: Int32) { watches.removeAll { $0.number == number } }

    /// Something happened in a folder, or with an empty name to the folder itself.
    func emit(folder: UInt64, _ mask: InotifyEvent.Mask, _ name: [UInt8]) {
        guard let watch = watches.first(where: { $0.folder == folder }), !watch.mask.isDisjoint(with: mask) else {
            return
        }
        let event = InotifyEvent(watch: watch.number, mask: mask, name: name)
        // Equal events in a row are merged (inotify(7)).
        if let last = waiting.last, last.watch == event.watch, last.mask == mask, last.name == name { return }
        if waiting.count >= inboxes.disk.surroundings.mostEvents {
            if waiting.last?.mask != .overflow { waiting.append(InotifyEvent(watch: -1, mask: .overflow, name: [])) }
            return
        }
        waiting.append(event)
        tell()
    }

    private func tell() {
        guard !isTold, let queue else { return }
        isTold = true
        let ready = ready
        nonisolated(unsafe) let events = self
        queue.async {
            events.isTold = false
            ready()
            if !events.waiting.isEmpty { events.tell() }
        }
    }

    func read() throws(SystemError) -> [InotifyEvent] {
        do throws(SystemError) {
            try inboxes.call(.events, "events")
        } catch {
            // What is not read stays.
            throw error
        }
        var events = waiting
        waiting = []
        if inboxes.disk.surroundings.swapsEvents {
            for index in events.indices.dropFirst() where events[index].name != events[index - 1].name {
                random = random &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                if random >> 62 == 0 { events.swapAt(index, index - 1) }
            }
        }
        return events
    }
}
