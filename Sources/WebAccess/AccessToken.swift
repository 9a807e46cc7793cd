/// A key of a program or a feed reader that uses the web interface, without the key itself.
public struct AccessToken: Sendable, Codable, Equatable {
    /// Its name, by which it is revoked and which stands beside what it changes.
    public var name: String
    /// What it may do; only reading for the key of a feed.
    public var may: WebRole
    /// The SHA-256 of the key, in hexadecimal digits.
    public var sha256: String
    /// When it was made, in milliseconds since 1970 UTC.
    public var created: Int64
    /// The address of the one feed that it opens (`FeedAddress`); nil for a key of a program.
    public var feed: String?
    /// Who made it; nil for a key of a program.
    public var by: String?

    /// Bytes of a feed's address: what a browser sends too.
    public static let longestFeed = 8 << 10

    /// A key by its hash.
    public init(
        name: String, may: WebRole, sha256: String, created: Int64, feed: String? = nil, by: String? = nil
    ) {
        self.name = name
        self.may = may
        self.sha256 = sha256
        self.created = created
        self.feed = feed
        self.by = by
    }
}
