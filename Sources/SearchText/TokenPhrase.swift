/// Tokens that stand one behind another in the index; the last may be a prefix.
package struct TokenPhrase: Hashable, Sendable {
    /// The tokens as the index holds them, at least one.
    package var tokens: [String]
    /// Whether the last token is only the beginning of one.
    package var isPrefix: Bool

    /// A phrase of whole tokens unless its last one is said to be a prefix.
    package init(tokens: [String], isPrefix: Bool = false) {
        self.tokens = tokens
        self.isPrefix = isPrefix
    }
}
