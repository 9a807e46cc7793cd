import NewsModel

/// What the erasure of an article did.
public struct Erasure: Sendable, Equatable {
    /// The number that the article had in the database; nil where an interrupted erasure was ended.
    public var number: Int64?
    /// Versions that are gone.
    public var versions = 0
    /// Paths of the originals that are gone, relative to the state folder.
    public var originals: [String] = []
    /// Other articles of the same originals, which have originals of their own now.
    public var neighbours: [ArticleID] = []
    /// Older copies of the database in the state folder, which hold the article still.
    public var olderCopies: [String] = []
}

/// Why an article was not erased.
public enum ErasureRefusal: Error, Sendable, Equatable {
    /// There is no such article.
    case unknown
    /// Its originals hold other articles too.
    case neighbours([ArticleID])
    /// One of its originals is being read, and more articles may come of it; erase again when that has ended.
    case isUnderWay
    /// Another program holds the write-ahead log, which keeps words of the article; erase again when it has ended.
    case logIsHeld
}
