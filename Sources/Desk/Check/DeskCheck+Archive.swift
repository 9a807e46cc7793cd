import Archive
import ArticleQuery
import DeskProtocol
import Foundation

/// The database, its full-text index and the kept originals.
extension DeskCheck {
    func checkArchive() {
        let archive: ArchiveReader
        do throws(ArchiveError) {
            archive = try ArchiveReader.open(state: configuration.state)
        } catch {
            if error.kind == .missing {
                tell(CheckFinding("database", .warning, "there is none yet; the desk makes it when it starts"))
            } else {
                tell(CheckFinding("database", .wrong, error.cause, remedy: error.hint))
            }
            return
        }
        checkDatabase(archive)
        checkMatch(archive)
        checkIndex(archive)
        checkLog(archive)
        checkOriginals(archive)
    }

    private func checkDatabase(_ archive: ArchiveReader) {
        do throws(ArchiveError) {
            let faults = try archive.quickCheck()
            guard let first = faults.first else {
                return tell(CheckFinding("database", .fine, "SQLite's quick_check finds nothing wrong"))
            }
            tell(
                CheckFinding(
                    "database", .wrong, "\(first)\(faults.count > 1 ? " and \(faults.count - 1) more" : "")",
                    remedy: "check the disk, stop the desk, and rebuild the database: wiredesk rebuild --yes"))
        } catch {
            tell(CheckFinding("database", .wrong, error.cause, remedy: error.hint))
        }
    }

    private func checkMatch(_ archive: ArchiveReader) {
        let subject = "database and originals"
        do throws(ArchiveError) {
            guard let mismatch = try archive.mismatch() else {
                return tell(CheckFinding(subject, .fine, "the mark beside the originals is that of the database"))
            }
            let missing = try MissingOriginals(in: archive, retention: configuration.retention).hashes.count
            guard missing > 0 else {
                let lost = try archive.lostOriginals().count
                guard lost == 0 else {
                    return tell(
                        CheckFinding(
                            subject, .wrong, "\(mismatch); \(lost) originals that it names are not there",
                            remedy:
                                "put the newer originals back, take them from a backup: wiredesk verify --heal-from BACKUP, or drop the same files again"
                        ))
                }
                return tell(
                    CheckFinding(subject, .warning, "\(mismatch), but all originals are in it; the desk will note that")
                )
            }
            tell(
                CheckFinding(
                    subject, .wrong, "\(mismatch); \(missing) originals are not in it",
                    remedy:
                        "put the newer database back, or stop the desk and have them read again: wiredesk rebuild --missing"
                ))
        } catch {
            tell(CheckFinding(subject, .wrong, error.cause, remedy: error.hint))
        }
    }

    private func checkIndex(_ archive: ArchiveReader) {
        let subject = "full-text index"
        let rebuild = "stop the desk, and rebuild database and index: wiredesk rebuild --yes"
        do throws(ArchiveError) {
            let gaps = try archive.indexGaps()
            if gaps.missing > 0 || gaps.stray > 0 {
                tell(
                    CheckFinding(
                        subject, .wrong,
                        "\(gaps.missing) articles are not in it, \(gaps.stray) entries have no article",
                        remedy: rebuild))
            }
        } catch {
            return tell(CheckFinding(subject, .wrong, error.cause, remedy: error.hint))
        }
        switch askForIndex() {
        case .whole: tell(CheckFinding(subject, .fine, "FTS5's integrity-check finds nothing wrong"))
        case .damaged(let fault): tell(CheckFinding(subject, .wrong, fault, remedy: rebuild))
        case .unchecked(let why): tell(CheckFinding(subject, .unchecked, "not checked: \(why)"))
        }
    }

    private enum IndexState {
        case whole
        case damaged(String)
        case unchecked(String)
    }

    /// The running desk looks; where none runs, this program does when it may write.
    private func askForIndex() -> IndexState {
        do throws(ControlClient.Failure) {
            switch try ControlClient.ask(state: configuration.state, .checkIndex) {
            case .index(let damage): return damage.map { .damaged($0) } ?? .whole
            case .failed(let failure): return .unchecked(failure.description)
            default: return .unchecked("the running desk answered something else")
            }
        } catch {
            switch error {
            case .notRunning: break
            case .notAllowed: return .unchecked("the running desk answers members of its group only")
            case .broken(let text): return .unchecked("the running desk did not answer: \(text)")
            }
        }
        guard user.canBeAsked else {
            return .unchecked("no desk runs, and it takes the right to write; run it as \(user.name) or root")
        }
        do throws(ArchiveError) {
            return try Archive.checkIndex(state: configuration.state).map { .damaged($0) } ?? .whole
        } catch {
            return .unchecked(error.description)
        }
    }

    private func checkLog(_ archive: ArchiveReader) {
        guard let status = try? archive.status() else { return }
        if let problem = LogReaders.problem(status, state: archive.state) {
            tell(CheckFinding("write-ahead log", .wrong, problem, remedy: "end that program, or its transaction"))
        } else {
            tell(CheckFinding("write-ahead log", .fine, "\(status.logBytes) bytes, no program holds it"))
        }
    }

    private func checkOriginals(_ archive: ArchiveReader) {
        let subject = "originals"
        let all = (try? archive.status()).map { Int($0.counters.originals) } ?? 0
        guard options.readsOriginals else {
            return tell(
                CheckFinding(
                    subject, .unchecked, "\(all) kept; reading them all takes its time",
                    remedy: "wiredesk check --originals"))
        }
        var damaged = 0
        do throws(ArchiveError) {
            let count = try archive.checkOriginals {
                options.progress($0, all)
            } damaged: { original in
                damaged += 1
                guard damaged <= DeskUser.longestList else { return }
                tell(
                    CheckFinding(
                        subject, .wrong, "\(original.error.path): \(original.error.cause)",
                        remedy: "drop the same file again, or put the original back from a backup"))
            }
            if damaged == 0 {
                tell(CheckFinding(subject, .fine, "\(count) read, all have the bytes of their hashes"))
            } else if damaged > DeskUser.longestList {
                tell(CheckFinding(subject, .wrong, "\(damaged) of \(count) are missing or damaged"))
            }
        } catch {
            tell(CheckFinding(subject, .wrong, error.cause, remedy: error.hint))
        }
    }
}
