/// What the intake knows of its inboxes at one moment.
public struct IntakeStatus: Sendable, Equatable {
    /// Files that are known and not handed out yet: settling, complete, or waiting for their surroundings.
    public var known = 0
    /// Files that are handed out and not finished.
    public var inFlight = 0
    /// Files that cannot be taken now, at most `Intake.shownWaiting` of them.
    public var waiting: [WaitingFile] = []
    /// Files that only a change makes fit to be taken, such as those that are too large.
    public var unfit = 0
    /// Folders and names that the last scan could not look at.
    public var unreadable = 0
    /// True while a scan has not yet seen all of an inbox, so that more may be waiting than is known.
    public var isScanning = false
    /// Directories that are watched.
    public var watchedDirectories = 0
    /// How each inbox is watched, in the order of the settings.
    public var watching: [InboxWatching] = []
    /// Inboxes that are missing.
    public var missingInboxes: [Int] = []
    /// Inboxes whose file systems do not answer.
    public var silentInboxes: [Int] = []

    /// Adds an inbox as it stood after its last turn.
    mutating func add(_ watcher: InboxWatcher, _ responses: ResponseMonitor) {
        let overview = watcher.overview
        let silentSince = responses.silentSince(inbox: watcher.index)
        known += overview.settling + overview.blocked + overview.awaitingPages + watcher.files.completeCount
        inFlight += watcher.files.inHandCount
        unreadable += overview.unreadable
        unfit += overview.unfit
        watchedDirectories += overview.watchedDirectories
        if silentSince != nil {
            silentInboxes.append(watcher.index)
        } else {
            isScanning = isScanning || overview.isScanning
            if overview.isThere == false { missingInboxes.append(watcher.index) }
        }
        watching.append(
            InboxWatching(
                inbox: watcher.index, isThere: overview.isThere ?? true,
                watchedDirectories: overview.watchedDirectories, polling: overview.polling,
                orphanedCompanions: overview.orphanedCompanions, silentSinceMilliseconds: silentSince))
        waiting += overview.waiting.prefix(Intake.shownWaiting - waiting.count)
    }
}
