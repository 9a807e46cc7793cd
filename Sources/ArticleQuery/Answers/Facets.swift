/// What articles have in common, and how many there are, as far as they were looked at.
public struct Facets: Sendable, Equatable {
    /// How many articles have a value.
    public struct Value: Sendable, Equatable {
        /// The outlet, language, collection or format; nil for articles that have none.
        public var name: String?
        /// The number of articles.
        public var count: Int

        /// A value with its number.
        public init(name: String?, count: Int) {
            self.name = name
            self.count = count
        }
    }

    /// Articles that were looked at.
    public var count = 0
    /// True when there are more, which were not looked at: the numbers are those of the articles that were delivered last.
    public var isSample = false
    /// Outlets, the most frequent first.
    public var outlets: [Value] = []
    /// Languages likewise.
    public var languages: [Value] = []
    /// Collections likewise.
    public var collections: [Value] = []
    /// Formats likewise.
    public var formats: [Value] = []
    /// Months of publication, else of delivery, in their order: `2024-05`.
    public var months: [Value] = []

    package init() {}
}
