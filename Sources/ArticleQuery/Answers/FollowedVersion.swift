/// A version of an article in the order in which versions are stored, for those who follow the archive.
public struct FollowedVersion: Sendable, Hashable {
    /// Where to go on behind it.
    public var cursor: FollowCursor
    /// The article, in the words of this version.
    public var article: ArticleSummary
    /// When its delivery came in, milliseconds since 1970 UTC.
    public var received: Int64

    package init(cursor: FollowCursor, article: ArticleSummary, received: Int64) {
        self.cursor = cursor
        self.article = article
        self.received = received
    }
}

/// A place in the order in which versions are stored; short text that callers keep and pass back as it is.
public struct FollowCursor: Sendable, Hashable, Comparable, LosslessStringConvertible {
    package let row: Int64

    package init(row: Int64) { self.row = row }

    /// Before everything.
    public static let start = FollowCursor(row: 0)

    /// A cursor from its text; nil when it is none.
    public init?(_ description: String) {
        guard description.utf8.first == UInt8(ascii: "c"), let row = Int64(description.dropFirst()), row >= 0 else {
            return nil
        }
        self.init(row: row)
    }

    /// The cursor as text, such as `c4711`.
    public var description: String { "c\(row)" }

    /// Whether one place comes before another.
    public static func < (left: Self, right: Self) -> Bool { left.row < right.row }
}
