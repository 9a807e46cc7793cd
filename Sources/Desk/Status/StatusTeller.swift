import Dispatch
import Glibc
import Synchronization
import Systemd

/// Tells the service manager and the terminal how things stand, at most once a second and only after something happened.
///
/// `@unchecked Sendable`: everything mutable is touched on `queue` alone.
final class StatusTeller: @unchecked Sendable {
    private let queue = DispatchQueue(label: "wiredesk.status")
    private let line: @Sendable () -> StatusLine
    private let tell: @Sendable (String) -> Void
    private var isScheduled = false
    private var lastTold = DispatchTime(uptimeNanoseconds: 0)
    private var lastText = ""
    private var isStopped = false

    /// - Parameters:
    ///   - line: how things stand now.
    ///   - tell: shows the line.
    init(line: @escaping @Sendable () -> StatusLine, tell: @escaping @Sendable (String) -> Void) {
        self.line = line
        self.tell = tell
    }

    /// Tells nothing more: the archive is about to be closed, and would seem empty.
    func stop() { queue.sync { isStopped = true } }

    /// Something happened.
    func changed() {
        queue.async { [self] in
            guard !isScheduled else { return }
            isScheduled = true
            queue.asyncAfter(deadline: max(.now(), lastTold + 1)) { [self] in
                isScheduled = false
                guard !isStopped else { return }
                lastTold = .now()
                let line = self.line()
                if line.text != lastText {
                    lastText = line.text
                    tell(line.text)
                }
                // A scan under way changes the figures without further notice.
                if line.isWaitingOpen { changed() }
            }
        }
    }
}
