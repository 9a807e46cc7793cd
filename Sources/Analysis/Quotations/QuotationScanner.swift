/// Finds what is said in a text: passes once over its paragraphs and sentences.
struct QuotationScanner {
    var words: [QuotationWord]
    let paragraphs: [(words: Range<Int>, number: Int)]
    let usesRules: Bool
    private(set) var drafts: [QuotationDraft] = []
    private(set) var spans: [QuotedSpan] = []

    /// Words of a quotation without a cue of its own; fewer are a term or a title.
    private static let fewestAlone = 4
    /// Words between a cue and the quotation that it introduces.
    private static let mostBetween = 30

    /// Words of a sentence; a longer one is cut, so that work within sentences stays linear in the text.
    private static let mostSentenceWords = 400

    init(_ text: QuotationText, usesRules: Bool) {
        words = text.words
        paragraphs = text.paragraphs
        self.usesRules = usesRules
    }

    mutating func scan() {
        // German guillemets point inwards, French ones outwards: the first one of the text tells.
        let firstGuillemet = words.first { $0.kind == .quotationMark && ($0.text == "«" || $0.text == "»") }
        let opensInwards = firstGuillemet?.text == "»"
        let turns = usesRules ? turnParagraphs() : [:]
        var goesOn: Int?
        for (number, paragraph) in paragraphs.enumerated() {
            let range = paragraph.words
            let found = QuotedSpan.spans(in: words, of: range, paragraph: number, opensInwards: opensInwards)
            let firstSpan = spans.count
            spans += found
            for (offset, span) in found.enumerated() {
                for index in span.words { words[index].span = firstSpan + offset }
            }
            let held = goesOn
            goesOn = nil
            if let colon = turns[number] {
                turn(range, colon: colon, paragraph: number)
                continue
            }
            let firstDraft = drafts.count
            let opened = found.last.flatMap { !$0.isClosed ? $0 : nil }
            var skip: Int?
            if let held, let first = found.first, first.open == range.lowerBound {
                drafts[held].content.append(first.words)
                skip = first.open
                if !first.isClosed {
                    goesOn = held
                    continue
                }
                drafts[held].isOpen = false
                // Who speaks may be said at the very end.
                let next = found.count > 1 ? found[1].open : range.upperBound
                if drafts[held].source == nil || drafts[held].pattern == .following,
                    let end = attachedAfter(first, to: range.upperBound, nextOpen: next, paragraph: number)
                {
                    drafts[held].source = end.source
                    drafts[held].apposition = end.apposition
                    drafts[held].cue = end.cue
                    drafts[held].pattern = .attached
                    drafts[held].follows = nil
                }
            } else if usesRules, let first = found.first, first.open == range.lowerBound, number > 0,
                let draft = introduced(first, by: number - 1, paragraph: number)
            {
                drafts.append(draft)
                skip = first.open
            } else if usesRules, signature(range, of: number - 1) {
                continue
            }
            let leader = held ?? (skip == nil ? nil : drafts.count - 1)
            if usesRules {
                var next = 0
                for sentence in sentences(of: range, spans: found) {
                    let first = next
                    while next < found.count, found[next].open < sentence.upperBound { next += 1 }
                    scan(sentence, spans: found[first..<next], paragraph: number, skip: skip, held: leader)
                }
            } else {
                for span in found where span.words.count >= 6 {
                    drafts.append(
                        QuotationDraft(pattern: .bare, content: [span.words], paragraph: number, isOpen: !span.isClosed)
                    )
                }
            }
            if let opened, number + 1 < paragraphs.count, drafts.count > firstDraft {
                let next = words[paragraphs[number + 1].words.lowerBound]
                if next.kind == .quotationMark,
                    let last = (firstDraft..<drafts.count).first(where: {
                        drafts[$0].content.last?.upperBound == opened.words.upperBound
                    })
                {
                    goesOn = last
                    drafts[last].isOpen = false
                }
            }
        }
    }

