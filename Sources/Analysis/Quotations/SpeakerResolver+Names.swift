import NewsModel

/// Speakers who are called by a name.
extension SpeakerResolver {
    /// The speaker of a phrase that is no pronoun.
    mutating func named(_ source: Range<Int>, apposition: Range<Int>?) -> Speaker {
        var described = describe(source, apposition: apposition)
        if let mention = head(of: source) ?? apposition.flatMap({ isNameOnly($0) ? head(of: $0) : nil }) {
            let entity = entities[mention.entity]
            switch entity.kind {
            case .person:
                described.name = fullName(of: mention, in: source) ?? entity.name
                described.entity = mention.entity
                described.kind = .person
                described.isPerson = true
                described.certainty = 1
                described.title = title(before: mention, in: source) ?? described.title
                return described
            case .organization:
                if let office = office(in: source),
                    office.place >= mention.words.upperBound || office.place < mention.words.lowerBound
                {
                    return self.office(source, described)
                }
                described.name = entity.name
                described.title = nil
                described.entity = mention.entity
                described.kind = .organization
                described.certainty = 0.95
                return described
            case .place:
                described.name = entity.name
                described.title = nil
                described.kind = .place
                described.certainty = 0.5
                return described
            case .other: break
            }
        }
        if let body = publisher(of: source) { return body }
        if let person = surname(in: source) {
            described.name = entities[person].name
            described.entity = person
            described.kind = .person
            described.isPerson = true
            described.certainty = 0.95
            return described
        }
        if let role = definiteRole(source, described) { return role }
        if let formed = formedName(in: source) { described.name = formed }
        if described.name != nil, described.isPerson || formedName(in: source) != nil {
            described.kind = .person
            described.isPerson = true
            described.certainty = entities.isEmpty ? 0.95 : 0.8
            return described
        }
        if isRole(source) { return office(source, described) }
        // Where the article has no names at all, capitals alone tell one; a capital before a noun in small letters does not name anybody.
        if described.name != nil, entities.isEmpty, isNameOnly(withoutArticle(source)),
            source.count > 1 || !opensSentence(source)
        {
            described.certainty = 0.9
            return described
        }
        described.certainty = described.name == nil ? 0 : 0.4
        return described
    }

    /// The mention that a phrase is about: the person in it who is no object of an office, else the last organisation or place that ends it.
    func head(of source: Range<Int>) -> EntityMentions.Mention? {
        var place = source.lowerBound
        var last: EntityMentions.Mention?
        var person: EntityMentions.Mention?
        while place < source.upperBound {
            guard let mention = mentions[place] else {
                place += 1
                continue
            }
            place = max(place + 1, mention.words.upperBound)
            let isObject = isObject(mention.words, in: source)
            let isOwner =
                mention.words.upperBound < source.upperBound && mention.words.upperBound > 0
                && words[mention.words.upperBound - 1].isGenitive
            if entities[mention.entity].kind == .person, !isObject, !isOwner {
                // "Smith and Jones said": the first of them.
                if let person,
                    words[person.words.upperBound..<mention.words.lowerBound].contains(where: { $0.text == "and" })
                {
                    continue
                }
                person = mention
            }
            if !isObject, !isOwner { last = mention }
        }
        if let person { return person }
        guard let last,
            source.upperBound <= last.words.upperBound
                || !words[last.words.upperBound..<source.upperBound].contains(where: { $0.kind == .word })
        else { return nil }
        return last
    }

    /// The name of a person in full where a phrase has more of it than all mentions that were recognised.
    private func fullName(of mention: EntityMentions.Mention, in source: Range<Int>) -> String? {
        let name = entities[mention.entity].name
        guard !name.contains(" "), mention.words.count == 1, (2...3).contains(source.count),
            source.upperBound == mention.words.upperBound, isNameOnly(source), words[source.lowerBound].roles.isEmpty
        else { return nil }
        return phrase(source)
    }

