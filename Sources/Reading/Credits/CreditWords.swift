import NewsModel

/// A paragraph cut into words and signs that know where they stand, for matching credits and datelines.
struct CreditWords {
    /// One word or sign.
    struct Word {
        /// As written.
        var text: String
        /// In lower case, with typographic apostrophes made plain.
        var lowered: String
        /// Code points from the start of the paragraph.
        var start: Int
        /// The code point after it.
        var end: Int
        /// Whether it is a sign rather than a word.
        var isSign: Bool
        /// Whether white space stands before it.
        var isSpaced: Bool
        /// Whether it starts with a capital or has no case.
        var isCapital: Bool
    }

    let words: [Word]

    /// Cuts a paragraph, or its start.
    init(_ text: Substring.UnicodeScalarView) {
        var words: [Word] = []
        var current = String.UnicodeScalarView()
        var start = 0
        var offset = 0
        var spaced = true
        var currentSpaced = true
        let scalars = Array(text)

        func flush(at end: Int) {
            guard !current.isEmpty else { return }
            words.append(Self.word(String(current), start, end, isSign: false, isSpaced: currentSpaced))
            current = String.UnicodeScalarView()
        }

        for (index, scalar) in scalars.enumerated() {
            offset = index
            if scalar == " " || scalar == "\n" || scalar == "\t" {
                flush(at: offset)
                spaced = true
                continue
            }
            let next = index + 1 < scalars.count ? scalars[index + 1] : " "
            if Self.isPart(scalar, inside: !current.isEmpty, next: next) {
                if current.isEmpty {
                    start = offset
                    currentSpaced = spaced
                }
                current.append(scalar)
            } else {
                flush(at: offset)
                words.append(Self.word(String(scalar), offset, offset + 1, isSign: true, isSpaced: spaced))
            }
            spaced = false
        }
        flush(at: scalars.count)
        self.words = words
    }

    /// Whether the scalar belongs to a word: letters, marks and digits, and inside a word the signs that join
    /// (`O'Neil`, `Min-jun`, `Politico.eu`, `h/t`, `AT&T`).
    private static func isPart(_ scalar: Unicode.Scalar, inside: Bool, next: Unicode.Scalar) -> Bool {
        if scalar.isASCII, isAlphanumeric(scalar) { return true }
        if !scalar.isASCII,
            scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                || scalar.properties.canonicalCombiningClass != .notReordered
        {
            return true
        }
        switch scalar {
        case "'", "’", "-", ".", "&", "/":
            return inside && (next.isASCII ? isAlphanumeric(next) : next.properties.isAlphabetic)
        default: return false
        }
    }

    private static func word(_ text: String, _ start: Int, _ end: Int, isSign: Bool, isSpaced: Bool) -> Word {
        let first = text.unicodeScalars.first
        let isLower = first.map { $0.isASCII ? (0x61...0x7A).contains($0.value) : $0.properties.isLowercase } ?? false
        return Word(
            text: text, lowered: lowered(text), start: start, end: end,
            isSign: isSign,
            isSpaced: isSpaced, isCapital: !isSign && (!isLower || isElided(text)))
    }

    private static func lowered(_ text: String) -> String {
        let lowered = text.lowercased()
        guard !lowered.utf8.allSatisfy({ $0 < 0x80 }) else { return lowered }
        return String(lowered.map { $0 == "’" ? "'" : $0 })
    }

    private static func isAlphanumeric(_ ascii: Unicode.Scalar) -> Bool {
        (0x30...0x39).contains(ascii.value) || (0x61...0x7A).contains(ascii.value | 0x20)
    }

    /// `al-Hashimi`, `d'Arcy`: a particle of up to three letters joined to a capitalised name.
    private static func isElided(_ text: String) -> Bool {
        guard text.utf8.prefix(6).contains(where: { "-'’".utf8.contains($0) }) else { return false }
        let scalars = Array(text.unicodeScalars.prefix(6))
        guard let join = scalars.prefix(4).firstIndex(where: { "-'’".unicodeScalars.contains($0) }),
            join + 1 < scalars.count
        else { return false }
        return scalars[join + 1].properties.isUppercase
    }

    /// The word at an index, or an empty sign past the end.
    subscript(_ index: Int) -> Word {
        words.indices.contains(index)
            ? words[index]
            : Word(text: "", lowered: "", start: 0, end: 0, isSign: true, isSpaced: true, isCapital: false)
    }

    var count: Int { words.count }

    /// The text from one word up to another, as written but for the spaces between.
    func text(_ range: Range<Int>) -> String {
        var text = ""
        for index in range {
            if index > range.lowerBound, words[index].isSpaced { text += " " }
            text += words[index].text
        }
        return text
    }

    /// The end of the proper name that starts at an index: capitalised words, with particles between them and the full
    /// stops of abbreviations; the index itself where there is none.
    func properNameEnd(from start: Int, most: Int = 10) -> Int {
        var index = start
        var end = start
        while index < count, index - start < most {
            let word = words[index]
            if word.isSign {
                // "Tom Baker Jr." and "A. J. Whitfield", "Simon & Sons".
                if word.text == ".", !word.isSpaced, index > start, words[index - 1].text.count <= 2,
                    self[index + 1].isCapital
                {
                    index += 1
                    continue
                }
                if word.text == ".", index > start, ["jr", "sr", "st"].contains(words[index - 1].lowered) {
                    index += 1
                    end = index
                    continue
                }
                if word.text == "&", self[index + 1].isCapital {
                    index += 1
                    continue
                }
                break
            }
            if word.isCapital {
                // "Harbour Weekly of 3 May": a number goes on with no name.
                if index > end, word.text.unicodeScalars.first?.properties.numericType != nil, index > start { break }
                index += 1
                end = index
            } else if Self.particles.contains(word.lowered) {
                index += 1
            } else {
                break
            }
        }
        return end
    }

    private static let particles: Set<String> = [
        "of", "the", "and", "for", "de", "del", "della", "di", "da", "do", "dos", "la", "le", "les", "el", "los",
        "du",
        "des", "der", "die", "das", "den", "dem", "und", "y", "et", "e", "van", "von", "bin", "ibn", "al", "à", "zu",
        "am",
    ]
}
