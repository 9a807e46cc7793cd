import NewsModel

/// An original of its own that an article gets when the one it came in is erased.
struct ReplacementOriginal {
    /// The version that it stands for.
    let version: Int64
    let article: Int64
    /// The version's delivery so far.
    let delivery: Int64
    let sha256: SHA256Digest
    let size: Int64
    /// The size of its file in bytes.
    let kept: Int64
    let facts: OriginalFacts
}
