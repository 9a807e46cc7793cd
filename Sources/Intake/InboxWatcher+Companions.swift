import Glibc
import LinuxSystem
import NewsModel

/// The folders of saved pages: files in them that may be articles of their own are read, and where files are moved the rest goes with its
/// page.
extension InboxWatcher {
    /// Looks after the folders of an inbox.
    func tendCompanions(now: UInt64) {
        guard let root else { return }
        for path in companions.takeDue(now: now) {
            guard let folder = companions.folders[path] else { continue }
            guard let status = try? root.status(of: path), status.kind == .directory else {
                companions.forget(path)
                continue
            }
            if let (page, identity) = Self.standingPage(folder.stem, root) {
                // Nothing to do until it is done; a new page of the name makes the folder its own.
                companions.retain(path)
                if settings.take == .leave { readBeside(page, identity, path, root, now: now) }
            } else if settings.take == .move, let page = folder.page {
                remove(path, root, page: page, now: now)
            } else if isPatienceOver(folder, status, now: now) {
                readOrphan(path, folder.stem, root, now: now)
            } else {
                awaitPage(path, folder, root, now: now)
            }
        }
    }

    /// A scan met a folder.
    func metCompanion(_ path: [UInt8], isHint: Bool) {
        // Where files stay their folders do too, and there may be more of them than are remembered.
        if settings.take == .leave, companions.isFull, companions.folders[path] == nil {
            tendCompanions(now: companions.nextLook ?? now)
            companions.forgetIdle()
        }
        companions.met(path, now: now)
        // What came into it since is looked at with each whole scan.
        if !isHint, companions.folders[path]?.needsLook == false {
            companions.note(path, waiting: nil)
            companions.lookAgain(path, now: now)
        }
    }

    /// Reads what may be an article beside a page that stays (`take: leave`), once the page itself was read: it tells what its parts are.
    private func readBeside(
        _ page: [UInt8], _ identity: FileIdentity, _ path: [UInt8], _ root: any OpenFolder, now: UInt64
    ) {
        guard isDurable(page, identity) else { return }
        var mark = Self.mark(page, identity)
        let found = CompanionRemover(rules: rules).look(
            path, in: root, page: { seams.page(index, FileName(bytes: page)) },
            wallMilliseconds: seams.clock.wallMilliseconds
        ) { content in
            mark &+= content
            return readCompanions.contains(mark)
        }
        switch found {
        case .busy: return lookLater(path, now: now)
        case .holdsArticles(let files) where files.contains(where: { !isDone($0, in: path, root) }):
            take(files, in: path, root)
        case .foreign:
            if isFirstReport(path) {
                seams.report(.companionWithoutPage(inbox: index, path: FileName(bytes: path)))
            }
        case .removed, .holdsArticles, .refused:
            if readCompanions.count >= Self.readCompanionsLimit { readCompanions.removeAll() }
            readCompanions.insert(mark)
        }
        // The next scan meets it again.
        companions.forget(path)
    }

    /// Marks of folders that are kept: eight bytes each. Beyond it some folders are looked through again by the next scan.
    private static let readCompanionsLimit = 65_536

    /// Whether the page of a folder is waited for no longer: nothing came into the folder for so long, in this run or by its time of change.
    private func isPatienceOver(_ folder: CompanionFolders.Folder, _ status: FileStatus, now: UInt64) -> Bool {
        let patience = CompanionFolders.patienceNanoseconds
        if now - min(now, folder.firstMet) >= patience { return true }
        let (wall, isOverflow) = seams.clock.wallMilliseconds.multipliedReportingOverflow(by: 1_000_000)
        return !isOverflow && wall - status.changedNanoseconds >= Int64(clamping: patience)
    }

    /// Keeps a folder until its page comes, and finds out whether something in it waits for that.
    private func awaitPage(
        _ path: [UInt8], _ folder: CompanionFolders.Folder, _ root: any OpenFolder, now: UInt64
    ) {
        if folder.waiting == nil {
            switch look(path, folder.stem, root) {
            case .busy: break
            case .holdsArticles(let files):
                companions.note(path, waiting: files.count { !isDone($0, in: path, root) })
            case .removed, .foreign, .refused: companions.note(path, waiting: 0)
            }
        }
        companions.lookAgain(path, now: now)
    }

    /// Reads what may be an article in a folder whose page does not come, and leaves the rest.
    private func readOrphan(_ path: [UInt8], _ stem: [UInt8], _ root: any OpenFolder, now: UInt64) {
        let found = look(path, stem, root)
        if found == .busy { return lookLater(path, now: now) }
        companions.retain(path)
        if companions.isFirstReport(path) {
            seams.report(.companionWithoutPage(inbox: index, path: FileName(bytes: path)))
        }
        if case .holdsArticles(let files) = found { take(files, in: path, root) }
    }

    /// Somebody has changed something in a folder just now. Who goes on for long holds up nothing else.
    private func lookLater(_ path: [UInt8], now: UInt64) {
        if let folder = companions.folders[path],
            now - min(now, folder.firstMet) >= CompanionFolders.patienceNanoseconds
        {
            companions.note(path, waiting: max(1, folder.waiting ?? 0))
        }
        companions.lookAgain(path, now: now)
    }

    /// Looks through a folder beside which no page stands. The page may have been filed before a restart: what it embeds is no article.
    private func look(_ path: [UInt8], _ stem: [UInt8], _ root: any OpenFolder) -> CompanionRemover.Result {
        CompanionRemover(rules: rules).look(
            path, in: root,
            page: { [self] in
                CompanionName.pageEndings.lazy.compactMap { [self] ending in
                    seams.page(index, FileName(bytes: stem + Array(ending.utf8)))
                }.first
            }, wallMilliseconds: seams.clock.wallMilliseconds)
    }

    /// Whether the outcome of a file in a folder is durable, or it is gone.
    private func isDone(_ file: [UInt8], in folder: [UInt8], _ root: any OpenFolder) -> Bool {
        let path = folder + [UInt8(ascii: "/")] + file
        guard let status = try? root.status(of: path), status.kind == .file else { return true }
        return isDurable(path, status.identity)
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

    private func remove(_ path: [UInt8], _ root: any OpenFolder, page: [UInt8], now: UInt64) {
        let remover = CompanionRemover(rules: rules)
        let result = remover.remove(
            path, in: root, page: { seams.page(index, FileName(bytes: page)) },
            wallMilliseconds: seams.clock.wallMilliseconds)
        switch result {
        case .removed: companions.forget(path)
        case .holdsArticles(let files):
            // It goes when they are done.
            companions.retain(path)
            take(files, in: path, root)
        case .busy: lookLater(path, now: now)
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

    /// The page that stands beside a folder, by the stem of both.
    private static func standingPage(_ stem: [UInt8], _ root: any OpenFolder) -> ([UInt8], FileIdentity)? {
        for ending in CompanionName.pageEndings + CompanionName.pageEndings.map({ $0.uppercased() }) {
            let page = stem + Array(ending.utf8)
            if let status = try? root.status(of: page) { return (page, status.identity) }
        }
        return nil
    }
}
