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
        case addWatch
        /// Remove a saved search.
        case removeWatch
    }

    /// What is wanted.
    public var command: Command
    /// The delivery, for `retry`.
    public var delivery: Int64?
    /// The raw name, for `add`.
    public var name: [UInt8]?
    /// The collection, for `add`.
    public var collection: String?
    /// The name of a saved search, for `addWatch` and `removeWatch`.
    public var watch: String?
    /// What it looks for, for `addWatch`.
    public var query: String?

    /// A request.
    public init(command: Command, delivery: Int64? = nil, name: [UInt8]? = nil, collection: String? = nil) {
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
}
