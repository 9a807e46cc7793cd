/// Speech behind dashes, as Polish, Russian and the Romance languages print it.
extension QuotationScanner {
    /// What is said behind a dash at the head of a paragraph or sentence, up to the dash before its verb:
    /// "- Wrócimy do rozmów - powiedział prezes.".
    func dashSpans(of range: Range<Int>, paragraph: Int) -> [QuotedSpan] {
        var spans: [QuotedSpan] = []
        var open: Int?
        for place in range {
            let word = words[place]
            guard word.kind == .mark, Self.dashes.contains(word.text), word.isAfterSpace || place == range.lowerBound,
                place + 1 < range.upperBound
            else { continue }
            if let first = open, place >= first + 3, place - first <= Self.mostSentenceWords, reports(place + 1, range)
            {
                spans.append(
                    QuotedSpan(
                        words: first + 1..<place, open: first, close: place, isClosed: true, paragraph: paragraph))
                open = nil
            } else if place == range.lowerBound || words[place - 1].endsSentence, words[place + 1].kind == .word,
                words[place + 1].isAfterSpace, words[place + 1].isCapital || place == range.lowerBound
            {
                open = place
            }
        }
        return spans
    }

    /// Spans between marks and behind dashes, both in order: marks within a span behind a dash belong to it, and a dash within marks opens
    /// nothing.
    static func merged(_ marks: [QuotedSpan], _ dashes: [QuotedSpan]) -> [QuotedSpan] {
        guard !dashes.isEmpty else { return marks }
        var all: [QuotedSpan] = []
        var next = 0
        for span in dashes {
            while next < marks.count, marks[next].open < span.open {
                all.append(marks[next])
                next += 1
            }
            if let last = all.last, last.close > span.open { continue }
            while next < marks.count, marks[next].open < span.close { next += 1 }
            all.append(span)
        }
        return all + marks[next...]
    }

    /// Whether a verb of saying that may stand before its subject begins at a place.
    private func reports(_ place: Int, _ range: Range<Int>) -> Bool {
        words[place].roles.contains(.inverts)
            || words[place].roles.contains(.auxiliary) && place + 1 < range.upperBound
                && words[place + 1].roles.contains(.inverts)
    }

    static let dashes: Set<String> = ["-", "–", "—"]
}
