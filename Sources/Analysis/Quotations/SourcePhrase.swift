/// Finds the phrase that names who speaks, beside a cue.
struct SourcePhrase {
    /// The words of the phrase.
    var words: Range<Int>
    /// A phrase between commas beside it.
    var apposition: Range<Int>?

    /// Words of a subject or an apposition; longer ones are no subjects.
    private static let mostWords = 28

    /// Phrases that are looked for behind one another: the name before an office before a verb.
    private static let mostDepth = 3

    /// The subject that ends before a place.
    /// - Parameters:
    ///   - place: The first word of the verb.
    ///   - start: Where the search ends: the clause's first word.
    static func before(_ place: Int, from start: Int, in words: [QuotationWord], depth: Int = 0) -> SourcePhrase? {
        guard depth < mostDepth else { return nil }
        var end = endOfSubject(before: place, from: start, in: words)
        // "congratulated the team and told reporters": the subject stands before the first verb.
        // Neither does a verb behind a preposition have one: "hours after conceding".
        guard end > start, !coordinating.contains(words[end - 1].text),
            !(words[end - 1].roles.contains(.preposition) && words[end - 1].roles.isDisjoint(with: [.office, .body]))
        else { return nil }
        var apposition: Range<Int>?
        if closingMarks.contains(words[end - 1].text), words[end - 1].kind == .mark {
            guard let found = Self.apposition(endingAt: end, from: start, in: words) else { return nil }
            apposition = found
            end = found.lowerBound - 1
            // "Smith, 54, the mayor, said"
            if end - 2 > start, words[end - 2].is(","), words[end - 1].kind == .word { end -= 2 }
        }
        guard end > start, words[end - 1].kind == .word else { return nil }
        if let pronoun = pronoun(endingAt: end, from: start, apposition: apposition, in: words, depth: depth) {
            return pronoun
        }
        var first = firstOfSubject(endingAt: end, from: start, in: words)
        // "A tribal elder who took part in the talks said".
        if first - 1 > start, words[first - 1].text == "who", words[first - 2].kind == .word,
            let elder = before(first - 1, from: start, in: words, depth: depth + 1), elder.words.upperBound == first - 1
        {
            return SourcePhrase(words: elder.words.lowerBound..<end, apposition: apposition)
        }
        // "The director went on the radio to explain": the subject stands before the first verb.
        if let verb = (first..<end).first(where: { !words[$0].isCapital && moving.contains(words[$0].text) }) {
            return verb > start ? before(verb, from: start, in: words, depth: depth + 1) : nil
        }
        first = skippingAdverbials(first, to: end, in: words)
        guard isNominal(words[first..<end]) else { return nil }
        return head(of: SourcePhrase(words: first..<end, apposition: apposition), from: start, in: words, depth: depth)
    }

    /// Words of one subject, with what stands before its noun.
    private static let mostSubjectWords = 16

    /// Marks that may close an apposition.
    private static let closingMarks: Set<String> = [",", ")", "—", "–"]

    /// The place after a subject, before the words that belong to its verb: "has repeatedly", "was quoted as", "went on to", "on Tuesday".
    private static func endOfSubject(before place: Int, from start: Int, in words: [QuotationWord]) -> Int {
        var end = place
        while end > start {
            let word = words[end - 1]
            guard word.kind == .word else { break }
            if word.roles.contains(.auxiliary) || word.roles.contains(.adverb) || beforeVerbs.contains(word.text) {
                end -= 1
            } else if word.roles.contains(.time) {
                var first = end - 1
                while first > start, first > end - 4, words[first - 1].kind == .word,
                    words[first - 1].roles.contains(.time)
                        || ["last", "late", "early", "this"].contains(words[first - 1].text)
                { first -= 1 }
                if first > start, words[first - 1].roles.contains(.preposition) { first -= 1 }
                if first == start { break }
                end = first
            } else {
                break
            }
        }
        return end
    }

    /// The apposition whose closing mark stands right before a place; nil where no mark opens it.
    private static func apposition(endingAt end: Int, from start: Int, in words: [QuotationWord]) -> Range<Int>? {
        let closes = words[end - 1].text
        let opens = closes == ")" ? "(" : closes
        var comma = end - 2
        while comma > start, comma > end - mostWords, !words[comma].is(opens) {
            if words[comma].endsSentence { return nil }
            comma -= 1
        }
        return comma > start && words[comma].is(opens) ? comma + 1..<end - 1 : nil
    }

