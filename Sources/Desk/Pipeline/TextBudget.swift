import Foundation

/// How much text of large articles the desk holds at once.
///
/// A large article is in memory several times on its way: as the frame that brings it, as its text, in its indexed form, and in
/// what SQLite copies of it. Lanes therefore take turns: one waits with the rest of a large frame until what the others hold is
/// committed. An ordinary article needs no leave; what waits of those is bounded by `ArchiveWriter.waitingBytes`.
///
/// `@unchecked Sendable`: everything is only touched with the condition locked.
final class TextBudget: @unchecked Sendable {
    /// Frames below this many bytes need no leave. A mebibyte: longer than any news text, and half a book.
    static let ordinaryBytes = 1 << 20
    /// Bytes of large frames that are held at once; a larger one is let in alone. 32 MiB, the most text that an article may have.
    static let bytes = 32 << 20

    private let condition = NSCondition()
    private var held = 0
    private var isStopped = false

    /// Waits until so many bytes may be held, unless the desk stops.
    func take(_ bytes: Int) {
        condition.withLock {
            while held > 0, held + bytes > Self.bytes, !isStopped { condition.wait() }
            held += bytes
        }
    }

    /// Gives bytes back that were taken.
    func giveBack(_ bytes: Int) {
        guard bytes > 0 else { return }
        condition.withLock {
            held -= bytes
            condition.broadcast()
        }
    }

    /// Nobody waits any more.
    func stop() {
        condition.withLock {
            isStopped = true
            condition.broadcast()
        }
    }
}
