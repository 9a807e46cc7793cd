import NewsModel

/// A paragraph cut into words, with its quoted spans and sentences.
struct QuotationText {
    /// Words that are looked at in one article: about 350 kB of English, far above the longest reports; what comes after has no quotations.
    static let mostWords = 60_000

    /// All words of the paragraphs of running text, in order.
    var words: [QuotationWord] = []
    /// For each paragraph of running text: its words and its place among the article's paragraphs.
    var paragraphs: [(words: Range<Int>, number: Int)] = []

    /// Ends of words that call somebody by an office, in languages that write compounds in one word.
    private let compounds: [String]

    init(_ article: Article, lexicon: [String: WordRole], compounds: [String] = []) {
        self.compounds = compounds
        let scalars = article.body.unicodeScalars
        var iterator = scalars.makeIterator()
        var position = 0
        var buffer: [Unicode.Scalar] = []
        for (number, paragraph) in article.paragraphs.enumerated() {
            guard words.count < Self.mostWords else { break }
            while position < paragraph.range.start, iterator.next() != nil { position += 1 }
            switch paragraph.kind {
            case .table, .preformatted, .heading: continue
            case .paragraph, .listItem, .blockQuotation, .caption, .pullQuote, .question: break
            }
            buffer.removeAll(keepingCapacity: true)
            let base = position
            while position < paragraph.range.end, let scalar = iterator.next() {
                buffer.append(scalar)
                position += 1
            }
            let first = words.count
            append(buffer, base: base, lexicon: lexicon)
            if words.count > first { paragraphs.append((first..<words.count, number)) }
        }
    }

    private mutating func append(_ scalars: [Unicode.Scalar], base: Int, lexicon: [String: WordRole]) {
        var index = 0
        var isAfterSpace = true
        let first = words.count
        while index < scalars.count, words.count < Self.mostWords {
            let scalar = scalars[index]
            let value = scalar.value
            if value <= 0x20 || value == 0xA0 || value == 0x202F || value == 0x2009 {
                isAfterSpace = true
                index += 1
                continue
            }
            let start = index
            if Self.isWordPart(scalar) {
                index += 1
                // Where the pronoun of a French inversion begins.
                var inverted: Int?
                while index < scalars.count {
                    let next = scalars[index]
                    if next == "-", let pronoun = Self.invertedPronoun(scalars, index) {
                        inverted = pronoun
                        break
                    } else if Self.isWordPart(next) {
                        index += 1
                    } else if Self.joins(next), index + 1 < scalars.count, Self.isWordPart(scalars[index + 1]),
                        !(next.value == 0x2E && !Self.isInitials(scalars, start, index))
                    {
                        index += 2
                    } else {
                        break
                    }
                }
                let opens = opensSentence(from: first)
                let word = Self.word(scalars, start, index, base, isAfterSpace, opens: opens, lexicon, compounds)
                // The full stop of an abbreviation belongs to it.
                if index < scalars.count, scalars[index].value == 0x2E,
                    word.roles.contains(.abbreviation) || index - start == 1 && word.isCapital
                {
                    index += 1
                }
                words.append(word)
                if let inverted { index = inverted }
            } else {
                index += 1
                let kind: QuotationWord.Kind = Self.isQuotationMark(value) ? .quotationMark : .mark
                words.append(
                    QuotationWord(
                        start: base + start, end: base + index, kind: kind, text: String(Character(scalar)), roles: [],
                        isCapital: false, isAfterSpace: isAfterSpace, isGenitive: false, span: -1))
            }
            isAfterSpace = false
        }
    }

    /// Whether the next word is the first of a paragraph or sentence.
    private func opensSentence(from first: Int) -> Bool {
        guard let last = words.indices.last, last >= first else { return true }
        let isQuoted = words[last].kind == .quotationMark && last > first
        return words[isQuoted ? last - 1 : last].endsSentence
    }

