/// Two names that stand as one for the tagger: "Jerusalem and Rabat".
enum CoordinatedNames {
    private static let and = EntityToken.folded("and")

    /// The mentions with those in two that join two names by "and", of which one is named alone elsewhere in the text as the same kind.
    ///
    /// Organisations stay whole: theirs have an "and" of their own.
    static func parted(_ mentions: [EntityTagger.Mention], in text: EntityText) -> [EntityTagger.Mention] {
        guard mentions.contains(where: { place(in: $0, text) != nil }) else { return mentions }
        var alone: Set<[UInt64]> = []
        for mention in mentions { alone.insert(key(mention.tokens, mention.kind, text)) }
        return mentions.flatMap { mention -> [EntityTagger.Mention] in
            guard let place = place(in: mention, text) else { return [mention] }
            let parts = [mention.tokens.lowerBound..<place, place + 1..<mention.tokens.upperBound]
            guard parts.contains(where: { alone.contains(key($0, mention.kind, text)) }) else { return [mention] }
            return parts.map {
                EntityTagger.Mention(tokens: $0, kind: mention.kind, confidence: mention.confidence)
            }
        }
    }

    /// The only "and" within a mention of another kind than organisation, with a capital word behind it.
    private static func place(in mention: EntityTagger.Mention, _ text: EntityText) -> Int? {
        guard EntityTag.kinds[mention.kind].kind != .organization else { return nil }
        let places = mention.tokens.filter { text.tokens[$0].folded == and }
        guard places.count == 1, let place = places.first, place > mention.tokens.lowerBound,
            place + 1 < mention.tokens.upperBound, text.tokens[place + 1].isCapital
        else { return nil }
        return place
    }

    private static func key(_ tokens: Range<Int>, _ kind: Int, _ text: EntityText) -> [UInt64] {
        [UInt64(kind)] + tokens.map { text.tokens[$0].folded }
    }
}
