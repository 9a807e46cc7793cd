/// What the words of a phrase say of a speaker: name, title and organisation.
extension SpeakerResolver {
    /// Name, title and organisation of a phrase and of the apposition beside it.
    func describe(_ source: Range<Int>, apposition: Range<Int>?) -> Speaker {
        var described = describe(source)
        guard let apposition, !apposition.isEmpty else { return described }
        let other = describe(apposition)
        // "Prime Minister, Orla Venn": a phrase that ends in an office is no name, however it is written.
        let isOffice = words[source].last?.roles.contains(.office) ?? false
        let isName =
            (described.name == nil || isOffice) && other.name != nil && other.title == nil && apposition.count <= 5
            && words[apposition].allSatisfy { $0.isCapital || $0.roles.contains(.nameParticle) }
        if isName {
            if described.title == nil { described.title = phrase(withoutArticle(source)) }
            described.name = other.name
            described.isPerson = true
            described.isFemale = described.isFemale ?? other.isFemale
        } else if described.name != nil, let office = office(in: apposition) {
            if described.title == nil { described.title = office.title }
            described.organization = described.organization ?? office.organization
            described.isPerson = true
            described.isFemale = described.isFemale ?? other.isFemale
        }
        return described
    }

    /// Name, title and organisation of a phrase.
    func describe(_ range: Range<Int>) -> Speaker {
        var speaker = Speaker()
        for word in words[range] where !word.roles.isDisjoint(with: [.male, .female]) {
            if word.roles.contains(.male) != word.roles.contains(.female) {
                speaker.isFemale = word.roles.contains(.female)
            }
            break
        }
        // The last run of capitalised words that is no organisation of an office: "Defense Minister Benny Gantz".
        var run: Range<Int>?
        var place = range.lowerBound
        while place < range.upperBound {
            guard isNamePart(place) else { place += 1; continue }
            let first = place
            while place < range.upperBound,
                isNamePart(place)
                    || words[place].roles.contains(.nameParticle) && place + 1 < range.upperBound
                        && isNamePart(place + 1)
            {
                place += 1
                if words[place - 1].isGenitive { break }
            }
            let isObject = first > range.lowerBound && words[first - 1].roles.contains(.preposition)
            if !isObject
                || run == nil
                    && !words[range.lowerBound..<first].contains(where: {
                        $0.roles.contains(.office) || $0.roles.contains(.body)
                    })
            {
                if run == nil || !words[first - 1].roles.contains(.preposition) { run = first..<place }
            }
        }
        if let office = office(in: range) {
            speaker.title = office.title
            speaker.organization = office.organization
        }
        guard var run else { return speaker }
        // "a top Elmish defence official": what stands before an office in small letters says which one, and names nobody.
        if run.upperBound < range.upperBound, words[run.upperBound].kind == .word, !words[run.upperBound].isCapital,
            !words[run.upperBound - 1].isGenitive,
            let office = (run.upperBound..<range.upperBound).prefix(while: {
                words[$0].kind == .word && !words[$0].isCapital && !words[$0].roles.contains(.preposition)
            }).first(where: { words[$0].roles.contains(.office) })
        {
            speaker.title = phrase(withoutArticle(range.lowerBound..<office + 1))
            return speaker
        }
        // Courtesy titles are no part of a name; offices before it are the title.
        if let last = run.last(where: { words[$0].roles.contains(.office) && !words[$0].roles.contains(.nameParticle) }
        ), last + 1 < run.upperBound {
            let start = withoutArticle(range).lowerBound
            if last >= start,
                !words[start...last].contains(where: { $0.roles.contains(.preposition) }) || speaker.title == nil
            {
                speaker.title = phrase(start..<last + 1)
            }
            run = last + 1..<run.upperBound
            speaker.isPerson = true
        }
        while run.count > 0, words[run.lowerBound].roles.contains(.courtesy) {
            run = run.lowerBound + 1..<run.upperBound
            speaker.isPerson = true
        }
        guard !run.isEmpty, !words[run.upperBound - 1].isGenitive || run.upperBound == range.upperBound else {
            return speaker
        }
        if words[run].contains(where: { $0.roles.contains(.office) }), run.count == 1 { return speaker }
        if run.lowerBound > range.lowerBound, speaker.title == nil {
            let before = withoutArticle(range.lowerBound..<run.lowerBound)
            if let last = before.last, words[last].roles.contains(.office) {
                speaker.title = phrase(before)
                speaker.isPerson = true
            }
        }
        // "a spokesman for the UN": the name is whom he speaks for.
        if let office = office(in: range), office.place < run.lowerBound,
            words[office.place..<run.lowerBound].contains(where: { $0.roles.contains(.preposition) })
        {
            speaker.organization = speaker.organization ?? phrase(run)
            return speaker
        }
        // "the company" is no name, and "Monday" neither.
        speaker.name = phrase(run)
        return speaker
    }