    /// A quotation that the paragraph before leads to: X reports: / "…"
    private func introduced(_ span: QuotedSpan, by number: Int, paragraph: Int) -> QuotationDraft? {
        let range = paragraphs[number].words
        guard let last = range.last, words[last].is(":"), span.words.count > 3 else { return nil }
        let sentence = sentences(of: range, spans: []).last ?? range
        var draft = QuotationDraft(
            pattern: .introduced, content: [span.words], paragraph: paragraph, isOpen: !span.isClosed)
        let cue = sentence.reversed().first { isCue($0) && words[$0].roles.contains(.reports) }
        if let cue {
            draft.pattern = .attached
            draft.cue = cue..<cue + 1
        }
        let source =
            cue.flatMap { subject(of: $0, from: sentence.lowerBound, sentence: sentence, lastSource: nil) }
            ?? SourcePhrase.after(firstSubject(sentence), to: last, in: words)
        draft.source = source?.words
        draft.apposition = source?.apposition
        return draft
    }

    /// Whether a paragraph is the name under a quotation: "…" / — Name; it becomes the source.
    private mutating func signature(_ range: Range<Int>, of number: Int) -> Bool {
        guard range.count >= 3, range.count <= 12, let last = drafts.indices.last, drafts[last].paragraph == number,
            drafts[last].source == nil, ["—", "–", "-"].contains(words[range.lowerBound].text),
            let source = SourcePhrase.after(range.lowerBound + 1, to: range.upperBound, in: words),
            words[source.words.lowerBound].isCapital
        else { return false }
        drafts[last].source = source.words
        drafts[last].apposition = source.apposition
        drafts[last].follows = nil
        drafts[last].pattern = .attached
        return true
    }

    // MARK: Sentences

    /// The sentences of a paragraph; marks inside a quotation end none.
    private func sentences(of range: Range<Int>, spans: [QuotedSpan]) -> [Range<Int>] {
        var result: [Range<Int>] = []
        var start = range.lowerBound
        var index = start
        while index < range.upperBound {
            let word = words[index]
            var ends = false
            if word.span < 0, word.endsSentence || word.is(";") {
                ends =
                    index + 1 >= range.upperBound
                    || words[index + 1].isAfterSpace
                        && (words[index + 1].isCapital || words[index + 1].kind != .word || word.text != ".")
            } else if word.kind == .quotationMark, word.span < 0, index > start, words[index - 1].span >= 0,
                words[index - 1].endsSentence
            {
                ends = endsAfterQuotation(index, range)
            }
            if word.span < 0, index - start >= Self.mostSentenceWords { ends = true }
            if ends {
                result.append(start..<index + 1)
                start = index + 1
            }
            index += 1
        }
        if start < range.upperBound { result.append(start..<range.upperBound) }
        return result
    }

    private func endsAfterQuotation(_ close: Int, _ range: Range<Int>) -> Bool {
        guard close + 1 < range.upperBound else { return true }
        let next = words[close + 1]
        guard next.kind == .word else { return next.kind == .quotationMark }
        if next.roles.contains(.inverts) { return false }
        let isStatement = words[close - 1].text == "."
        if isStatement { return next.isCapital }
        // "Why?" Smith asked.
        for place in close + 1..<min(close + 10, range.upperBound) {
            if words[place].endsSentence || words[place].span >= 0 { break }
            if words[place].roles.contains(.reports),
                SourcePhrase.before(place, from: close + 1, in: words)?.words.lowerBound == close + 1
            {
                return false
            }
        }
        return next.isCapital
    }

    // MARK: One sentence

