import Archive
import Intake
import LinuxSystem
import Logging
import NewsModel

/// What a crash left behind.
extension Desk {
    /// Gives strikes to the files that were being read when the daemon last died, and tells all suspects.
    static func suspects(
        _ left: [AttemptsFile.Attempt], archive: Archive, logger: Logger
    ) throws(ArchiveError) -> Suspects {
        var suspects = try archive.attemptedFiles()
        var struck: [AttemptedFile: Int] = [:]
        for attempt in left {
            let file = AttemptedFile(inbox: attempt.inbox, path: attempt.path, identity: attempt.identity)
            let strikes = Suspicion.strikes(
                before: suspects[file] ?? 0, signal: attempt.signal, wasAlone: left.count == 1)
            logger.warning(
                "The daemon died while it took \(attempt.path.display)",
                metadata: ["file": "\(attempt.path.display)", "signal": "\(attempt.signal)", "strikes": "\(strikes)"])
            struck[file] = strikes
        }
        try archive.setStrikes(struck, now: SystemClock().wallMilliseconds)
        suspects.merge(struck) { _, new in new }
        return Suspects(suspects)
    }

    /// Names that a crash left between commit and removal are removed now; rows of names that are gone are deleted.
    func sweepLedger() throws(ArchiveError) {
        for inbox in inboxes where inbox.take == .move {
            guard let root = try? Descriptor.directory(path: inbox.path) else { continue }
            try archive.forEachLedgerRow(inbox: inbox.path) { row in
                switch NameRemover.remove(row.path, in: root, identity: row.identity) {
                case .removed, .changed:
                    writer.forget([LedgerName(inbox: inbox.path, path: row.path, delivery: row.delivery)])
                case .openForWriting, .refused: break
                }
            }
        }
    }
}
