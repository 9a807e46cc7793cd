import Archive
import ArticleQuery
import CLinux
import Foundation
import NewsModel

/// Whether the database has a row of every original.
extension Desk {
    /// Compares the database with the originals behind all other work, where the mark beside them says that they do not belong together.
    func compareWhereDue() {
        guard let mismatch = try? archive.mismatch() else { return }
        journal.logger.warning("Looking for originals that are not in the database: \(mismatch)")
        let archive = self.archive
        let retention = parts.configuration.retention
        events.lostOriginals.begin()
        let thread = Thread { [weak self] in
            wd_work_idly()
            do throws(ArchiveError) {
                let reader = try ArchiveReader.open(state: archive.state.path)
                let missing = try MissingOriginals(
                    in: reader, retention: retention, isUnderWay: { archive.isUnderWay($0) })
                self?.compared(missing: missing.hashes.count, lost: try reader.lostOriginals())
            } catch {
                guard let self, !events.isEnding else { return }
                journal.logger.warning("The database was not compared with the originals: \(error)")
            }
        }
        thread.name = "wiredesk.compare"
        thread.start()
    }

    /// The database lacks so many originals, and names these whose files are not there.
    func compared(missing: Int, lost: [SHA256Digest]) {
        let lost = events.lostOriginals.found(lost)
        guard missing > 0 else {
            if lost > 0, let mismatch = try? archive.mismatch() { return areLost(lost, mismatch) }
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

    /// An original that was not there was written again; so many are not there still.
    func lostOriginalIsBack(left: Int) {
        guard problems.has(.comparison) else { return }
        // Whether that is all is for a comparison to say.
        guard left > 0 else { return compareWhereDue() }
        if let mismatch = try? archive.mismatch() { tellLost(left, mismatch) }
    }

    private func areLost(_ lost: Int, _ mismatch: DatabaseMismatch) {
        journal.logger.report(.originalsDamaged, "\(tellLost(lost, mismatch))")
        events.changed()
    }

    /// Sets the problem that so many originals are not there; gives its words.
    @discardableResult
    private func tellLost(_ lost: Int, _ mismatch: DatabaseMismatch) -> String {
        let count = lost == 1 ? "1 original of the database is" : "\(lost) originals of the database are"
        let problem = "\(count) not there (\(mismatch))"
        problems.set(
            .comparison,
            "\(problem); take them from a backup: wiredesk verify --heal-from BACKUP, or drop the same files again")
        return problem
    }
}
