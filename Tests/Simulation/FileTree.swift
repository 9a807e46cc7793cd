/// The names and files of a simulated file system: what a power cut rolls back.
struct FileTree {
    /// A name in a folder; keeps its number when it is renamed.
    struct Entry {
        var number: Int
        var name: [UInt8]
        var inode: UInt64
    }

    /// A file or a folder.
    struct Node {
        var isFolder: Bool
        var bytes: [UInt8] = []
        var entries: [Entry] = []
        /// In nanoseconds since 1970.
        var modified: Int64
        var changed: Int64
        /// Whether the desk may read it.
        var isReadable = true
        var names = 1
    }

    /// Where a name stands.
    struct Place {
        var folder: UInt64
        var name: [UInt8]
        var entry: Entry?
    }

    /// The folder above the inbox, and the inbox.
    static let top: UInt64 = 2
    static let inbox: UInt64 = 3

    private(set) var nodes: [UInt64: Node] = [:]
    private var nextInode: UInt64 = 12
    private var nextEntry = 1
    /// Inodes that are free, the last freed behind.
    private var free: [UInt64] = []
    /// Whether a new file gets the inode of the last that went, as in ext4.
    var reusesInodes = true

    init(now: Int64) {
        nodes[Self.top] = Node(isFolder: true, modified: now, changed: now)
        nodes[Self.inbox] = Node(isFolder: true, modified: now, changed: now)
        nodes[Self.top]?.entries = [Entry(number: 0, name: Array("inbox".utf8), inode: Self.inbox)]
        _ = make(
            Place(folder: Self.inbox, name: Array("d".utf8)), Node(isFolder: true, modified: now, changed: now))
    }

    subscript(inode: UInt64) -> Node? {
        get { nodes[inode] }
        set { nodes[inode] = newValue }
    }

    /// Where a path below a folder leads; nil where a folder on the way is missing.
    func place(_ path: [UInt8], below folder: UInt64) -> Place? {
        var folder = folder
        let parts = path.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: true)
        for part in parts.dropLast() {
            guard let entry = entry(Array(part), in: folder), nodes[entry.inode]?.isFolder == true else { return nil }
            folder = entry.inode
        }
        guard let last = parts.last, nodes[folder]?.isFolder == true else { return nil }
        return Place(folder: folder, name: Array(last), entry: entry(Array(last), in: folder))
    }

    /// What a path below a folder stands for; an empty path for the folder itself.
    func inode(_ path: [UInt8], below folder: UInt64) -> UInt64? {
        if path.isEmpty { return folder }
        if path == Array("..".utf8) { return Self.top }
        return place(path, below: folder)?.entry?.inode
    }

    private func entry(_ name: [UInt8], in folder: UInt64) -> Entry? {
        nodes[folder]?.entries.first { $0.name == name }
    }

    /// Where the name of a number stands now; nil when it is gone.
    func place(ofEntry number: Int) -> Place? {
        for (inode, node) in nodes where node.isFolder {
            if let entry = node.entries.first(where: { $0.number == number }) {
                return Place(folder: inode, name: entry.name, entry: entry)
            }
        }
        return nil
    }

    /// Makes a file or folder; the number of its name.
    mutating func make(_ place: Place, _ node: Node) -> Int {
        let inode: UInt64
        if reusesInodes, let last = free.popLast() {
            inode = last
        } else {
            inode = nextInode
            nextInode += 1
        }
        nodes[inode] = node
        return add(place, inode)
    }

    /// Gives a file a name; the number of the name.
    mutating func add(_ place: Place, _ inode: UInt64) -> Int {
        nextEntry += 1
        nodes[place.folder]?.entries.append(Entry(number: nextEntry, name: place.name, inode: inode))
        return nextEntry
    }

    /// Takes a name away; a file without a name stays until `release`.
    mutating func remove(_ place: Place) {
        nodes[place.folder]?.entries.removeAll { $0.number == place.entry?.number }
        if let inode = place.entry?.inode { nodes[inode]?.names -= 1 }
    }

    /// Moves a name to a place that is free.
    mutating func move(_ place: Place, to target: Place) {
        guard var entry = place.entry else { return }
        nodes[place.folder]?.entries.removeAll { $0.number == entry.number }
        entry.name = target.name
        nodes[target.folder]?.entries.append(entry)
    }

    /// A file without a name is not open any more.
    mutating func release(_ inode: UInt64) {
        guard let node = nodes[inode], node.names <= 0 else { return }
        nodes[inode] = nil
        free.append(inode)
    }

    /// Files that have a name, by inode, with their paths below the inbox.
    var named: [(path: [UInt8], inode: UInt64)] {
        var found: [(path: [UInt8], inode: UInt64)] = []
        func walk(_ folder: UInt64, _ prefix: [UInt8]) {
            for entry in nodes[folder]?.entries ?? [] {
                let path = prefix + entry.name
                if nodes[entry.inode]?.isFolder == true {
                    walk(entry.inode, path + [UInt8(ascii: "/")])
                } else {
                    found.append((path, entry.inode))
                }
            }
        }
        walk(Self.inbox, [])
        return found
    }
}
