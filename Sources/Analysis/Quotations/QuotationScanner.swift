/// Finds what is said in a text: passes once over its paragraphs and sentences.
struct QuotationScanner {
    var words: [QuotationWord]
    let paragraphs: [(words: Range<Int>, number: Int)]
    /// Where the text names people and bodies.
    let mentions: EntityMentions
    let usesRules: Bool
    /// Whether verbs of the language need no subject.
    let dropsSubjects: Bool
    /// Whether a dash at the head of a paragraph opens direct speech.
    let opensWithDashes: Bool
    let isEnglish: Bool
    var candidates: [QuotationCandidate] = []
    var spans: [QuotedSpan] = []

    /// Words of a quotation without a cue of its own; fewer are a term or a title.
    static let fewestAlone = 4
    /// Words between a cue and the quotation that it introduces.
    static let mostBetween = 30

    /// Words of a sentence; a longer one is cut, so that work within sentences stays linear in the text.
    static let mostSentenceWords = 400

    /// - Parameter language: The language's ISO 639-1 code; nil for one without rules.
    init(_ text: QuotationText, mentions: EntityMentions, language: String?) {
        words = text.words
        paragraphs = text.paragraphs
        self.mentions = mentions
        usesRules = language != nil
        dropsSubjects = language.map { ["es", "it", "pt", "pl", "ru"].contains($0) } ?? false
        opensWithDashes = language.map { ["pl", "ru", "fr", "es", "pt", "it"].contains($0) } ?? false
        isEnglish = language == "en"
        // Mark, May and Will are words of grammar elsewhere, and no verbs, months or auxiliaries where they name a person.
        for mention in mentions.all where mentions.kind(mention) == .person {
            for place in mention.words where words[place].isCapital {
                words[place].roles.formIntersection(.ofNames)
            }
        }
    }

    mutating func scan() {
        // German guillemets point inwards, French ones outwards: the first one of the text tells.
        let firstGuillemet = words.first { $0.kind == .quotationMark && ($0.text == "«" || $0.text == "»") }
        let opensInwards = firstGuillemet?.text == "»"
        let turns = usesRules ? turnParagraphs() : [:]
        var goesOn: Int?
        for (number, paragraph) in paragraphs.enumerated() {
            let range = paragraph.words
            var found = QuotedSpan.spans(in: words, of: range, paragraph: number, opensInwards: opensInwards)
            if opensWithDashes { found = Self.merged(found, dashSpans(of: range, paragraph: number)) }
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
            let firstDraft = candidates.count
            let opened = found.last.flatMap { !$0.isClosed ? $0 : nil }
            var skip: Int?
            var rest = range
            if let held, let close = spilled(into: range) {
                // The mark that was opened in the paragraph before closes here.
                candidates[held].content.append(range.lowerBound..<close)
                candidates[held].isOpen = false
                spans.append(
                    QuotedSpan(
                        words: range.lowerBound..<close, open: range.lowerBound, close: close, isClosed: true,
                        paragraph: number))
                for index in range.lowerBound..<close { words[index].span = spans.count - 1 }
                rest = close + 1..<range.upperBound
            } else if let held, let first = found.first, first.open == range.lowerBound {
                candidates[held].content.append(first.words)
                skip = first.open
                if !first.isClosed {
                    goesOn = held
                    continue
                }
                candidates[held].isOpen = false
                // Who speaks may be said at the very end.
                let next = found.count > 1 ? found[1].open : range.upperBound
                if candidates[held].source == nil || candidates[held].pattern == .following,
                    let end = attachedAfter(first, to: range.upperBound, nextOpen: next, paragraph: number)
                {
                    candidates[held].source = end.source
                    candidates[held].apposition = end.apposition
                    candidates[held].cue = end.cue
                    candidates[held].pattern = .attached
                    candidates[held].follows = nil
                }
            } else if usesRules, let first = found.first, first.open == range.lowerBound, number > 0,
                attachedAfter(
                    first, to: range.upperBound, nextOpen: found.count > 1 ? found[1].open : range.upperBound,
                    paragraph: number) == nil,
                let candidate = introduced(first, by: number - 1, paragraph: number)
            {
                candidates.append(candidate)
                skip = first.open
            } else if usesRules, signature(range, of: number - 1) {
                continue
            }
            let leader = held ?? (skip == nil ? nil : candidates.count - 1)
            if usesRules {
                var next = 0
                for sentence in sentences(of: rest, spans: found) {
                    let first = next
                    while next < found.count, found[next].open < sentence.upperBound { next += 1 }
                    scan(sentence, spans: found[first..<next], paragraph: number, skip: skip, held: leader)
                }
            } else {
                for span in found where span.words.count >= 6 {
                    candidates.append(
                        QuotationCandidate(
                            pattern: .bare, content: [span.words], paragraph: number, isOpen: !span.isClosed)
                    )
                }
            }
            if let opened, number + 1 < paragraphs.count, candidates.count > firstDraft {
                let next = paragraphs[number + 1].words
                if words[next.lowerBound].kind == .quotationMark || spilled(into: next) != nil,
                    let last = (firstDraft..<candidates.count).first(where: {
                        candidates[$0].content.last?.upperBound == opened.words.upperBound
                    })
                {
                    goesOn = last
                    candidates[last].isOpen = false
                }
            }
        }
    }

