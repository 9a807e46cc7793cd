import ArticleQuery
import DeskProtocol
import LinuxSystem

/// How things stand, as `wiredesk status` tells it.
package struct StatusReport {
    package var stored: ArchiveStatus
    package var inboxes: LiveStatus
    package var isRunning: Bool
    package var details: StatusDetails?
    /// Milliseconds since 1970 UTC.
    package var now = SystemClock().wallMilliseconds

    /// How things stand now.
    ///
    /// - Parameter details: what is told besides the totals; nil for nothing.
    package init(stored: ArchiveStatus, inboxes: LiveStatus, isRunning: Bool, details: StatusDetails? = nil) {
        self.stored = stored
        self.inboxes = inboxes
        self.isRunning = isRunning
        self.details = details
    }
}
