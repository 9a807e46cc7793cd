import NewsModel

/// Resolves who speaks: from the phrase beside a cue to a person, an organisation or an office of the article.
///
/// Names, offices and pronouns of one speaker are a chain: a surname stands for the full name, "the minister" for the one who was called so,
/// and a pronoun for the person who fits best by gender, distance, grammar and by who spoke last (after S. Lappin, H. Leass 1994).
struct SpeakerResolver {
    /// Who speaks, as far as a mention and the article tell.
    struct Speaker {
        /// What the speaker is.
        enum Kind { case unknown, person, organization, place, office }

        var name: String?
        var title: String?
        var organization: String?
        var isFemale: Bool?
        var isPerson = false
        var kind = Kind.unknown
        /// The place among the article's entities.
        var entity: Int?
        /// How sure it is that the mention means this speaker, 0 to 1.
        var certainty = 0.0
    }

    /// Words of a name with its titles; longer runs of capitals are headlines.
    static let mostNameWords = 12

    /// The language of the text (ISO 639-1); nil where it is not known.
    let language: String?
    let words: [QuotationWord]
    let scalars: [Unicode.Scalar]
    let entities: [Entity]
    /// Where the text names them.
    let mentions: EntityMentions
    /// The person that a first or last name means; -1 where it may be several.
    private var people: [String: Int] = [:]
    /// What is known of each person and organisation: by the place among the entities, and of names that are none by the name.
    private var known: [Int: Speaker] = [:]
    private var knownNames: [String: Speaker] = [:]
    /// Who spoke, the latest last.
    private var spoken: [(speaker: Speaker, place: Int)] = []
    /// The place up to which titles were collected.
    private var seen = 0
    /// Persons outside of the entities, by their form alone, in the order of the text.
    private var formed: [(words: Range<Int>, name: String)] = []

    init(words: [QuotationWord], scalars: [Unicode.Scalar], mentions: EntityMentions, language: String?) {
        self.language = language
        self.words = words
        self.scalars = scalars
        self.mentions = mentions
        entities = mentions.entities
        for (place, entity) in entities.enumerated() where entity.kind == .person {
            let parts = entity.name.lowercased().split(separator: " ")
            var speaker = Speaker(name: entity.name)
            speaker.entity = place
            speaker.kind = .person
            speaker.isPerson = true
            speaker.isFemale = parts.first.flatMap { GivenNames.isFemale(String($0)) }
            known[place] = speaker
            guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
            for part in Set([String(first), String(last)]) {
                people[part] = people[part].map { $0 == place ? place : -1 } ?? place
            }
        }
        learnGenders()
        countPronouns()
    }

    /// Courtesy titles and offices before names tell a gender where the given name does not.
    private mutating func learnGenders() {
        for mention in mentions.all where known[mention.entity] != nil && known[mention.entity]?.isFemale == nil {
            guard mention.words.lowerBound > 0 else { continue }
            for place in max(0, mention.words.lowerBound - 2)..<mention.words.lowerBound {
                let gender = words[place].roles.intersection([.male, .female])
                guard gender == .male || gender == .female,
                    words[place].roles.contains(.courtesy) || words[place].roles.contains(.office)
                else { continue }
                known[mention.entity]?.isFemale = gender == .female
            }
        }
    }

    /// The pronouns that follow a person's name tell a gender where nothing else does.
    private mutating func countPronouns() {
        guard mentions.all.count > 0 else { return }
        var counts: [Int: (male: Int, female: Int)] = [:]
        var last: (entity: Int, end: Int)?
        for place in words.indices {
            if let mention = mentions.starting(at: place), mentions.kind(mention) == .person {
                last = (mention.entity, mention.words.upperBound)
            } else if let named = last, place - named.end < Self.mostWordsToPronoun {
                switch words[place].text {
                case "he", "his", "him", "himself": counts[named.entity, default: (0, 0)].male += 1
                case "she", "her", "hers", "herself": counts[named.entity, default: (0, 0)].female += 1
                default: break
                }
            }
        }
        for (entity, count) in counts where known[entity]?.isFemale == nil {
            let (most, least) = (max(count.male, count.female), min(count.male, count.female))
            if most >= Self.fewestPronouns, least * 3 <= most { known[entity]?.isFemale = count.female > count.male }
        }
    }

