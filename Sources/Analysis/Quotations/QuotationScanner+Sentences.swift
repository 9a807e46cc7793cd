/// Sentences, and the quotations of one.
extension QuotationScanner {
    /// The sentences of a paragraph; marks inside a quotation end none.
    func sentences(of range: Range<Int>, spans: [QuotedSpan]) -> [Range<Int>] {
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
                words[lastBefore(index)].endsSentence
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

    /// The last word or mark of what stands before a closing mark, behind marks that close quotations within it: 'as they say.'"'.
    private func lastBefore(_ close: Int) -> Int {
        var place = close - 1
        while place > 0, words[place].kind == .quotationMark, words[place].span >= 0 { place -= 1 }
        return place
    }

    func endsAfterQuotation(_ close: Int, _ range: Range<Int>) -> Bool {
        guard close + 1 < range.upperBound else { return true }
        let next = words[close + 1]
        guard next.kind == .word else { return next.kind == .quotationMark }
        if next.roles.contains(.inverts) { return false }
        let isStatement = words[lastBefore(close)].text == "."
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

    mutating func scan(
        _ sentence: Range<Int>, spans: ArraySlice<QuotedSpan>, paragraph: Int, skip: Int?, held: Int?
    ) {
        let mine = Array(spans)
        let start = candidates.count
        var usedSpans: Set<Int> = []
        var usedCues: Set<Int> = []
        var lastSource: SourcePhrase?
        var lastDirect: Int?
        if let skip { usedSpans.insert(skip) }
        if skip != nil {
            lastDirect = held
            if let held, let cue = candidates[held].cue { usedCues.formUnion(cue) }
        }

        for (number, span) in mine.enumerated() where !usedSpans.contains(span.open) {
            let nextOpen = number + 1 < mine.count ? mine[number + 1].open : sentence.upperBound
            let from = number > 0 ? min(mine[number - 1].close + 1, span.open) : sentence.lowerBound
            if var candidate = attachedAfter(span, to: sentence.upperBound, nextOpen: nextOpen, paragraph: paragraph) {
                if let start = clauseStart(around: span, from: from) {
                    candidate.content = [start..<span.close]
                    candidate.pattern = .mixed
                }
                // "A," he said, "B," she replied: the second has its own cue.
                usedSpans.insert(span.open)
                if let cue = candidate.cue { usedCues.formUnion(cue) }
                candidates.append(candidate)
                lastDirect = candidates.count - 1
                lastSource = candidate.source.map { SourcePhrase(words: $0, apposition: candidate.apposition) }
            } else if let last = lastDirect, number > 0, candidates[last].isLed(by: mine[number - 1], in: words),
                goesOn(from: mine[number - 1], to: span)
            {
                usedSpans.insert(span.open)
                candidates[last].content.append(span.words)
                candidates[last].isOpen = !span.isClosed
            } else if let candidate = attachedBefore(
                span, from: from, sentence: sentence, lastSource: lastSource, paragraph: paragraph)
            {
                usedSpans.insert(span.open)
                if let cue = candidate.cue { usedCues.formUnion(cue) }
                candidates.append(candidate)
                lastDirect = candidates.count - 1
                if let source = candidate.source {
                    lastSource = SourcePhrase(words: source, apposition: candidate.apposition)
                }
            }
        }
        let attached = usedSpans
        let first = candidates.count
        scanClauses(
            of: sentence, spans: mine, paragraph: paragraph, from: start, usedCues: usedCues, usedSpans: &usedSpans,
            lastSource: lastSource)
        let clauseSpans = usedSpans.subtracting(attached)
        for span in mine where clauseSpans.contains(span.open) {
            // "He said Elm had dubbed it "the problem"": a label within what somebody says.
            if let candidate = labelled(span, sentence: sentence, paragraph: paragraph), candidate.pattern == .labelled,
                let cue = candidate.cue?.lowerBound, let source = candidate.source, mentions[source.lowerBound] != nil,
                candidates[first...].contains(where: { $0.content.contains { $0.contains(cue) } })
            {
                candidates.append(candidate)
            }
        }
        for span in mine where !usedSpans.contains(span.open) {
            if let candidate = labelled(span, sentence: sentence, paragraph: paragraph) {
                if let last = candidates.last, last.pattern == .mixed || last.pattern == .labelled,
                    last.cue == candidate.cue,
                    let first = last.content.first, let end = candidate.content.last
                {
                    // One verb and several marked words: one statement.
                    candidates[candidates.count - 1].content = [
                        first.lowerBound..<max(first.upperBound, end.upperBound)
                    ]
                    candidates[candidates.count - 1].pattern = .mixed
                } else {
                    candidates.append(candidate)
                }
            } else {
                takeUncued(span, sentence: sentence, paragraph: paragraph)
            }
        }
    }

    /// Where the clause begins that a marked part ends: 'And while it makes a difference "in the immediate," she said'; nil where the marks
    /// hold all that is said.
    private func clauseStart(around span: QuotedSpan, from first: Int) -> Int? {
        guard isEnglish, span.open > first, words[span.open - 1].kind == .word,
            !words[span.words.lowerBound].isCapital,
            !["named", "titled", "called", "dubbed", "entitled"].contains(words[span.open - 1].text),
            !hasCue(first..<span.open), hasFiniteVerb(first..<span.open)
        else { return nil }
        var start = first
        while start < span.open, words[start].kind != .word || ["and", "but"].contains(words[start].text) { start += 1 }
        return start
    }

    /// What is said without marks in a sentence, at the cues that no quotation between marks has taken.
    private mutating func scanClauses(
        of sentence: Range<Int>, spans: [QuotedSpan], paragraph: Int, from first: Int, usedCues: Set<Int>,
        usedSpans: inout Set<Int>, lastSource: SourcePhrase?
    ) {
        var lastSource = lastSource
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
                let candidate = unquoted(
                    index, clauseStart: clauseStart, sentence: sentence, lastSource: lastSource, paragraph: paragraph)
            else { continue }
            let content = candidate.content[0]
            // "Venn said Elm told her: "…"": what Elm told her is what Venn said.
            let isNested =
                word.roles.contains(.reports)
                && candidates[first...].contains { inner in
                    guard let cue = inner.cue, let source = inner.source else { return false }
                    return content.contains(cue.lowerBound) && content.contains(source.lowerBound)
                }
            let isCovered = usedSpans.contains { open in content.contains(open) }
            if isCovered, !isNested { continue }
            for span in spans where content.contains(span.open) || content.contains(span.words.lowerBound) {
                usedSpans.insert(span.open)
            }
            candidates.append(candidate)
            if let source = candidate.source {
                lastSource = SourcePhrase(words: source, apposition: candidate.apposition)
            }
        }
    }

    /// Words between marks that are no whole sentence by themselves from which on they are no term.
    private static let fewestOfBarePart = 12

    private static let fewestOfParagraph = 8

    /// A quotation without a cue: a whole sentence goes on with the one before it, and longer words are somebody's.
    private mutating func takeUncued(_ span: QuotedSpan, sentence: Range<Int>, paragraph: Int) {
        let isWhole = span.open == sentence.lowerBound && span.close + 2 >= sentence.upperBound
        guard span.words.count >= Self.fewestAlone + (isWhole ? 0 : 6),
            span.isClosed || isWhole && span.open == paragraphs[paragraph].words.lowerBound
        else { return }
        if isWhole, let last = candidates.last, paragraph - last.paragraph <= 2 {
            let number = candidates.count - 1
            let isSame = last.paragraph == paragraph && [.attached, .following, .introduced].contains(last.pattern)
            if isSame {
                candidates[number].content.append(span.words)
                candidates[number].isOpen = !span.isClosed
            } else {
                // A whole paragraph between double marks, right behind one in which somebody spoke, is that person's most often.
                let isBehind =
                    paragraph - last.paragraph == 1 || paragraph - last.paragraph == 2 && isOfSame(paragraph - 1)
                let goesOn =
                    isBehind && span.isClosed && span.words.count >= Self.fewestOfParagraph
                    && span.open == paragraphs[paragraph].words.lowerBound
                    && span.close + 2 >= paragraphs[paragraph].words.upperBound
                    && !QuotedSpan.isSingle(words[span.open].text) && words[span.words.lowerBound].isCapital
                    && last.pattern != .following && last.pattern != .bare
                candidates.append(
                    QuotationCandidate(
                        pattern: goesOn ? .continuing : .following, content: [span.words], paragraph: paragraph,
                        isOpen: !span.isClosed, follows: number))
            }
        } else if isWhole || span.words.count >= Self.fewestOfBarePart {
            candidates.append(
                QuotationCandidate(pattern: .bare, content: [span.words], paragraph: paragraph, isOpen: !span.isClosed))
        }
    }

    /// Whether a paragraph goes on with the person of the one before, and has no quotation of its own: "He lamented that …".
    private func isOfSame(_ paragraph: Int) -> Bool {
        let range = paragraphs[paragraph].words
        let first = words[range.lowerBound].roles
        guard first.contains(.subjectPronoun), !first.isDisjoint(with: [.male, .female]) else { return false }
        return range.prefix(Self.mostSentenceWords).allSatisfy { words[$0].span < 0 }
    }

    /// Whether the words between two quotations of a sentence only report: "A," he said, "b".
    func goesOn(from first: QuotedSpan, to second: QuotedSpan) -> Bool {
        let place = second.open - 1
        return place > first.close
            && (words[place].is(",") || words[place].is("—") || words[place].is("–") || words[place].text == "that")
    }
}

extension QuotationCandidate {
    /// Whether a span is the latest part of the content, so that the next one may go on with it.
    fileprivate func isLed(by span: QuotedSpan, in words: [QuotationWord]) -> Bool {
        content.last == span.words && pattern == .attached
    }
}