    private mutating func scan(
        _ sentence: Range<Int>, spans: ArraySlice<QuotedSpan>, paragraph: Int, skip: Int?, held: Int?
    ) {
        let mine = Array(spans)
        var usedSpans: Set<Int> = []
        var usedCues: Set<Int> = []
        var lastSource: SourcePhrase?
        var lastDirect: Int?
        if let skip { usedSpans.insert(skip) }
        if skip != nil {
            lastDirect = held
            if let held, let cue = drafts[held].cue { usedCues.formUnion(cue) }
        }

        for (number, span) in mine.enumerated() where !usedSpans.contains(span.open) {
            let nextOpen = number + 1 < mine.count ? mine[number + 1].open : sentence.upperBound
            let from = number > 0 ? min(mine[number - 1].close + 1, span.open) : sentence.lowerBound
            if let draft = attachedAfter(span, to: sentence.upperBound, nextOpen: nextOpen, paragraph: paragraph) {
                // "A," he said, "B," she replied: the second has its own cue.
                usedSpans.insert(span.open)
                if let cue = draft.cue { usedCues.formUnion(cue) }
                drafts.append(draft)
                lastDirect = drafts.count - 1
                lastSource = draft.source.map { SourcePhrase(words: $0, apposition: draft.apposition) }
            } else if let last = lastDirect, number > 0, drafts[last].isLed(by: mine[number - 1], in: words),
                goesOn(from: mine[number - 1], to: span)
            {
                usedSpans.insert(span.open)
                drafts[last].content.append(span.words)
                drafts[last].isOpen = !span.isClosed
            } else if let draft = attachedBefore(
                span, from: from, sentence: sentence, lastSource: lastSource, paragraph: paragraph)
            {
                usedSpans.insert(span.open)
                if let cue = draft.cue { usedCues.formUnion(cue) }
                drafts.append(draft)
                lastDirect = drafts.count - 1
                if let source = draft.source { lastSource = SourcePhrase(words: source, apposition: draft.apposition) }
            }
        }

        var index = sentence.lowerBound
        var clauseStart = index
        while index < sentence.upperBound {
            let word = words[index]
            defer { index += 1 }
            if word.span >= 0 || usedCues.contains(index) { continue }
            if word.is(",") || word.is(";") || word.is("—"), index + 1 < sentence.upperBound,
                words[index + 1].roles.contains(.conjunction)
            {
                clauseStart = max(clauseStart, min(index + 1, sentence.upperBound))
            }
            guard
                let draft = unquoted(
                    index, clauseStart: clauseStart, sentence: sentence, lastSource: lastSource, paragraph: paragraph)
            else { continue }
            let content = draft.content[0]
            let isCovered = usedSpans.contains { open in content.contains(open) }
            if isCovered { continue }
            for span in mine where content.contains(span.open) || content.contains(span.words.lowerBound) {
                usedSpans.insert(span.open)
            }
            drafts.append(draft)
            if let source = draft.source { lastSource = SourcePhrase(words: source, apposition: draft.apposition) }
        }

        for span in mine where !usedSpans.contains(span.open) {
            if let draft = labelled(span, sentence: sentence, paragraph: paragraph) {
                drafts.append(draft)
                continue
            }
            let isWhole = span.open == sentence.lowerBound && span.close + 2 >= sentence.upperBound
            guard span.words.count >= Self.fewestAlone + (isWhole ? 0 : 6),
                span.isClosed || isWhole && span.open == paragraphs[paragraph].words.lowerBound
            else { continue }
            if isWhole, let last = drafts.last, paragraph - last.paragraph <= 2 {
                let number = drafts.count - 1
                let isSame = last.paragraph == paragraph && [.attached, .following, .introduced].contains(last.pattern)
                if isSame {
                    drafts[number].content.append(span.words)
                    drafts[number].isOpen = !span.isClosed
                } else {
                    drafts.append(
                        QuotationDraft(
                            pattern: .following, content: [span.words], paragraph: paragraph, isOpen: !span.isClosed,
                            follows: number))
                }
            } else if isWhole || span.words.count >= 12 {
                drafts.append(
                    QuotationDraft(pattern: .bare, content: [span.words], paragraph: paragraph, isOpen: !span.isClosed))
            }
        }
    }

