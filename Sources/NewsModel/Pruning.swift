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
