/// What only the running desk knows.
public struct LiveStatus: Codable, Sendable {
    /// A file that cannot be taken now.
    public struct Waiting: Codable, Sendable {
        /// The path, fit to be shown.
        public var name: String
        /// Why it waits.
        public var reason: String

        /// A file and why it waits.
        public init(name: String, reason: String) {
            self.name = name
            self.reason = reason
        }
    }

    /// An inbox and how it is watched.
    public struct Inbox: Codable, Sendable {
        /// Its path.
        public var path: String
        /// Such as `inotify, 12 folders` or `polled: nfs does not report all changes`.
        public var watching: String

        /// An inbox and how it is watched.
        public init(path: String, watching: String) {
            self.path = path
            self.watching = watching
        }
    }

    /// The process id.
    public var process: Int32
    /// The program's version.
    public var version: String
    /// Eligible files in all inboxes that are not being read.
    public var waiting: Int
    /// Files that are being read or written to the archive.
    public var reading: Int
    /// Names that are ignored.
    public var ignored: Int
    /// Age of the oldest eligible file in seconds; nil for none.
    public var oldestWaitingSeconds: Int?
    /// What is wrong and what to do; nil when nothing is.
    public var problem: String?
    /// Files that cannot be taken now, some of them.
    public var blocked: [Waiting]
    /// How each inbox is watched.
    public var inboxes: [Inbox]
    /// The last or present comparison of the originals with their hashes; nil for none since the start.
    public var verification: Verification?

    /// How far the originals were compared with their hashes.
    public struct Verification: Codable, Sendable, Equatable {
        /// Originals that were read.
        public var checked = 0
        /// Originals there are.
        public var total = 0
        /// Those that are missing or damaged, each with what is wrong and the file that was dropped; at most 1,000.
        public var damaged: [String] = []
        /// How many are missing or damaged.
        public var damagedCount = 0
        /// Originals of which the database has no row.
        public var unknown = 0
        /// When it ended, milliseconds since 1970; nil while it runs.
        public var ended: Int64?
        /// Why it ended before everything was read, or nil.
        public var failure: String?

        /// Nothing compared yet.
        public init() {}
    }

    /// Eligible files of an age.
    public struct Age: Codable, Sendable, Hashable {
        /// The greatest age in seconds, included; nil for all that are older than the bounds before.
        public var upToSeconds: Int?
        /// How many they are.
        public var count: Int

        /// A number of files.
        public init(upToSeconds: Int?, count: Int) {
            self.upToSeconds = upToSeconds
            self.count = count
        }
    }

    /// Folders that cannot be looked into, and names that cannot be looked at: each counts as one that waits, and may hold more.
    public var unreadable = 0

    /// How many eligible files are of each age, the youngest first.
    public var ages: [Age] = []

    /// How things stand.
    public init(
        process: Int32, version: String, waiting: Int, reading: Int, ignored: Int, oldestWaitingSeconds: Int?,
        problem: String?, blocked: [Waiting], inboxes: [Inbox], ages: [Age] = []
    ) {
        self.process = process
        self.version = version
        self.waiting = waiting
        self.reading = reading
        self.ignored = ignored
        self.oldestWaitingSeconds = oldestWaitingSeconds
        self.problem = problem
        self.blocked = blocked
        self.inboxes = inboxes
        self.ages = ages
    }
}
