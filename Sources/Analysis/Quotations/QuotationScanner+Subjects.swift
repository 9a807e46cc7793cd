/// Cues and their subjects.
extension QuotationScanner {
    /// Whether a word is a verb of reporting here, not a noun of the same form.
    func isCue(_ index: Int) -> Bool {
        let word = words[index]
        guard word.kind == .word, word.span < 0, !word.isGenitive,
            !word.roles.isDisjoint(with: [.reports, .believes, .labels])
        else { return false }
        if word.isCapital, index > 0, words[index - 1].kind == .word { return false }
        if word.roles.contains(.isBase) || word.text.hasSuffix("s"), isAfterPluralGenitive(index) { return false }
        guard index > 0, words[index - 1].kind == .word else { return true }
        let before = words[index - 1]
        if before.isGenitive || word.roles.contains(.isGerund) && before.text == "in" { return false }
        if word.roles.contains(.isBase) || word.text.hasSuffix("s") {
            if before.roles.contains(.determiner), !before.roles.contains(.subjectPronoun) { return false }
            if before.roles.contains(.preposition), before.text != "to" { return false }
            if Self.beforeNouns.contains(before.text) { return false }
        }
        // "without giving detail", "a think tank"
        if word.roles.contains(.isBase), before.roles.contains(.isGerund) || before.text.hasSuffix("ing") {
            return false
        }
        if word.text == "think", index + 1 < words.count, words[index + 1].text.hasPrefix("tank") { return false }
        if word.text == "written" || word.text == "spoken" { return Self.perfect.contains(before.text) }
        if before.roles.contains(.determiner), !before.roles.contains(.subjectPronoun),
            !before.roles.contains(.conjunction)
        {
            return false
        }
        return true
    }

    /// Whether an apostrophe behind an s stands before a word: "the secretaries' notes".
    private func isAfterPluralGenitive(_ index: Int) -> Bool {
        guard index > 1, words[index - 1].kind == .quotationMark, !words[index - 1].isAfterSpace else { return false }
        let owner = words[index - 2]
        return ["'", "’"].contains(words[index - 1].text) && owner.kind == .word && owner.span < 0
            && owner.text.hasSuffix("s")
    }

    /// Who does what a verb says: the phrase before it, or whoever spoke before in the sentence.
    func subject(of cue: Int, from: Int, sentence: Range<Int>, lastSource: SourcePhrase?) -> SourcePhrase? {
        let isAdjacent = cue > from && words[cue - 1].kind == .word
        if !words[cue].roles.contains(.isGerund) || isAdjacent,
            let found = SourcePhrase.before(cue, from: from, in: words).flatMap({ ownSubject($0, of: cue) })
        {
            // "Brandt, who says": the clause begins at the pronoun, and who that is stands before it.
            if found.words.count == 1, words[found.words.lowerBound].text == "who", from > sentence.lowerBound,
                let known = SourcePhrase.before(cue, from: sentence.lowerBound, in: words)
            {
                return known
            }
            return found
        }
        if let lastSource { return lastSource }
        let first = firstSubject(sentence)
        guard first < cue else { return nil }
        let phrase = SourcePhrase.after(first, to: cue, in: words)
        // "…, calling it a show": the subject of the main clause, which a name tells best.
        if let phrase, words[phrase.words.lowerBound].roles.isDisjoint(with: [.reports]),
            !words[phrase.words.lowerBound].text.hasSuffix("ed"), words[phrase.words.lowerBound].text != "held",
            phrase.words.contains(where: {
                mentions[$0] != nil || !words[$0].roles.isDisjoint(with: [.office, .body, .subjectPronoun])
            })
        {
            return phrase
        }
        if let phrase, words[first].isCapital, first == sentence.lowerBound, words[first].roles.isEmpty {
            return phrase
        }
        return mainSubject(of: sentence, before: cue) ?? phrase
    }

    /// A phrase without what only enumerates or accompanies: none of "firms, including Uber, announced"; "some analysts" of
    /// "with some analysts suggesting".
    private func ownSubject(_ phrase: SourcePhrase, of cue: Int) -> SourcePhrase? {
        let first = phrase.words.lowerBound
        if Self.enumerating.contains(words[first].text) { return nil }
        guard words[cue].roles.contains(.isGerund),
            let with = phrase.words.dropLast().last(where: { words[$0].text == "with" })
        else { return phrase }
        return SourcePhrase(words: with + 1..<phrase.words.upperBound, apposition: phrase.apposition)
    }

    /// The first person or body of a sentence that is no object: who does what a participle behind a comma says.
    func mainSubject(of sentence: Range<Int>, before cue: Int) -> SourcePhrase? {
        var place = sentence.lowerBound
        while place < cue {
            guard let mention = mentions[place] else {
                place += 1
                continue
            }
            place = max(place + 1, mention.words.upperBound)
            let kind = mentions.kind(mention)
            guard kind == .person || kind == .organization, mention.words.upperBound < cue,
                words[mention.words.lowerBound].span < 0, !words[mention.words.upperBound - 1].isGenitive
            else { continue }
            var before = mention.words.lowerBound
            while before > sentence.lowerBound, mentions[before - 1] == nil,
                words[before - 1].kind == .word,
                words[before - 1].isCapital
                    || !words[before - 1].roles.isDisjoint(with: [.determiner, .courtesy, .office])
            { before -= 1 }
            if before > sentence.lowerBound, words[before - 1].roles.contains(.preposition) { continue }
            return SourcePhrase(words: mention.words, apposition: nil)
        }
        return nil
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

    /// Whether the subject of a verb does not speak: who was told something, or the reader ("you know").
    func isHearer(of cue: Int, _ source: SourcePhrase, from start: Int) -> Bool {
        if source.words.count == 1, words[source.words.lowerBound].text == "you" { return true }
        guard !words[cue].roles.isDisjoint(with: [.addresses, .directs, .labels]), !words[cue].roles.contains(.isBase),
            !words[cue].text.hasSuffix("ing"), cue > start
        else { return false }
        var place = cue - 1
        while place > start, words[place].roles.contains(.adverb) { place -= 1 }
        // "when asked if she knew, Venn said": whoever is named later was asked.
        return Self.passives.contains(words[place].text) || ["when", "if", "once"].contains(words[place].text)
    }

    /// Words after which a form that may be verb or noun is the noun: "other projects", "press reports".
    private static let beforeNouns: Set<String> = [
        "other", "press", "media", "news", "new", "latest", "recent", "previous", "first", "last", "more", "own",
        "same", "such",
        "early", "earlier", "final", "initial", "official", "similar", "several", "many", "further", "annual", "public",
    ]
    /// Words that open a list of examples, which are not the subject.
    private static let enumerating: Set<String> = ["including", "namely", "especially", "excluding"]
    private static let perfect: Set<String> = ["has", "have", "had", "having", "he's", "she's", "i've", "they've"]
    static let passives: Set<String> = ["was", "were", "is", "are", "been", "being", "be"]
}
