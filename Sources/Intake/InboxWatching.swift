import LinuxSystem

/// How one inbox is watched at the moment.
public struct InboxWatching: Sendable, Equatable {
    /// The inbox, as an index into the settings.
    public var inbox: Int
    /// False while it is missing.
    public var isThere: Bool
    /// Directories that inotify watches.
    public var watchedDirectories: Int
    /// Why it is polled; nil when inotify tells of everything.
    public var polling: PollingCause?
    /// Saved pages' folders that stand there without their page.
    public var orphanedCompanions: Int
    /// Since when its file system does not answer, in milliseconds since 1970; nil while it does.
    public var silentSinceMilliseconds: Int64?

    /// Such as `inotify, 12 folders`, `has not answered since 2026-11-28 13:05:12` or `polled: nfs does not report all changes`.
    public var text: String {
        if let since = silentSinceMilliseconds {
            return "has not answered since \(LocalTime.text(milliseconds: since))"
        }
        guard isThere else { return "missing" }
        guard let polling else {
            return "inotify, \(watchedDirectories) folder\(watchedDirectories == 1 ? "" : "s")"
        }
        return "polled: \(polling.text)"
    }
}
