import NewsModel

/// What the erasure of an article takes away.
struct ErasurePlan {
    /// A kept original that goes.
    struct Original {
        let id: Int64
        let sha256: SHA256Digest
        /// The size of its file in bytes.
        let kept: Int64
    }

    /// The article's row.
    let article: Int64
    let originals: [Original]
    /// Other articles of the same originals.
    let neighbours: [ArticleID]
}
