/// Chooses passages of articles that show why a query found them, and what to highlight.
///
/// A passage is chosen by how many of the query's words stand in it, then how often, then how early; it begins with a
/// sentence where one begins near enough. Its control characters are replaced by spaces; what else a terminal or page must
/// not see is for who shows it. All work is linear in the text, of which at most ``maximumBytes`` are read.
public struct SnippetMaker: Sendable {
    /// How much of a text is read, in bytes; a longer body shows a passage of its beginning.
    public static let maximumBytes = 1 << 20

    /// The most bytes of a passage for each of its words; more is no text.
    private static let bytesPerWord = 64
    /// The most bytes of marks that are shown behind the last word.
    private static let punctuationBytes = 12

    private let words: Int
    private let bodyFinder: PhraseFinder
    private let headlineFinder: PhraseFinder
    private let bodyTerms: Int

    /// A maker for the terms of one query.
    ///
    /// - Parameters:
    ///   - bodyTerms: the phrases of each term that may stand in the body.
    ///   - headlineTerms: those that may stand in the headline.
    ///   - words: the passage's length in words, at least 5; two characters of scripts without spaces are one. 30 by default.
    package init(bodyTerms: [[TokenPhrase]], headlineTerms: [[TokenPhrase]], words: Int = 30) {
        self.words = max(5, words)
        bodyFinder = PhraseFinder(terms: bodyTerms)
        self.bodyTerms = bodyTerms.count
        headlineFinder = PhraseFinder(terms: headlineTerms)
    }

    /// What to highlight in a headline: ranges of its UTF-8 bytes, in order and apart.
    public func highlights(inHeadline headline: String) -> [Range<Int>] {
        let folded = Self.fold(headline)
        return Self.merged(headlineFinder.matches(in: folded).map(\.source))
    }

    /// Which terms stand in a short text such as a headline or a name, by their number.
    package func terms(in text: String) -> Set<Int> { Set(headlineFinder.matches(in: Self.fold(text)).map(\.term)) }

    /// The best passage of a body; its beginning when no word of the query stands in it, nil when it has no word.
    public func snippet(of body: String) -> Snippet? { passage(of: body).snippet }

    /// The best passage of a body as `snippet(of:)` gives it, which terms stand in the body, and whether all of the body was read.
    package func passage(of body: String) -> (snippet: Snippet?, terms: Set<Int>, isWhole: Bool) {
        let isWhole = body.utf8.count <= Self.maximumBytes
        let folded = Self.fold(body)
        guard !folded.tokens.isEmpty else { return (nil, [], isWhole) }
        let matches = bodyFinder.matches(in: folded)
        var body = body
        let snippet = body.withUTF8 { utf8 in
            let window = Window(tokens: folded.tokens, source: utf8, units: words * 2)
            let tokens = window.best(matches, termCount: bodyTerms)
            return Self.cut(utf8, folded.tokens, tokens, matches, limit: words * Self.bytesPerWord)
        }
        return (snippet, Set(matches.map(\.term)), isWhole)
    }

    private static func fold(_ text: String) -> FoldedText {
        var text = text
        return text.withUTF8 { SearchFold.tokens(UnsafeBufferPointer(rebasing: $0.prefix(maximumBytes))) }
    }

    /// The passage of some tokens, with the punctuation that ends its sentence.
    private static func cut(
        _ utf8: UnsafeBufferPointer<UInt8>, _ tokens: [FoldedText.Token], _ window: Range<Int>,
        _ matches: [PhraseMatch],
        limit: Int
    ) -> Snippet {
        let start = window.lowerBound == 0 ? leadingEnd(utf8) : tokens[window.lowerBound].source.lowerBound
        let last = tokens[window.upperBound - 1]
        var end = last.isUnit ? last.firstUnitEnd : last.source.upperBound
        for match in matches where match.tokens.lowerBound >= window.lowerBound {
            guard match.tokens.upperBound <= window.upperBound else { break }
            end = max(end, match.source.upperBound)
        }
        let next = window.upperBound < tokens.count ? tokens[window.upperBound].source.lowerBound : utf8.count
        let gapEnd = bounded(utf8, start..<punctuationEnd(utf8, end, max(end, next)), limit: limit)
        let text = utf8[start..<gapEnd].map { $0 < 0x20 || $0 == 0x7F ? UInt8.space : $0 }
        let highlights = matches.lazy.map(\.source).filter { $0.lowerBound >= start && $0.upperBound <= gapEnd }
        return Snippet(
            text: String(decoding: text, as: UTF8.self),
            highlights: merged(highlights.map { $0.lowerBound - start..<$0.upperBound - start }),
            isCutBefore: window.lowerBound > 0, isCutAfter: window.upperBound < tokens.count || gapEnd < end)
    }

    /// Where the white space at the beginning of a text ends.
    private static func leadingEnd(_ utf8: UnsafeBufferPointer<UInt8>) -> Int {
        utf8.firstIndex { $0 > UInt8.space } ?? 0
    }

    /// Where the marks end that follow a word without a space, up to the next word.
    private static func punctuationEnd(_ utf8: UnsafeBufferPointer<UInt8>, _ start: Int, _ limit: Int) -> Int {
        var end = start
        while end < limit, utf8[end] > UInt8.space {
            end += 1
            if end - start > punctuationBytes { return start }
        }
        // Up to the next word without a space between: it is not a sentence's end.
        return end == limit && limit < utf8.count ? start : end
    }

    /// The end of a passage that is at most `limit` bytes long and does not end inside a character.
    private static func bounded(_ utf8: UnsafeBufferPointer<UInt8>, _ passage: Range<Int>, limit: Int) -> Int {
        guard passage.count > limit else { return passage.upperBound }
        var end = passage.lowerBound + limit
        while end > passage.lowerBound, utf8[end] & 0xC0 == 0x80 { end -= 1 }
        return end
    }

    /// Ranges in order, those that overlap as one.
    private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var merged: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = merged.last, range.lowerBound <= last.upperBound {
                merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                merged.append(range)
            }
        }
        return merged
    }
}
