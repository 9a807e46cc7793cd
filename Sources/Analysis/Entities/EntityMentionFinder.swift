/// Finds the mentions of names in a text: the tagger's, put right by what the document and the lists say.
package enum EntityMentionFinder {
    /// The mentions of a text, in order.
    package static func mentions(in text: EntityText, model: EntityModel) -> [EntityTagger.Mention] {
        let tagged = EntityTagger(model: model).mentions(in: text)
        let names = NonNames.removed(from: CoordinatedNames.parted(tagged, in: text), of: text)
        let known = KnownOrganizations.told(in: names, of: text)
        let consistent = DocumentConsistency.told(in: AbbreviationDefinitions.added(to: known, of: text), of: text)
        return Demonyms.told(in: consistent, of: text, model.gazetteer)
    }

    /// The tag of each token of a text, as corpora write them (`EntityTag`).
    package static func tags(in text: EntityText, model: EntityModel) -> [UInt8] {
        var tags = [UInt8](repeating: UInt8(EntityTag.outside), count: text.tokens.count)
        for mention in mentions(in: text, model: model) {
            for token in mention.tokens { tags[token] = UInt8(EntityTag.inside(mention.kind)) }
            tags[mention.tokens.lowerBound] = UInt8(EntityTag.begin(mention.kind))
        }
        return tags
    }
}
