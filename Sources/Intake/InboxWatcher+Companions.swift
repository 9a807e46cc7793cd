import Glibc
import LinuxSystem
import NewsModel

/// The folders of saved pages: removed with their page, but for files in them that may be articles of their own, which are read first.
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
            } else if let page = folder.page {
                remove(path, root, page: seams.page(index, FileName(bytes: page)), now: now)
            } else if now - min(now, folder.firstMet) < CompanionFolders.patienceNanoseconds {
                companions.lookAgain(path, now: now)
            } else {
                readOrphan(path, folder.stem, root, now: now)
            }
        }
    }

    /// Reads what may be an article in a folder whose page does not come, and leaves the rest.
    private func readOrphan(_ path: [UInt8], _ stem: [UInt8], _ root: any OpenFolder, now: UInt64) {
        // It may have been filed before a restart: what it embeds is no article.
        let page = CompanionName.pageEndings.lazy.compactMap { [seams, index] ending in
            seams.page(index, FileName(bytes: stem + Array(ending.utf8)))
        }.first
        let found = CompanionRemover(rules: rules).look(
            path, in: root, page: page, wallMilliseconds: seams.clock.wallMilliseconds)
        if found == .busy { return companions.lookAgain(path, now: now) }
        if companions.isFirstReport(path) {
            seams.report(.companionWithoutPage(inbox: index, path: FileName(bytes: path)))
        }
        if case .holdsArticles(let files) = found { take(files, in: path, root) }
    }

    /// Takes files of a folder as deliveries of their own.
    private func take(_ files: [[UInt8]], in folder: [UInt8], _ root: any OpenFolder) {
        for file in files {
            let path = folder + [UInt8(ascii: "/")] + file
            guard held < Intake.window else {
                hasDroppedHints = true
                return
            }
            if let status = try? root.status(of: path), status.kind == .file {
                take(.file(path, status), isHint: true)
            }
        }
    }

    private func remove(_ path: [UInt8], _ root: any OpenFolder, page: [UInt8]?, now: UInt64) {
        let remover = CompanionRemover(rules: rules)
        switch remover.remove(path, in: root, page: page, wallMilliseconds: seams.clock.wallMilliseconds) {
        case .removed: companions.forget(path)
        case .holdsArticles(let files):
            // It goes when they are done.
            companions.retain(path)
            take(files, in: path, root)
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
