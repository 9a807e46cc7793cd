/// What is said without marks: the clause after a cue, or before it.
extension QuotationScanner {
    /// A statement in the article's own words, or partly quoted, at a cue.
    func unquoted(
        _ cue: Int, clauseStart: Int, sentence: Range<Int>, lastSource: SourcePhrase?, paragraph: Int
    ) -> QuotationCandidate? {
        let word = words[cue]
        let end = contentEnd(sentence)
        if word.text == "according", cue + 1 < sentence.upperBound, words[cue + 1].text == "to" {
            return accordingTo(cue..<cue + 2, clauseStart: clauseStart, sentence: sentence, paragraph: paragraph)
        }
        if cue == sentence.lowerBound, let phrase = attributing(cue, end) {
            return accordingTo(phrase, clauseStart: clauseStart, sentence: sentence, paragraph: paragraph)
        }
        guard isCue(cue), word.roles.contains(.reports) || word.roles.contains(.believes) else { return nil }
        if cue == sentence.lowerBound, word.roles.contains(.isGerund) {
            return fronted(cue, end: end, paragraph: paragraph)
        }
        // "Asked whether it was open, she said": who is named later was asked.
        if cue == sentence.lowerBound, isEnglish { return nil }
        // "needs to maintain": an infinitive reports only behind verbs that say that it comes about.
        if word.roles.contains(.isBase), cue > sentence.lowerBound + 1, words[cue - 1].text == "to",
            !Self.speaking.contains(word.text), !Self.beforeInfinitives.contains(words[cue - 2].text)
        {
            return nil
        }
        var candidate = QuotationCandidate(
            pattern: .clauseAfterVerb, content: [], cue: cue..<cue + 1, paragraph: paragraph)
        candidate.isNegated = isNegated(cue, in: sentence)
        if mayFollowClause(cue, in: sentence),
            let before = clauseBefore(cue, clauseStart: clauseStart, sentence: sentence, candidate: candidate)
        {
            return before
        }
        guard cue + 1 < end, let (start, pattern) = contentStart(after: cue, to: end) else { return nil }
        candidate.pattern = word.roles.contains(.believes) && !word.roles.contains(.reports) ? .belief : pattern
        let stop = contentStop(from: start, to: end, cue: cue)
        guard stop - start >= 2,
            let source = subject(of: cue, from: clauseStart, sentence: sentence, lastSource: lastSource),
            !isHearer(of: cue, source, from: sentence.lowerBound)
        else { return nil }
        candidate.source = source.words
        candidate.apposition = source.apposition
        candidate.content = [start..<stop]
        return candidate
    }

    /// "Noting that the account is old, she repeats it": a participle before the main clause, whose subject speaks.
    private func fronted(_ cue: Int, end: Int, paragraph: Int) -> QuotationCandidate? {
        guard let (start, pattern) = contentStart(after: cue, to: end), pattern == .clauseAfterThat,
            let comma = (start..<end).first(where: { words[$0].is(",") && words[$0].span < 0 }), comma + 2 < end,
            let source = SourcePhrase.after(comma + 1, to: end, in: words)
        else { return nil }
        return QuotationCandidate(
            pattern: .clauseAfterThat, content: [start..<comma], cue: cue..<cue + 1, source: source.words,
            apposition: source.apposition, paragraph: paragraph)
    }

    /// Verbs that report in the infinitive too: "declined to say whether".
    private static let speaking: Set<String> = ["say", "tell", "add", "complain", "argue", "explain", "warn", "insist"]
    private static let beforeInfinitives: Set<String> = [
        "on", "continued", "continues", "proceeded", "came", "forward",
    ]

    /// Whether the verb is negated: "did not say that".
    private func isNegated(_ cue: Int, in sentence: Range<Int>) -> Bool {
        cue > sentence.lowerBound
            && words[max(sentence.lowerBound, cue - 2)..<cue].contains {
                $0.text.hasSuffix("n't") || $0.text == "not" || $0.text == "never"
            }
    }

    /// Whether what is said may stand before the verb.
    private func mayFollowClause(_ cue: Int, in sentence: Range<Int>) -> Bool {
        let after = cue + 1
        let isInserted =
            cue > sentence.lowerBound && after < sentence.upperBound && words[after].is(",")
            && words[cue - 1].roles.contains(.subjectPronoun)
        return words[cue].roles.contains(.takesBareClause) || words[cue].roles.contains(.inverts) || isInserted
    }

    /// Words between a verb and its `that`, and between one of asking and its question.
    private static let mostBeforeThat = 14
    private static let mostBeforeQuestion = 6
    /// Words after the plainest verbs from which on nearly everything is a clause.
    private static let fewestOfPlainClause = 5

