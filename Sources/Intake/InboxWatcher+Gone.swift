import Glibc
import LinuxSystem
import NewsModel

/// What goes: folders that the desk has emptied, and troubles of names that somebody took away.
extension InboxWatcher {
    // MARK: Folders that were dropped

    /// Removes folders that came with a drop and are empty. That they are is for the kernel to say: rmdir(2) removes no other.
    func removeDroppedFolders(now: UInt64) {
        guard let root, removesDroppedFolders else { return }
        for path in dropped.takeDue(now: now) {
            answered()
            do throws(SystemError) {
                let (parent, name) = try CompanionRemover.split(path, root)
                try parent.removeDirectory(name)
                dropped.removed(path, now: now)
            } catch {
                switch error.code {
                case ENOTEMPTY, EEXIST: dropped.keep(path, now: now)
                default: dropped.forget(path)
                }
            }
        }
    }

    /// A folder was made or moved in. Where files stay, their folders do.
    func folderCame(_ path: [UInt8]) {
        if settings.take == .move { dropped.came(path, now: now) }
    }

    // MARK: Names that cannot be taken

    /// Has the kernel tell when a name goes that cannot be taken. Of other names it does not, since the desk removes all of them itself.
    ///
    /// - Returns: false where the name is gone already.
    func watchForGoing(_ path: [UInt8]) -> Bool {
        let parent = path.lastIndex(of: UInt8(ascii: "/")).map { Array(path[..<$0]) } ?? []
        guard !path.isEmpty, let root, let inotify, watched.contains(parent) else { return true }
        if !watchedForGoing.contains(parent) {
            guard let folder = parent.isEmpty ? root : try? root.folder(beneath: parent),
                (try? inotify.watch(folder, for: [.delete, .movedFrom, .onlyDirectory])) != nil
            else { return true }
            watchedForGoing.insert(parent)
        }
        return stands(path, root)
    }

    /// A name went: what was wrong with it is of no interest any more.
    func nameWent(_ path: [UInt8], isFolder: Bool) {
        guard let root, isFolder || unreadable[path] != nil || blocked[path] != nil, !stands(path, root) else { return }
        if isFolder { folderWent(path) }
        let isTold = unreadable.removeValue(forKey: path) != nil
        if blocked[path] != nil, !files.isInHand(path) { blocked[path] = nil } else if !isTold { return }
        seams.report(.rightsChanged(inbox: index, path: FileName(bytes: path)))
    }

    /// A folder went, and with it everything in it.
    func folderWent(_ path: [UInt8]) {
        watchedForGoing.remove(path)
        let below = path + [UInt8(ascii: "/")]
        unreadable = unreadable.filter { $0.key != path && !$0.key.starts(with: below) }
        blocked = blocked.filter { !$0.key.starts(with: below) || files.isInHand($0.key) }
        seams.report(.rightsChanged(inbox: index, path: FileName(bytes: path)))
    }

    /// Whether something has a name; where that cannot be told, it is assumed.
    private func stands(_ path: [UInt8], _ root: any OpenFolder) -> Bool {
        do throws(SystemError) {
            _ = try root.status(of: path)
            return true
        } catch {
            return error.code != ENOENT && error.code != ENOTDIR
        }
    }
}
