/// Cues and their subjects.
extension QuotationScanner {
    /// Whether a word is a verb of reporting here, not a noun of the same form.
    func isCue(_ index: Int) -> Bool {
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

    /// Who does what a verb says: the phrase before it, or whoever spoke before in the sentence.
    func subject(of cue: Int, from: Int, sentence: Range<Int>, lastSource: SourcePhrase?) -> SourcePhrase? {
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

    /// The place of a sentence's first subject: after a phrase that ends in a comma.
    func firstSubject(_ sentence: Range<Int>) -> Int {
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
}
