/// How a delivery ended.
public enum Outcome: String, Codable, Sendable, Hashable, CaseIterable {
    /// At least one new article or version was stored.
    case stored
    /// The bytes, or every article in them, were known already; a success.
    case duplicate
    /// Nothing could be stored; stage, code and message say why.
    case rejected
}
