import Archive
import ArticleQuery
import Intake
import LinuxSystem

/// Names whose files are durable: rows to be forgotten, and names that may not be removed, which are tried again until they are gone.
extension DeskEventHandler {
    func namesWereRemoved() { writer?.namesWereRemoved() }

    func nameStays(_ handed: HandedFile, _ error: SystemError) {
        let folder = handed.file.path.bytes.lastIndex(of: UInt8(ascii: "/")).map { handed.file.path.bytes[..<$0] }
        let place =
            folder.map { handed.settings.path + "/" + String(decoding: $0, as: UTF8.self) } ?? handed.settings.path
        let reason = RightsAdvice.own.reason(forStayingIn: place, error)
        journal.nameStays(handed, because: reason)
        unremoved.withLock { $0.add(handed) }
        problems.set(
            .names,
            "files are stored but may not be removed from \(place) (\(reason)); wiredesk check names all such folders, and take: leave lets them be"
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

    /// Rights were changed: what may not be removed is tried soon, when whoever changes them has ended.
    func tryUnremovedNamesSoon() {
        guard unremoved.withLock({ $0.scheduleAttemptSoon() }) else { return }
        timedWork.async(afterSeconds: Self.rightsSeconds) { [weak self] in self?.tryUnremovedNames() }
    }

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