    /// A pronoun as the subject that ends at a place, or what a relative pronoun stands for; nil for other words.
    private static func pronoun(
        endingAt end: Int, from start: Int, apposition: Range<Int>?, in words: [QuotationWord], depth: Int
    ) -> SourcePhrase? {
        let last = words[end - 1]
        guard last.roles.contains(.subjectPronoun), !last.roles.contains(.determiner) || !last.roles.contains(.office),
            !last.isCapital || last.text == "i" || end - 1 == start || last.roles.contains(.subjectPronoun)
        else { return nil }
        if last.text == "who" || last.text == "which" {
            var head = end - 1
            if head > start, words[head - 1].text == "those" {
                return SourcePhrase(words: head - 1..<head, apposition: nil)
            }
            if head > start, words[head - 1].is(",") { head -= 1 }
            if let antecedent = before(head, from: start, in: words, depth: depth + 1),
                antecedent.words.upperBound == head
            {
                return antecedent
            }
        }
        return SourcePhrase(words: end - 1..<end, apposition: apposition)
    }

    /// The first word of the run of words before a place that may be one subject.
    private static func firstOfSubject(endingAt end: Int, from start: Int, in words: [QuotationWord]) -> Int {
        var first = end - 1
        while first > start, end - first < mostSubjectWords {
            let word = words[first - 1]
            if word.kind != .word { break }
            if word.text == "and" {
                guard first - 2 >= start, words[first - 2].kind == .word,
                    words[first].isCapital == words[first - 2].isCapital, !words[first - 2].roles.contains(.reports)
                else { break }
                first -= 1
                continue
            }
            if !word.roles.isDisjoint(with: [.conjunction, .auxiliary, .subjectPronoun]),
                !word.roles.contains(.determiner), !word.roles.contains(.preposition)
            {
                break
            }
            if word.roles.contains(.reports), !word.isCapital, !word.roles.contains(.office),
                !word.roles.contains(.body)
            {
                break
            }
            first -= 1
        }
        return first
    }

    /// The first word of a subject behind a phrase of place or time, which is no part of it.
    private static func skippingAdverbials(_ start: Int, to end: Int, in words: [QuotationWord]) -> Int {
        var first = start
        while first < end - 1 {
            let roles = words[first].roles
            guard
                roles.contains(.preposition) || roles.contains(.adverb)
                    || roles.contains(.conjunction) && !roles.contains(.determiner) || words[first].text == "and"
            else {
                break
            }
            if roles.contains(.preposition), !roles.contains(.conjunction) {
                // "In Paris the minister": the subject begins with its article.
                if let article = (first + 2..<max(end, first + 2)).first(where: {
                    words[$0].roles.contains(.determiner) && !words[$0 - 1].roles.contains(.preposition)
                }) {
                    first = article
                    continue
                }
            }
            first += 1
        }
        return first
    }

    /// Words between a subject and its verb: "was quoted as saying", "refused to say".
    private static let beforeVerbs: Set<String> = [
        "quoted", "as", "to", "went", "continued", "recently", "not", "declined", "declining", "refused", "refusing",
        "tried", "failed",
        "unable", "able", "wanted", "sought",
    ]

    /// Words before nouns that may stand without one: said another.
    private static let standAlone: Set<String> = ["another", "some", "several", "many", "few", "both", "others"]

    /// Verbs in front of an infinitive that reports: "came forward to say".
    private static let moving: Set<String> = [
        "went", "came", "took", "returned", "appeared", "used", "began", "agreed", "stopped", "moved", "stood", "rose",
        "rang", "phoned",
        "called", "stepped", "emerged", "turned",
    ]

    /// Words that join two nouns of a phrase.
    private static let joining: Set<String> = ["and", "und", "et", "y", "e", "en", "i", "и"]

    /// Words that join a second verb to a subject that has one.
    private static let coordinating: Set<String> = ["and", "but", "or", "then"]

    /// The name that a phrase behind a comma only describes, or the office that a name behind one fills: "Cynthia Thompson, curator at the
    /// University of Arkansas, Fayetteville, said" and "Malaysia's Prime Minister, Najib Razak said".
    private static func head(
        of found: SourcePhrase, from start: Int, in words: [QuotationWord], depth: Int
    ) -> SourcePhrase {
        let first = found.words.lowerBound
        guard first - 2 >= start, words[first - 1].is(","), words[first - 2].kind == .word,
            let other = before(first - 1, from: start, in: words, depth: depth + 1),
            other.words.upperBound == first - 1,
            other.words.lowerBound == start || words[other.words.lowerBound - 1].kind != .word
        else { return found }
        let isName = words[found.words].allSatisfy { $0.isCapital || $0.roles.contains(.nameParticle) }
        if isName {
            guard found.words.count <= 5, words[other.words].contains(where: { $0.roles.contains(.office) }) else {
                return found
            }
            return SourcePhrase(words: other.words, apposition: found.words)
        }
        // An office without a name of its own describes the name before it.
        let describes =
            words[found.words.lowerBound].roles.contains(.office)
            || words[found.words.lowerBound].roles.contains(.determiner)
                && words[found.words.lowerBound + 1..<found.words.upperBound].contains { $0.roles.contains(.office) }
        guard describes, !words[found.words.lowerBound].isCapital, words[first - 2].isCapital, other.words.count <= 6,
            words[other.words.lowerBound].isCapital
        else { return found }
        return SourcePhrase(
            words: other.words, apposition: first..<(found.apposition?.upperBound ?? found.words.upperBound))
    }

