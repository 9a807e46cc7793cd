/// An outlet of the archive.
public struct OutletRecord: Sendable, Hashable {
    /// Another name of an outlet, as a person said.
    public struct OtherName: Sendable, Hashable {
        /// The name that articles give, or the host of their addresses.
        public var name: String
        /// Whether it is a host, whose articles are all of the outlet.
        public var isHost: Bool
        /// The user who said so.
        public var by: String
        /// When, in milliseconds since 1970 UTC.
        public var at: Int64

        /// Another name.
        public init(name: String, isHost: Bool, by: String, at: Int64) {
            self.name = name
            self.isHost = isHost
            self.by = by
            self.at = at
        }
    }

    /// The name that is shown.
    public var name: String
    /// Articles of the outlet, by their current versions.
    public var articles: Int
    /// The names that people said are this outlet's, in alphabetical order.
    public var otherNames: [OtherName]

    /// An outlet.
    public init(name: String, articles: Int, otherNames: [OtherName]) {
        self.name = name
        self.articles = articles
        self.otherNames = otherNames
    }
}
