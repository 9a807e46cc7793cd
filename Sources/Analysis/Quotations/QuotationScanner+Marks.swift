/// Quotations between marks, and the cue and source beside them.
extension QuotationScanner {
    /// "…," said X / "…," X said / "…," according to X.
    func attachedAfter(_ span: QuotedSpan, to end: Int, nextOpen: Int, paragraph: Int) -> QuotationCandidate? {
        guard span.isClosed, let last = span.words.last(where: { words[$0].kind != .quotationMark }) else { return nil }
        var place = span.close + 1
        var isParted = [",", "?", "!", "—", "–", "…", ".", "-"].contains(words[last].text) && words[last].kind == .mark
        while place < end,
            words[place].is(",") || words[place].is("—") || words[place].is("–") || words[place].is("-")
        {
            isParted = true
            place += 1
        }
        guard place < end, place < nextOpen, words[place].kind == .word else { return nil }
        let limit = min(end, nextOpen)
        var candidate = QuotationCandidate(pattern: .attached, content: [span.words], paragraph: paragraph)
        if words[place].text == "according", place + 1 < limit, words[place + 1].text == "to" {
            guard let source = SourcePhrase.after(place + 2, to: limit, in: words) else { return nil }
            guard isParted || span.words.count > 3 else { return nil }
            candidate.cue = place..<place + 2
            candidate.source = source.words
            candidate.apposition = source.apposition
            return candidate
        }
        if Self.dashes.contains(words[span.close].text) { isParted = true }
        // « … », a déclaré X
        if words[place].roles.contains(.auxiliary), Self.perfect.contains(words[place].text), place + 1 < limit,
            words[place + 1].roles.contains(.inverts)
        {
            place += 1
        }
        let saysName =
            isParted && words[place].roles.contains(.reports) && place + 1 < limit && words[place + 1].isCapital
        if words[place].roles.contains(.inverts) || saysName, !words[place].roles.contains(.isGerund),
            !words[place].isCapital || isParted
        {
            if let source = SourcePhrase.after(place + 1, to: limit, in: words), isParted || span.words.count > 2 {
                candidate.cue = place..<place + 1
                candidate.source = source.words
                candidate.apposition = source.apposition
                return candidate
            }
            // „…“, powiedział nam w środę Jan Kos: whom the clause names.
            if isParted, words[place].roles.contains(.inverts), let named = subject(behind: place, to: limit) {
                candidate.cue = place..<place + 1
                candidate.source = named
                return candidate
            }
            // "…", zanjó. / "…", dice sobre el británico
            if dropsSubjects, isParted, words[place].roles.contains(.inverts) {
                candidate.cue = place..<place + 1
                candidate.hasImpliedSubject = true
                return candidate
            }
        }
        if isParted || span.words.count > 3, Self.attributing.contains(words[place].text), !words[place].isCapital,
            let source = SourcePhrase.after(place + 1, to: limit, in: words)
        {
            candidate.cue = place..<place + 1
            candidate.source = source.words
            candidate.apposition = source.apposition
            return candidate
        }
        // "…", though they noted: what follows is said, not what came before.
        guard isParted, !Self.subordinating.contains(words[place].text) else { return nil }
        if words[place].text == "as", place + 2 < limit,
            let put = (place + 2..<min(limit, place + 12)).first(where: { isPut($0, limit) }),
            let source = SourcePhrase.before(put, from: place + 1, in: words)
        {
            candidate.cue = put..<put + 2
            candidate.source = source.words
            candidate.apposition = source.apposition
            return candidate
        }
        if place > span.close + 1, let source = signature(at: place, to: limit, of: span), limit == end {
            candidate.source = source.words
            candidate.apposition = source.apposition
            return candidate
        }
        return subjectThenCue(from: place, to: min(limit, place + Self.mostBetween), candidate: candidate)
    }

    /// The person or body that a clause names behind its verb, with a pronoun, an object or a day between them.
    private func subject(behind verb: Int, to limit: Int) -> Range<Int>? {
        var place = verb + 1
        while place < min(limit, verb + Self.mostBeforeSubject), words[place].kind == .word {
            if let mention = mentions[place],
                mentions.kind(mention) == .person || mentions.kind(mention) == .organization,
                !words[place - 1].roles.contains(.preposition)
            {
                return mention.words
            }
            place += 1
        }
        return nil
    }

    private static let mostBeforeSubject = 8

