import NewsModel

/// What is known of a delivery beside its articles.
public struct DeliveryFacts: Sendable {
    /// The caller's number for the delivery while it is under way; unique within one run.
    public var ticket: UInt64
    /// When it came in, milliseconds since 1970 UTC.
    public var received: Int64
    /// The absolute path of the inbox.
    public var inbox: String
    /// The path relative to the inbox.
    public var path: FileName
    /// The path relative to the inbox at which the file stands, where that is not `path`: it was taken aside and its name given to
    /// another file since. Nil, the default, for a file under its own name.
    public var standsAt: FileName?
    /// Which file the name stood for; nil for a delivery that has no name in an inbox, such as a retry.
    public var identity: FileIdentity?
    /// The collection, `/`-joined; empty for the inbox itself.
    public var collection: String
    /// The hash of the bytes; nil when they were not read, and then there can be no articles.
    public var sha256: SHA256Digest?
    /// The size in bytes.
    public var size: Int64
    /// How long it took from the start of reading, in milliseconds.
    public var durationMilliseconds: Int64
    /// The delivery that is tried again, or nil.
    public var retryOf: Int64?
    /// The version of the reader's rules.
    public var readerVersion: Int
    /// The id of the one article in it, where that does not follow from the bytes (`OriginalFacts.article`).
    public var article: ArticleID?
    /// True where a person says that what looks like no article is one (`OriginalFacts.isAccepted`).
    public var isAccepted = false
    /// The size of the kept original as `OriginalStore.write` gave it; nil when it is not kept (yet). The last portion of
    /// a delivery that is read or rejected should have it.
    public var keptBytes: Int64?

    /// The path of its row in the ledger.
    var ledgerPath: FileName { standsAt ?? path }

    /// The facts of a delivery; what is optional is unknown unless given.
    public init(
        ticket: UInt64, received: Int64, inbox: String, path: FileName, identity: FileIdentity? = nil,
        collection: String = "", sha256: SHA256Digest? = nil, size: Int64, durationMilliseconds: Int64 = 0,
        retryOf: Int64? = nil, readerVersion: Int, keptBytes: Int64? = nil
    ) {
        self.ticket = ticket
        self.received = received
        self.inbox = inbox
        self.path = path
        self.identity = identity
        self.collection = collection
        self.sha256 = sha256
        self.size = size
        self.durationMilliseconds = durationMilliseconds
        self.retryOf = retryOf
        self.readerVersion = readerVersion
        self.keptBytes = keptBytes
    }
}
