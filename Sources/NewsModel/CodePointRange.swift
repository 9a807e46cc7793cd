/// A half-open range of Unicode code points (scalars) of an article's body.
public struct CodePointRange: Sendable, Hashable {
    /// The first code point, counted from 0.
    public var start: Int
    /// One past the last code point; never below `start`.
    public var end: Int

    /// A range; the caller vouches for `0 <= start <= end`.
    public init(start: Int, end: Int) {
        self.start = start
        self.end = end
    }
}