    /// "…" — Orla Venn, harbour master
    private func signature(at place: Int, to limit: Int, of span: QuotedSpan) -> SourcePhrase? {
        guard ["—", "–", "-"].contains(words[place - 1].text), words[place].isCapital,
            span.words.count >= Self.fewestAlone, limit - place <= Self.mostSignatureWords,
            let source = SourcePhrase.after(place, to: limit, in: words),
            !(source.words.upperBound..<limit).contains(where: { isCue($0) || words[$0].roles.contains(.auxiliary) })
        else { return nil }
        return source
    }

    /// Words of a quotation that a verb with a colon behind it still belongs to.
    private static let fewestBeforeIntroduction = 6

    /// Words of a name and office behind a quotation and a dash.
    private static let mostSignatureWords = 12

    /// "…," X said: the first cue behind the marks whose subject begins there.
    private func subjectThenCue(from place: Int, to limit: Int, candidate: QuotationCandidate) -> QuotationCandidate? {
        var candidate = candidate
        var cue = place
        let isShort = candidate.content.last.map { $0.count < Self.fewestBeforeIntroduction } ?? false
        while cue < limit {
            let word = words[cue]
            if word.is(";") || word.is(":") || word.endsSentence { return nil }
            // 'The film "…", for which they wrote the theme'.
            if cue < place + 2, Self.relative.contains(word.text) { return nil }
            if isCue(cue), !word.roles.contains(.isGerund), word.roles.contains(.reports) || word.text == "thought" {
                // '"Fav Ex," she wrote: "…"': the verb leads to what comes.
                if isShort, cue + 1 < words.count, words[cue + 1].is(":") { return nil }
                // "…," Chad Hawk, vice president of a company in Florida told Fox.
                if let name = mentions.starting(at: place), mentions.kind(name) == .person, name.words.upperBound < cue,
                    words[name.words.upperBound].is(",")
                {
                    candidate.cue = cue..<cue + 1
                    candidate.source = name.words
                    candidate.apposition = name.words.upperBound + 1..<cue
                    return candidate
                }
                guard let source = SourcePhrase.before(cue, from: place, in: words),
                    source.words.lowerBound - place <= 4
                else {
                    if cue - place < 3, words[place].text == "and" || words[place].text == "he" { return nil }
                    cue += 1
                    continue
                }
                candidate.cue = cue..<cue + 1
                candidate.source = source.words
                candidate.apposition = source.apposition
                return candidate
            }
            cue += 1
        }
        return nil
    }

    /// X said: "…" / X told reporters, "…" / X: "…"
    func attachedBefore(
        _ span: QuotedSpan, from: Int, sentence: Range<Int>, lastSource: SourcePhrase?, paragraph: Int
    ) -> QuotationCandidate? {
        guard span.open > from, let first = span.words.first else { return nil }
        let before = words[span.open - 1]
        // As X puts it — "…"
        if before.kind == .mark, span.open - 2 > from, ["it", "this"].contains(words[span.open - 2].text),
            let put = (max(from, span.open - 4)..<span.open - 1).first(where: { isPut($0, span.open) }),
            let source = SourcePhrase.before(put, from: from, in: words)
        {
            return QuotationCandidate(
                pattern: .attached, content: [span.words], cue: put..<put + 2, source: source.words,
                apposition: source.apposition, paragraph: paragraph, isOpen: !span.isClosed)
        }
        let isIntroduced = before.is(",") || before.is(":")
        let isSentence = words[first].isCapital || words[first].kind == .mark
        var candidate = QuotationCandidate(
            pattern: .attached, content: [span.words], paragraph: paragraph, isOpen: !span.isClosed)
        let earliest = max(from, span.open - Self.mostBetween)
        var cue = span.open - 1
        var hasComma = false
        while cue >= earliest {
            let word = words[cue]
            if word.is(","), cue < span.open - 1 { hasComma = true }
            if word.is(";") { break }
            if word.kind == .word, isCue(cue),
                word.roles.contains(.reports) || word.roles.contains(.labels) && before.is(":")
            {
                let isAdjacent = cue == span.open - 1
                // "After Christmas, she said, "we'll see"".
                let isInserted =
                    cue == span.open - 2 && before.is(",")
                    && (SourcePhrase.before(cue, from: from, in: words).map {
                        $0.words.lowerBound > from && words[$0.words.lowerBound - 1].is(",")
                    } ?? false)
                guard
                    isInserted || isAdjacent
                        ? (isSentence && span.words.count > 2 && !word.roles.contains(.names))
                        : (before.is(":") || isIntroduced && isSentence && !(hasComma && span.open - cue > 16))
                else { return nil }
                if !isAdjacent, before.is(","),
                    (cue + 1..<span.open).contains(where: { words[$0].text == "that" && $0 < span.open - 2 })
                {
                    return nil
                }
                candidate.cue = cue..<cue + 1
                let source = subject(of: cue, from: from, sentence: sentence, lastSource: lastSource)
                candidate.source = source?.words
                candidate.apposition = source?.apposition
                return candidate
            }
            cue -= 1
        }
        if before.is(":"), span.words.count > 3, span.open - 1 - sentence.lowerBound <= Self.mostBetween {
            candidate.pattern = .introduced
            if let (cue, source) = attribution(opening: sentence, to: span.open - 1) {
                candidate.pattern = .attached
                candidate.cue = cue
                candidate.source = source.words
                candidate.apposition = source.apposition
            } else if let source = SourcePhrase.after(firstSubject(sentence), to: span.open - 1, in: words) {
                candidate.source = source.words
                candidate.apposition = source.apposition
            }
            return candidate
        }
        return nil
    }

