import LinuxSystem
import NewsModel

/// Something that the intake met and that an operator may want to know.
public enum IntakeEvent: Sendable {
    /// An inbox is watched, with so many directories.
    case watching(inbox: Int)
    /// An inbox is not there or cannot be opened; it is tried again.
    case inboxMissing(inbox: Int, SystemError)
    /// An inbox was a mounted file system and is a plain folder now, which is watched meanwhile.
    case inboxUnmounted(inbox: Int)
    /// The file system of an inbox does not answer: a call that was made at this moment (milliseconds since 1970) has not returned.
    case inboxSilent(inbox: Int, sinceMilliseconds: Int64)
    /// The file system of an inbox answers again.
    case inboxAnswers(inbox: Int)
    /// An inbox that was missing or not mounted is there again.
    case inboxBack(inbox: Int)
    /// The inotify queue overflowed or was lost; the inbox is scanned again.
    case overflow
    /// A directory is polled, and with it its inbox; told once until the inbox is watched by events again.
    case polled(inbox: Int, path: FileName, PollingCause)
    /// An inbox that was polled because of a limit is watched by events again.
    case watchedAgain(inbox: Int)
    /// The folder of a saved page stands without its page; it is left alone, and reported once.
    case companionWithoutPage(inbox: Int, path: FileName)
    /// The folder of a saved page may not be removed although the page is stored.
    case companionStays(inbox: Int, path: FileName, SystemError)
    /// A pipe, device, socket or link stands in an inbox; it is skipped, and reported once.
    case skipped(inbox: Int, path: FileName, FileStatus.Kind)
    /// Something below an inbox cannot be looked at, why, and what to do; reported once until it changes.
    case unreadable(inbox: Int, path: FileName, reason: String)
    /// The rights of a folder were changed, or something is gone of which they were the trouble: what they kept from being done may be done
    /// now, or need not be.
    case rightsChanged(inbox: Int, path: FileName)
    /// A file is taken although it may be open for writing: no news of it came for so many seconds.
    case writerGivenUp(inbox: Int, path: FileName, seconds: Int)
    /// The periodic scan found files of which no event had told.
    case foundByScanOnly(inbox: Int, count: Int)
    /// A name stands in an inbox although its outcome is durable: it should be removed (`take: move` only).
    case durableName(InboxFile)
    /// A file has stood aside for a while (`AsideName`): its removal was interrupted.
    case leftAside(inbox: Int, path: FileName)
    /// The folder of a saved page was brought back under its name, since its removal was interrupted.
    case companionBroughtBack(inbox: Int, path: FileName)
}
