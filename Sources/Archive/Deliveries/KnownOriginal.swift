/// What the archive knows of some bytes.
public struct KnownOriginal: Sendable, Hashable {
    /// The delivery that stored them; nil when they came only in deliveries that were rejected or are under way, and
    /// then they are read again.
    public var storedBy: Int64?
    /// True when the original is kept.
    public var isKept: Bool
    /// The number of bytes.
    public var size: Int64
}
