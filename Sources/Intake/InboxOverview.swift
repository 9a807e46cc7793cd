/// What an inbox's queue tells of itself after each turn, for a status that must not wait for it.
struct InboxOverview: Sendable {
    /// False while the inbox is missing; nil before anybody has looked.
    var isThere: Bool?
    /// True while a scan has not seen all of it.
    var isScanning = true
    /// Names that are not complete yet.
    var settling = 0
    /// Files that cannot be taken now.
    var blocked = 0
    /// Files that only a change makes fit to be taken.
    var unfit = 0
    /// Folders and names that the last scan could not look at.
    var unreadable = 0
    /// Directories that are watched.
    var watchedDirectories = 0
    /// Why it is polled; nil when inotify tells of everything.
    var polling: PollingCause?
    /// Saved pages' folders that stand there without their page.
    var orphanedCompanions = 0
    /// Files in folders of saved pages that may be articles and wait for the page of their folder.
    var awaitingPages = 0
    /// Some of the files that cannot be taken now, or wait for their writers.
    var waiting: [WaitingFile] = []
    /// Whether nothing is to be done but for files that wait.
    var isQuiet = false
}
