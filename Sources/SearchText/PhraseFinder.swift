/// A place of a text where a phrase of the query stands.
struct PhraseMatch {
    /// The tokens that match.
    var tokens: Range<Int>
    /// The bytes of the text that match.
    var source: Range<Int>
    /// Which term of the query it is a form of.
    var term: Int
}

/// Finds the phrases of a query in folded text in one pass.
struct PhraseFinder: Sendable {
    private struct Entry: Sendable {
        var tokens: [[UInt8]]
        var isPrefix: Bool
        var term: Int

        init(_ phrase: TokenPhrase, term: Int) {
            tokens = phrase.tokens.map { Array($0.utf8) }
            isPrefix = phrase.isPrefix
            self.term = term
        }
    }

    private var entries: [Entry] = []
    /// Phrases by the whole first token.
    private var byToken: [ArraySlice<UInt8>: [Int]] = [:]
    /// Phrases of one token that is a prefix, by its first byte.
    private var byFirstByte: [[Int]] = Array(repeating: [], count: 256)
    /// The first bytes of all phrases, so that most tokens are passed over at once.
    private var startsPhrase: [Bool] = Array(repeating: false, count: 256)

    /// - Parameter terms: the phrases of each term.
    init(terms: [[TokenPhrase]]) {
        for (term, phrases) in terms.enumerated() {
            for phrase in phrases {
                let entry = Entry(phrase, term: term)
                guard let token = entry.tokens.first, let byte = token.first else { continue }
                if entry.isPrefix, entry.tokens.count == 1 {
                    byFirstByte[Int(byte)].append(entries.count)
                } else {
                    byToken[token[...], default: []].append(entries.count)
                }
                startsPhrase[Int(byte)] = true
                entries.append(entry)
            }
        }
    }

    /// Every place where a phrase stands, by its first token.
    func matches(in text: FoldedText) -> [PhraseMatch] {
        var matches: [PhraseMatch] = []
        for (index, token) in text.tokens.enumerated() {
            let first = Int(text.bytes[token.folded.lowerBound])
            guard startsPhrase[first] else { continue }
            for entry in byToken[text.bytes(of: token)] ?? [] { check(entry, text, index, &matches) }
            for entry in byFirstByte[first] { check(entry, text, index, &matches) }
        }
        return matches
    }

    private func check(_ number: Int, _ text: FoldedText, _ index: Int, _ matches: inout [PhraseMatch]) {
        let entry = entries[number]
        let end = index + entry.tokens.count
        guard end <= text.tokens.count else { return }
        for (offset, wanted) in entry.tokens.enumerated() {
            let token = text.bytes(of: text.tokens[index + offset])
            let isLastPrefix = entry.isPrefix && offset == entry.tokens.count - 1
            guard isLastPrefix ? token.starts(with: wanted) : token.elementsEqual(wanted) else { return }
        }
        let last = text.tokens[end - 1]
        // A single character was looked for as a prefix of the pair that it begins.
        let sourceEnd = entry.isPrefix && last.isUnit ? last.firstUnitEnd : last.source.upperBound
        matches.append(
            PhraseMatch(
                tokens: index..<end, source: text.tokens[index].source.lowerBound..<sourceEnd, term: entry.term))
    }
}
