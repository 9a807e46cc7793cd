import ArticleQuery
import Intake
import LinuxSystem
import NewsModel
import ReaderHost

/// Something that happened in a lane.
enum LaneEvent: Sendable {
    /// A file cannot be taken now.
    case waiting(InboxFile, reason: String)
    /// A file vanished before it was read.
    case vanished(InboxFile)
    /// A file changed while it was read, and is taken again.
    case changed(InboxFile)
    /// A name stands for something that is no file.
    case notAFile(InboxFile, FileStatus.Kind)
    /// A reader was replaced because of a file.
    case readerReplaced(name: FileName, ReaderFailure)
    /// The kernel did not grant all of a reader's confinement.
    case weakConfinement(UInt8)
    /// No file can be taken at the moment, for a reason that is no file's.
    case fault(String)
    /// A file was taken through all of a lane's stages.
    case worked
    /// A kept original was missing or damaged, and was written again from a file with the same bytes.
    case originalHealed(SHA256Digest, by: FileName, ArchiveError)
    /// The lane has left a capture that does not end, and asks for another file.
    case leftCapture(lane: Int)
}
