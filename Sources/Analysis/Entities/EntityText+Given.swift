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