    func isNamePart(_ place: Int) -> Bool {
        let word = words[place]
        guard word.kind == .word, word.isCapital else { return false }
        if !word.roles.isDisjoint(with: [.preposition, .conjunction, .subjectPronoun, .adverb, .time]),
            word.roles.isDisjoint(with: [.office, .male, .female, .nameParticle])
        {
            return false
        }
        return !word.roles.contains(.determiner)
    }

    func withoutArticle(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while range.count > 1, words[range.lowerBound].roles.contains(.determiner) {
            range = range.lowerBound + 1..<range.upperBound
        }
        return range
    }

    /// Title and organisation of "the head of the Defense Ministry's Political-Military Bureau" or "a spokesman for the UN".
    func office(in range: Range<Int>) -> (title: String, organization: String?, place: Int)? {
        // A relative clause and a second apposition say other things.
        var end = range.lowerBound
        while end < range.upperBound, words[end].kind == .word || words[end].is("&"),
            !["who", "which", "whose", "that", "while", "when"].contains(words[end].text),
            !words[end].roles.contains(.isGerund)
        { end += 1 }
        let range = range.lowerBound..<end
        guard
            let place = range.first(where: {
                words[$0].roles.contains(.office) && !words[$0].roles.contains(.male)
                    || words[$0].roles.contains(.office) && !words[$0].isCapital
            })
        else { return nil }
        var last = place
        while last + 1 < range.upperBound, words[last + 1].roles.contains(.office),
            words[last + 1].isCapital == words[last].isCapital
        { last += 1 }
        var start = place
        while start > range.lowerBound, words[start - 1].kind == .word, !words[start - 1].roles.contains(.determiner),
            !words[start - 1].isGenitive, !words[start - 1].roles.contains(.preposition), words[start - 1].text != "and"
        { start -= 1 }
        let genitive =
            start > range.lowerBound && words[start - 1].isGenitive && words[start - 1].isCapital
            ? name(endingAt: start, from: range.lowerBound) : nil
        let next = last + 1
        guard next + 1 < range.upperBound, words[next].roles.contains(.preposition),
            ["of", "for", "at", "with", "in"].contains(words[next].text)
        else {
            return (phrase(start..<last + 1), genitive, place)
        }
        let object = withoutArticle(next + 1..<range.upperBound)
        // "the Defense Ministry's Political-Military Bureau"
        if let owner = object.first(where: { words[$0].isGenitive }), owner + 1 < object.upperBound,
            words[object.lowerBound].isCapital
        {
            let part = owner + 1..<object.upperBound
            let article = words[next + 1].roles.contains(.determiner) ? words[next + 1].text + " " : ""
            return (
                phrase(start..<last + 1) + " " + words[next].text + " " + article + phrase(part),
                phrase(object.lowerBound..<owner + 1), place
            )
        }
        // "head of the Bureau at the Ministry"
        if let at = object.first(where: { ["at", "in", "for"].contains(words[$0].text) }), at + 1 < object.upperBound {
            let body = withoutArticle(at + 1..<object.upperBound)
            if words[body.lowerBound].isCapital { return (phrase(start..<at), phrase(body), place) }
        }
        if words[object.lowerBound].isCapital {
            var stop = object.lowerBound
            while stop < object.upperBound,
                words[stop].isCapital || ["of", "for", "and", "the"].contains(words[stop].text)
            { stop += 1 }
            while stop > object.lowerBound, !words[stop - 1].isCapital { stop -= 1 }
            return (phrase(start..<last + 1), phrase(object.lowerBound..<stop), place)
        }
        return (phrase(start..<object.upperBound), genitive, place)
    }

    func name(endingAt end: Int, from start: Int) -> String? {
        var first = end
        while first > start, words[first - 1].kind == .word, words[first - 1].isCapital,
            !words[first - 1].roles.contains(.determiner)
        { first -= 1 }
        return first < end ? phrase(first..<end) : nil
    }

    /// The text of words, without a genitive at the end.
    func phrase(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        let end = words[last].end - (words[last].isGenitive ? 2 : 0)
        var text = String.UnicodeScalarView()
        for scalar in scalars[words[first].start..<max(end, words[first].start)] {
            text.append(scalar.value <= 0x20 ? " " : scalar)
        }
        return String(text)
    }
}
