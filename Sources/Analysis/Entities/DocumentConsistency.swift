import NewsModel

/// One name means one thing in a document: mentions in the same words get the kind that most of them have, and places where the tagger passed over
/// a name that it knew elsewhere are added (after V. Krishnan, C. Manning 2006).
enum DocumentConsistency {
    /// A kind that so large a share of the mentions has, each as much as the tagger is sure, is that of all.
    private static let majority: Float = 0.6
    /// Mentions from which on a name is looked for elsewhere, and how sure they must be on average.
    private static let fewestMentions = 2
    private static let surely: Float = 0.8
    /// A mention that was added is right less often.
    private static let confidenceOfAdded: Float = 0.65
    /// Words of a name that is looked for.
    private static let mostWords = 6

    private struct Group {
        var votes = [Float](repeating: 0, count: EntityTag.kinds.count)
        var count = 0
        var sum: Float = 0
        var kind: Int { votes.indices.max { votes[$0] < votes[$1] } ?? 0 }
    }

    static func told(in mentions: [EntityTagger.Mention], of text: EntityText) -> [EntityTagger.Mention] {
        var groups: [[UInt64]: Group] = [:]
        func key(_ tokens: Range<Int>) -> [UInt64] { tokens.map { text.tokens[$0].folded } }
        for mention in mentions {
            let key = key(mention.tokens)
            groups[key, default: Group()].votes[mention.kind] += mention.confidence
            groups[key, default: Group()].count += 1
            groups[key, default: Group()].sum += mention.confidence
        }
        var told = mentions.map { mention in
            guard let group = groups[key(mention.tokens)], group.count > 1, group.kind != mention.kind,
                group.votes[group.kind] >= majority * group.sum
            else { return mention }
            return EntityTagger.Mention(
                tokens: mention.tokens, kind: group.kind, confidence: min(mention.confidence, confidenceOfAdded))
        }
        var small: Set<UInt64> = []
        for token in text.tokens where token.form == .small { small.insert(token.folded) }
        var known: [UInt64: [(key: [UInt64], kind: Int)]] = [:]
        for (key, group) in groups
        where group.count >= fewestMentions && group.sum >= surely * Float(group.count) && key.count <= mostWords {
            guard key.count > 1 || !small.contains(key[0]) else { continue }
            known[key[0], default: []].append((key, group.kind))
        }
        guard !known.isEmpty else { return told }
        for first in known.keys { known[first]?.sort { ($0.key.count, $1.kind) > ($1.key.count, $0.kind) } }
        var isTaken = [Bool](repeating: false, count: text.tokens.count)
        for mention in told { for token in mention.tokens { isTaken[token] = true } }
        var added: [EntityTagger.Mention] = []
        for sentence in text.sentences {
            for index in sentence where !isTaken[index] && text.tokens[index].isCapital {
                let candidates = known[text.tokens[index].folded] ?? []
                guard
                    let name = candidates.first(where: { name in
                        index + name.key.count <= sentence.upperBound
                            && name.key.indices.allSatisfy {
                                text.tokens[index + $0].folded == name.key[$0] && !isTaken[index + $0]
                            }
                            && text.tokens[index + name.key.count - 1].isCapital
                    })
                else { continue }
                let tokens = index..<index + name.key.count
                for token in tokens { isTaken[token] = true }
                added.append(EntityTagger.Mention(tokens: tokens, kind: name.kind, confidence: confidenceOfAdded))
            }
        }
        guard !added.isEmpty else { return told }
        told += added
        told.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        return told
    }
}
