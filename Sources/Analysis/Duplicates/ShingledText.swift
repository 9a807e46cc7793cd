/// A text as the run of its shingles: overlapping runs of three words (A. Broder, "On the resemblance and containment of
/// documents", 1997). In scripts without spaces a shingle spans six characters.
public struct ShingledText: Sendable {
    /// One shingle at its place.
    struct Shingle {
        var hash: UInt64
        /// The hashes of its words.
        var words: (UInt64, UInt64, UInt64)
        /// The bytes of the text that it spans.
        var start: Int32
        var end: Int32
    }

    /// Shingles that are taken of a text at least; a text of fewer is too short to be told from others by its words.
    public static let fewest = 12

    let shingles: [Shingle]
    /// The different words.
    let words: [UInt64]
    /// Whether spaces part all of its words.
    let isSpaced: Bool

    /// The words that its shingles are made of.
    public var wordCount: Int { shingles.isEmpty ? 0 : shingles.count + 2 }

    /// Whether the text is long enough to be compared.
    public var isComparable: Bool { shingles.count >= Self.fewest }

    /// The shingles of a text.
    /// - Parameters:
    ///   - text: The text; a very long one is looked at up to `Tokenizer.mostTokens` words.
    ///   - leaving: Ranges of bytes that do not count, such as boilerplate, in order.
    public init(_ text: String, leaving: [Range<Int>] = []) {
        self.init(TokenizedText(text), leaving: leaving)
    }

    /// The shingles of a text that was cut into words before.
    /// - Parameters:
    ///   - text: The text.
    ///   - leaving: Ranges of its bytes that do not count, in order.
    public init(_ text: TokenizedText, leaving: [Range<Int>] = []) {
        self.init(tokens: text.tokens, leaving: leaving)
    }

    init(tokens all: [Token], leaving: [Range<Int>] = []) {
        let tokens = leaving.isEmpty ? all : Self.tokens(all, leaving: leaving)
        var shingles: [Shingle] = []
        shingles.reserveCapacity(tokens.count)
        for index in tokens.indices {
            // Neighbouring tokens of a script without spaces overlap; every other one does not.
            let step = tokens[index].isUnspaced ? 2 : 1
            guard index + 2 * step < tokens.count else { continue }
            let (first, second, third) = (tokens[index], tokens[index + step], tokens[index + 2 * step])
            shingles.append(
                Shingle(
                    hash: TextHash.joined(TextHash.joined(first.hash, second.hash), third.hash),
                    words: (first.hash, second.hash, third.hash), start: first.start, end: third.end))
        }
        self.shingles = shingles
        isSpaced = !tokens.contains(where: \.isUnspaced)
        words = ShinglePositions(tokens.lazy.map(\.hash)).distinct
    }

    private static func tokens(_ tokens: [Token], leaving: [Range<Int>]) -> [Token] {
        var next = 0
        return tokens.filter { token in
            while next < leaving.count, leaving[next].upperBound <= Int(token.start) { next += 1 }
            return next >= leaving.count || !leaving[next].contains(Int(token.start))
        }
    }

    static func distinct(_ values: [UInt64]) -> [UInt64] {
        let sorted = values.sorted()
        var result: [UInt64] = []
        result.reserveCapacity(sorted.count)
        for value in sorted where value != result.last { result.append(value) }
        return result
    }
}

extension WordFrequencies {
    /// Counts the words of a text.
    public mutating func count(_ text: ShingledText) { count(text.words) }
}
