import Analysis

/// Tokens and sentences as they are given, for the tagger.
struct TokenizedDocument {
    let text: EntityText

    init(_ sentences: [[String]]) {
        var bytes: [UInt8] = []
        var ranges: [[Range<Int>]] = []
        for sentence in sentences {
            ranges.append(
                sentence.map { token in
                    let start = bytes.count
                    bytes.append(contentsOf: token.utf8)
                    return start..<bytes.count
                })
        }
        var text = EntityText()
        bytes.withUnsafeBufferPointer { buffer in
            for sentence in ranges {
                for range in sentence {
                    text.tokens.append(EntityToken(buffer, start: range.lowerBound, end: range.upperBound))
                }
                text.endSentence()
            }
        }
        self.text = text
    }
}
