import Intake

/// Which names in an inbox are left alone, counted and listed.
public struct IgnoreConfiguration: Sendable, Equatable {
    /// Whether the default patterns hold; true.
    public var usesDefaults: Bool
    /// Patterns beside the default ones, or in their place; none.
    public var patterns: [String]

    /// Patterns; everything that is not given has its default.
    public init(usesDefaults: Bool = true, patterns: [String] = []) {
        self.usesDefaults = usesDefaults
        self.patterns = patterns
    }

    /// All patterns that hold.
    public var effectivePatterns: [String] { (usesDefaults ? IgnoreRules.defaultPatterns : []) + patterns }
}
