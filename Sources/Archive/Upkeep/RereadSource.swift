import NewsModel

/// A stored delivery whose original can be read again.
public struct RereadSource: Sendable, Hashable {
    /// The delivery.
    public var delivery: Int64
    /// The hash of its original.
    public var sha256: SHA256Digest
    /// The name it had, for the format and for messages.
    public var path: FileName
}

/// Which stored deliveries are read again.
public enum RereadSelection: Sendable, Hashable {
    /// Those that an older reader read.
    case older(than: Int)
    /// Those with an article of this format.
    case format(String)
    /// Those of one article.
    case article(ArticleID)
    /// All.
    case all
}

/// What became of the articles of a delivery that was read again.
public struct RereadResult: Sendable, Equatable {
    /// Versions whose text or facts are others now.
    public var changed = 0
    /// Versions that came out as they were.
    public var unchanged = 0
    /// Versions that the reader no longer finds; they stay as they were.
    public var notFound = 0

    /// Nothing read yet.
    public init() {}
}
