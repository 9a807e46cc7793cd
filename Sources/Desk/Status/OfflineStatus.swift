import Archive
import DeskProtocol
import Intake
import LinuxSystem

/// What can be told of the inboxes while no desk runs.
public enum OfflineStatus {
    /// Counts what waits in the inboxes that this user may look into.
    public static func take(
        _ configuration: DeskConfiguration, _ archive: ArchiveReader, version: String
    ) -> LiveStatus {
        InboxCount.take(configuration) { inbox, path, identity in
            (try? archive.isKnown(inbox: inbox, path: path, identity: identity)) != nil
        }.status(process: 0, version: version, reading: 0, problem: nil, blocked: [], inboxes: [])
    }
}
