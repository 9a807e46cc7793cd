/// A text cut into sentences of tokens.
package struct EntityText: Sendable {
    /// The tokens in order.
    package var tokens: [EntityToken] = []
    /// The sentences: ranges of tokens, without a gap.
    package var sentences: [Range<Int>] = []

    /// Whether its language writes nouns with a capital, which then says little of a name.
    package let capitalisesNouns: Bool

    /// Whether the suffixes of words count letters. In English, where little but dashes and quotation marks is beyond ASCII, bytes
    /// find more names (re3d .737, by letters .728); other languages need letters.
    let endsInLetters: Bool

    /// A text without tokens.
    /// - Parameter language: Its language as ISO 639-1 code; nil for English.
    package init(language: String? = nil) {
        capitalisesNouns = language == "de"
        endsInLetters = language != nil && language != "en"
    }

    /// Closes the sentence that is open, if it has tokens.
    package mutating func endSentence() {
        let start = sentences.last?.upperBound ?? 0
        if start < tokens.count { sentences.append(start..<tokens.count) }
    }
}

extension EntityText {
    /// Tokens and sentences as an annotated corpus gives them; their places are of no text.
    package init(sentences: [[String]], language: String? = nil) {
        self.init(language: language)
        for sentence in sentences {
            for token in sentence {
                let bytes = Array(token.utf8)
                bytes.withUnsafeBufferPointer {
                    tokens.append(EntityToken($0, start: 0, end: $0.count, endsInLetters: endsInLetters))
                }
            }
            endSentence()
        }
    }
}
