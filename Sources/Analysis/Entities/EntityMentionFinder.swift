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
}