    /// Where what is said begins behind a verb, and by which pattern; nil where nothing is said there.
    private func contentStart(after cue: Int, to end: Int) -> (start: Int, pattern: QuotationCandidate.Pattern)? {
        let word = words[cue]
        let after = cue + 1
        if let that = (after..<min(after + Self.mostBeforeThat, end)).first(where: { place in
            Self.complementizers.contains(words[place].text) && words[place].span < 0
        }), isFiller(after..<that, addresses: word.roles.contains(.addresses)), !isRelative(that, after: after) {
            return that + 1 < end ? (that + 1, .clauseAfterThat) : nil
        }
        // "disputed the notion that": the notion belongs to what is disputed.
        if word.roles.contains(.reports), after + 3 < end, words[after].roles.contains(.determiner),
            Self.notions.contains(words[after + 1].text), words[after + 2].text == "that"
        {
            return (words[after + 1].text == "fact" ? after + 3 : after, .clauseAfterThat)
        }
        let asks = word.text.hasPrefix("ask") || word.roles.contains(.addresses)
        if let question = (after..<min(after + (asks ? Self.mostBeforeQuestion : 1), end)).first(where: {
            Self.questions.contains(words[$0].text)
        }), word.roles.isDisjoint(with: [.labels]), word.text != "say", word.text != "thought" {
            return (question, .clauseAfterVerb)
        }
        if word.roles.contains(.takesBareClause), words[after].text != ",", words[after].text != ".",
            let start = bareClauseStart(after: cue, to: end)
        {
            return (start, .clauseAfterVerb)
        }
        if word.roles.contains(.directs), let start = infinitive(after: after, end: end, cue: word) {
            return (start, .directive)
        }
        return nil
    }

    /// Verbs behind which nearly everything is said.
    private static let plainest: Set<String> = [
        "said", "says", "say", "announced", "announces", "suggested", "suggests", "warned", "warns", "predicted",
        "predicts", "thinks", "thought",
        "confirmed", "insisted", "insists", "argued", "argues", "explained", "explains", "told", "tells", "wrote",
        "writes", "noted", "notes", "joked", "promised", "proposed",
    ]

    /// Words that open what is said, in all languages with rules.
    private static let complementizers: Set<String> = ["that", "dass", "que", "che", "że", "что", "dat"]
    private static let notions: Set<String> = [
        "notion", "idea", "suggestion", "claim", "claims", "allegation", "allegations", "fact", "accusation", "view",
    ]
    private static let questions: Set<String> = ["whether", "if", "how", "why", "what"]

    /// Where a clause without `that` begins: behind the hearer, the day and the occasion.
    private func bareClauseStart(after cue: Int, to end: Int) -> Int? {
        let word = words[cue]
        let after = cue + 1
        var place = after
        if word.roles.contains(.addresses), let object = SourcePhrase.after(after, to: min(end, after + 6), in: words) {
            place =
                words[after].isCapital || words[after].roles.contains(.determiner)
                ? object.words.upperBound : after + 1
        }
        place = afterFiller(place, end)
        let isPlain = Self.plainest.contains(word.text) && end - place >= Self.fewestOfPlainClause
        return (isPlain || hasOwnVerb(place..<end)) && place < end && startsClause(place) ? place : nil
    }

    /// Where what is said ends: with the relative clause that the verb stands in, or before the next cue.
    private func contentStop(from start: Int, to end: Int, cue: Int) -> Int {
        let stop = clauseEnd(from: start, to: end)
        guard cue > 0, words[cue - 1].text == "who" else { return stop }
        return (start..<stop).first(where: {
            words[$0].is(",") && $0 + 1 < stop && words[$0 + 1].roles.contains(.auxiliary)
        }) ?? stop
    }

    /// The object of "urged them to leave" or the infinitive of "promised to leave".
    func infinitive(after place: Int, end: Int, cue: QuotationWord) -> Int? {
        let marker = cue.text.hasPrefix("accus") ? "of" : "to"
        guard let found = (place..<min(place + 9, end)).first(where: { words[$0].text == marker }), found + 2 < end
        else { return nil }
        if cue.text.hasPrefix("call"), words[place].text != "on" { return nil }
        guard
            words[place..<found].allSatisfy({
                $0.kind == .word && $0.roles.isDisjoint(with: [.auxiliary, .conjunction])
                    || $0.roles.contains(.determiner)
            })
        else { return nil }
        // "to" is a preposition before a noun phrase.
        if marker == "to", words[found + 1].roles.contains(.determiner) || words[found + 1].isCapital { return nil }
        return marker == "of" ? found + 1 : place
    }

