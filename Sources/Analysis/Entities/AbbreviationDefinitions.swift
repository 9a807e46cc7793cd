import NewsModel

/// Acronyms that an article gives in brackets behind the name that they are short for, which stand for it wherever they come again.
enum AbbreviationDefinitions {
    /// The bracket says what it is.
    private static let confidence: Float = 0.9

    /// The mentions, and the acronyms among the words that are none yet, in order.
    static func added(to mentions: [EntityTagger.Mention], of text: EntityText) -> [EntityTagger.Mention] {
        var kinds: [UInt64: Int] = [:]
        for mention in mentions where mention.tokens.count > 1 && EntityTag.kinds[mention.kind].kind != .person {
            let open = mention.tokens.upperBound
            guard open + 2 < text.tokens.count, text.tokens[open].single == 0x28, text.tokens[open + 2].single == 0x29,
                text.tokens[open + 1].form == .capitals
            else { continue }
            kinds[text.tokens[open + 1].folded] = mention.kind
        }
        guard !kinds.isEmpty else { return mentions }
        var added: [EntityTagger.Mention] = []
        var place = 0
        for index in text.tokens.indices {
            while place < mentions.count, mentions[place].tokens.upperBound <= index {
                added.append(mentions[place])
                place += 1
            }
            if place < mentions.count, mentions[place].tokens.contains(index) { continue }
            guard text.tokens[index].form == .capitals, let kind = kinds[text.tokens[index].folded] else { continue }
            added.append(EntityTagger.Mention(tokens: index..<index + 1, kind: kind, confidence: confidence))
        }
        return added + mentions[place...]
    }
}
