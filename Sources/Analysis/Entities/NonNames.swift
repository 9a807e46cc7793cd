import NewsModel

/// Words that are written like names and are none: pronouns, titles, and diseases that are called after a person.
enum NonNames {
    private static let words = folded(
        """
        i we he she they it you my our your his her their its us me vp ceo cfo cto coo mr mrs ms dr prof sir madam god internet web ai faq pdf url q a yes no ok
        chapter section figure table monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october
        november december spring summer autumn winter
        """)
    private static let eponyms = folded(
        "alzheimer alzheimers parkinson parkinsons crohn hodgkin asperger tourette huntington lyme")

    /// What Israel calls itself is no body of its own.
    private static let jewishState = ["jewish", "state"].map { EntityToken.folded($0) }

    private static func folded(_ words: String) -> Set<UInt64> {
        Set(words.split(whereSeparator: \.isWhitespace).map { EntityToken.folded($0) })
    }

    /// The mentions without those that are such a word alone.
    static func removed(from mentions: [EntityTagger.Mention], of text: EntityText) -> [EntityTagger.Mention] {
        mentions.filter { mention in
            if mention.tokens.count == 2, mention.tokens.map({ text.tokens[$0].folded }) == Self.jewishState {
                return false
            }
            guard mention.tokens.count == 1, let token = mention.tokens.first else { return true }
            let word = text.tokens[token].folded
            if eponyms.contains(word), EntityTag.kinds[mention.kind].kind == .person { return false }
            return !words.contains(word)
                || text.tokens[token].form == .capitals && text.tokens[token].end - text.tokens[token].start > 1
        }
    }
}