    private static func word(
        _ scalars: [Unicode.Scalar], _ start: Int, _ end: Int, _ base: Int, _ isAfterSpace: Bool, opens: Bool,
        _ lexicon: [String: WordRole], _ compounds: [String]
    ) -> QuotationWord {
        var text = lowered(scalars[start..<end])
        var isGenitive = false
        var roles = lexicon[text] ?? []
        if roles.isEmpty, text.hasSuffix("'s") {
            isGenitive = true
            text.removeLast(2)
            roles = lexicon[text]?.intersection([.office, .courtesy, .male, .female, .body, .time]) ?? []
        }
        let first = scalars[start]
        let isCapital = first.value < 0x80 ? first.value &- 0x41 < 26 : first.properties.isUppercase
        // Inside a sentence a capital tells a name: "Kelly said".
        if roles.isEmpty, text.utf8.count > 4, text.hasSuffix("ly"), !isCapital || opens { roles = .adverb }
        if roles.isEmpty, isCapital, compounds.contains(where: { text.hasSuffix($0) }) { roles = .office }
        return QuotationWord(
            start: base + start, end: base + end, kind: .word, text: text, roles: roles, isCapital: isCapital,
            isAfterSpace: isAfterSpace, isGenitive: isGenitive, span: -1)
    }

    /// A word in lower case with straight apostrophes. Nearly all words are ASCII, whose bytes are their letters.
    private static func lowered(_ word: ArraySlice<Unicode.Scalar>) -> String {
        if word.allSatisfy({ $0.value < 0x80 || isApostrophe($0) }) {
            return String(unsafeUninitializedCapacity: word.count) { bytes in
                var count = 0
                for scalar in word {
                    let byte = scalar.value < 0x80 ? UInt8(truncatingIfNeeded: scalar.value) : 0x27
                    bytes[count] = byte &- 0x41 < 26 ? byte | 0x20 : byte
                    count += 1
                }
                return count
            }
        }
        var text = ""
        for scalar in word {
            if isApostrophe(scalar) { text += "'" } else { text += scalar.properties.lowercaseMapping }
        }
        return text
    }

    /// Where the pronoun stands behind the hyphen of `affirme-t-il` and `dit-elle`; nil for other hyphens.
    private static func invertedPronoun(_ scalars: [Unicode.Scalar], _ hyphen: Int) -> Int? {
        var start = hyphen + 1
        if start + 1 < scalars.count, scalars[start] == "t", scalars[start + 1] == "-" { start += 2 }
        for pronoun in pronouns {
            let end = start + pronoun.count
            guard end <= scalars.count, scalars[start..<end].elementsEqual(pronoun),
                end == scalars.count || !isWordPart(scalars[end])
            else { continue }
            return start
        }
        return nil
    }

    private static let pronouns: [[Unicode.Scalar]] = ["il", "elle", "on", "ils", "elles"].map {
        Array($0.unicodeScalars)
    }

    /// Whether full stops stand between single letters, as in `U.S`.
    private static func isInitials(_ scalars: [Unicode.Scalar], _ start: Int, _ stop: Int) -> Bool {
        stop - start == 1 || stop >= 2 && scalars[stop - 2].value == 0x2E
    }

    private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
        let value = scalar.value
        if value < 0x80 { return value &- 0x30 < 10 || (value | 0x20) &- 0x61 < 26 || value == 0x24 || value == 0x25 }
        return UTF8Scalar.isWordPart(scalar)
    }

    private static func joins(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x27, 0x2018, 0x2019, 0x2D, 0x2E, 0x26, 0x2011: true
        default: false
        }
    }

    /// Between letters a single mark of either side is an apostrophe, whichever the writer's keyboard gave.
    private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value == 0x2019 || scalar.value == 0x2018
    }

    private static func isQuotationMark(_ value: UInt32) -> Bool {
        switch value {
        case 0x22, 0x27, 0xAB, 0xBB, 0x2018, 0x2019, 0x201A, 0x201C, 0x201D, 0x201E, 0x201F, 0x2039, 0x203A, 0x300C,
            0x300D:
            true
        default: false
        }
    }
}