    /// According to X, … / …, according to X.
    func accordingTo(_ phrase: Range<Int>, clauseStart: Int, sentence: Range<Int>, paragraph: Int)
        -> QuotationCandidate?
    {
        let end = contentEnd(sentence)
        let cue = phrase.lowerBound
        guard let source = SourcePhrase.after(phrase.upperBound, to: end, in: words) else { return nil }
        var candidate = QuotationCandidate(
            pattern: .accordingTo, content: [], cue: phrase, source: source.words, apposition: source.apposition,
            paragraph: paragraph)
        if cue <= clauseStart + 1, cue < sentence.lowerBound + 3 {
            guard var comma = (source.words.upperBound..<end).first(where: { words[$0].is(",") }) else { return nil }
            if let apposition = source.apposition, apposition.lowerBound == comma + 1, apposition.upperBound < end,
                words[apposition.upperBound].is(","), !hasFiniteVerb(apposition)
            {
                comma = apposition.upperBound
            }
            guard end - comma > 3 else { return nil }
            candidate.content = [comma + 1..<clauseEnd(from: comma + 1, to: end)]
        } else {
            var start = clauseStart
            if words[start].text == "and" || words[start].text == "but" { start += 1 }
            var stop = cue
            if words[stop - 1].is(",") { stop -= 1 }
            guard stop - start >= 3 else { return nil }
            if ["and", "but", "or"].contains(words[stop - 1].text) {
                // "six hours and, according to her husband, four flasks of tea"
                guard
                    let comma = (source.words.upperBound..<end).last(where: {
                        words[$0].is(",") && $0 < source.words.upperBound + 8
                    }),
                    end - comma > 3
                else { return nil }
                candidate.content = [comma + 1..<end]
            } else {
                candidate.content = [start..<stop]
            }
        }
        return candidate
    }

    /// "Per X," and "In the words of X," at the start of a sentence; nil for other words.
    private func attributing(_ first: Int, _ end: Int) -> Range<Int>? {
        if words[first].text == "per", first + 3 < end { return first..<first + 1 }
        let phrase = ["in", "the", "words", "of"]
        guard first + phrase.count + 2 < end, phrase.indices.allSatisfy({ words[first + $0].text == phrase[$0] }) else {
            return nil
        }
        return first..<first + phrase.count
    }

    /// …, X said. / …, said X.
    func clauseBefore(_ cue: Int, clauseStart: Int, sentence: Range<Int>, candidate: QuotationCandidate)
        -> QuotationCandidate?
    {
        var candidate = candidate
        candidate.pattern = .clauseBefore
        let end = sentence.upperBound
        let source: SourcePhrase
        let comma: Int
        var tail: Int
        let hearer =
            words[cue].roles.contains(.addresses) && cue + 1 < end
            ? SourcePhrase.after(cue + 1, to: min(end, cue + 6), in: words) : nil
        if words[cue].roles.contains(.inverts), cue > sentence.lowerBound, words[cue - 1].is(","),
            let found = SourcePhrase.after(cue + 1, to: end, in: words)
        {
            source = found
            comma = cue - 1
            tail = found.words.upperBound
        } else if !words[cue].roles.contains(.isGerund),
            let found = SourcePhrase.before(cue, from: sentence.lowerBound, in: words),
            found.words.lowerBound > sentence.lowerBound, words[found.words.lowerBound - 1].is(",")
        {
            source = found
            comma = found.words.lowerBound - 1
            tail = hearer?.words.upperBound ?? cue + 1
        } else {
            return nil
        }
        // What follows may only say when and where.
        tail = min(tail, end - 1)
        let next = words[tail]
        guard
            next.endsSentence || next.is(",") || next.roles.contains(.preposition) || next.roles.contains(.time)
                || next.is(";") || tail + 1 >= end
        else { return nil }
        if !words[cue].roles.contains(.reports), next.roles.contains(.preposition) { return nil }
        if next.roles.contains(.preposition),
            (tail..<min(tail + 14, end)).prefix(while: { !words[$0].is(",") }).contains(where: {
                words[$0].text == "that"
            })
        {
            return nil
        }
        var start = clauseStart
        if start > comma { start = sentence.lowerBound }
        if words[start].kind == .word, words[start].text == "and" || words[start].text == "but" { start += 1 }
        // "Her neighbours, she said, had not been so lucky."
        let stop = contentEnd(sentence)
        if source.words.upperBound <= cue, next.is(","), comma > start, tail + 2 < stop {
            // "twice in public and, she reckons, four hundred times": only what follows is said.
            if ["and", "but", "or"].contains(words[comma - 1].text) {
                candidate.content = [tail + 1..<clauseEnd(from: tail + 1, to: stop)]
                candidate.source = source.words
                candidate.apposition = source.apposition
                return candidate
            }
            // "the keeper of a clock that the council, she suspects, has forgotten": where the statement begins is not clear.
            if words[tail + 1].roles.contains(.auxiliary), hasFiniteVerb(start..<comma) { return nil }
        }
        if source.words.upperBound <= cue, next.is(","), comma > start, tail + 2 < stop, !hasFiniteVerb(start..<comma),
            words[tail + 1].kind == .word, !words[tail + 1].isCapital, hasFiniteVerb(tail + 1..<stop)
        {
            candidate.content = [start..<comma, tail + 1..<clauseEnd(from: tail + 1, to: stop)]
            candidate.source = source.words
            candidate.apposition = source.apposition
            return candidate
        }
        guard comma - start >= 4, hasFiniteVerb(start..<comma) else { return nil }
        candidate.content = [start..<comma]
        candidate.source = source.words
        candidate.apposition = source.apposition
        return candidate
    }

    func contentEnd(_ sentence: Range<Int>) -> Int {
        var end = sentence.upperBound
        while end > sentence.lowerBound, words[end - 1].endsSentence || words[end - 1].is(";") { end -= 1 }
        return end
    }
}