    /// The mark that closes a quotation of the paragraph before: the first double mark of a paragraph, where it closes.
    private func spilled(into range: Range<Int>) -> Int? {
        guard
            let mark = range.prefix(Self.mostSentenceWords).first(where: {
                words[$0].kind == .quotationMark && ["\"", "”", "“", "»", "«", "„"].contains(words[$0].text)
            }), mark > range.lowerBound, words[mark].text == "\"" || words[mark].text == "”", !words[mark].isAfterSpace
        else { return nil }
        return mark + 1 >= range.upperBound || words[mark + 1].isAfterSpace || words[mark + 1].kind != .word
            ? mark : nil
    }

    /// A quotation that the paragraph before leads to: X reports: / "…"
    func introduced(_ span: QuotedSpan, by number: Int, paragraph: Int) -> QuotationCandidate? {
        let range = paragraphs[number].words
        guard let last = range.last, words[last].is(":"), span.words.count > 3 else { return nil }
        let sentence = sentences(of: range, spans: []).last ?? range
        var candidate = QuotationCandidate(
            pattern: .introduced, content: [span.words], paragraph: paragraph, isOpen: !span.isClosed)
        if let (cue, source) = attribution(opening: sentence, to: last) {
            candidate.pattern = .attached
            candidate.cue = cue
            candidate.source = source.words
            candidate.apposition = source.apposition
            return candidate
        }
        let cue = sentence.reversed().first { isCue($0) && words[$0].roles.contains(.reports) }
        if let cue {
            candidate.pattern = .attached
            candidate.cue = cue..<cue + 1
        }
        let source =
            cue.flatMap { subject(of: $0, from: sentence.lowerBound, sentence: sentence, lastSource: nil) }
            ?? SourcePhrase.after(firstSubject(sentence), to: last, in: words)
        candidate.source = source?.words
        candidate.apposition = source?.apposition
        return candidate
    }

    /// Whose words a sentence says that it leads to: "According to the ministry:".
    func attribution(opening sentence: Range<Int>, to end: Int) -> (cue: Range<Int>, source: SourcePhrase)? {
        let first = sentence.lowerBound
        guard first + 2 < end, words[first].text == "according", words[first + 1].text == "to",
            let source = SourcePhrase.after(first + 2, to: end, in: words)
        else { return nil }
        return (first..<first + 2, source)
    }

    /// Whether a paragraph is the name under a quotation: "…" / — Name; it becomes the source.
    mutating func signature(_ range: Range<Int>, of number: Int) -> Bool {
        guard range.count >= 3, range.count <= 12, let last = candidates.indices.last,
            candidates[last].paragraph == number,
            candidates[last].source == nil, ["—", "–", "-"].contains(words[range.lowerBound].text),
            let source = SourcePhrase.after(range.lowerBound + 1, to: range.upperBound, in: words),
            words[source.words.lowerBound].isCapital
        else { return false }
        candidates[last].source = source.words
        candidates[last].apposition = source.apposition
        candidates[last].follows = nil
        candidates[last].pattern = .attached
        return true
    }
}
