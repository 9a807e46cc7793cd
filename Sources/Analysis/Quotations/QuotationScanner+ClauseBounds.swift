/// Where a reported clause begins and ends.
extension QuotationScanner {
    /// Whether the words between a cue and its `that` only say to whom, when and where.
    func isFiller(_ range: Range<Int>, addresses: Bool) -> Bool {
        if range.isEmpty { return true }
        if hasFiniteVerb(range) { return false }
        if addresses { return true }
        let first = words[range.lowerBound]
        return first.roles.contains(.preposition) || first.roles.contains(.time) || first.roles.contains(.adverb)
            || first.is(",") || range.count == 1 && (first.isCapital || first.roles.contains(.subjectPronoun))
            || ["last", "late", "earlier", "this", "early"].contains(first.text)
    }

    /// Whether a `that` opens what is said of a noun: "in a vote that drew cheers".
    func isRelative(_ that: Int, after cue: Int) -> Bool {
        guard that > cue, that + 1 < words.count else { return false }
        let next = words[that + 1]
        return next.kind == .word && !next.isCapital
            && (next.roles.contains(.auxiliary) || Self.commonVerbs.contains(next.text) || next.text == "drew")
    }

    /// The place after words that say when and where something was said.
    func afterFiller(_ start: Int, _ end: Int) -> Int {
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

    /// Whether a finite verb comes before any relative clause: "announced the winner who had built it" reports no clause.
    func hasOwnVerb(_ range: Range<Int>) -> Bool {
        for place in range {
            if place > range.lowerBound, opensRelative(place) { return false }
            if isFiniteVerb(place, in: range) { return true }
        }
        return false
    }

    private func opensRelative(_ place: Int) -> Bool {
        guard words[place].roles.contains(.conjunction) || words[place].roles.contains(.determiner) else {
            return false
        }
        let text = words[place].text
        return ["which", "who", "whose", "whom", "where", "when"].contains(text)
            || text == "that" && words[place - 1].kind == .word && !words[place - 1].roles.contains(.auxiliary)
    }

    func startsClause(_ place: Int) -> Bool {
        let word = words[place]
        if word.kind == .quotationMark { return true }
        guard word.kind == .word else { return false }
        if word.text == "more", place + 1 < words.count, words[place + 1].text == "than" { return true }
        return !["to", "of", "and", "at", "about", "for", "as", "like", "more", "or", "with", "from", "into", "on"]
            .contains(word.text)
    }

    func hasFiniteVerb(_ range: Range<Int>) -> Bool { range.contains { isFiniteVerb($0, in: range) } }

    private func isFiniteVerb(_ place: Int, in range: Range<Int>) -> Bool {
        let word = words[place]
        guard word.kind == .word else { return false }
        if word.roles.contains(.auxiliary) || word.text.contains("'") { return true }
        if !word.isCapital, word.text.utf8.count > 3, word.text.hasSuffix("ed"), place > range.lowerBound {
            return true
        }
        if place > range.lowerBound, words[place - 1].roles.contains(.subjectPronoun),
            !words[place - 1].roles.contains(.determiner)
        {
            return true
        }
        return word.roles.contains(.reports) || word.roles.contains(.believes) || Self.commonVerbs.contains(word.text)
    }

    static let commonVerbs: Set<String> = [
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
    func clauseEnd(from start: Int, to end: Int) -> Int {
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
                if words[place - 1].kind == .quotationMark, hasCue(place + 1..<min(place + 16, end)) { return place }
                if hasCue(place + 1..<min(place + 3, end)) || words[place + 1].text == "refused"
                    || words[place + 1].text == "declined"
                {
                    return place
                }
            } else if word.is(";") {
                return place
            }
        }
        return end
    }

    func hasCue(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty else { return false }
        return range.contains {
            words[$0].span < 0 && isCue($0) && words[$0].roles.contains(.reports) && !words[$0].roles.contains(.isBase)
        }
    }
}
