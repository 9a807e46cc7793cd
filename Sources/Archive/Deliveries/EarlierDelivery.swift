import NewsModel

/// What is needed of an earlier delivery to read its original again.
public struct EarlierDelivery: Sendable, Hashable {
    /// The absolute path of its inbox.
    public var inbox: String
    /// The path relative to the inbox.
    public var path: FileName
    /// The collection.
    public var collection: String
    /// The hash of its bytes; nil when they were never read.
    public var sha256: SHA256Digest?
}
