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

    /// Such as `inotify, 12 folders` or `polled: nfs does not report all changes`.
    public var text: String {
        guard isThere else { return "missing" }
        guard let polling else {
            return "inotify, \(watchedDirectories) folder\(watchedDirectories == 1 ? "" : "s")"
        }
        return "polled: \(polling.text)"
    }
}
