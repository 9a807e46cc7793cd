import NewsModel

/// What is past its term in an archive.
public struct PrunePlan: Sendable {
    /// A kept original that goes.
    struct Original: Sendable {
        let id: Int64
        let sha256: SHA256Digest
        /// The size of its file in bytes.
        let kept: Int64
        /// The deliveries of its bytes, where it goes with their articles and stays with any that stays; else none.
        let deliveries: [Int64]
        /// Whether its bytes are read anew when they come again, since what was in them is gone.
        let isForgotten: Bool
    }

    /// Rows of articles.
    var articles: [Int64] = []
    var originals: [Original] = []
    /// Numbers of deliveries.
    var deliveries: [Int64] = []
    /// The newest delivery when the plan was made: what a later one brought stays.
    var newest: Int64 = 0

    /// What there is to remove.
    public var sum: Pruning {
        Pruning(
            articles: articles.count, originals: originals.count,
            originalsBytes: originals.reduce(0) { $0 + $1.kept }, deliveries: deliveries.count)
    }
}

/// How much was removed because it was past its term, or would be.
public struct Pruning: Sendable, Equatable, Codable {
    /// Articles, with all their versions.
    public var articles = 0
    /// Kept originals.
    public var originals = 0
    /// The size of their files in bytes.
    public var originalsBytes: Int64 = 0
    /// Deliveries that no article is of.
    public var deliveries = 0

    /// Counts; nothing unless given.
    public init(articles: Int = 0, originals: Int = 0, originalsBytes: Int64 = 0, deliveries: Int = 0) {
        self.articles = articles
        self.originals = originals
        self.originalsBytes = originalsBytes
        self.deliveries = deliveries
    }

    /// Whether there is nothing.
    public var isEmpty: Bool { self == Pruning() }
}
