import Glibc
import LinuxSystem
import NewsModel

/// The folders of saved pages: never read, and removed with their page.
extension Intake {
    /// Looks after the folders of an inbox.
    func tendCompanions(_ inbox: InboxState, now: UInt64) {
        guard let root = inbox.root else { return }
        for path in inbox.companions.takeDue(now: now) {
            guard let folder = inbox.companions.folders[path] else { continue }
            guard (try? root.status(of: path))?.kind == .directory else {
                inbox.companions.forget(path)
                continue
            }
            if Self.pageStands(folder.stem, root) {
                // Nothing to do until it is done; a new page of the name makes the folder its own.
                inbox.companions.retain(path)
            } else if folder.isReleased {
                remove(path, inbox, root, now: now)
            } else if now - min(now, folder.firstMet) < CompanionFolders.patienceNanoseconds {
                inbox.companions.lookAgain(path, now: now)
            } else if inbox.companions.isFirstReport(path) {
                seams.report(.companionWithoutPage(inbox: inbox.index, path: FileName(bytes: path)))
            }
        }
    }

    private func remove(_ path: [UInt8], _ inbox: InboxState, _ root: Descriptor, now: UInt64) {
        switch CompanionRemover().remove(path, in: root, wallMilliseconds: seams.clock.wallMilliseconds) {
        case .removed: inbox.companions.forget(path)
        case .busy: inbox.companions.lookAgain(path, now: now)
        case .foreign:
            inbox.companions.retain(path)
            if inbox.companions.isFirstReport(path) {
                seams.report(.companionWithoutPage(inbox: inbox.index, path: FileName(bytes: path)))
            }
        case .refused(let error):
            inbox.companions.retain(path)
            seams.report(.companionStays(inbox: inbox.index, path: FileName(bytes: path), error))
        }
    }

    static func pageStands(_ stem: [UInt8], _ root: Descriptor) -> Bool {
        (CompanionName.pageEndings + CompanionName.pageEndings.map { $0.uppercased() }).contains { ending in
            (try? root.status(of: stem + Array(ending.utf8))) != nil
        }
    }
}