    /// Whether the words between two quotations of a sentence only report: "A," he said, "b".
    private func goesOn(from first: QuotedSpan, to second: QuotedSpan) -> Bool {
        let place = second.open - 1
        return place > first.close
            && (words[place].is(",") || words[place].is("—") || words[place].is("–") || words[place].text == "that")
    }

    /// "…," said X / "…," X said / "…," according to X.
    private func attachedAfter(_ span: QuotedSpan, to end: Int, nextOpen: Int, paragraph: Int) -> QuotationDraft? {
        guard span.isClosed, let last = span.words.last else { return nil }
        var place = span.close + 1
        var isParted = [",", "?", "!", "—", "–", "…", ".", "-"].contains(words[last].text) && words[last].kind == .mark
        while place < end,
            words[place].is(",") || words[place].is("—") || words[place].is("–") || words[place].is("-")
                || words[place].is(".") && place == span.close + 1 && false
        {
            isParted = true
            place += 1
        }
        guard place < end, place < nextOpen, words[place].kind == .word else { return nil }
        let limit = min(end, nextOpen)
        var draft = QuotationDraft(pattern: .attached, content: [span.words], paragraph: paragraph)
        if words[place].text == "according", place + 1 < limit, words[place + 1].text == "to" {
            guard let source = SourcePhrase.after(place + 2, to: limit, in: words) else { return nil }
            guard isParted || span.words.count > 3 else { return nil }
            draft.cue = place..<place + 2
            draft.source = source.words
            draft.apposition = source.apposition
            return draft
        }
        // « … », a déclaré X
        if words[place].roles.contains(.auxiliary), ["a", "ha", "ont"].contains(words[place].text), place + 1 < limit,
            words[place + 1].roles.contains(.inverts)
        {
            place += 1
        }
        if words[place].roles.contains(.inverts), !words[place].isCapital || isParted {
            if let source = SourcePhrase.after(place + 1, to: limit, in: words), isParted || span.words.count > 2 {
                draft.cue = place..<place + 1
                draft.source = source.words
                draft.apposition = source.apposition
                return draft
            }
        }
        guard isParted else { return nil }
        var cue = place
        let last2 = min(limit, place + Self.mostBetween)
        while cue < last2 {
            let word = words[cue]
            if word.is(";") || word.is(":") || word.endsSentence { return nil }
            if isCue(cue), !word.roles.contains(.isGerund), word.roles.contains(.reports) || word.text == "thought" {
                guard let source = SourcePhrase.before(cue, from: place, in: words),
                    source.words.lowerBound - place <= 4
                else {
                    if cue - place < 3, words[place].text == "and" || words[place].text == "he" { return nil }
                    cue += 1
                    continue
                }
                draft.cue = cue..<cue + 1
                draft.source = source.words
                draft.apposition = source.apposition
                return draft
            }
            cue += 1
        }
        return nil
    }

