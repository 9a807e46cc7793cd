/// The folders of saved pages that stand in an inbox, and the pages that were stored and removed lately.
///
/// A folder is removed only when its page was taken by this daemon and is gone: neither a name nor an age alone is a reason to
/// remove anything.
struct CompanionFolders {
    /// A folder.
    struct Folder {
        var stem: [UInt8]
        var firstMet: UInt64
        var isReported = false
        /// Something may have to be done about it.
        var needsLook = true
        /// Its page was stored and removed.
        var isReleased = false
        /// The path of that page; nil for a folder whose page was never seen.
        var page: [UInt8]?
        /// Files in it that may be articles and wait, such as for its page to come; nil before anybody has looked.
        var waiting: Int?

        /// Something is to be done about it now.
        var isPending: Bool { isReleased || needsLook && waiting == nil }
    }

    /// Folders that are remembered; beyond it those that come later are found by the next scan.
    static let folderLimit = 4096
    /// Pages that are remembered, twice; a page and its folder are met within one walk through a directory, or soon after.
    static let pageLimit = 16_384
    /// The time in which a page may come after its folder, in nanoseconds; then the folder is reported.
    static let patienceNanoseconds: UInt64 = 60 * 1_000_000_000
    /// The pause between two looks, in nanoseconds.
    static let lookNanoseconds: UInt64 = 500_000_000

    private(set) var folders: [[UInt8]: Folder] = [:]
    private var pathsOfStem: [[UInt8]: [[UInt8]]] = [:]
    /// The paths of pages by their stems.
    private var newPages: [[UInt8]: [UInt8]] = [:]
    private var oldPages: [[UInt8]: [UInt8]] = [:]
    private(set) var nextLook: UInt64?

    /// Whether something is to be done about a folder now.
    var arePending: Bool { folders.contains { $0.value.isPending } }

    /// Files in all folders that may be articles and wait.
    var waitingFiles: Int { folders.reduce(0) { $0 + ($1.value.waiting ?? 0) } }

    /// Some folders that hold such files.
    func waiting(most: Int) -> [[UInt8]] {
        Array(folders.lazy.filter { $0.value.waiting ?? 0 > 0 }.map(\.key).prefix(max(0, most)))
    }

    /// Whether a folder that comes now is not remembered.
    var isFull: Bool { folders.count >= Self.folderLimit }

    /// Folders that were reported as standing without a page.
    var orphans: Int { folders.count { $0.value.isReported } }

    /// A folder stands there.
    mutating func met(_ path: [UInt8], now: UInt64) {
        guard folders[path] == nil, !isFull, let name = CompanionName(path) else { return }
        let page = page(name.stem)
        folders[path] = Folder(stem: name.stem, firstMet: now, isReleased: page != nil, page: page)
        pathsOfStem[name.stem, default: []].append(path)
        if nextLook == nil { nextLook = now + Self.lookNanoseconds }
    }

    /// The outcome of a file is durable, and its name was to be removed.
    mutating func pageDone(_ path: [UInt8], now: UInt64) {
        guard let stem = CompanionName.pageStem(path) else { return }
        if newPages.count >= Self.pageLimit {
            oldPages = newPages
            newPages = [:]
        }
        newPages[stem] = path
        for folder in pathsOfStem[stem] ?? [] {
            folders[folder]?.isReleased = true
            folders[folder]?.page = path
            folders[folder]?.waiting = nil
            lookAgain(folder, now: now)
        }
    }

    /// The outcome of a file within a folder is durable: the folder may go with what is left in it.
    mutating func contentDone(_ path: [UInt8], now: UInt64) {
        guard !folders.isEmpty else { return }
        var end = path.lastIndex(of: UInt8(ascii: "/"))
        while let slash = end {
            let folder = Array(path[..<slash])
            if folders[folder]?.page != nil {
                folders[folder]?.isReleased = true
                lookAgain(folder, now: now)
            }
            end = folder.lastIndex(of: UInt8(ascii: "/"))
        }
    }

    /// The folders to look at now.
    mutating func takeDue(now: UInt64) -> [[UInt8]] {
        guard let nextLook, nextLook <= now else { return [] }
        self.nextLook = nil
        let due = folders.filter { $0.value.needsLook }.map(\.key)
        for path in due { folders[path]?.needsLook = false }
        return due
    }

    /// There is something left to do: look again.
    mutating func lookAgain(_ path: [UInt8], now: UInt64) {
        guard folders[path] != nil else { return }
        folders[path]?.needsLook = true
        nextLook = min(nextLook ?? .max, now + Self.lookNanoseconds)
    }

    /// True the first time for a folder.
    mutating func isFirstReport(_ path: [UInt8]) -> Bool {
        guard folders[path]?.isReported == false else { return false }
        folders[path]?.isReported = true
        return true
    }

    /// Its page stands there, or it may not be removed: it is not removed on the ground of an earlier page.
    mutating func retain(_ path: [UInt8]) {
        folders[path]?.isReleased = false
        folders[path]?.waiting = nil
    }

    /// Nothing can be done about it now; so many files in it that may be articles wait for that. Nil where that is to be found out.
    mutating func note(_ path: [UInt8], waiting count: Int?) {
        folders[path]?.isReleased = false
        folders[path]?.waiting = count
    }

    /// Forgets the folders about which nothing is to be done until something is told of their pages; the next scan meets them again.
    mutating func forgetIdle() {
        for (path, folder) in folders where !folder.needsLook && !folder.isReported { forget(path) }
    }

    mutating func forget(_ path: [UInt8]) {
        guard let folder = folders.removeValue(forKey: path) else { return }
        pathsOfStem[folder.stem]?.removeAll { $0 == path }
        if pathsOfStem[folder.stem]?.isEmpty == true { pathsOfStem[folder.stem] = nil }
    }

    mutating func removeAll() { self = CompanionFolders() }

    /// The page of a stem that was stored and removed lately; nil for none.
    private func page(_ stem: [UInt8]) -> [UInt8]? { newPages[stem] ?? oldPages[stem] }
}
