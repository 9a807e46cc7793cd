/// What an article is about, for comparing it with others: its words and names with their weights.
///
/// Words of the headline and the lead count double, as news tells the event first; names (words that are written with a
/// capital inside sentences and never without) count double again, and two names in a row are a term of their own.
public struct StoryTerms: Sendable {
    /// Hashes of the terms, in order.
    let terms: [UInt32]
    /// The weight of each term within the article: 1 + the logarithm of its weighted count.
    let weights: [Float]

    /// Words after the headline that are the lead.
    private static let leadWords = 60
    private static let leadWeight: Float = 2
    private static let nameWeight: Float = 2
    /// Words that are looked at; an article says what it is about before that.
    private static let mostWords = 4_000
    /// Terms that are kept, the heaviest.
    private static let mostTerms = 400

    /// The terms of an article.
    /// - Parameters:
    ///   - headline: The headline, or nil.
    ///   - body: The text.
    public init(headline: String?, body: String) {
        var text = (headline.map { $0 + "\n" } ?? "") + body
        self = text.withUTF8 { StoryTerms(bytes: $0) }
    }

    private init(bytes: UnsafeBufferPointer<UInt8>) {
        let all = Tokenizer.tokens(of: bytes)
        let tokens = all.prefix(Self.mostWords)
        let headlineEnd = bytes.firstIndex(of: 0x0A) ?? 0
        // Of each word: is it met with a capital inside a sentence, and without one?
        var inside: Set<UInt64> = []
        var lower: Set<UInt64> = []
        for token in tokens where !token.isUnspaced {
            if !token.isCapital { lower.insert(token.hash) } else if !token.opensSentence { inside.insert(token.hash) }
        }
        var counts: [UInt64: Float] = [:]
        var pairs: Set<UInt64> = []
        var previous: Token?
        for (index, token) in tokens.enumerated() {
            defer { previous = token }
            guard !token.isSingleLetter, !CommonWords.contains(token.hash) else { continue }
            let isName = token.isCapital && inside.contains(token.hash) && !lower.contains(token.hash)
            let isLead = index < Self.leadWords || Int(token.start) < headlineEnd
            counts[token.hash, default: 0] += (isLead ? Self.leadWeight : 1) * (isName ? Self.nameWeight : 1)
            if token.isCapital, let previous, previous.isCapital, Int(token.start) - Int(previous.end) <= 2 {
                pairs.insert(TextHash.joined(previous.hash, token.hash))
            }
        }
        var weighted: [(term: UInt32, weight: Float)] = counts.map {
            (UInt32(truncatingIfNeeded: $0.key >> 32), 1 + Logarithm.natural(Double($0.value)))
        }
        weighted += pairs.map { (UInt32(truncatingIfNeeded: $0 >> 32), 1) }
        if weighted.count > Self.mostTerms {
            weighted.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
            weighted.removeLast(weighted.count - Self.mostTerms)
        }
        weighted.sort { $0.term < $1.term }
        var terms: [UInt32] = []
        var weights: [Float] = []
        for each in weighted where each.term != terms.last {
            terms.append(each.term)
            weights.append(each.weight)
        }
        self.terms = terms
        self.weights = weights
    }
}
