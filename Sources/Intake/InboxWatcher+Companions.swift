import Glibc
import LinuxSystem
import NewsModel

/// The folders of saved pages: never read, and removed with their page.
extension InboxWatcher {
    /// Looks after the folders of an inbox.
    func tendCompanions(now: UInt64) {
        guard let root else { return }
        for path in companions.takeDue(now: now) {
            guard let folder = companions.folders[path] else { continue }
            guard (try? root.status(of: path))?.kind == .directory else {
                companions.forget(path)
                continue
            }
            if Self.pageStands(folder.stem, root) {
                // Nothing to do until it is done; a new page of the name makes the folder its own.
                companions.retain(path)
            } else if folder.isReleased {
                remove(path, root, now: now)
            } else if now - min(now, folder.firstMet) < CompanionFolders.patienceNanoseconds {
                companions.lookAgain(path, now: now)
            } else if companions.isFirstReport(path) {
                seams.report(.companionWithoutPage(inbox: index, path: FileName(bytes: path)))
            }
        }
    }

    private func remove(_ path: [UInt8], _ root: any OpenFolder, now: UInt64) {
        switch CompanionRemover().remove(path, in: root, wallMilliseconds: seams.clock.wallMilliseconds) {
        case .removed: companions.forget(path)
        case .busy: companions.lookAgain(path, now: now)
        case .foreign:
            companions.retain(path)
            if companions.isFirstReport(path) {
                seams.report(.companionWithoutPage(inbox: index, path: FileName(bytes: path)))
            }
        case .refused(let error):
            companions.retain(path)
            seams.report(.companionStays(inbox: index, path: FileName(bytes: path), error))
        }
    }

    static func pageStands(_ stem: [UInt8], _ root: any OpenFolder) -> Bool {
        (CompanionName.pageEndings + CompanionName.pageEndings.map { $0.uppercased() }).contains { ending in
            (try? root.status(of: stem + Array(ending.utf8))) != nil
        }
    }
}
