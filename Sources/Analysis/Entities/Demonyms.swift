import NewsModel

/// Peoples and nationalities, which are neither places nor organisations: "the Israeli government", "Moroccans".
enum Demonyms {
    /// An organisation that the tagger is less sure of than this is the people whose name it has.
    private static let surely: Float = 0.6

    /// The mentions with those of kind `other` that the tagger took for a place or, unsurely, for an organisation though they are one word
    /// that is a nationality and no place.
    static func told(in mentions: [EntityTagger.Mention], of text: EntityText, _ gazetteer: EntityGazetteer)
        -> [EntityTagger.Mention]
    {
        guard let other = EntityTag.kinds.firstIndex(where: { $0.kind == .other }) else { return mentions }
        let places =
            EntityGazetteer.List.place.rawValue | EntityGazetteer.List.country.rawValue
            | EntityGazetteer.List.town.rawValue
        return mentions.map { mention in
            let kind = EntityTag.kinds[mention.kind].kind
            guard mention.tokens.count == 1, kind == .place || kind == .organization && mention.confidence < surely
            else { return mention }
            let lists = gazetteer.lists(ofWord: text.tokens[mention.tokens.lowerBound].folded)
            guard lists & EntityGazetteer.List.nationality.rawValue != 0, lists & places == 0 else { return mention }
            return EntityTagger.Mention(tokens: mention.tokens, kind: other, confidence: mention.confidence)
        }
    }
}
