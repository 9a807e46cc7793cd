import LinuxSystem
import NewsModel

/// Why a file's bytes could not be taken now; none of these is the fault of its content.
public enum CaptureFailure: Error, Sendable {
    /// The name is gone.
    case vanished
    /// It is no regular file (any more).
    case notAFile(FileStatus.Kind)
    /// It changed since it was found complete, or while it was read: it is taken again.
    case changed
    /// It is a file of the desk's own database under another name.
    case ownDatabase
    /// Another program holds a lock on it.
    case locked
    /// Another program has it open for writing.
    case openForWriting
    /// It has so many bytes, more than are taken; none of them was read.
    case tooLarge(FileIdentity)
    /// It does not come on: its file system gives less than any disk does.
    case tooSlow(SystemError)
    /// The work was ended before its end; the desk is stopping.
    case cancelled
    /// It may not be read.
    case unreadable(SystemError)
    /// The surroundings are at fault: disk full, I/O error, out of descriptors.
    case surroundings(SystemError)
}
