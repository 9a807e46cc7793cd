/// What a query is answered with.
public enum QueryUse: Sendable, Hashable {
    /// A list of articles, or their counts.
    case list
    /// Articles that come in later.
    case alert
    /// Quotations that have the words.
    case quotations
}
