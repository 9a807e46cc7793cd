import NewsModel

/// What the text before a place tells of its people: titles, organisations and names that have the form of a person's.
extension SpeakerResolver {
    /// Files titles, organisations and names by form between the last place and this one.
    mutating func collect(upTo end: Int) {
        while seen < end {
            if let mention = mentions[seen] {
                if entities[mention.entity].kind == .person { describe(mention) }
                seen = max(seen + 1, mention.words.upperBound)
                continue
            }
            guard isNamePart(seen) else {
                seen += 1
                continue
            }
            collectFormed()
        }
    }

    /// Title and organisation of a person as they stand around a mention: "Harbour Minister Edda Ostrander", "Ruben Falk, head of the Bureau,".
    mutating func describe(_ mention: EntityMentions.Mention) {
        guard var speaker = known[mention.entity] else { return }
        let (start, end) = (mention.words.lowerBound, mention.words.upperBound)
        if speaker.title == nil, start > 0, words[start - 1].roles.contains(.office),
            words[start - 1].roles.isDisjoint(with: [.courtesy])
        {
            var first = start - 1
            while first > 0, words[first - 1].kind == .word, start - first < 6,
                words[first - 1].isCapital || words[first - 1].roles.contains(.office),
                words[first - 1].roles.isDisjoint(with: [.preposition, .conjunction, .determiner, .reports])
            { first -= 1 }
            speaker.title = phrase(first..<start)
        }
        if end + 1 < words.count, words[end].is(",") || words[end].is("(") {
            var close = end + 1
            while close < words.count, close - end < 24, words[close].kind != .quotationMark, !words[close].is(","),
                !words[close].is(")"), !words[close].endsSentence
            { close += 1 }
            // An age stands before the office.
            if close - end == 2, close < words.count, words[close].is(","), words[end + 1].text.first?.isNumber ?? false
            {
                let first = close + 1
                close = first
                while close < words.count, close - first < 24, words[close].kind != .quotationMark,
                    !words[close].is(","), !words[close].endsSentence
                { close += 1 }
                if let office = office(in: first..<close), speaker.title == nil {
                    (speaker.title, speaker.organization) = (office.title, office.organization ?? speaker.organization)
                }
            } else if close > end + 1, let office = office(in: end + 1..<close), office.place - end <= 8,
                speaker.title == nil || speaker.organization == nil
            {
                speaker.title = speaker.title ?? office.title
                speaker.organization = speaker.organization ?? office.organization
            }
        }
        known[mention.entity] = speaker
    }

    /// Files a run of capitals that is a person's name by its form.
    mutating func collectFormed() {
        let first = seen
        while seen < words.count, seen - first < Self.mostNameWords,
            isNamePart(seen) && mentions[seen] == nil
                || words[seen].roles.contains(.nameParticle) && seen + 1 < words.count && isNamePart(seen + 1)
                    && seen > first
        {
            seen += 1
            if words[seen - 1].isGenitive { break }
        }
        if seen == first { seen += 1 }
        var run = first..<seen
        var isTitled = false
        while let head = run.first,
            words[head].roles.contains(.courtesy)
                || words[run].dropLast().contains(where: { $0.roles.contains(.office) })
        {
            run = head + 1..<run.upperBound
            isTitled = true
        }
        guard (2...5).contains(run.count) || isTitled && run.count == 1, let last = run.last,
            !words[last].roles.contains(.office),
            !words[last].roles.contains(.body)
        else { return }
        let isGiven = GivenNames.contains(words[run.lowerBound].text)
        let hasAge =
            seen + 2 < words.count && words[seen].is(",") && (words[seen + 1].text.first?.isNumber ?? false)
            && words[seen + 1].text.utf8.count == 2
        // Without any entities the capitals alone tell.
        let hasOffice = entities.isEmpty && run.count >= 2
        guard isGiven || isTitled || hasAge || hasOffice else { return }
        let name = phrase(run)
        formed.append((run, name))
        guard knownNames[name] == nil else { return }
        var speaker = Speaker(name: name)
        speaker.isPerson = isGiven || isTitled || hasAge
        speaker.kind = .person
        speaker.isFemale = GivenNames.isFemale(words[run.lowerBound].text)
        for word in words[first..<run.lowerBound] where !word.roles.isDisjoint(with: [.male, .female]) {
            speaker.isFemale = word.roles.contains(.female)
        }
        if first < run.lowerBound, !words[run.lowerBound - 1].roles.contains(.courtesy) {
            speaker.title = phrase(first..<run.lowerBound)
        }
        knownNames[name] = speaker
    }
}
