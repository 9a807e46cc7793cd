/// A text cut into sentences of tokens.
package struct EntityText: Sendable {
    /// The tokens in order.
    package var tokens: [EntityToken] = []
    /// The sentences: ranges of tokens, without a gap.
    package var sentences: [Range<Int>] = []

    /// A text without tokens.
    package init() {}

    /// Closes the sentence that is open, if it has tokens.
    package mutating func endSentence() {
        let start = sentences.last?.upperBound ?? 0
        if start < tokens.count { sentences.append(start..<tokens.count) }
    }
}