    /// The body whose report, study or statement a phrase speaks of: "a March study by the Centre for Policy Research".
    private func publisher(of source: Range<Int>) -> Speaker? {
        guard
            let by = source.dropFirst().first(where: {
                ["by", "from"].contains(words[$0].text) && Self.publications.contains(words[$0 - 1].text)
            }),
            let place = (by + 1..<source.upperBound).prefix(Self.mostBeforePublisher).first(where: {
                mentions[$0] != nil
            }),
            let mention = mentions[place], mentions.kind(mention) != .place, mentions.kind(mention) != .other,
            words[by + 1..<place].allSatisfy({ !$0.isCapital || !$0.roles.isDisjoint(with: [.office, .courtesy]) })
        else { return nil }
        var speaker = known[mention.entity] ?? Speaker(name: entities[mention.entity].name)
        speaker.entity = mention.entity
        speaker.kind = mentions.kind(mention) == .person ? .person : .organization
        speaker.isPerson = speaker.kind == .person
        speaker.certainty = 0.85
        return speaker
    }

    private static let mostBeforePublisher = 4
    private static let publications: Set<String> = [
        "report", "study", "survey", "poll", "analysis", "statement", "article", "data", "figures", "paper", "research",
        "document", "letter", "review", "estimates", "investigation",
    ]

    /// Whether a preposition in a phrase has a name as its object: "a spokesman for the late Mr Elm".
    func isObject(_ name: Range<Int>, in source: Range<Int>) -> Bool {
        var place = name.lowerBound
        while place > source.lowerBound, mentions[place - 1] == nil,
            words[place - 1].isCapital || !words[place - 1].roles.isDisjoint(with: [.determiner, .courtesy, .office])
        { place -= 1 }
        return place > source.lowerBound && mentions[place - 1] == nil && words[place - 1].roles.contains(.preposition)
    }

    /// Whether a phrase stands at the head of a sentence, where a capital says nothing.
    func opensSentence(_ range: Range<Int>) -> Bool {
        range.lowerBound == 0 || words[range.lowerBound - 1].endsSentence
    }

    func isNameOnly(_ range: Range<Int>) -> Bool {
        range.count <= 5 && words[range].allSatisfy { $0.isCapital || $0.roles.contains(.nameParticle) }
    }

    /// The words before a person's name in a phrase that say what the person is.
    func title(before mention: EntityMentions.Mention, in source: Range<Int>) -> String? {
        guard mention.words.lowerBound > source.lowerBound else { return nil }
        var range = withoutArticle(source.lowerBound..<mention.words.lowerBound)
        while let last = range.last, words[last].roles.contains(.courtesy) || words[last].kind != .word {
            range = range.dropLast(1)
        }
        guard let last = range.last, words[last].roles.contains(.office), !words[last].isGenitive else { return nil }
        return phrase(range)
    }

    /// The person whose first or last name is the whole of a phrase's capitals.
    func surname(in source: Range<Int>) -> Int? {
        let capitals = source.filter {
            words[$0].kind == .word && words[$0].isCapital && !words[$0].roles.contains(.courtesy)
                && !words[$0].roles.contains(.determiner)
        }
        guard let last = capitals.last, last + 1 == source.upperBound, !words[last].isGenitive else { return nil }
        // The whole name is the object of what stands before it: "a spokesman for Orla Venn".
        var first = last
        while first > source.lowerBound, words[first - 1].kind == .word, words[first - 1].isCapital { first -= 1 }
        guard !isObject(first..<last + 1, in: source), let person = people[words[last].text], person >= 0 else {
            return nil
        }
        return person
    }

    /// A name of at least two words whose first is a given name, or that a courtesy title, an office or an age marks as a person's; the full one for
    /// a surname that stands alone.
    func formedName(in source: Range<Int>) -> String? {
        if let inside = formed.last(where: {
            source.contains($0.words.lowerBound) && $0.words.upperBound <= source.upperBound
        }), !isObject(inside.words, in: source) {
            return inside.name
        }
        guard let last = source.last, words[last].isCapital,
            source.dropLast().allSatisfy({ words[$0].roles.contains(.courtesy) })
        else { return nil }
        return formed.last { words[$0.words.upperBound - 1].text == words[last].text }?.name
    }
}
