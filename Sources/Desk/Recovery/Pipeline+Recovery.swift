import Archive
import ArticleQuery
import Dispatch
import Glibc
import Intake
import LinuxSystem
import Logging
import NewsModel

/// What a crash left behind.
extension Pipeline {
    /// Gives strikes to the files that were being read when the daemon last died, and tells all suspects.
    static func suspects(
        _ left: AttemptsFile.Left, archive: Archive, logger: Logger, clock: any Clock, fileSystem: any InboxFileSystem
    ) throws(ArchiveError) -> Suspects {
        var suspects = try archive.attemptedFiles()
        var struck: [AttemptedFile: Int] = [:]
        let attempted = left.attempts.map { AttemptedFile(inbox: $0.inbox, path: $0.path, identity: $0.identity) }
        let gone = Self.gone(attempted, fileSystem)
        for (attempt, file) in zip(left.attempts, attempted) {
            // After a power cut the note may be older than the delivery. Nobody would ever clear a file that is not there.
            if gone.contains(file) { continue }
            // Committed, and the daemon died before its lane had noted the end.
            if try archive.isKnown(inbox: file.inbox, path: file.path, identity: file.identity) != nil { continue }
            let strikes = Suspicion.strikes(
                before: suspects[file] ?? 0, signal: attempt.signal, wasAlone: left.attempts.count == 1,
                wasKilled: left.wasKilled)
            logger.warning(
                "The daemon died while it took \(attempt.path.display)",
                metadata: ["file": "\(attempt.path.display)", "signal": "\(attempt.signal)", "strikes": "\(strikes)"])
            struck[file] = strikes
        }
        try archive.setStrikes(struck, now: clock.wallMilliseconds)
        suspects.merge(struck) { _, new in new }
        return Suspects(suspects)
    }

    /// Those of some files that do not stand in their inboxes any more. Of an inbox that is missing or does not answer nothing is known.
    private static func gone(_ files: [AttemptedFile], _ fileSystem: any InboxFileSystem) -> Set<AttemptedFile> {
        let looks = Dictionary(grouping: files, by: \.inbox).map { inbox, files in
            BoundedCall("wiredesk.recovery") { () -> [AttemptedFile] in
                guard let root = try? fileSystem.folder(path: inbox) else { return [] }
                return files.filter { file in
                    do throws(SystemError) {
                        _ = try root.status(of: file.path.bytes)
                        return false
                    } catch {
                        return error.code == ENOENT || error.code == ENOTDIR
                    }
                }
            }
        }
        let end = DispatchTime.now() + Desk.sweepPatience
        return Set(looks.flatMap { $0.result(until: end) ?? [] })
    }

    /// Those of some deliveries whose files do not stand in their inboxes any more. Of an inbox that does not answer nothing is known, and its
    /// files are taken to stand.
    private func withoutFile(_ deliveries: [UnfinishedDelivery]) -> [UnfinishedDelivery] {
        let files = deliveries.filter { $0.retryOf == nil }
        let looks = Dictionary(grouping: files, by: \.inbox).map { inbox, files in
            BoundedCall("wiredesk.recovery") { [fileSystem] in
                guard let root = try? fileSystem.folder(path: inbox) else { return files }
                return files.filter { (try? root.status(of: ($0.standsAt ?? $0.path).bytes)) == nil }
            }
        }
        let end = DispatchTime.now() + Desk.sweepPatience
        return deliveries.filter { $0.retryOf != nil } + looks.flatMap { $0.result(until: end) ?? [] }
    }

    /// Gives deliveries that a crash left in the middle an outcome where nobody will take them up again: a retry, or a file whose
    /// name is gone. A file that still stands is taken again and goes on where it stopped.
    package func closeUnfinished() throws(ArchiveError) {
        let left = withoutFile(try archive.unfinishedDeliveries())
        guard !left.isEmpty else { return }
        for delivery in left {
            events.journal.logger.warning(
                "Delivery \(delivery.id) of \(delivery.path.display) was cut off, and its file is gone",
                metadata: ["delivery": "\(delivery.id)", "file": "\(delivery.path.display)"])
        }
        try archive.abandon(
            left.map(\.id),
            because: Rejection(
                stage: .intake, code: .interrupted,
                message: "the daemon ended while it took this file, whose name is gone now; retry the delivery"))
    }
}
