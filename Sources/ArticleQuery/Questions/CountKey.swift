/// What articles are counted by.
public enum CountKey: String, Sendable, CaseIterable {
    /// The day of publication as the source tells it, else that of the delivery in UTC.
    case day
    /// The month of that day.
    case month
    /// The outlet.
    case outlet
    /// The language.
    case language
    /// The collection.
    case collection
    /// The author; an article of two authors counts for both.
    case author
}

/// How many articles have one key.
public struct KeyCount: Sendable, Hashable {
    /// The day, name or code; nil for articles that have none.
    public var key: String?
    /// The number of articles.
    public var count: Int
    /// Their part of all articles counted, from 0 to 1.
    public var share: Double

    /// A number of articles with the same value.
    public init(key: String?, count: Int, share: Double) {
        self.key = key
        self.count = count
        self.share = share
    }
}
