import NewsModel

/// A delivery as the archive keeps it.
public struct DeliveryRecord: Sendable, Hashable {
    /// Its number; later deliveries have greater ones.
    public var id: Int64
    /// When it came in, milliseconds since 1970 UTC.
    public var received: Int64
    /// The absolute path of the inbox.
    public var inbox: String
    /// The raw path relative to the inbox; `display` of it is the name to show.
    public var path: FileName
    /// The collection.
    public var collection: String
    /// The size in bytes.
    public var size: Int64
    /// The hash of the bytes; nil when they were not read.
    public var sha256: SHA256Digest?
    /// How it ended; nil while more of it is expected, or after the daemon went down in it.
    public var outcome: Outcome?
    /// The stage of a rejection.
    public var stage: String?
    /// The reason code of a rejection.
    public var code: ReasonCode?
    /// The reason of a rejection for a person to read.
    public var message: String?
    /// True when at least one article is good and something else failed.
    public var isPartial: Bool
    /// How long it took from the start of reading, in milliseconds.
    public var durationMilliseconds: Int64
    /// How many of its articles are good, known ones included.
    public var articles: Int
    /// The path of the kept original relative to the state folder; nil when it is not kept.
    public var original: String?
    /// The delivery that was tried again, or nil.
    public var retryOf: Int64?
    /// True when a retry stands for it.
    public var isReplaced: Bool

    package init(
        id: Int64, received: Int64, inbox: String, path: FileName, collection: String, size: Int64,
        sha256: SHA256Digest?, outcome: Outcome?, stage: String?, code: ReasonCode?, message: String?, isPartial: Bool,
        durationMilliseconds: Int64, articles: Int, original: String?, retryOf: Int64?, isReplaced: Bool
    ) {
        self.id = id
        self.received = received
        self.inbox = inbox
        self.path = path
        self.collection = collection
        self.size = size
        self.sha256 = sha256
        self.outcome = outcome
        self.stage = stage
        self.code = code
        self.message = message
        self.isPartial = isPartial
        self.durationMilliseconds = durationMilliseconds
        self.articles = articles
        self.original = original
        self.retryOf = retryOf
        self.isReplaced = isReplaced
    }
}

/// Which deliveries a list is about; nil takes any.
public struct DeliveryFilter: Sendable, Hashable {
    /// How they ended.
    public var outcome: Outcome?
    /// The earliest time they came in, milliseconds since 1970 UTC, included.
    public var since: Int64?
    /// True to leave out those that a retry stands for.
    public var leavesOutReplaced: Bool

    /// A filter that takes everything unless given.
    public init(outcome: Outcome? = nil, since: Int64? = nil, leavesOutReplaced: Bool = false) {
        self.outcome = outcome
        self.since = since
        self.leavesOutReplaced = leavesOutReplaced
    }
}