    /// X said: "…" / X told reporters, "…" / X: "…"
    private func attachedBefore(
        _ span: QuotedSpan, from: Int, sentence: Range<Int>, lastSource: SourcePhrase?, paragraph: Int
    ) -> QuotationDraft? {
        guard span.open > from, let first = span.words.first else { return nil }
        let before = words[span.open - 1]
        let isIntroduced = before.is(",") || before.is(":")
        let isSentence = words[first].isCapital || words[first].kind == .mark
        var draft = QuotationDraft(
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
                guard
                    isAdjacent
                        ? (isSentence && span.words.count > 2 && !word.roles.contains(.names))
                        : (before.is(":") || isIntroduced && isSentence && !(hasComma && span.open - cue > 16))
                else { return nil }
                if !isAdjacent, before.is(","),
                    (cue + 1..<span.open).contains(where: { words[$0].text == "that" && $0 < span.open - 2 })
                {
                    return nil
                }
                draft.cue = cue..<cue + 1
                let source = subject(of: cue, from: from, sentence: sentence, lastSource: lastSource)
                draft.source = source?.words
                draft.apposition = source?.apposition
                return draft
            }
            cue -= 1
        }
        if before.is(":"), span.words.count > 3, span.open - 1 - sentence.lowerBound <= Self.mostBetween {
            draft.pattern = .introduced
            if let source = SourcePhrase.after(firstSubject(sentence), to: span.open - 1, in: words) {
                draft.source = source.words
                draft.apposition = source.apposition
            }
            return draft
        }
        return nil
    }

    /// The place of a sentence's first subject: after a phrase that ends in a comma.
    private func firstSubject(_ sentence: Range<Int>) -> Int {
        var start = sentence.lowerBound
        while start < sentence.upperBound, words[start].kind == .quotationMark { start += 1 }
        guard start < sentence.upperBound,
            words[start].roles.contains(.preposition)
                || words[start].roles.contains(.conjunction) && !words[start].roles.contains(.determiner)
                || words[start].roles.contains(.adverb)
        else { return start }
        if let comma = (start..<min(start + 20, sentence.upperBound)).first(where: { words[$0].is(",") }) {
            return comma + 1
        }
        return start + 1
    }

    /// Who does what a verb says: the phrase before it, or whoever spoke before in the sentence.
    private func subject(of cue: Int, from: Int, sentence: Range<Int>, lastSource: SourcePhrase?) -> SourcePhrase? {
        let isAdjacent = cue > from && words[cue - 1].kind == .word
        if !words[cue].roles.contains(.isGerund) || isAdjacent,
            let found = SourcePhrase.before(cue, from: from, in: words)
        {
            return found
        }
        if let lastSource { return lastSource }
        let first = firstSubject(sentence)
        guard first < cue else { return nil }
        return SourcePhrase.after(first, to: cue, in: words)
    }

    /// Whether a word is a verb of reporting here, not a noun of the same form.
    private func isCue(_ index: Int) -> Bool {
        let word = words[index]
        guard word.kind == .word, word.span < 0, !word.isGenitive,
            !word.roles.isDisjoint(with: [.reports, .believes, .labels])
        else { return false }
        if word.isCapital, index > 0, words[index - 1].kind == .word { return false }
        guard index > 0, words[index - 1].kind == .word else { return true }
        let before = words[index - 1]
        if before.isGenitive { return false }
        if word.roles.contains(.isBase) || word.text.hasSuffix("s") {
            if before.roles.contains(.determiner), !before.roles.contains(.subjectPronoun) { return false }
            if before.roles.contains(.preposition), before.text != "to" { return false }
        }
        if before.roles.contains(.determiner), !before.roles.contains(.subjectPronoun),
            !before.roles.contains(.conjunction)
        {
            return false
        }
        return true
    }

    /// A statement in the article's own words, or partly quoted, at a cue.
    private func unquoted(
        _ cue: Int, clauseStart: Int, sentence: Range<Int>, lastSource: SourcePhrase?, paragraph: Int
    ) -> QuotationDraft? {
        let word = words[cue]
        let end = contentEnd(sentence)
        if word.text == "according", cue + 1 < sentence.upperBound, words[cue + 1].text == "to" {
            return accordingTo(cue, clauseStart: clauseStart, sentence: sentence, paragraph: paragraph)
        }
        guard isCue(cue), word.roles.contains(.reports) || word.roles.contains(.believes) else { return nil }
        if word.roles.contains(.isBase), cue > sentence.lowerBound, words[cue - 1].text == "to",
            !word.roles.contains(.takesBareClause)
        {
            return nil
        }
        var draft = QuotationDraft(pattern: .clauseAfterVerb, content: [], cue: cue..<cue + 1, paragraph: paragraph)
        draft.isNegated =
            cue > sentence.lowerBound
            && (words[max(sentence.lowerBound, cue - 2)..<cue].contains {
                $0.text.hasSuffix("n't") || $0.text == "not" || $0.text == "never"
            })
        // A clause before the verb.
        let after = cue + 1
        if word.roles.contains(.takesBareClause) || word.roles.contains(.inverts) {
            if let draft = clauseBefore(cue, clauseStart: clauseStart, sentence: sentence, draft: draft) {
                return draft
            }
        }
        guard after < end else { return nil }
        var start: Int?
        if let that = (after..<min(after + 14, end)).first(where: { place in
            words[place].text == "that" && words[place].span < 0
        }), isFiller(after..<that, addresses: word.roles.contains(.addresses)) {
            start = that + 1
            draft.pattern = .clauseAfterThat
        } else if let question =
            (after..<min(after + (word.text.hasPrefix("ask") || word.roles.contains(.addresses) ? 6 : 1), end)).first(
                where: {
                    ["whether", "if", "how", "why", "what"].contains(words[$0].text)
                }), word.roles.isDisjoint(with: [.labels]), word.text != "say", word.text != "thought"
        {
            start = question
        } else if word.roles.contains(.takesBareClause), words[after].text != ",", words[after].text != "." {
            var place = after
            if word.roles.contains(.addresses),
                let object = SourcePhrase.after(after, to: min(end, after + 6), in: words)
            {
                place =
                    words[after].isCapital || words[after].roles.contains(.determiner)
                    ? object.words.upperBound : after + 1
            }
            place = afterFiller(place, end)
            // After the plainest verbs nearly everything is a clause.
            let isPlain = word.roles.contains(.inverts) && end - place > 4
            if isPlain || hasFiniteVerb(place..<end), place < end, startsClause(place) { start = place }
        }
        if start == nil, word.roles.contains(.directs), let infinitive = infinitive(after: after, end: end, cue: word) {
            start = infinitive
            draft.pattern = .directive
        }
        guard let start, start < end else { return nil }
        if word.roles.contains(.believes), !word.roles.contains(.reports) { draft.pattern = .belief }
        let stop = clauseEnd(from: start, to: end)
        guard stop - start >= 2 else { return nil }
        let source = subject(of: cue, from: clauseStart, sentence: sentence, lastSource: lastSource)
        guard let source else { return nil }
        draft.source = source.words
        draft.apposition = source.apposition
        draft.content = [start..<stop]
        return draft
    }

    /// The object of "urged them to leave" or the infinitive of "promised to leave".
    private func infinitive(after place: Int, end: Int, cue: QuotationWord) -> Int? {
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

    private func contentEnd(_ sentence: Range<Int>) -> Int {
        var end = sentence.upperBound
        while end > sentence.lowerBound, words[end - 1].endsSentence || words[end - 1].is(";") { end -= 1 }
        return end
    }

    /// According to X, … / …, according to X.
    private func accordingTo(_ cue: Int, clauseStart: Int, sentence: Range<Int>, paragraph: Int) -> QuotationDraft? {
        let end = contentEnd(sentence)
        guard let source = SourcePhrase.after(cue + 2, to: end, in: words) else { return nil }
        var draft = QuotationDraft(
            pattern: .accordingTo, content: [], cue: cue..<cue + 2, source: source.words, apposition: source.apposition,
            paragraph: paragraph)
        if cue <= clauseStart + 1, cue < sentence.lowerBound + 3 {
            guard var comma = (source.words.upperBound..<end).first(where: { words[$0].is(",") }) else { return nil }
            if let apposition = source.apposition, apposition.lowerBound == comma + 1, apposition.upperBound < end,
                words[apposition.upperBound].is(","), !hasFiniteVerb(apposition)
            {
                comma = apposition.upperBound
            }
            guard end - comma > 3 else { return nil }
            draft.content = [comma + 1..<clauseEnd(from: comma + 1, to: end)]
        } else {
            var start = clauseStart
            if words[start].text == "and" || words[start].text == "but" { start += 1 }
            var stop = cue
            if words[stop - 1].is(",") { stop -= 1 }
            guard stop - start >= 3 else { return nil }
            draft.content = [start..<stop]
        }
        return draft
    }

    /// …, X said. / …, said X.
    private func clauseBefore(_ cue: Int, clauseStart: Int, sentence: Range<Int>, draft: QuotationDraft)
        -> QuotationDraft?
    {
        var draft = draft
        draft.pattern = .clauseBefore
        let end = sentence.upperBound
        let source: SourcePhrase
        let comma: Int
        var tail: Int
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
            tail = cue + 1
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
        guard comma - start >= 4, hasFiniteVerb(start..<comma) else { return nil }
        draft.content = [start..<comma]
        draft.source = source.words
        draft.apposition = source.apposition
        return draft
    }

    /// Whether the words between a cue and its `that` only say to whom, when and where.
    private func isFiller(_ range: Range<Int>, addresses: Bool) -> Bool {
        if range.isEmpty { return true }
        if hasFiniteVerb(range) { return false }
        if addresses { return true }
        let first = words[range.lowerBound]
        return first.roles.contains(.preposition) || first.roles.contains(.time) || first.roles.contains(.adverb)
            || first.is(",") || range.count == 1
    }

    /// The place after words that say when and where something was said.
    private func afterFiller(_ start: Int, _ end: Int) -> Int {
        var place = start
        var rounds = 0
        while place < end, rounds < 3 {
            rounds += 1
            if words[place].roles.contains(.time) {
                place += 1
            } else if words[place].roles.contains(.preposition) {
                var stop = place + 1
                var found: Int?
                while stop < min(place + 7, end), words[stop].kind == .word {
                    if words[stop].roles.contains(.occasion) || words[stop].roles.contains(.time) {
                        found = stop; break
                    }
                    stop += 1
                }
                guard let found else { return place }
                place = found + 1
            } else {
                return place
            }
        }
        return place
    }

    private func startsClause(_ place: Int) -> Bool {
        let word = words[place]
        if word.kind == .quotationMark { return true }
        guard word.kind == .word else { return false }
        return !["to", "of", "and", "at", "about", "for", "as", "like", "more", "or", "with", "from", "into", "on"]
            .contains(word.text)
    }

    private func hasFiniteVerb(_ range: Range<Int>) -> Bool {
        for place in range {
            let word = words[place]
            guard word.kind == .word else { continue }
            if word.roles.contains(.auxiliary) || word.text.contains("'") { return true }
            if !word.isCapital, word.text.utf8.count > 3, word.text.hasSuffix("ed"), place > range.lowerBound {
                return true
            }
            if place > range.lowerBound, words[place - 1].roles.contains(.subjectPronoun),
                !words[place - 1].roles.contains(.determiner)
            {
                return true
            }
            if word.roles.contains(.reports) || word.roles.contains(.believes) || Self.commonVerbs.contains(word.text) {
                return true
            }
        }
        return false
    }

    private static let commonVerbs: Set<String> = [
        "came", "went", "made", "took", "got", "gave", "left", "began", "became", "seems", "seem", "need", "needs",
        "wants", "want",
        "makes", "takes", "gives", "goes", "comes", "remains", "remain", "works", "work", "led", "lost", "won", "fell",
        "rose",
        "grew", "brought", "kept", "held", "met", "paid", "ran", "sold", "sent", "stood", "broke", "built", "bought",
        "cut", "hit",
        "put", "set", "shot", "died", "helps", "plans", "costs", "cost", "faces", "includes", "shows", "leaves", "gets",
        "keeps",
        "looks", "appears", "continues", "found", "knew", "saw", "thought", "felt", "spent", "drove", "chose", "threw",
        "wore",
    ]

    /// Where a reported clause ends: before the next cue of the same sentence.
    private func clauseEnd(from start: Int, to end: Int) -> Int {
        var place = start
        while place < end {
            let word = words[place]
            defer { place += 1 }
            if word.span >= 0 { continue }
            if word.is(","), place + 1 < end {
                let next = words[place + 1]
                if next.text == "according" || next.roles.contains(.isGerund) && next.roles.contains(.reports) {
                    return place
                }
                if next.roles.contains(.conjunction), hasCue(place + 1..<min(place + 10, end)) { return place }
                if let cue = (place + 1..<min(place + 6, end)).first(where: {
                    isCue($0) && words[$0].roles.contains(.reports)
                }),
                    cue + 1 >= end || words[cue + 1].roles.contains(.preposition)
                        || words[cue + 1].roles.contains(.time), cue > place + 1
                {
                    return place
                }
            } else if word.text == "and" || word.text == "but", place + 1 < end {
                if hasCue(place + 1..<min(place + 3, end)) { return place }
            } else if word.is(";") {
                return place
            }
        }
        return end
    }

    private func hasCue(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        return range.contains {
            words[$0].span < 0 && isCue($0) && words[$0].roles.contains(.reports) && !words[$0].roles.contains(.isBase)
        }
    }

    /// X called it "…" / X warned of "…"
    private func labelled(_ span: QuotedSpan, sentence: Range<Int>, paragraph: Int) -> QuotationDraft? {
        guard span.isClosed, span.words.count >= 2 else { return nil }
        var cue = span.open - 1
        while cue >= max(sentence.lowerBound, span.open - 14) {
            let word = words[cue]
            if word.is(";") { return nil }
            if isCue(cue), !word.roles.isDisjoint(with: [.labels, .reports]) {
                guard span.words.count >= 3 || word.roles.contains(.labels) || cue == span.open - 1 else { return nil }
                // A film called "…", on a site, "…": names and titles.
                if cue == span.open - 1, word.roles.contains(.names) { return nil }
                if words[span.words.lowerBound].isCapital,
                    !words[span.words].contains(where: { $0.roles.contains(.auxiliary) })
                {
                    return nil
                }
                guard let source = subject(of: cue, from: sentence.lowerBound, sentence: sentence, lastSource: nil)
                else { return nil }
                return QuotationDraft(
                    pattern: .labelled, content: [span.words], cue: cue..<cue + 1, source: source.words,
                    apposition: source.apposition, paragraph: paragraph)
            }
            cue -= 1
        }
        return nil
    }

    // MARK: Transcripts

    /// The paragraphs that open with `NAME:`, with the place of the colon; none unless they come in turns.
    private func turnParagraphs() -> [Int: Int] {
        var places: [Int: Int] = [:]
        var counts: [String: Int] = [:]
        for (number, paragraph) in paragraphs.enumerated() {
            let range = paragraph.words
            guard
                let colon = (range.lowerBound..<min(range.lowerBound + 5, range.upperBound)).first(where: {
                    words[$0].is(":")
                }),
                colon > range.lowerBound, colon + 2 < range.upperBound,
                words[range.lowerBound..<colon].allSatisfy({ $0.kind == .word && $0.isCapital }),
                words[colon + 1].kind == .word
            else { continue }
            counts[words[range.lowerBound..<colon].map(\.text).joined(separator: " "), default: 0] += 1
            places[number] = colon
        }
        let repeated = Set(counts.filter { $0.value >= 2 }.keys)
        guard repeated.count >= 2 || repeated.count == 1 && places.count >= 3 else { return [:] }
        return places.filter { number, colon in
            repeated.contains(words[paragraphs[number].words.lowerBound..<colon].map(\.text).joined(separator: " "))
        }
    }

    private mutating func turn(_ range: Range<Int>, colon: Int, paragraph: Int) {
        drafts.append(
            QuotationDraft(
                pattern: .turn, content: [colon + 1..<range.upperBound], source: range.lowerBound..<colon,
                paragraph: paragraph))
    }
}

extension QuotationDraft {
    /// Whether a span is the latest part of the content, so that the next one may go on with it.
    fileprivate func isLed(by span: QuotedSpan, in words: [QuotationWord]) -> Bool {
        content.last == span.words && pattern == .attached
    }
}
