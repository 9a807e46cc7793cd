import NewsModel

/// Knows whom an article has named so far, and makes a full name of a surname, an office or a pronoun.
struct SpeakerResolver {
    /// Who speaks, as far as a mention and what came before tell.
    struct Speaker {
        var name: String?
        var title: String?
        var organization: String?
        var isFemale: Bool?
        var isPerson = false
    }

    /// Words of a name with its titles; longer runs of capitals are headlines.
    private static let mostNameWords = 12

    private let words: [QuotationWord]
    private let scalars: [Unicode.Scalar]
    private var fullNames: [String: String] = [:]
    private var known: [String: Speaker] = [:]
    private var recent: [String] = []
    /// The place up to which names were collected.
    private var seen = 0

    init(words: [QuotationWord], scalars: [Unicode.Scalar], entities: [Entity]) {
        self.words = words
        self.scalars = scalars
        for entity in entities where entity.kind == .person {
            let parts = entity.name.split(separator: " ")
            if parts.count > 1, let last = parts.last { fullNames[last.lowercased()] = entity.name }
        }
    }

    /// The speaker of a mention.
    mutating func speaker(of source: Range<Int>, apposition: Range<Int>?) -> Speaker {
        collect(upTo: source.upperBound)
        if source.count == 1, words[source.lowerBound].roles.contains(.subjectPronoun) {
            return pronoun(words[source.lowerBound])
        }
        var described = describe(source)
        if let apposition, !apposition.isEmpty {
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
        }
        guard let name = described.name else {
            // "the minister": the last one who was called so.
            if described.organization == nil, words[source].count <= 3, let role = words[source].last,
                role.roles.contains(.office),
                words[source.lowerBound].roles.contains(.determiner),
                let earlier = recent.last(where: { known[$0]?.title?.lowercased().hasSuffix(role.text) ?? false }),
                let speaker = known[earlier]
            {
                remember(speaker, earlier)
                return speaker
            }
            return described
        }
        let surname = name.split(separator: " ").last.map { $0.lowercased() } ?? name.lowercased()
        if let full = fullNames[surname], name.split(separator: " ").count == 1 {
            described.name = full
            described.isPerson = true
        }
        let key = described.name ?? name
        if let earlier = known[key] {
            described.title = described.title ?? earlier.title
            described.organization = described.organization ?? earlier.organization
            described.isFemale = described.isFemale ?? earlier.isFemale
            described.isPerson = described.isPerson || earlier.isPerson
        }
        if key.contains(" "), described.title != nil || fullNames[surname] == key { described.isPerson = true }
        remember(described, key)
        return described
    }

    private mutating func remember(_ speaker: Speaker, _ key: String) {
        known[key] = speaker
        if recent.last != key { recent.append(key) }
        if recent.count > 256 { recent.removeFirst(128) }
    }

    private func pronoun(_ word: QuotationWord) -> Speaker {
        guard word.text == "he" || word.text == "she" || word.text == "er" || word.text == "il" || word.text == "elle"
        else { return Speaker() }
        let isFemale = word.roles.contains(.female)
        for key in recent.reversed().prefix(12) {
            guard let speaker = known[key], speaker.isPerson else { continue }
            if let known = speaker.isFemale, known != isFemale { continue }
            return speaker
        }
        return Speaker()
    }

    // MARK: Phrases

    /// Name, title and organisation of a phrase.
    private func describe(_ range: Range<Int>) -> Speaker {
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

    private func isNamePart(_ place: Int) -> Bool {
        let word = words[place]
        guard word.kind == .word, word.isCapital else { return false }
        if !word.roles.isDisjoint(with: [.preposition, .conjunction, .subjectPronoun, .adverb, .time]),
            word.roles.isDisjoint(with: [.office, .male, .female, .nameParticle])
        {
            return false
        }
        return !word.roles.contains(.determiner)
    }

    private func withoutArticle(_ range: Range<Int>) -> Range<Int> {
        var range = range
        while range.count > 1, words[range.lowerBound].roles.contains(.determiner) {
            range = range.lowerBound + 1..<range.upperBound
        }
        return range
    }

    /// Title and organisation of "the head of the Defense Ministry's Political-Military Bureau" or "a spokesman for the UN".
    private func office(in range: Range<Int>) -> (title: String, organization: String?, place: Int)? {
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

    private func name(endingAt end: Int, from start: Int) -> String? {
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

    // MARK: Names so far

    /// Files the full names between the last place and this one.
    private mutating func collect(upTo end: Int) {
        while seen < end {
            guard isNamePart(seen) else { seen += 1; continue }
            let first = seen
            while seen < words.count, seen - first < Self.mostNameWords,
                isNamePart(seen)
                    || words[seen].roles.contains(.nameParticle) && seen + 1 < words.count && isNamePart(seen + 1)
            {
                seen += 1
                if words[seen - 1].isGenitive { break }
            }
            var run = first..<seen
            var isTitled = false
            while let head = run.first,
                words[head].roles.contains(.courtesy)
                    || words[run].dropLast().contains(where: { $0.roles.contains(.office) })
            {
                run = head + 1..<run.upperBound
                isTitled = true
            }
            guard (2...5).contains(run.count), let last = run.last, !words[last].roles.contains(.office),
                !words[last].roles.contains(.body)
            else { continue }
            let name = phrase(run)
            let isGiven = !words[run.lowerBound].roles.isDisjoint(with: [.male, .female])
            let hasOffice = seen + 1 < words.count && words[seen].is(",")
            let key = words[last].text
            if fullNames[key] == nil || isGiven && !(known[fullNames[key] ?? ""]?.isPerson ?? false) {
                fullNames[key] = name
            }
            guard isGiven || isTitled || hasOffice, known[name] == nil else { continue }
            var speaker = Speaker(name: name)
            speaker.isPerson = isGiven || isTitled
            let gender = words[run.lowerBound].roles.intersection([.male, .female])
            if gender == .male { speaker.isFemale = false } else if gender == .female { speaker.isFemale = true }
            if first < run.lowerBound {
                for word in words[first..<run.lowerBound] where !word.roles.isDisjoint(with: [.male, .female]) {
                    speaker.isFemale = word.roles.contains(.female)
                }
                let title = words[run.lowerBound - 1].roles.contains(.courtesy) ? nil : phrase(first..<run.lowerBound)
                speaker.title = title
            }
            remember(speaker, name)
        }
    }
}
