/// Cuts running text into the tokens of annotated corpora, in one pass over its bytes: words with inner hyphens and
/// apostrophes, numbers, marks by themselves, `'s` and `n't` apart (the manner of the Penn Treebank).
package struct EntityTokenizer {
    /// Tokens taken of one text; a longer one (this is about 250 kB of English) is looked at up to here.
    package static let mostTokens = 50_000
    /// Tokens of a sentence; a longer one is cut, since tables and code have no sentence ends.
    package static let mostTokensOfSentence = 200
    /// Words before a full stop that does not end the sentence.
    private static let abbreviations: Set<[UInt8]> = Set(
        [
            "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "sgt", "capt", "maj", "adm", "sen", "rep", "gov",
            "rev", "st",
            "hon", "jr", "sr", "vs", "no", "inc", "ltd", "co", "corp", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
            "sep",
            "sept", "oct", "nov", "dec", "messrs", "pres", "supt", "insp",
        ].map { Array($0.utf8) })
    private static let longestAbbreviation = 6
    /// Bytes before the apostrophe of an elided word: `dell'`, `nell'`, `qu'`.
    private static let longestElision = 5

    /// The text so far.
    package private(set) var text: EntityText
    /// Whether articles and prepositions lose their vowel before a name and stand apart from it: `l'Assemblée`, `dell'Interno`.
    private let elides: Bool

    /// A tokenizer that has seen nothing, for a language by its ISO 639-1 code; nil for English.
    package init(language: String? = nil) {
        text = EntityText(language: language)
        elides = language == "fr" || language == "it"
    }

    /// Takes a stretch of a text that holds whole sentences, such as a paragraph.
    package mutating func add(_ bytes: UnsafeBufferPointer<UInt8>, in range: Range<Int>) {
        var index = range.lowerBound
        let end = range.upperBound
        while index < end, text.tokens.count < Self.mostTokens {
            let byte = bytes[index]
            if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D {
                // A cell of a table and a line of a poem are by themselves.
                if byte != 0x20 { text.endSentence() }
                index += 1
            } else if Self.isWordPart(bytes, index) > 0 {
                word(bytes, &index, end)
            } else {
                mark(bytes, &index, end)
            }
            if text.tokens.count - (text.sentences.last?.upperBound ?? 0) >= Self.mostTokensOfSentence {
                text.endSentence()
            }
        }
        text.endSentence()
    }

    /// The length of the letter or digit at an index, or 0.
    @inline(__always)
    private static func isWordPart(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
        let byte = bytes[index]
        if byte < 0x80 { return byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 ? 1 : 0 }
        let (scalar, length) = UTF8Scalar.decode(bytes, at: index)
        return UTF8Scalar.isWordPart(scalar) ? length : 0
    }

    /// The length of the apostrophe at an index, straight or typographic, or 0.
    @inline(__always)
    private static func apostrophe(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int) -> Int {
        if bytes[index] == 0x27 { return 1 }
        return index + 2 < end && bytes[index] == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99 ? 3 : 0
    }

    private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) {
        text.tokens.append(EntityToken(bytes, start: start, end: end, endsInLetters: text.endsInLetters))
    }

    private mutating func word(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: Int) {
        let start = index
        while index < end {
            let length = Self.isWordPart(bytes, index)
            if length > 0 {
                index = min(index + length, end)
                continue
            }
            guard index + 1 < end else { break }
            let byte = bytes[index]
            if byte == 0x2D || byte == 0x26 || byte == 0x5F {
                guard Self.isWordPart(bytes, index + 1) > 0 else { break }
                index += 1
            } else if byte == 0x2C, bytes[index - 1] &- 0x30 < 10, bytes[index + 1] &- 0x30 < 10 {
                index += 1
            } else if byte == 0x2E {
                // U.S., a.m., 3.5; and the initial of a name keeps its full stop.
                let isSingle = index - start == 1 || (index - start >= 2 && bytes[index - 2] == 0x2E)
                let isDigit = bytes[index - 1] &- 0x30 < 10
                if isDigit, bytes[index + 1] &- 0x30 < 10 {
                    index += 1
                } else if isSingle, !isDigit {
                    index += 1
                } else {
                    break
                }
            } else {
                let length = Self.apostrophe(bytes, index, end)
                guard length > 0, index + length < end, Self.isWordPart(bytes, index + length) > 0 else { break }
                let after = index + length
                if elides, index - start <= Self.longestElision {
                    append(bytes, start, after)
                    index = after
                    return
                }
                let letter = bytes[after] | 0x20
                let isLast = after + 1 >= end || Self.isWordPart(bytes, after + 1) == 0
                if isLast, letter == 0x73 || letter == 0x64 || letter == 0x6D {
                    // 's, 'd, 'm stand apart.
                    append(bytes, start, index)
                    append(bytes, index, after + 1)
                    index = after + 1
                    return
                }
                index = after
            }
        }
        append(bytes, start, index)
    }

    private mutating func mark(_ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ end: Int) {
        let (_, length) = UTF8Scalar.decode(bytes, at: index)
        let start = index
        index = min(index + length, end)
        // A row of the same mark is one token.
        if length == 1 { while index < end, bytes[index] == bytes[start] { index += 1 } }
        let byte = bytes[start]
        let abbreviates = byte == 0x2E && index - start == 1 && isAbbreviation(bytes, before: start)
        append(bytes, start, index)
        if byte == 0x21 || byte == 0x3F || (byte == 0x2E && !abbreviates) {
            // Closing marks belong to the sentence that they close.
            while index < end {
                let closing = bytes[index] == 0x22 || bytes[index] == 0x29 ? 1 : bytes[index] == 0xE2 ? 3 : 0
                guard closing > 0, index + closing <= end,
                    closing == 1 || (bytes[index + 1] == 0x80 && bytes[index + 2] == 0x9D)
                else { break }
                append(bytes, index, index + closing)
                index += closing
            }
            if index >= end || bytes[index] == 0x20 || bytes[index] == 0x0A { text.endSentence() }
        }
    }

    private func isAbbreviation(_ bytes: UnsafeBufferPointer<UInt8>, before index: Int) -> Bool {
        guard let last = text.tokens.last, Int(last.end) == index else { return false }
        let length = Int(last.end - last.start)
        guard length <= Self.longestAbbreviation, last.isCapital else { return false }
        return Self.abbreviations.contains(bytes[Int(last.start)..<Int(last.end)].map { $0 | 0x20 })
    }
}
