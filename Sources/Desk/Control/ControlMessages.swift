import Archive
import NewsModel

/// What a command asks of the running desk; one JSON object on one line. A descriptor may go along (`add`).
public struct ControlRequest: Codable, Sendable {
    /// What is wanted.
    public enum Command: String, Codable, Sendable {
        /// The live part of `wiredesk status`.
        case status
        /// Read a kept original again.
        case retry
        /// Take the bytes of the descriptor that goes along as a delivery.
        case add
        /// Look for damage inside the full-text index.
        case checkIndex
        /// Save a search under a name.
        case addAlert
        /// Remove a saved search.
        case removeAlert
        /// Note what a person says of an article or a name.
        case correct
        /// Read stored deliveries again and file what they say now.
        case reread
        /// Remove an article for good.
        case erase
        /// Compare all originals with their hashes, in the background.
        case verify
        /// Remove what is past its term.
        case prune
        /// Read the configuration anew and work by it.
        case reload

        /// Whether it may take long: it reads files or the whole database, or waits for other work.
        var takesLong: Bool {
            switch self {
            case .status, .verify: false
            case .retry, .add, .checkIndex, .addAlert, .removeAlert, .correct, .reread, .erase, .prune, .reload: true
            }
        }

        /// Whether only root and the desk's own user may ask: what changes or removes what was filed.
        var isForOwners: Bool { self == .reread || self == .erase || self == .prune }
    }

    /// What is wanted.
    public var command: Command
    /// The delivery, for `retry`.
    public var delivery: Int64?
    /// The raw name, for `add`.
    public var name: [UInt8]?
    /// The collection, for `add`.
    public var collection: String?
    /// The name of a saved search, for `addAlert` and `removeAlert`.
    public var alert: String?
    /// What it looks for, for `addAlert`.
    public var query: String?
    /// What is said, for `correct`; the desk fills in who says it and when.
    public var correction: Correction?
    /// The article, for `erase` and `reread`.
    public var article: String?
    /// True to let other articles of the same original stay without it, for `erase`.
    public var leavesNeighbours: Bool?
    /// The format, for `reread`.
    public var format: String?
    /// True to read everything again, for `reread`.
    public var isAll: Bool?
    /// The delivery after which to go on, for `reread`.
    public var after: Int64?

    /// A request.
    public init(
        command: Command, delivery: Int64? = nil, name: [UInt8]? = nil, collection: String? = nil,
        article: String? = nil, leavesNeighbours: Bool? = nil, format: String? = nil, isAll: Bool? = nil,
        after: Int64? = nil
    ) {
        self.article = article
        self.leavesNeighbours = leavesNeighbours
        self.format = format
        self.isAll = isAll
        self.after = after
        self.command = command
        self.delivery = delivery
        self.name = name
        self.collection = collection
    }
}

/// What the desk answers; one JSON object on one line.
public struct ControlReply: Codable, Sendable {
    /// The end of a delivery that a command had asked for.
    public struct Delivery: Codable, Sendable {
        /// The delivery's number.
        public var id: Int64
        /// `stored`, `duplicate` or `rejected`.
        public var outcome: String
        /// The reason code of a rejection.
        public var code: String?
        /// The reason of a rejection.
        public var message: String?
        /// The ids of the articles that were stored.
        public var articles: [String]
    }

    /// What came of reading some deliveries again.
    public struct Reread: Codable, Sendable {
        /// Deliveries that were read.
        public var deliveries = 0
        /// Versions that are others now.
        public var changed = 0
        /// Versions that came out as they were.
        public var unchanged = 0
        /// Versions that the reader no longer finds; they stay.
        public var notFound = 0
        /// Deliveries that could not be read again, with the reason; their articles stay.
        public var failures: [String] = []
        /// The last delivery that was read; nil when none is left.
        public var last: Int64?

        /// Nothing read yet.
        public init() {}
    }

    /// What was erased.
    public struct Erased: Codable, Sendable {
        /// Versions that are gone.
        public var versions: Int
        /// Originals that are gone.
        public var originals: [String]
        /// Other articles that have no original any more.
        public var neighbours: [String]
        /// Older copies of the database, which hold the article still.
        public var olderCopies: [String]
    }

    /// What came of reading some deliveries again, for `reread`.
    public var reread: Reread?
    /// What was erased, for `erase`.
    public var erased: Erased?
    /// What was removed, for `prune`.
    public var pruned: Pruning?
    /// Why the request was not carried out; nil when it was.
    public var error: String?
    /// Whether the same request may succeed later.
    public var isTemporary: Bool?
    /// Whether there is no such thing as was asked for.
    public var isUnknown: Bool?
    /// The live status.
    public var status: LiveStatus?
    /// The delivery that came of it.
    public var delivery: Delivery?
    /// The damage that was found, for `checkIndex`; nil for none.
    public var damage: String?
    /// What is wrong with the configuration, one line each, for `reload`; nil when it was not refused.
    public var refused: [String]?
    /// Whether the new configuration differs from the old one, for `reload`.
    public var isChanged: Bool?

    /// A reply.
    public init(
        error: String? = nil, isTemporary: Bool? = nil, status: LiveStatus? = nil, delivery: Delivery? = nil,
        damage: String? = nil
    ) {
        self.damage = damage
        self.error = error
        self.isTemporary = isTemporary
        self.status = status
        self.delivery = delivery
    }
}

/// What only the running desk knows.
public struct LiveStatus: Codable, Sendable {
    /// A file that cannot be taken now.
    public struct Waiting: Codable, Sendable {
        /// The path, fit to be shown.
        public var name: String
        /// Why it waits.
        public var reason: String
    }

    /// An inbox and how it is watched.
    public struct Inbox: Codable, Sendable {
        /// Its path.
        public var path: String
        /// Such as `inotify, 12 folders` or `polled: nfs does not report all changes`.
        public var watching: String
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
    public var inboxes: [Inbox]?
    /// The last or present comparison of the originals with their hashes; nil for none since the start.
    public var verification: Verification?

    /// How far the originals were compared with their hashes.
    public struct Verification: Codable, Sendable, Equatable {
        /// Originals that were read.
        public var checked = 0
        /// Originals there are.
        public var total = 0
        /// Paths of those that are missing or damaged; at most 20.
        public var damaged: [String] = []
        /// How many are missing or damaged.
        public var damagedCount = 0
        /// When it ended, milliseconds since 1970; nil while it runs.
        public var ended: Int64?
        /// Why it ended before everything was read, or nil.
        public var failure: String?
    }
    /// How many eligible files are of each age, by `WaitingAges`; nil from a desk of an older version.
    public var ages: [Int]?
}
