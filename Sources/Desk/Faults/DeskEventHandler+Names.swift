import Archive
import ArticleQuery
import Intake
import LinuxSystem

/// Names whose files are durable: rows to be forgotten, and names that may not be removed, which are tried again until they are gone.
extension DeskEventHandler {
    func namesWereRemoved() { writer?.namesWereRemoved() }

    func nameStays(_ handed: HandedFile, _ error: SystemError) {
        journal.nameStays(handed, error)
        unremoved.withLock { $0.add(handed) }
        problems.set(
            .names,
            "files are stored but may not be removed from \(handed.settings.path) (\(error.reason)); let the desk write to their folders (chmod -R g+w; wiredesk check names them) or set take: leave"
        )
        tryUnremovedNamesLater()
        changed()
    }

    func nameIsGone(_ handed: HandedFile) {
        let isLast = unremoved.withLock { names in
            guard !names.isEmpty else { return false }
            names.remove(handed)
            return names.isEmpty
        }
        guard isLast, problems.has(.names) else { return }
        problems.set(.names, nil)
        changed()
    }

    func standsAside(_ file: StandingAside, inbox: Int) {
        intake?.take(aside: file.path, droppedAs: file.droppedAs, inbox: inbox)
    }

    func removalFailed(_ error: ArchiveError) { journal.trouble("\(error)", key: "aside") }

    private func tryUnremovedNamesLater() {
        guard let pause = unremoved.withLock({ $0.scheduleAttempt() }) else { return }
        timedWork.async(afterSeconds: pause) { [weak self] in self?.tryUnremovedNames() }
    }

    /// Tries to remove the names that could not be removed before; the problem ends with the last of them.
    private func tryUnremovedNames() {
        guard !isEnding else { return }
        let files = unremoved.withLock { names in
            names.beginAttempt()
            return names.files
        }
        for handed in files { removals?.removeAgain(handed.file) }
        tryUnremovedNamesLater()
    }
}
