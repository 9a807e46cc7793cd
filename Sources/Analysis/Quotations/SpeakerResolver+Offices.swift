import NewsModel

/// Speakers who are called by what they are or do.
extension SpeakerResolver {
    /// Whether a phrase calls somebody by what he is or does: "a police spokesman", "some analysts", "the union".
    func isRole(_ source: Range<Int>) -> Bool {
        guard let head = headNoun(of: source) else { return false }
        if !words[head].roles.isDisjoint(with: [.office, .body]) {
            return words[head].roles.isDisjoint(with: [.auxiliary])
        }
        // A capital at the head of a sentence says nothing.
        guard let gazetteer = EntityModel.english?.gazetteer,
            !words[head].isCapital || head == source.lowerBound && mentions[head] == nil
        else { return false }
        return gazetteer.wordClass(of: EntityToken.folded(words[head].text)) == EntityGazetteer.personClass
    }

    /// The office or body that a phrase is about where an adjective or a genitive stands behind it, as in all languages with rules but
    /// English.
    func officeNoun(of source: Range<Int>, head: Int) -> Int? {
        guard let language, language != "en", !words[head].isCapital || language != "de" else { return nil }
        let noun = (source.lowerBound..<head).first { words[$0].roles.isDisjoint(with: [.determiner, .adverb]) }
        return noun.flatMap { words[$0].roles.isDisjoint(with: [.office, .body]) ? nil : $0 }
    }

    /// The noun that a phrase is about: the last word before its first preposition.
    func headNoun(of source: Range<Int>) -> Int? {
        var end = source.upperBound
        if let preposition = source.dropFirst().first(where: {
            words[$0].roles.contains(.preposition) || words[$0].text == "who" || words[$0].is(",")
        }) {
            end = preposition
        }
        return (source.lowerBound..<end).last { words[$0].kind == .word }
    }

    func office(_ source: Range<Int>, _ described: Speaker) -> Speaker {
        var source = source
        if source.count > 1, !words[source.lowerBound].isCapital, Self.opening.contains(words[source.lowerBound].text) {
            source = source.dropFirst(1)
        }
        var speaker = described
        speaker.name = phrase(withoutArticle(source))
        speaker.kind = .office
        speaker.isPerson = false
        speaker.certainty = source.count > 8 ? 0.6 : 0.85
        return speaker
    }

    static let opening: Set<String> = ["citing", "quoting", "though", "although", "as", "like"]

    /// Whom "the minister", "the ministry" or "the singer" means: the last one who was called so.
    func definiteRole(_ source: Range<Int>, _ described: Speaker) -> Speaker? {
        guard source.count >= 2, source.count <= 4,
            words[source.lowerBound].text == "the" || words[source.lowerBound].roles.contains(.determiner),
            isDefinite(words[source.lowerBound].text), let head = headNoun(of: source),
            case let noun = officeNoun(of: source, head: head) ?? head, noun < head || noun + 1 == source.upperBound,
            !words[noun].isCapital || words[noun].roles.contains(.office)
        else { return nil }
        let word = words[noun].text
        if words[noun].roles.contains(.body) || !words[noun].roles.contains(.office) {
            // "the ministry": the organisation that is called so.
            if let mention = mentions.all.last(where: {
                $0.words.upperBound <= source.lowerBound && entities[$0.entity].kind == .organization
                    && Self.isCalled(entities[$0.entity].name, word)
            }) {
                var speaker = known[mention.entity] ?? Speaker(name: entities[mention.entity].name)
                speaker.entity = mention.entity
                speaker.kind = .organization
                speaker.certainty = 0.85
                return speaker
            }
        }
        guard words[noun].roles.contains(.office) else { return nil }
        let holders = known.values.filter { $0.title.map { Self.isCalled($0, word) } ?? false }
        if let last = spoken.last(where: {
            $0.speaker.title.map { Self.isCalled($0, word) } ?? false && $0.speaker.kind == .person
        })?.speaker {
            var speaker = last
            speaker.certainty = 0.85
            return speaker
        }
        if holders.count == 1, var speaker = holders.first {
            speaker.certainty = 0.85
            return speaker
        }
        // "the singer": who was spoken of right before, where nobody is called so.
        guard words[source.lowerBound].roles.isDisjoint(with: [.body]), described.organization == nil else {
            return nil
        }
        let gender = words[noun].roles.intersection([.male, .female])
        var speaker = antecedent(
            at: source.lowerBound, isFemale: gender == .female ? true : gender == .male ? false : nil, cue: nil)
        guard speaker.name != nil, speaker.certainty >= 0.5 else { return nil }
        speaker.certainty = 0.7
        speaker.title = speaker.title ?? phrase(noun..<noun + 1)
        return speaker
    }

    /// Who speaks where a verb has no subject of its own, as in Spanish: who was the subject before.
    mutating func impliedSpeaker(at cue: Range<Int>) -> Speaker {
        collect(upTo: cue.lowerBound)
        var speaker = antecedent(at: cue.lowerBound, isFemale: nil, cue: cue)
        speaker.certainty *= 0.9
        remember(speaker, at: cue.lowerBound)
        return speaker
    }

    static let definite: Set<String> = ["the", "der", "die", "le", "la", "el", "il", "l'"]
    /// The same word is the English indefinite article, and a preposition of others.
    static let definiteInPortuguese: Set<String> = ["o", "a"]

    func isDefinite(_ word: String) -> Bool {
        Self.definite.contains(word) || language == "pt" && Self.definiteInPortuguese.contains(word)
    }

    /// Whether the last word of a title or name is a word, in small letters.
    static func isCalled(_ name: String, _ word: String) -> Bool {
        let lowered = name.lowercased()
        return lowered == word || lowered.hasSuffix(" " + word) || lowered.hasPrefix(word + " ")
    }
}
