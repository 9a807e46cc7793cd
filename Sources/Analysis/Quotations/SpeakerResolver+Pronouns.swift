import NewsModel

/// Whom a pronoun means.
extension SpeakerResolver {
    /// A person whom a pronoun may mean.
    struct Antecedent {
        var speaker: Speaker
        var score: Double
    }

    func pronoun(at place: Int, cue: Range<Int>?) -> Speaker {
        let word = words[place]
        let isHe = word.roles.contains(.male)
        let isShe = word.roles.contains(.female)
        if word.text == "which", let body = antecedentBody(before: place) { return body }
        if Self.impersonal.contains(word.text) { return organization(before: place) }
        guard isHe || isShe || Self.personal.contains(word.text) else { return Speaker() }
        return antecedent(at: place, isFemale: isHe ? false : isShe ? true : nil, cue: cue)
    }

    /// The person of the article whom a pronoun at a place means best.
    func antecedent(at place: Int, isFemale: Bool?, cue: Range<Int>?) -> Speaker {
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
    func pronounOpens(_ start: Int, isFemale: Bool?) -> Bool {
        guard let isFemale, start >= 0, start < words.count else { return false }
        return words[start].text == (isFemale ? "she" : "he")
    }

    /// The first person whom a text names after a pronoun that opens it.
    func following(_ place: Int, isFemale: Bool?) -> Speaker {
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

    static let impersonal: Set<String> = ["it", "which"]
    static let personal: Set<String> = [
        "who", "er", "il", "elle", "él", "ella", "egli", "lui", "lei", "ele", "ela", "on", "он", "она", "ona",
    ]
    static let continuing: Set<String> = [
        "added", "adds", "continued", "adding", "continues", "ajoute", "ajouté", "añadió", "agregó", "ergänzte",
        "aggiunge", "acrescentou",
    ]

    /// What speaks for and against an antecedent.
    enum PronounWeight {
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
    func recentPeople(before place: Int) -> [(words: Range<Int>, speaker: Speaker)] {
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

    func weight(of mention: Range<Int>, at place: Int, sentence: Int) -> Double {
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
    func isSubject(_ mention: Range<Int>) -> Bool {
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

    func sentenceStart(of place: Int) -> Int {
        var start = place
        while start > 0, !(words[start - 1].endsSentence && words[start - 1].span < 0),
            place - start < QuotationScanner.mostSentenceWords
        { start -= 1 }
        return start
    }

    /// The organisation that a relative clause is about, with its place between them: "the Dialogue Group in Turkey, which says".
    private func antecedentBody(before place: Int) -> Speaker? {
        var index = mentions.count(before: place) - 1
        while index >= 0, place - mentions.all[index].words.upperBound <= Self.mostToRelative {
            let mention = mentions.all[index]
            index -= 1
            let between = words[mention.words.upperBound..<place]
            guard between.allSatisfy({ $0.is(",") || $0.isCapital || $0.roles.contains(.preposition) }) else {
                return nil
            }
            guard entities[mention.entity].kind == .organization else { continue }
            var speaker = Speaker(name: entities[mention.entity].name)
            speaker.entity = mention.entity
            speaker.kind = .organization
            speaker.certainty = 0.9
            return speaker
        }
        return nil
    }

    private static let mostToRelative = 5

    /// Which organisation "it" means: the last one that is a subject nearby.
    func organization(before place: Int) -> Speaker {
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
}