    /// Words between a name and a pronoun that may stand for it, and pronouns that tell a gender.
    private static let mostWordsToPronoun = 25
    private static let fewestPronouns = 2

    // MARK: Resolving

    /// The speaker of a mention.
    mutating func speaker(of source: Range<Int>, apposition: Range<Int>?, cue: Range<Int>?) -> Speaker {
        collect(upTo: source.upperBound)
        var speaker: Speaker
        if source.count == 1, words[source.lowerBound].roles.contains(.subjectPronoun),
            !words[source.lowerBound].isCapital || mentions[source.lowerBound] == nil
        {
            speaker = pronoun(at: source.lowerBound, cue: cue)
        } else {
            speaker = named(source, apposition: apposition)
        }
        if let place = speaker.entity, let earlier = known[place] {
            speaker.title = speaker.title ?? earlier.title
            speaker.organization = speaker.organization ?? earlier.organization
            speaker.isFemale = speaker.isFemale ?? earlier.isFemale
        } else if let name = speaker.name, let earlier = knownNames[name] {
            speaker.title = speaker.title ?? earlier.title
            speaker.organization = speaker.organization ?? earlier.organization
            speaker.isFemale = speaker.isFemale ?? earlier.isFemale
        }
        remember(speaker, at: source.lowerBound)
        return speaker
    }

    private mutating func remember(_ speaker: Speaker, at place: Int) {
        guard speaker.name != nil || speaker.title != nil else { return }
        if let entity = speaker.entity {
            var merged = speaker
            merged.certainty = 1
            known[entity] = merged
        } else if let name = speaker.name {
            knownNames[name] = speaker
        }
        spoken.append((speaker, place))
        if spoken.count > 256 { spoken.removeFirst(128) }
    }

