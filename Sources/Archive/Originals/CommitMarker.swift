import ArticleQuery
import LinuxSystem
import Synchronization

/// Leaves the mark of commits beside the originals.
final class CommitMarker: Sendable {
    private struct Marking {
        var mark: CommitMark
        var file: Descriptor
    }

    private let state: StateFolder
    private let marking: Mutex<Marking>

    /// Goes on from a mark that stands in the state folder.
    ///
    /// - Parameter commits: how far the database is.
    init(_ state: StateFolder, archive: String, commits: Int64) throws(ArchiveError) {
        self.state = state
        let file = try ArchiveFiles.openForWriting(state.mark, operation: "mark the originals")
        marking = Mutex(Marking(mark: CommitMark(archive: archive, begun: commits, done: commits), file: file))
    }

    /// The number of the last commit that was begun.
    var number: Int64 { marking.withLock { $0.mark.begun } }

    /// A commit of new originals begins; the sync of the originals makes this durable too.
    func begin() throws(ArchiveError) {
        let outcome: Result<Void, ArchiveError> = marking.withLock { marking in
            var next = marking.mark
            next.begun = next.done + 1
            do throws(ArchiveError) {
                // Also when it was begun before and failed: what a failing disk has taken may be lost.
                try next.write(over: marking.file, state)
                marking.mark = next
                return .success(())
            } catch {
                return .failure(error)
            }
        }
        try outcome.get()
    }

    /// The commit with a number is durable.
    func end(_ number: Int64) {
        marking.withLock { marking in
            guard marking.mark.done < number else { return }
            marking.mark.done = number
            // It says more than `begun` to a later start, and nothing that must be known.
            try? marking.mark.write(over: marking.file, state)
        }
    }
}
