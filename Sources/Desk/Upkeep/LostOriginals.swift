import NewsModel
import Synchronization

/// The originals that the database names and that are not there, as far as the last comparison has found and nobody has written them again.
final class LostOriginals: Sendable {
    private struct State {
        var lost: Set<SHA256Digest> = []
        /// What was written again since the comparison under way began, which may have missed that.
        var back: Set<SHA256Digest> = []
    }

    private let state = Mutex(State())

    /// A comparison begins.
    func begin() { state.withLock { $0.back = [] } }

    /// A comparison has found these; gives how many of them are not there still.
    func found(_ lost: [SHA256Digest]) -> Int {
        state.withLock { state in
            state.lost = Set(lost).subtracting(state.back)
            return state.lost.count
        }
    }

    /// An original was written again; gives how many are not there still, or nil where it was not one of them.
    func isBack(_ original: SHA256Digest) -> Int? {
        state.withLock { state in
            state.back.insert(original)
            return state.lost.remove(original).map { _ in state.lost.count }
        }
    }
}
