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
        /// Whether its bytes are read again when they come again, since what was in them is gone.
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