    /// The speaker of a phrase that is no pronoun.
    private mutating func named(_ source: Range<Int>, apposition: Range<Int>?) -> Speaker {
        var described = describe(source, apposition: apposition)
        if let mention = head(of: source) ?? apposition.flatMap({ isNameOnly($0) ? head(of: $0) : nil }) {
            let entity = entities[mention.entity]
            switch entity.kind {
            case .person:
                described.name = entity.name
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
    private func head(of source: Range<Int>) -> EntityMentions.Mention? {
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

    /// Whether a preposition in a phrase has a name as its object: "a spokesman for the late Mr Elm".
    private func isObject(_ name: Range<Int>, in source: Range<Int>) -> Bool {
        var place = name.lowerBound
        while place > source.lowerBound, mentions[place - 1] == nil,
            words[place - 1].isCapital || !words[place - 1].roles.isDisjoint(with: [.determiner, .courtesy, .office])
        { place -= 1 }
        return place > source.lowerBound && mentions[place - 1] == nil && words[place - 1].roles.contains(.preposition)
    }

    /// Whether a phrase stands at the head of a sentence, where a capital says nothing.
    private func opensSentence(_ range: Range<Int>) -> Bool {
        range.lowerBound == 0 || words[range.lowerBound - 1].endsSentence
    }

    private func isNameOnly(_ range: Range<Int>) -> Bool {
        range.count <= 5 && words[range].allSatisfy { $0.isCapital || $0.roles.contains(.nameParticle) }
    }

    /// The words before a person's name in a phrase that say what the person is.
    private func title(before mention: EntityMentions.Mention, in source: Range<Int>) -> String? {
        guard mention.words.lowerBound > source.lowerBound else { return nil }
        var range = withoutArticle(source.lowerBound..<mention.words.lowerBound)
        while let last = range.last, words[last].roles.contains(.courtesy) || words[last].kind != .word {
            range = range.dropLast(1)
        }
        guard let last = range.last, words[last].roles.contains(.office), !words[last].isGenitive else { return nil }
        return phrase(range)
    }

    /// The person whose first or last name is the whole of a phrase's capitals.
    private func surname(in source: Range<Int>) -> Int? {
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
    private func formedName(in source: Range<Int>) -> String? {
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

    // MARK: Offices

    /// Whether a phrase calls somebody by what he is or does: "a police spokesman", "some analysts", "the union".
    private func isRole(_ source: Range<Int>) -> Bool {
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

    /// The noun that a phrase is about: the last word before its first preposition.
    private func headNoun(of source: Range<Int>) -> Int? {
        var end = source.upperBound
        if let preposition = source.dropFirst().first(where: {
            words[$0].roles.contains(.preposition) || words[$0].text == "who" || words[$0].is(",")
        }) {
            end = preposition
        }
        return (source.lowerBound..<end).last { words[$0].kind == .word }
    }

    private func office(_ source: Range<Int>, _ described: Speaker) -> Speaker {
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

    private static let opening: Set<String> = ["citing", "quoting", "though", "although", "as", "like"]

    /// Whom "the minister", "the ministry" or "the singer" means: the last one who was called so.
    private func definiteRole(_ source: Range<Int>, _ described: Speaker) -> Speaker? {
        guard source.count >= 2, source.count <= 4,
            words[source.lowerBound].text == "the" || words[source.lowerBound].roles.contains(.determiner),
            isDefinite(words[source.lowerBound].text), let noun = headNoun(of: source),
            noun + 1 == source.upperBound,
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

    private static let definite: Set<String> = ["the", "der", "die", "le", "la", "el", "il", "l'"]
    /// The same word is the English indefinite article, and a preposition of others.
    private static let definiteInPortuguese: Set<String> = ["o", "a"]

    private func isDefinite(_ word: String) -> Bool {
        Self.definite.contains(word) || language == "pt" && Self.definiteInPortuguese.contains(word)
    }

    /// Whether the last word of a title or name is a word, in small letters.
    private static func isCalled(_ name: String, _ word: String) -> Bool {
        let lowered = name.lowercased()
        return lowered == word || lowered.hasSuffix(" " + word) || lowered.hasPrefix(word + " ")
    }

    // MARK: Pronouns

    /// A person whom a pronoun may mean.
    private struct Antecedent {
        var speaker: Speaker
        var score: Double
    }

    private func pronoun(at place: Int, cue: Range<Int>?) -> Speaker {
        let word = words[place]
        let isHe = word.roles.contains(.male)
        let isShe = word.roles.contains(.female)
        if Self.impersonal.contains(word.text) { return organization(before: place) }
        guard isHe || isShe || Self.personal.contains(word.text) else { return Speaker() }
        return antecedent(at: place, isFemale: isHe ? false : isShe ? true : nil, cue: cue)
    }

    /// The person of the article whom a pronoun at a place means best.
    private func antecedent(at place: Int, isFemale: Bool?, cue: Range<Int>?) -> Speaker {
        var best: [Antecedent] = []
        func add(_ speaker: Speaker, _ score: Double) {
            if let isFemale, let female = speaker.isFemale, female != isFemale { return }
            let score = score + (speaker.isFemale == nil || isFemale == nil ? 0 : PronounWeight.gender)
            if let index = best.firstIndex(where: {
                $0.speaker.entity != nil ? $0.speaker.entity == speaker.entity : $0.speaker.name == speaker.name
            }) {
                best[index].score = max(best[index].score, score) + PronounWeight.again
            } else {
                best.append(Antecedent(speaker: speaker, score: score))
            }
        }
        let sentence = sentenceStart(of: place)
        for mention in recentPeople(before: place) {
            add(mention.speaker, weight(of: mention.words, at: place, sentence: sentence))
        }
        if let last = spoken.last(where: { $0.speaker.isPerson }), place - last.place < PronounWeight.farthest {
            let says = cue.map { Self.continuing.contains(words[$0.lowerBound].text) } ?? false
            // Only who spoke in the sentence or paragraph before goes on.
            let near = place - last.place < PronounWeight.near
            // A sentence that opens with the same pronoun goes on with the same person.
            let goesOn = says || place > 1 && pronounOpens(sentenceStart(of: sentence - 1), isFemale: isFemale)
            let index = best.firstIndex {
                $0.speaker.entity != nil
                    ? $0.speaker.entity == last.speaker.entity : $0.speaker.name == last.speaker.name
            }
            if let index {
                best[index].score +=
                    (near ? PronounWeight.alsoSpoke : PronounWeight.alsoSpoke / 2) + (goesOn ? PronounWeight.goesOn : 0)
            }
            if index == nil || best[index ?? 0].score < PronounWeight.spokeLast {
                add(
                    last.speaker,
                    (near ? PronounWeight.spokeLast : PronounWeight.spokeBefore) + (goesOn ? PronounWeight.goesOn : 0))
            }
        }
        best.sort { $0.score > $1.score }
        guard var speaker = best.first?.speaker, let score = best.first?.score else {
            return following(place, isFemale: isFemale)
        }
        let margin = best.count > 1 ? score - best[1].score : PronounWeight.clear
        speaker.certainty =
            score < PronounWeight.least ? 0.4 : margin >= PronounWeight.clear ? 0.95 : margin >= 0.4 ? 0.8 : 0.5
        return speaker
    }

    /// Whether a sentence opens with a pronoun of a gender.
    private func pronounOpens(_ start: Int, isFemale: Bool?) -> Bool {
        guard let isFemale, start >= 0, start < words.count else { return false }
        return words[start].text == (isFemale ? "she" : "he")
    }

    /// The first person whom a text names after a pronoun that opens it.
    private func following(_ place: Int, isFemale: Bool?) -> Speaker {
        let index = mentions.count(before: place)
        guard
            let mention = mentions.all[index...].prefix(8).first(where: {
                mentions.kind($0) == .person && isSubject($0.words)
            }),
            mention.words.lowerBound - place < PronounWeight.near, var speaker = known[mention.entity],
            speaker.isFemale == nil || isFemale == nil || speaker.isFemale == isFemale
        else { return Speaker() }
        speaker.certainty = 0.7
        return speaker
    }

    private static let impersonal: Set<String> = ["it", "which"]
    private static let personal: Set<String> = [
        "who", "er", "il", "elle", "él", "ella", "egli", "lui", "lei", "ele", "ela", "on", "он", "она", "ona",
    ]
    private static let continuing: Set<String> = [
        "added", "adds", "continued", "adding", "continues", "ajoute", "ajouté", "añadió", "agregó", "ergänzte",
        "aggiunge", "acrescentou",
    ]

    /// What speaks for and against an antecedent.
    private enum PronounWeight {
        /// By the sentences between it and the pronoun.
        static let sentences = [0.9, 1.6, 0.9, 0.4]
        static let farther = 0.1
        static let subject = 1.2
        static let object = -0.9
        static let quoted = -1.6
        static let gender = 0.5
        static let again = 0.05
        static let alsoSpoke = 0.9
        static let spokeLast = 1.7
        static let spokeBefore = 0.7
        static let goesOn = 0.8
        /// Words back to the farthest antecedent, and to a near one.
        static let farthest = 260
        static let near = 90
        /// A lead over the second that is clear, and the least score.
        static let clear = 0.9
        static let least = 0.6
    }

    /// The persons that are named before a place, the nearest first.
    private func recentPeople(before place: Int) -> [(words: Range<Int>, speaker: Speaker)] {
        var found: [(words: Range<Int>, speaker: Speaker)] = []
        var index = mentions.count(before: place) - 1
        while index >= 0, place - mentions.all[index].words.lowerBound < PronounWeight.farthest, found.count < 24 {
            let mention = mentions.all[index]
            index -= 1
            guard entities[mention.entity].kind == .person, let speaker = known[mention.entity],
                mention.words.upperBound <= place
            else { continue }
            found.append((mention.words, speaker))
        }
        for name in formed.reversed().prefix(24)
        where name.words.upperBound <= place && place - name.words.lowerBound < PronounWeight.farthest {
            if let speaker = knownNames[name.name] { found.append((name.words, speaker)) }
        }
        return found
    }

    private func weight(of mention: Range<Int>, at place: Int, sentence: Int) -> Double {
        var between = 0
        var index = mention.upperBound
        while index < place, between < PronounWeight.sentences.count {
            if words[index].span < 0, words[index].endsSentence { between += 1 }
            index += 1
        }
        if mention.lowerBound >= sentence { between = 0 }
        var score = between < PronounWeight.sentences.count ? PronounWeight.sentences[between] : PronounWeight.farther
        if words[mention.lowerBound].span >= 0 { score += PronounWeight.quoted }
        let before = mention.lowerBound > 0 ? words[mention.lowerBound - 1] : nil
        if words[mention.upperBound - 1].isGenitive || before?.roles.contains(.preposition) ?? false {
            score += PronounWeight.object
        } else if isSubject(mention) {
            score += PronounWeight.subject
        }
        return score
    }

    /// Whether a name stands where subjects do: at the head of its sentence or clause, or before or behind a verb of saying.
    private func isSubject(_ mention: Range<Int>) -> Bool {
        var start = mention.lowerBound
        while start > 0, words[start - 1].kind == .word,
            words[start - 1].roles.contains(.office) || words[start - 1].roles.contains(.courtesy)
                || words[start - 1].roles.contains(.determiner) || words[start - 1].isCapital
        {
            start -= 1
        }
        let opens = start == 0 || words[start - 1].kind != .word || words[start - 1].roles.contains(.conjunction)
        let inverted = start > 0 && words[start - 1].roles.contains(.inverts) && !words[start - 1].isCapital
        let next = mention.upperBound < words.count ? words[mention.upperBound] : nil
        return inverted
            || opens
                && (next.map {
                    $0.kind == .word
                        && ($0.roles.contains(.auxiliary) || $0.roles.contains(.reports)
                            || $0.roles.isDisjoint(with: [.preposition, .conjunction]))
                        || $0.is(",")
                } ?? false)
    }

    private func sentenceStart(of place: Int) -> Int {
        var start = place
        while start > 0, !(words[start - 1].endsSentence && words[start - 1].span < 0),
            place - start < QuotationScanner.mostSentenceWords
        { start -= 1 }
        return start
    }

    /// Which organisation "it" means: the last one that is a subject nearby.
    private func organization(before place: Int) -> Speaker {
        var index = mentions.count(before: place) - 1
        var looked = 0
        while index >= 0, looked < 6, place - mentions.all[index].words.lowerBound < PronounWeight.near {
            let mention = mentions.all[index]
            index -= 1
            looked += 1
            guard entities[mention.entity].kind == .organization, mention.words.upperBound <= place,
                isSubject(mention.words) || place - mention.words.upperBound <= 1
            else { continue }
            var speaker = Speaker(name: entities[mention.entity].name)
            speaker.entity = mention.entity
            speaker.kind = .organization
            speaker.certainty = place - mention.words.upperBound <= 1 ? 0.9 : 0.65
            return speaker
        }
        return Speaker()
    }

    // MARK: Titles and names so far

    /// Files titles, organisations and names by form between the last place and this one.
    private mutating func collect(upTo end: Int) {
        while seen < end {
            if let mention = mentions[seen] {
                if entities[mention.entity].kind == .person { describe(mention) }
                seen = max(seen + 1, mention.words.upperBound)
                continue
            }
            guard isNamePart(seen) else {
                seen += 1
                continue
            }
            collectFormed()
        }
    }

    /// Title and organisation of a person as they stand around a mention: "Harbour Minister Edda Ostrander", "Ruben Falk, head of the Bureau,".
    private mutating func describe(_ mention: EntityMentions.Mention) {
        guard var speaker = known[mention.entity] else { return }
        let (start, end) = (mention.words.lowerBound, mention.words.upperBound)
        if speaker.title == nil, start > 0, words[start - 1].roles.contains(.office),
            words[start - 1].roles.isDisjoint(with: [.courtesy])
        {
            var first = start - 1
            while first > 0, words[first - 1].kind == .word, start - first < 6,
                words[first - 1].isCapital || words[first - 1].roles.contains(.office),
                words[first - 1].roles.isDisjoint(with: [.preposition, .conjunction, .determiner, .reports])
            { first -= 1 }
            speaker.title = phrase(first..<start)
        }
        if end + 1 < words.count, words[end].is(",") || words[end].is("(") {
            var close = end + 1
            while close < words.count, close - end < 24, words[close].kind != .quotationMark, !words[close].is(","),
                !words[close].is(")"), !words[close].endsSentence
            { close += 1 }
            // An age stands before the office.
            if close - end == 2, close < words.count, words[close].is(","), words[end + 1].text.first?.isNumber ?? false
            {
                let first = close + 1
                close = first
                while close < words.count, close - first < 24, words[close].kind != .quotationMark,
                    !words[close].is(","), !words[close].endsSentence
                { close += 1 }
                if let office = office(in: first..<close), speaker.title == nil {
                    (speaker.title, speaker.organization) = (office.title, office.organization ?? speaker.organization)
                }
            } else if close > end + 1, let office = office(in: end + 1..<close), office.place - end <= 8,
                speaker.title == nil || speaker.organization == nil
            {
                speaker.title = speaker.title ?? office.title
                speaker.organization = speaker.organization ?? office.organization
            }
        }
        known[mention.entity] = speaker
    }

    /// Files a run of capitals that is a person's name by its form.
    private mutating func collectFormed() {
        let first = seen
        while seen < words.count, seen - first < Self.mostNameWords,
            isNamePart(seen) && mentions[seen] == nil
                || words[seen].roles.contains(.nameParticle) && seen + 1 < words.count && isNamePart(seen + 1)
                    && seen > first
        {
            seen += 1
            if words[seen - 1].isGenitive { break }
        }
        if seen == first { seen += 1 }
        var run = first..<seen
        var isTitled = false
        while let head = run.first,
            words[head].roles.contains(.courtesy)
                || words[run].dropLast().contains(where: { $0.roles.contains(.office) })
        {
            run = head + 1..<run.upperBound
            isTitled = true
        }
        guard (2...5).contains(run.count) || isTitled && run.count == 1, let last = run.last,
            !words[last].roles.contains(.office),
            !words[last].roles.contains(.body)
        else { return }
        let isGiven = GivenNames.contains(words[run.lowerBound].text)
        let hasAge =
            seen + 2 < words.count && words[seen].is(",") && (words[seen + 1].text.first?.isNumber ?? false)
            && words[seen + 1].text.utf8.count == 2
        // Without any entities the capitals alone tell.
        let hasOffice = entities.isEmpty && run.count >= 2
        guard isGiven || isTitled || hasAge || hasOffice else { return }
        let name = phrase(run)
        formed.append((run, name))
        guard knownNames[name] == nil else { return }
        var speaker = Speaker(name: name)
        speaker.isPerson = isGiven || isTitled || hasAge
        speaker.kind = .person
        speaker.isFemale = GivenNames.isFemale(words[run.lowerBound].text)
        for word in words[first..<run.lowerBound] where !word.roles.isDisjoint(with: [.male, .female]) {
            speaker.isFemale = word.roles.contains(.female)
        }
        if first < run.lowerBound, !words[run.lowerBound - 1].roles.contains(.courtesy) {
            speaker.title = phrase(first..<run.lowerBound)
        }
        knownNames[name] = speaker
    }
}
