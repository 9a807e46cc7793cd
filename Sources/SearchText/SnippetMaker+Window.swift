extension SnippetMaker {
    /// The search for the tokens that make the best passage.
    struct Window {
        let tokens: [FoldedText.Token]
        let source: UnsafeBufferPointer<UInt8>
        /// The passage's length; a word counts 2, a character of a script without spaces 1.
        let units: Int

        /// Of the room that matches leave, how many thirds may go before them: two if a sentence begins there, else one.
        private static let thirds = (sentence: 2, other: 1)

        /// The tokens of the passage with the most of the terms.
        func best(_ matches: [PhraseMatch], termCount: Int) -> Range<Int> {
            guard let first = matches.first else { return extended(from: 0) }
            var chosen = first.tokens
            var bestScore = 0
            var counts = Array(repeating: 0, count: termCount)
            var distinct = 0
            var left = 0
            var width = Width(tokens, at: first.tokens.lowerBound)
            for (right, match) in matches.enumerated() {
                counts[match.term] += 1
                if counts[match.term] == 1 { distinct += 1 }
                width.extend(to: match.tokens.upperBound)
                while left < right, width.units > units {
                    counts[matches[left].term] -= 1
                    if counts[matches[left].term] == 0 { distinct -= 1 }
                    left += 1
                    width.shrink(to: matches[left].tokens.lowerBound)
                }
                // More different words first, then more of them; ties keep the earlier passage.
                let score = distinct * 16 + min(right - left + 1, 15)
                if score > bestScore {
                    bestScore = score
                    chosen =
                        matches[left].tokens.lowerBound..<max(match.tokens.upperBound, matches[left].tokens.upperBound)
                }
            }
            let room = max(0, units - Width(tokens, chosen).units)
            return extended(from: start(of: chosen, room: room))
        }

        /// Where the passage begins: at a sentence if one begins near enough, else a little before the matches.
        private func start(of chosen: Range<Int>, room: Int) -> Int {
            var start = chosen.lowerBound
            var other = start
            var used = 0
            while start > 0, !beginsSentence(start) {
                used += weight(start - 1)
                guard used * 3 <= room * Self.thirds.sentence else { return other }
                start -= 1
                if used * 3 <= room * Self.thirds.other { other = start }
            }
            return start
        }

        /// The tokens from a start on up to the passage's length; from further before when the text ends sooner.
        private func extended(from start: Int) -> Range<Int> {
            var start = start
            var end = start
            var left = units
            while end < tokens.count, weight(end) <= left {
                left -= weight(end)
                end += 1
            }
            while end == tokens.count, start > 0, weight(start - 1) <= left {
                start -= 1
                left -= weight(start)
            }
            return start..<max(end, start + 1)
        }

        private func weight(_ index: Int) -> Int { tokens[index].isUnit ? 1 : 2 }

        /// Whether a line or sentence ends between a token and the one before it.
        private func beginsSentence(_ index: Int) -> Bool {
            // A pair of characters reaches into the next token; its first character does not.
            let start = tokens[index - 1].firstUnitEnd
            guard start < tokens[index].source.lowerBound else { return false }
            let gap = start..<tokens[index].source.lowerBound
            return source[gap].contains { byte in
                byte == UInt8(ascii: "\n") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!")
                    || byte == UInt8(ascii: "?")
            } || source[gap].starts(with: "。".utf8) || source[gap].starts(with: "।".utf8)
        }
    }

    /// The width of a stretch of tokens that grows on the right and shrinks on the left, so that moving it is linear.
    private struct Width {
        private let tokens: [FoldedText.Token]
        private var range: Range<Int>
        private(set) var units = 0

        init(_ tokens: [FoldedText.Token], at start: Int) {
            self.tokens = tokens
            range = start..<start
        }

        init(_ tokens: [FoldedText.Token], _ range: Range<Int>) {
            self.init(tokens, at: range.lowerBound)
            extend(to: range.upperBound)
        }

        mutating func extend(to end: Int) {
            guard end > range.upperBound else { return }
            for token in tokens[range.upperBound..<end] { units += token.isUnit ? 1 : 2 }
            range = range.lowerBound..<end
        }

        mutating func shrink(to start: Int) {
            guard start > range.lowerBound else { return }
            let end = max(start, range.upperBound)
            for token in tokens[range.lowerBound..<min(start, range.upperBound)] { units -= token.isUnit ? 1 : 2 }
            range = start..<end
        }
    }
}
