import SeededNumbers

/// Other ways to write a sentence, so that headlines and lines in capitals are nothing new to the tagger.
enum Augmentation {
    /// Shares of the sentences that are written in capitals, and with a capital for each word.
    static let capitals = 0.03
    static let headline = 0.05

    /// The sentences of a document, some of them written otherwise; nil when none is.
    static func rewritten(_ sentences: [[String]], _ generator: inout SeededGenerator) -> [[String]]? {
        var changed = false
        let result = sentences.map { sentence -> [String] in
            guard sentence.count > 4 else { return sentence }
            if generator.happens(capitals) {
                changed = true
                return sentence.map { $0.uppercased() }
            }
            if generator.happens(headline) {
                changed = true
                return sentence.map { word in
                    word.count > 3 ? word.prefix(1).uppercased() + word.dropFirst() : word
                }
            }
            return sentence
        }
        return changed ? result : nil
    }
}
