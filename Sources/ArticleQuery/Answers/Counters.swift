/// The archive's stored totals, changed in the transaction that makes them true.
public struct Counters: Sendable, Hashable {
    /// Deliveries that stored something.
    public var stored: Int64 = 0
    /// Deliveries whose bytes or articles were known.
    public var duplicate: Int64 = 0
    /// Rejected deliveries that no retry has replaced.
    public var rejected: Int64 = 0
    /// Articles.
    public var articles: Int64 = 0
    /// Versions of articles.
    public var versions: Int64 = 0
    /// Kept originals.
    public var originals: Int64 = 0
    /// Bytes of the kept originals as they lie on disk.
    public var originalsBytes: Int64 = 0

    /// All zero.
    public init() {}
}
