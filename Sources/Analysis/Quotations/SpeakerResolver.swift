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
    var people: [String: Int] = [:]
    /// What is known of each person and organisation: by the place among the entities, and of names that are none by the name.
    var known: [Int: Speaker] = [:]
    var knownNames: [String: Speaker] = [:]
    /// Who spoke, the latest last.
    var spoken: [(speaker: Speaker, place: Int)] = []
    /// The place up to which titles were collected.
    var seen = 0
    /// Persons outside of the entities, by their form alone, in the order of the text.
    var formed: [(words: Range<Int>, name: String)] = []

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

    mutating func remember(_ speaker: Speaker, at place: Int) {
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

}
