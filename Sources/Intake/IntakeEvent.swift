import LinuxSystem
import NewsModel

/// Something that the intake met and that an operator may want to know.
public enum IntakeEvent: Sendable {
    /// An inbox is watched, with so many directories.
    case watching(inbox: Int)
    /// An inbox is not there or cannot be opened; it is tried again.
    case inboxMissing(inbox: Int, SystemError)
    /// An inbox that was missing is there again.
    case inboxBack(inbox: Int)
    /// The inotify queue overflowed or was lost; the inbox is scanned anew.
    case overflow
    /// The limit of inotify watches is reached: changes in a directory are found by the periodic scan alone.
    case watchLimit(inbox: Int, path: FileName, SystemError)
    /// A pipe, device, socket or link stands in an inbox; it is skipped, and reported once.
    case skipped(inbox: Int, path: FileName, FileStatus.Kind)
    /// Something below an inbox cannot be looked at; reported once until it changes.
    case unreadable(inbox: Int, path: FileName, SystemError)
    /// The periodic scan found files of which no event had told.
    case foundByScanOnly(inbox: Int, count: Int)
    /// A name stands in an inbox although its outcome is durable: it should be removed (`take: move` only).
    case durableName(InboxFile)
}
