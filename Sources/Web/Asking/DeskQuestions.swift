import Archive
import ArticleQuery
import DeskProtocol
import Presentation

/// What is asked of the desk and its inboxes beside the archive, by whoever knows the configuration.
public struct DeskQuestions: Sendable {
    /// What the running desk says; nil when none runs.
    public var live: @Sendable () throws -> LiveStatus?
    /// What waits in the inboxes while no desk runs.
    public var offline: @Sendable (ArchiveReader) -> LiveStatus
    /// Rates, sources and the disk.
    public var details: @Sendable (ArchiveReader, ArchiveStatus) throws -> StatusDetails

    /// Ways to ask.
    public init(
        live: @escaping @Sendable () throws -> LiveStatus?,
        offline: @escaping @Sendable (ArchiveReader) -> LiveStatus,
        details: @escaping @Sendable (ArchiveReader, ArchiveStatus) throws -> StatusDetails
    ) {
        self.live = live
        self.offline = offline
        self.details = details
    }
}

extension DeskQuestions {
    /// How things stand, whether or not a desk runs.
    ///
    /// - Parameter wantsDetails: rates, sources and the disk too.
    func report(_ archive: ArchiveReader, wantsDetails: Bool) throws -> StatusReport {
        let stored = try archive.status()
        let live = try live()
        return StatusReport(
            stored: stored, inboxes: live ?? offline(archive), isRunning: live != nil,
            details: wantsDetails ? try details(archive, stored) : nil)
    }
}
