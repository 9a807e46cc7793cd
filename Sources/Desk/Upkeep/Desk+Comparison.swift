import Archive
import ArticleQuery
import CLinux
import Foundation

/// Whether the database has a row of every original.
extension Desk {
    /// Compares the database with the originals behind all other work, where the mark beside them says that they do not belong together.
    func compareWhereDue() {
        guard let mismatch = try? archive.mismatch() else { return }
        journal.logger.warning("Looking for originals that are not in the database: \(mismatch)")
        let archive = self.archive
        let retention = parts.configuration.retention
        let thread = Thread { [weak self] in
            wd_work_idly()
            do throws(ArchiveError) {
                let missing = try MissingOriginals(
                    in: ArchiveReader.open(state: archive.state.path), retention: retention,
                    isUnderWay: { archive.isUnderWay($0) })
                self?.compared(missing: missing.hashes.count)
            } catch {
                guard let self, !events.isEnding else { return }
                journal.logger.warning("The database was not compared with the originals: \(error)")
            }
        }
        thread.name = "wiredesk.compare"
        thread.start()
    }

    /// The database lacks so many originals.
    func compared(missing: Int) {
        guard missing > 0 else {
            try? archive.originalsAreComplete()
            problems.set(.comparison, nil)
            return events.changed()
        }
        let reason = (try? archive.mismatch()).map { "\($0)" } ?? "the database lacks what is kept"
        let count = missing == 1 ? "1 original is" : "\(missing) originals are"
        journal.logger.report(
            .originalsUnknown, "\(count) not in the database (\(reason))",
            metadata: ["count": "\(missing)", "state": "\(archive.state.path)"])
        problems.set(
            .comparison,
            "\(count) not in the database (\(reason)); stop the desk and run: wiredesk rebuild --missing")
        events.changed()
    }
}
