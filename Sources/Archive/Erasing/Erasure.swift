import NewsModel

/// What the erasure of an article did.
public struct Erasure: Sendable, Equatable {
    /// Versions that are gone.
    public var versions = 0
    /// Paths of the originals that are gone, relative to the state folder.
    public var originals: [String] = []
    /// Other articles of the same originals, which stay in the database but cannot be made again from an original.
    public var neighbours: [ArticleID] = []
    /// Older copies of the database in the state folder, which hold the article still.
    public var olderCopies: [String] = []
}

/// Why an article was not erased.
public enum ErasureRefusal: Error, Sendable, Equatable {
    /// There is no such article.
    case unknown
    /// Its originals hold other articles too, which would lose theirs.
    case neighbours([ArticleID])
    /// Another program holds the write-ahead log, which keeps words of the article; erase again when it has ended.
    case logIsHeld
}
