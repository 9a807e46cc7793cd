import NewsModel

/// Joins the mentions of an article: the same words, a surname after the full name, an acronym after what it is short for.
enum EntityLinker {
    /// One entity while mentions are gathered.
    private struct Group {
        var mentions: [Int]
        var words: [UInt64]
        var fullest: Int
    }

    /// The entities of all mentions.
    static func entities(of names: [EntityMention], bytes: UnsafeBufferPointer<UInt8>) -> [Entity] {
        var groups: [Group] = []
        var byWords: [[UInt64]: Int] = [:]
        for (index, name) in names.enumerated() {
            if let known = byWords[name.words] {
                groups[known].mentions.append(index)
            } else {
                byWords[name.words] = groups.count
                groups.append(Group(mentions: [index], words: name.words, fullest: index))
            }
        }
        let kinds = groups.map { kind(of: $0.mentions, names) }
        let target = targets(groups, kinds, names, byWords, bytes)
        var joined: [Int: [Int]] = [:]
        for (place, other) in target.enumerated() { joined[other, default: []] += groups[place].mentions }
        let order = joined.map { (place: $0.key, mentions: sorted($0.value, names)) }
            .sorted { names[$0.mentions[0]].range.lowerBound < names[$1.mentions[0]].range.lowerBound }
            .prefix(EntityFinder.mostEntities)
        // All ranges at once in one pass over the body.
        var counter = CodePointCounter(bytes: bytes)
        var ranges = [CodePointRange?](repeating: nil, count: names.count)
        for index in names.indices.sorted(by: { names[$0].range.lowerBound < names[$1].range.lowerBound }) {
            if !names[index].isInHeadline { ranges[index] = counter.codePoints(of: names[index].range) }
        }
        return order.map { entry in
            let mentions = entry.mentions
            let group = groups[entry.place]
            let wrong = mentions.reduce(1.0) { min($0, 1 - names[$1].confidence) }
            return Entity(
                kind: EntityTag.kinds[kind(of: mentions, names)].kind,
                name: String(decoding: bytes[names[group.fullest].range], as: UTF8.self).split(
                    whereSeparator: \.isWhitespace
                )
                .joined(separator: " "),
                mentions: mentions.compactMap { ranges[$0] },
                isInHeadline: mentions.contains { names[$0].isInHeadline },
                confidence: 1 - wrong)
        }
    }

    private static func sorted(_ mentions: [Int], _ names: [EntityMention]) -> [Int] {
        mentions.sorted { names[$0].range.lowerBound < names[$1].range.lowerBound }
    }

    /// The kind that most of the mentions have, each as much as the tagger is sure of it.
    private static func kind(of mentions: [Int], _ names: [EntityMention]) -> Int {
        var votes = [Double](repeating: 0, count: EntityTag.kinds.count)
        for index in mentions { votes[names[index].kind] += names[index].confidence }
        return votes.indices.max { votes[$0] < votes[$1] } ?? 0
    }

    /// The group that each group belongs to: itself, or that of the full name.
    private static func targets(
        _ groups: [Group], _ kinds: [Int], _ names: [EntityMention], _ byWords: [[UInt64]: Int],
        _ bytes: UnsafeBufferPointer<UInt8>
    ) -> [Int] {
        var target = Array(groups.indices)
        // Full names of people by their last and first words; a name of two people joins neither.
        var people: [UInt64: Int] = [:]
        var acronyms: [[UInt8]: Int] = [:]
        let none = -1
        for (place, group) in groups.enumerated() {
            let kind = EntityTag.kinds[kinds[place]].kind
            if kind == .person, group.words.count > 1 {
                for word in Set([group.words[0], group.words[group.words.count - 1]]) {
                    people[word] = people[word] == nil ? place : none
                }
            } else if kind != .person, group.words.count > 1 {
                let initials = names[group.fullest].initials
                if initials.count > 1 { acronyms[initials] = acronyms[initials] == nil ? place : none }
            }
        }
        for (place, group) in groups.enumerated() where group.words.count == 1 {
            let name = names[group.fullest]
            if let full = people[group.words[0]], full != none,
                EntityTag.kinds[kinds[place]].kind == .person || names[group.fullest].confidence < surnameConfidence
            {
                target[place] = full
            } else if name.isAcronym {
                if let bracketed = bracketed(group, names, bytes) {
                    target[place] = byWords[names[bracketed].words] ?? place
                } else if let full = acronyms[name.letters], full != none {
                    target[place] = full
                }
            }
        }
        for place in target.indices where target[target[place]] != target[place] {
            target[place] = target[target[place]]
        }
        return target
    }

    /// A surname that was taken for something else, less surely than this, is the person all the same.
    private static let surnameConfidence = 0.7

    /// The organisation's mention right before an acronym in brackets.
    private static func bracketed(
        _ group: Group, _ names: [EntityMention], _ bytes: UnsafeBufferPointer<UInt8>
    ) -> Int? {
        for index in group.mentions where index > 0 && names[index].isInBrackets {
            let before = names[index - 1]
            let gap = names[index].range.lowerBound - before.range.upperBound
            if (1...2).contains(gap), before.words.count > 1, EntityTag.kinds[before.kind].kind != .person,
                letters(of: names[index].letters, standInOrderIn: bytes[before.range])
            {
                return index - 1
            }
        }
        return nil
    }

    /// Whether an acronym's letters come in its name one after the other, in any case: the Court of Justice of the European Union, of
    /// whose name the tagger finds the end alone, is the CJEU, and the European Union is not (Schwartz and Hearst, 2003).
    private static func letters(
        of acronym: [UInt8], standInOrderIn name: Slice<UnsafeBufferPointer<UInt8>>
    ) -> Bool {
        var rest = String(decoding: acronym, as: UTF8.self).lowercased()[...]
        for letter in String(decoding: name, as: UTF8.self).lowercased() where letter == rest.first {
            rest.removeFirst()
        }
        return rest.isEmpty
    }
}
