/// Transcripts: paragraphs of `NAME:` that come in turns.
extension QuotationScanner {
    /// The paragraphs that open with `NAME:`, with the place of the colon; none unless they come in turns.
    func turnParagraphs() -> [Int: Int] {
        var places: [Int: Int] = [:]
        var counts: [String: Int] = [:]
        for (number, paragraph) in paragraphs.enumerated() {
            let range = paragraph.words
            guard
                let colon = (range.lowerBound..<min(range.lowerBound + 5, range.upperBound)).first(where: {
                    words[$0].is(":")
                }),
                colon > range.lowerBound, colon + 2 < range.upperBound,
                words[range.lowerBound..<colon].allSatisfy({ $0.kind == .word && $0.isCapital }),
                words[colon + 1].kind == .word
            else { continue }
            counts[words[range.lowerBound..<colon].map(\.text).joined(separator: " "), default: 0] += 1
            places[number] = colon
        }
        let repeated = Set(counts.filter { $0.value >= 2 }.keys)
        guard repeated.count >= 2 || repeated.count == 1 && places.count >= 3 else { return [:] }
        return places.filter { number, colon in
            repeated.contains(words[paragraphs[number].words.lowerBound..<colon].map(\.text).joined(separator: " "))
        }
    }

    mutating func turn(_ range: Range<Int>, colon: Int, paragraph: Int) {
        candidates.append(
            QuotationCandidate(
                pattern: .turn, content: [colon + 1..<range.upperBound], source: range.lowerBound..<colon,
                paragraph: paragraph))
    }
}