    /// The subject or object that begins at a place.
    static func after(_ place: Int, to limit: Int, in words: [QuotationWord]) -> SourcePhrase? {
        guard place < limit, words[place].kind == .word, !words[place].roles.contains(.auxiliary) else { return nil }
        // "dice sobre el británico", "said of her": an object, and no subject.
        if words[place].roles.contains(.preposition), !words[place].isCapital,
            words[place].roles.isDisjoint(with: [.nameParticle, .determiner, .adverb])
        {
            return nil
        }
        if words[place].roles.contains(.subjectPronoun), !words[place].roles.contains(.determiner) {
            return SourcePhrase(words: place..<place + 1, apposition: nil)
        }
        var end = endOfPhrase(from: place, to: limit, in: words)
        while end > place, !words[end - 1].roles.isDisjoint(with: [.preposition, .determiner, .conjunction]),
            words[end - 1].kind == .word, !(end - 1 == place && standAlone.contains(words[place].text))
        { end -= 1 }
        guard end > place, standAlone.contains(words[place].text) || isNominal(words[place..<end]) else { return nil }
        return SourcePhrase(
            words: place..<end, apposition: apposition(startingAt: end, to: limit, in: words))
    }

    /// Words of a subject behind its verb, with what describes it.
    private static let mostPhraseWords = 18

    /// The place after the words from a place on that may name one speaker.
    private static func endOfPhrase(from place: Int, to limit: Int, in words: [QuotationWord]) -> Int {
        var end = place
        var hasName = false
        var hasOffice = false
        while end < limit, end - place < mostPhraseWords {
            let word = words[end]
            guard word.kind == .word else {
                if word.is("&") || word.is("/"), end > place { end += 1; continue }
                break
            }
            if end > place {
                if word.roles.contains(.auxiliary) { break }
                if word.roles.contains(.preposition), !word.roles.contains(.nameParticle) || !hasName {
                    let isPart =
                        word.text == "of"
                        || (word.text == "for" || word.text == "at" || word.text == "with" || word.text == "from"
                            || word.text == "in" || word.text == "to") && !hasName
                    if !isPart { break }
                    if end + 1 < limit, words[end + 1].roles.contains(.time) || words[end + 1].roles.contains(.isGerund)
                    {
                        break
                    }
                } else if word.roles.contains(.conjunction), !joining.contains(word.text) {
                    break
                } else if joining.contains(word.text) {
                    guard end + 1 < limit, words[end + 1].kind == .word,
                        words[end + 1].isCapital == words[end - 1].isCapital,
                        !words[end + 1].roles.contains(.reports), !words[end + 1].roles.contains(.subjectPronoun)
                    else { break }
                } else if word.roles.contains(.subjectPronoun), !word.roles.contains(.determiner) {
                    break
                } else if word.roles.contains(.time) || word.roles.contains(.adverb) && !word.isCapital {
                    break
                } else if hasOffice, !word.isCapital, word.roles.isEmpty, words[end - 1].isCapital {
                    // "der Präsident wahrscheinlich"
                    break
                } else if hasName, !word.isCapital, !word.roles.contains(.nameParticle),
                    word.roles.isDisjoint(with: [.office, .body]),
                    !words[end - 1].roles.contains(.preposition), !words[end - 1].roles.contains(.determiner),
                    !words[end - 1].isGenitive, words[end - 1].text != "and"
                {
                    break
                }
            }
            if word.isCapital, !word.roles.contains(.office) { hasName = true }
            if word.isCapital, word.roles.contains(.office) { hasOffice = true }
            end += 1
        }
        return end
    }

    /// The apposition that the comma at a place opens.
    private static func apposition(startingAt end: Int, to limit: Int, in words: [QuotationWord]) -> Range<Int>? {
        guard end + 1 < limit, words[end].is(",") else { return nil }
        var close = end + 1
        while close < limit, close - end < mostWords, !words[close].is(","), !words[close].endsSentence,
            words[close].kind != .quotationMark
        { close += 1 }
        // An age stands between the commas before the office.
        guard close - end == 2, let scalar = words[end + 1].text.unicodeScalars.first, scalar.value &- 0x30 < 10,
            close < limit, words[close].is(",")
        else { return end + 1..<close }
        let first = close + 1
        close = first
        while close < limit, close - end < mostWords, !words[close].is(","), !words[close].endsSentence { close += 1 }
        return first..<close
    }

    /// Whether words may name someone.
    private static func isNominal(_ words: ArraySlice<QuotationWord>) -> Bool {
        words.contains { word in
            word.kind == .word
                && (word.isCapital && word.roles.isDisjoint(with: [.preposition, .conjunction, .adverb, .time])
                    || !word.roles.isDisjoint(with: [.office, .body, .subjectPronoun])
                    || word.roles.isDisjoint(with: [
                        .preposition, .conjunction, .adverb, .time, .determiner, .auxiliary,
                    ]))
        }
    }
}
