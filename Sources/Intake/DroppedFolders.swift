/// Folders that came with a drop, and go when the desk has emptied them.
///
/// Neither its name nor its emptiness tells a folder that somebody copied in from one that somebody keeps and fills now and then, and the next
/// delivery fails where the latter is removed. So a folder is only remembered when it came while the inbox was watched; it is forgotten, and
/// stays, when something comes into it after a pause; and it goes no sooner than nobody has had to do with it for as long as a writer is
/// waited for. A folder that stood there before the service started is not in here.
struct DroppedFolders {
    private struct Folder {
        /// When something came into it or went out of it last.
        var lastNews: UInt64
        /// The outcome of a file in it is durable, or a folder in it was removed.
        var hasGiven = false
    }

    /// Folders that are remembered, some 10 MB; those that come later stay.
    static let limit = 65_536
    /// What comes into a folder so long after all that came before is another delivery: the folder is one that is kept. In nanoseconds.
    static let pauseNanoseconds: UInt64 = 60 * 1_000_000_000

    /// The shortest pause between two looks, in nanoseconds.
    private static let lookNanoseconds: UInt64 = 1_000_000_000

    /// How long a folder that was emptied stays, in nanoseconds.
    let patience: UInt64
    private var folders: [[UInt8]: Folder] = [:]
    /// When the next folder may be due; nil while none is waited for.
    private(set) var nextLook: UInt64?

    init(patience: UInt64) { self.patience = patience }

    func contains(_ path: [UInt8]) -> Bool { folders[path] != nil }

    /// A folder was made, or moved in.
    mutating func came(_ path: [UInt8], now: UInt64) {
        contentCame(path, now: now)
        guard folders[path] == nil, !Self.isOfMaildir(path) else { return }
        if folders.count >= Self.limit {
            folders = folders.filter { $0.value.hasGiven || now - min(now, $0.value.lastNews) < patience }
            guard folders.count < Self.limit else { return }
        }
        folders[path] = Folder(lastNews: now)
    }

    /// Something was told of a name in a folder, or of the content of its file.
    mutating func contentCame(_ path: [UInt8], now: UInt64) {
        forEachAbove(path) { folders, above in
            guard let last = folders[above]?.lastNews else { return }
            if now - min(now, last) >= Self.pauseNanoseconds {
                folders[above] = nil
            } else {
                folders[above]?.lastNews = now
            }
        }
    }

    /// Somebody changed the rights of a folder, which is no delivery. The kernel tells the same of one that was removed.
    mutating func rightsChanged(_ path: [UInt8], now: UInt64) {
        guard folders[path] != nil else { return }
        folders[path]?.lastNews = now
        forEachAbove(path) { folders, above in folders[above]?.lastNews = now }
    }

    /// Events were lost: nobody knows what came meanwhile.
    mutating func loseHistory(now: UInt64) {
        for path in folders.keys { folders[path]?.lastNews = now }
    }

    /// The outcome of a file is durable: its folder may be empty soon.
    mutating func gave(_ path: [UInt8], now: UInt64) {
        guard let folder = Self.above(path), folders[folder] != nil else { return }
        folders[folder]?.hasGiven = true
        folders[folder]?.lastNews = now
        look(at: now + patience, now: now)
    }

    /// The folders that may go now, inner ones first.
    mutating func takeDue(now: UInt64) -> [[UInt8]] {
        guard let nextLook, nextLook <= now else { return [] }
        self.nextLook = nil
        var due: [[UInt8]] = []
        for (path, folder) in folders where folder.hasGiven {
            let time = folder.lastNews + patience
            if time <= now { due.append(path) } else { look(at: time, now: now) }
        }
        return due.sorted { $0.count > $1.count }
    }

    /// It is not empty: look again when nobody has had to do with it for as long once more.
    mutating func keep(_ path: [UInt8], now: UInt64) {
        guard folders[path] != nil else { return }
        folders[path]?.lastNews = now
        look(at: now + patience, now: now)
    }

    /// It was removed by the desk: the one that it stood in may be empty.
    mutating func removed(_ path: [UInt8], now: UInt64) {
        folders[path] = nil
        guard let folder = Self.above(path), let last = folders[folder]?.lastNews else { return }
        folders[folder]?.hasGiven = true
        look(at: last + patience, now: now)
    }

    /// It is gone, or may not be removed, or somebody keeps it.
    mutating func forget(_ path: [UInt8]) { folders[path] = nil }

    /// The same for everything beneath it.
    mutating func forgetTree(_ path: [UInt8]) {
        let below = path + [UInt8(ascii: "/")]
        for folder in folders.keys where folder == path || folder.starts(with: below) { folders[folder] = nil }
    }

    mutating func removeAll() { self = DroppedFolders(patience: patience) }

    /// The folders of a Maildir stand for as long as it does (maildir(5)).
    private static func isOfMaildir(_ path: [UInt8]) -> Bool {
        let name = path.split(separator: UInt8(ascii: "/")).last ?? []
        return ["cur", "new", "tmp"].contains { name.elementsEqual($0.utf8) }
    }

    private mutating func look(at time: UInt64, now: UInt64) {
        nextLook = min(nextLook ?? .max, max(time, now + min(patience, Self.lookNanoseconds)))
    }

    private static func above(_ path: [UInt8]) -> [UInt8]? {
        path.lastIndex(of: UInt8(ascii: "/")).map { Array(path[..<$0]) }
    }

    private mutating func forEachAbove(_ path: [UInt8], _ body: (inout [[UInt8]: Folder], [UInt8]) -> Void) {
        guard !folders.isEmpty else { return }
        var above = Self.above(path)
        while let folder = above {
            body(&folders, folder)
            above = Self.above(folder)
        }
    }
}
