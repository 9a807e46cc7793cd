import NewsModel

/// What a commit made of a delivery.
public struct CommittedDelivery: Sendable, Hashable {
    /// The caller's number.
    public var ticket: UInt64
    /// The delivery's number in the archive.
    public var delivery: Int64
    /// How it ended; nil when more portions are expected.
    public var outcome: Outcome?
    /// True when this very file had its outcome before and is still in the ledger: nothing was written, and the outcome is
    /// the one of then.
    public var isRepeated: Bool
    /// The reason of a rejection, also of one that came after some articles were stored.
    public var rejection: Rejection?
    /// True when members failed or the end was not reached, and at least one article is good.
    public var isPartial: Bool
    /// The stored delivery that has the same bytes, or nil.
    public var duplicateOf: Int64?
    /// The new articles and versions of this commit, in the order of the file.
    public var articles: [FiledArticle]
    /// How many articles of the whole delivery are good so far, known ones included.
    public var articleCount: Int
    /// The shown name of the file.
    public var name: String
    /// The absolute path of the inbox.
    public var inbox: String
    /// The raw path relative to the inbox.
    public var path: FileName
    /// The number of the name under which its file is taken aside before it is removed; nil until the delivery has an outcome, and for
    /// one that has no name in an inbox.
    public var aside: Int64?
}

/// A name in an inbox whose delivery is durable.
public struct LedgerName: Sendable, Hashable {
    /// The absolute path of the inbox.
    public var inbox: String
    /// The path relative to the inbox.
    public var path: FileName
    /// The delivery that the name stands for.
    public var delivery: Int64

    /// A name and its delivery.
    public init(inbox: String, path: FileName, delivery: Int64) {
        self.inbox = inbox
        self.path = path
        self.delivery = delivery
    }
}
