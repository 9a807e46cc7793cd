import Archive
import ArticleQuery
import CLinux
import DeskProtocol
import Foundation
import LinuxSystem
import NewsModel

/// Removal of what is past its term.
extension Desk {
    /// Seconds after the start until the first pruning: what waits in the inboxes comes first.
    private static let secondsBeforePruning = 600.0
    /// Seconds between two prunings: terms are counted in days.
    private static let secondsBetweenPrunings = 86_400.0

    /// Removes what is past its term now, as the configuration says.
    func prune() -> ControlReply {
        do {
            return .pruned(try removePastTerm())
        } catch {
            return failure(error)
        }
    }

    private func removePastTerm() throws(ArchiveError) -> Pruning {
        let reader = try ArchiveReader.open(state: archive.state.path)
        let plan = try reader.planPruning(parts.configuration.retention, now: clock.wallMilliseconds)
        let pruning = try archive.prune(plan)
        guard !pruning.isEmpty else { return pruning }
        journal.logger.report(
            .pruned,
            "Removed what is past its term: \(pruning.articles) articles, \(pruning.originals) originals, \(pruning.deliveries) deliveries"
        )
        events.changed()
        return pruning
    }

    /// Prunes some time after the start and then once a day, where anything has a term.
    func pruneDaily() {
        guard !parts.configuration.retention.keepsEverything else { return }
        pruneLater(Self.secondsBeforePruning)
    }

    private func pruneLater(_ pause: Double) {
        DispatchWorkQueue.timedWork.async(afterSeconds: pause) { [weak self] in
            let thread = Thread { [weak self] in
                wd_work_idly()
                self?.pruneInTurn()
            }
            thread.name = "wiredesk.prune"
            thread.start()
        }
    }

    private func pruneInTurn() {
        do throws(ArchiveError) {
            _ = try removePastTerm()
        } catch {
            // The closed archive of a desk that stops is no trouble.
            guard !events.isEnding else { return }
            journal.logger.warning("What is past its term was not removed: \(error)")
        }
        pruneLater(Self.secondsBetweenPrunings)
    }
}