    /// "as she put it"
    private func isPut(_ place: Int, _ limit: Int) -> Bool {
        (words[place].text == "put" || words[place].text == "puts") && place + 1 < limit
            && words[place + 1].text == "it"
    }

    /// Auxiliaries before a participle that reports.
    private static let perfect: Set<String> = ["a", "ha", "ont", "han", "hat", "haben", "hanno", "heeft"]
    /// Prepositions that say whose words they are: selon, laut, según.
    private static let attributing: Set<String> = [
        "selon", "laut", "según", "secondo", "segundo", "volgens", "według", "zdaniem",
    ]
    private static let relative: Set<String> = ["which", "whose"]
    /// Words between a verb and the marks that still are what the verb describes.
    private static let mostObjectWords = 8
    private static let describing: Set<String> = [
        "described", "describes", "describe", "characterized", "characterised", "characterizes", "characterises",
    ]
    private static let subordinating: Set<String> = [
        "and", "though", "although", "but", "while", "because", "if", "when", "after", "before", "since", "until",
        "whereas",
    ]

    /// X called it "…" / X warned of "…"
    func labelled(_ span: QuotedSpan, sentence: Range<Int>, paragraph: Int) -> QuotationCandidate? {
        guard span.isClosed, !span.words.isEmpty else { return nil }
        var cue = span.open - 1
        while cue >= max(sentence.lowerBound, span.open - 20) {
            let word = words[cue]
            if word.is(";") { return nil }
            if isCue(cue), !word.roles.isDisjoint(with: [.labels, .reports]) {
                guard
                    span.words.count >= 3 || word.roles.contains(.labels)
                        || cue == span.open - 1 && span.words.count > 1
                else { return nil }
                // One word is a label only right behind what it is given to: called the strike "reckless".
                guard span.words.count > 1 || span.open - cue <= 5 else { return nil }
                // A film called "…", on a site, "…": names and titles.
                let isWhat = words[max(sentence.lowerBound, cue - 10)..<cue].contains { $0.text == "what" }
                if cue == span.open - 1, word.roles.contains(.names), !isWhat { return nil }
                if words[span.words.lowerBound].isCapital,
                    !words[span.words].contains(where: { $0.roles.contains(.auxiliary) })
                {
                    return nil
                }
                // "has been described by its publicists as": whom it stands behind, or nobody.
                let isPassive = cue > sentence.lowerBound && Self.passives.contains(words[cue - 1].text)
                let agent = (cue + 1..<span.open).first { words[$0].text == "by" }
                guard
                    let source = isPassive
                        ? agent.flatMap({ SourcePhrase.after($0 + 1, to: span.open, in: words) })
                        : subject(of: cue, from: sentence.lowerBound, sentence: sentence, lastSource: nil)
                else { return nil }
                var content = span.words
                var pattern = QuotationCandidate.Pattern.labelled
                let object = cue + 1..<span.open
                let isPlainObject =
                    isEnglish && !isPassive && object.count <= Self.mostObjectWords
                    && words[object].allSatisfy { $0.kind == .word }
                if isPlainObject, Self.describing.contains(word.text),
                    words[object].contains(where: { $0.text == "as" })
                {
                    // "described the plan as "absurd" and dear": what is described belongs to it, and what goes on.
                    content = cue + 1..<clauseEnd(from: span.close, to: contentEnd(sentence))
                    pattern = .mixed
                } else if isPlainObject, !object.isEmpty, word.roles.contains(.labels), !word.text.hasPrefix("accus") {
                    content = cue + 1..<span.close
                    pattern = .mixed
                }
                return QuotationCandidate(
                    pattern: pattern, content: [content], cue: cue..<cue + 1, source: source.words,
                    apposition: source.apposition, paragraph: paragraph)
            }
            cue -= 1
        }
        return nil
    }
}
