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

extension EntityText {
    /// Tokens and sentences as an annotated corpus gives them; their places are of no text.
    package init(sentences: [[String]]) {
        self.init()
        for sentence in sentences {
            for token in sentence {
                let bytes = Array(token.utf8)
                bytes.withUnsafeBufferPointer { tokens.append(EntityToken($0, start: 0, end: $0.count)) }
            }
            endSentence()
        }
    }
}
