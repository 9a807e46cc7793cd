import LinuxSystem

/// The file systems of the inboxes as the desk calls them. `SystemInboxes` is the system's; a simulation has one of its own, which loses,
/// fails and crashes where it wants.
public protocol InboxFileSystem: Sendable {
    /// Opens a folder by its path.
    ///
    /// - Throws: `SystemError` when it cannot be opened or is no directory.
    func folder(path: String) throws(SystemError) -> any OpenFolder
    /// Makes a folder and those above it that are missing.
    ///
    /// - Throws: `SystemError`.
    func makeFolder(path: String) throws(SystemError)
    /// A new queue of events.
    ///
    /// - Throws: `SystemError`; EMFILE when fs.inotify.max_user_instances is reached.
    func events() throws(SystemError) -> any InboxEvents
    /// Has told when anything is mounted or unmounted, from a thread of its own; nil where the system does not tell.
    func watchMounts(_ changed: @escaping @Sendable () -> Void) -> (any MountWatching)?
    /// What is mounted below a folder; empty where that cannot be told.
    func mounts(below path: String) -> Set<Mount>
}

/// A queue of events of watched folders (inotify(7)); one owner uses it.
public protocol InboxEvents: AnyObject {
    /// Calls `ready` on a queue whenever events are waiting, until the source is cancelled.
    func source(on queue: any WorkQueue, ready: @escaping @Sendable () -> Void) -> any WorkSource
    /// Watches an open folder and tells the watch's number; the same folder keeps its number and what it is watched for.
    ///
    /// - Throws: `SystemError`; ENOSPC when fs.inotify.max_user_watches is reached.
    func watch(_ folder: any OpenFolder, for mask: InotifyEvent.Mask) throws(SystemError) -> Int32
    /// Ends a watch; one that is gone already is no error.
    func unwatch(_ number: Int32)
    /// The events that are waiting, at most some thousand.
    ///
    /// - Throws: `SystemError`.
    func read() throws(SystemError) -> [InotifyEvent]
}

/// Tells of mounts until it is ended.
public protocol MountWatching: AnyObject, Sendable {
    /// Nothing is told after it returns. Must be called once.
    func end()
}

/// The system's file systems.
public struct SystemInboxes: InboxFileSystem {
    /// The rights of an inbox that the desk makes.
    private static let folderMode: UInt32 = 0o770

    /// The system's file systems.
    public init() {}

    /// Opens a folder by its path.
    ///
    /// - Throws: `SystemError` when it cannot be opened or is no directory.
    public func folder(path: String) throws(SystemError) -> any OpenFolder { try Descriptor.directory(path: path) }

    /// Makes a folder that its group may write to.
    ///
    /// - Throws: `SystemError`.
    public func makeFolder(path: String) throws(SystemError) {
        try FileCalls.makeFolder(path, mode: Self.folderMode)
    }

    /// A new inotify instance.
    ///
    /// - Throws: `SystemError`; EMFILE when fs.inotify.max_user_instances is reached.
    public func events() throws(SystemError) -> any InboxEvents { try InotifyQueue() }

    /// A thread that waits for the kernel to tell.
    public func watchMounts(_ changed: @escaping @Sendable () -> Void) -> (any MountWatching)? {
        MountWatch(changed: changed)
    }

    /// What /proc/self/mountinfo says.
    public func mounts(below path: String) -> Set<Mount> { Mount.all(below: path) }
}
