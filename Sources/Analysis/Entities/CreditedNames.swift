import NewsModel

/// The people and outlets of an article's credits, which are names wherever the article has them, whatever the tagger took them for.
struct CreditedNames {
    /// A name in tokens, and the index of its kind in `EntityTag.kinds`.
    private struct Name {
        var tokens: [UInt64]
        var kind: Int
    }

    /// A credit line says by its form who is named in it; only the line itself may have been taken for one wrongly.
    private static let confidence: Float = 0.9
    /// One word alone is too often another word.
    private static let fewestTokens = 2

    /// By their first tokens, the longest first.
    private var names: [UInt64: [Name]] = [:]

    /// The names of some credits.
    init(_ credits: [Credit]) {
        for credit in credits {
            add(credit.person, kind: .person)
            add(credit.outlet, kind: .organization)
        }
        for first in names.keys { names[first]?.sort { $0.tokens.count > $1.tokens.count } }
    }

    private mutating func add(_ name: String?, kind: Entity.Kind) {
        guard let name, name.utf8.count <= EntityFinder.longestName,
            let kind = EntityTag.kinds.firstIndex(where: { $0.kind == kind })
        else { return }
        let tokens = Array(name.utf8).withUnsafeBufferPointer { bytes in
            var tokenizer = EntityTokenizer()
            tokenizer.add(bytes, in: 0..<bytes.count)
            return tokenizer.text.tokens.map(\.folded)
        }
        guard tokens.count >= Self.fewestTokens else { return }
        names[tokens[0], default: []].append(Name(tokens: tokens, kind: kind))
    }

    /// The mentions with those that overlap a credited name replaced by it, in order.
    func added(to mentions: [EntityTagger.Mention], of text: EntityText) -> [EntityTagger.Mention] {
        guard !names.isEmpty else { return mentions }
        var found: [EntityTagger.Mention] = []
        for sentence in text.sentences {
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                guard let name = name(at: index, to: sentence.upperBound, of: text) else {
                    index += 1
                    continue
                }
                let end = index + name.tokens.count
                found.append(EntityTagger.Mention(tokens: index..<end, kind: name.kind, confidence: Self.confidence))
                index = end
            }
        }
        guard !found.isEmpty else { return mentions }
        var kept: [EntityTagger.Mention] = []
        var place = 0
        for mention in mentions {
            while place < found.count, found[place].tokens.upperBound <= mention.tokens.lowerBound {
                kept.append(found[place])
                place += 1
            }
            if place < found.count, found[place].tokens.overlaps(mention.tokens) {
                // "Ann Lee of The Courier" may be one mention for the tagger and two names here: each is kept once it is passed.
                continue
            }
            kept.append(mention)
        }
        return kept + found[place...]
    }

    private func name(at index: Int, to end: Int, of text: EntityText) -> Name? {
        guard text.tokens[index].isCapital, let candidates = names[text.tokens[index].folded] else { return nil }
        return candidates.first { name in
            let last = index + name.tokens.count - 1
            return last < end && text.tokens[last].isCapital
                && name.tokens.indices.allSatisfy { text.tokens[index + $0].folded == name.tokens[$0] }
        }
    }
}
