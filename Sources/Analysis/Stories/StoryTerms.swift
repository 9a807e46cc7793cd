/// What an article is about, for comparing it with others: its words and names with their weights.
///
/// Words of the headline and the lead count double, as news tells the event first; names (words that are written with a
/// capital inside sentences and never without) count double again, and two names in a row are a term of their own.
public struct StoryTerms: Sendable {
    /// Hashes of the terms, in order.
    let terms: [UInt32]
    /// The weight of each term within the article: 1 + the logarithm of its weighted count.
    let weights: [Float]
    /// Whether each term is a name.
    let areNames: [Bool]
    /// Whether the headline is of a kind that tells no event: a guide, a list, a review.
    let isEvergreen: Bool

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
        self.init(headline: headline, body: TokenizedText(body))
    }

    /// The terms of an article whose body was cut into words before.
    public init(headline: String?, body: TokenizedText) {
        let first = headline.map { TokenizedText($0) }
        // The headline is a line before the body.
        let bodyStart = headline.map { $0.utf8.count + 1 } ?? 0
        let headlineEnd =
            first.map { $0.firstLineBytes > 0 ? $0.firstLineBytes : bodyStart - 1 } ?? body.firstLineBytes
        var tokens = Array((first?.tokens ?? []).prefix(Self.mostWords))
        tokens.reserveCapacity(min(Self.mostWords, tokens.count + body.tokens.count))
        for var token in body.tokens.prefix(Self.mostWords - tokens.count) {
            token.start += Int32(clamping: bodyStart)
            token.end += Int32(clamping: bodyStart)
            tokens.append(token)
        }
        self.init(
            tokens, headlineEnd: headlineEnd,
            isEvergreen: EvergreenHeadline.isOne(tokens.prefix { Int($0.start) < headlineEnd }.map(\.hash)))
    }

    /// What is known of a word, at the place where it stands first.
    private struct Word {
        /// Met with a capital inside a sentence.
        var isInside = false
        /// Met without a capital.
        var isLower = false
        var count: Float = 0
        var isName: Bool { isInside && !isLower }
    }

    private init(_ tokens: [Token], headlineEnd: Int, isEvergreen: Bool) {
        self.isEvergreen = isEvergreen
        let places = ShinglePositions(tokens.lazy.map(\.hash))
        let firstPlaces = tokens.map { places.first($0.hash) ?? 0 }
        var words = Array(repeating: Word(), count: tokens.count)
        for (index, token) in tokens.enumerated() where !token.isUnspaced {
            if !token.isCapital {
                words[firstPlaces[index]].isLower = true
            } else if !token.opensSentence {
                words[firstPlaces[index]].isInside = true
            }
        }
        var pairs: Set<UInt64> = []
        var previous: Token?
        for (index, token) in tokens.enumerated() {
            defer { previous = token }
            guard !token.isSingleLetter, !CommonWords.contains(token.hash) else { continue }
            let word = words[firstPlaces[index]]
            let isName = token.isCapital && word.isName
            let isLead = index < Self.leadWords || Int(token.start) < headlineEnd
            words[firstPlaces[index]].count += (isLead ? Self.leadWeight : 1) * (isName ? Self.nameWeight : 1)
            if token.isCapital, let previous, previous.isCapital, Int(token.start) - Int(previous.end) <= 2 {
                pairs.insert(TextHash.joined(previous.hash, token.hash))
            }
        }
        var weighted: [(term: UInt32, weight: Float, isName: Bool)] = []
        for (word, token) in zip(words, tokens) where word.count > 0 {
            weighted.append(
                (
                    UInt32(truncatingIfNeeded: token.hash >> 32), 1 + Logarithm.natural(Double(word.count)), word.isName
                ))
        }
        weighted += pairs.map { (UInt32(truncatingIfNeeded: $0 >> 32), 1, false) }
        if weighted.count > Self.mostTerms {
            weighted.sort { $0.weight != $1.weight ? $0.weight > $1.weight : $0.term < $1.term }
            weighted.removeLast(weighted.count - Self.mostTerms)
        }
        weighted.sort { $0.term < $1.term }
        var terms: [UInt32] = []
        var weights: [Float] = []
        var areNames: [Bool] = []
        for each in weighted where each.term != terms.last {
            terms.append(each.term)
            weights.append(each.weight)
            areNames.append(each.isName)
        }
        self.areNames = areNames
        self.terms = terms
        self.weights = weights
    }
}
