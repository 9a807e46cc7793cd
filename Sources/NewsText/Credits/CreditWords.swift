import NewsModel

/// A paragraph cut into words and signs that know where they stand, for matching credits and datelines.
package struct CreditWords {
    /// One word or sign.
    package struct Word {
        /// As written.
        package var text: String
        /// In lower case, with typographic apostrophes made plain.
        package var lowered: String
        /// Code points from the start of the paragraph.
        package var start: Int
        /// The code point after it.
        package var end: Int
        /// Whether it is a sign rather than a word.
        var isSign: Bool
        /// Whether white space stands before it.
        var isSpaced: Bool
        /// Whether it starts with a capital or has no case.
        var isCapital: Bool
    }

    package let words: [Word]

    /// Cuts a paragraph, or its start; the bytes are well-formed UTF-8.
    package init(_ bytes: UnsafeBufferPointer<UInt8>) {
        var words: [Word] = []
        // Where the word at hand begins, in bytes and in code points; nil between words.
        var opened: (byte: Int, point: Int, isSpaced: Bool)?
        var isSpaced = true
        var index = 0
        var point = 0
        while index < bytes.count {
            let length = Self.length(of: bytes[index])
            let end = min(index + length, bytes.count)
            if bytes[index] == 0x20 || bytes[index] == 0x0A || bytes[index] == 0x09 {
                if let word = opened {
                    words.append(
                        Self.word(bytes[word.byte..<index], word.point, point, isSign: false, isSpaced: word.isSpaced))
                }
                opened = nil
                isSpaced = true
            } else {
                if Self.isPart(bytes, index, end, inside: opened != nil) {
                    if opened == nil { opened = (index, point, isSpaced) }
                } else {
                    if let word = opened {
                        words.append(
                            Self.word(
                                bytes[word.byte..<index], word.point, point, isSign: false, isSpaced: word.isSpaced))
                    }
                    opened = nil
                    words.append(Self.word(bytes[index..<end], point, point + 1, isSign: true, isSpaced: isSpaced))
                }
                isSpaced = false
            }
            index = end
            point += 1
        }
        if let word = opened {
            words.append(Self.word(bytes[word.byte...], word.point, point, isSign: false, isSpaced: word.isSpaced))
        }
        self.words = words
    }

    /// The bytes of the code point that a byte begins.
    private static func length(of lead: UInt8) -> Int {
        lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
    }

    /// The code point between two places; U+FFFD where there is none.
    private static func scalar(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Unicode.Scalar {
        String(decoding: UnsafeBufferPointer(rebasing: bytes), as: UTF8.self).unicodeScalars.first ?? "\u{FFFD}"
    }

    /// Whether the code point belongs to a word: letters, marks and digits, and inside a word the signs that join
    /// (`O'Neil`, `Min-jun`, `Politico.eu`, `h/t`, `AT&T`).
    private static func isPart(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: Int, _ end: Int, inside: Bool
    ) -> Bool {
        let byte = bytes[index]
        if byte < 0x80 {
            if isAlphanumeric(byte) { return true }
            guard inside, byte == 0x27 || byte == 0x2D || byte == 0x2E || byte == 0x26 || byte == 0x2F else {
                return false
            }
            return isLetterNext(bytes, end)
        }
        let properties = scalar(bytes[index..<end]).properties
        if properties.isAlphabetic || properties.numericType != nil
            || properties.canonicalCombiningClass != .notReordered
        {
            return true
        }
        // The typographic apostrophe.
        return inside && end - index == 3 && byte == 0xE2 && bytes[index + 1] == 0x80 && bytes[index + 2] == 0x99
            && isLetterNext(bytes, end)
    }

    private static func isLetterNext(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index < bytes.count else { return false }
        if bytes[index] < 0x80 { return isAlphanumeric(bytes[index]) }
        let end = min(index + length(of: bytes[index]), bytes.count)
        return scalar(bytes[index..<end]).properties.isAlphabetic
    }

    private static func word(
        _ bytes: Slice<UnsafeBufferPointer<UInt8>>, _ start: Int, _ end: Int, isSign: Bool, isSpaced: Bool
    ) -> Word {
        let bytes = UnsafeBufferPointer(rebasing: bytes)
        let text = String(decoding: bytes, as: UTF8.self)
        let first = bytes.first ?? 0
        let isLower =
            first < 0x80
            ? (0x61...0x7A).contains(first) : text.unicodeScalars.first?.properties.isLowercase ?? false
        return Word(
            text: text, lowered: lowered(bytes, text), start: start, end: end,
            isSign: isSign,
            isSpaced: isSpaced, isCapital: !isSign && (!isLower || isElided(bytes, text)))
    }

    private static func lowered(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String) -> String {
        guard bytes.allSatisfy({ $0 < 0x80 }) else {
            return String(text.lowercased().map { $0 == "’" ? "'" : $0 })
        }
        guard bytes.contains(where: { (0x41...0x5A).contains($0) }) else { return text }
        return String(unsafeUninitializedCapacity: bytes.count) { buffer in
            for (index, byte) in bytes.enumerated() {
                buffer[index] = (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
            }
            return bytes.count
        }
    }

    private static func isAlphanumeric(_ ascii: UInt8) -> Bool {
        (0x30...0x39).contains(ascii) || (0x61...0x7A).contains(ascii | 0x20)
    }

    /// `al-Hashimi`, `d'Arcy`: a particle of up to three letters joined to a capitalised name.
    private static func isElided(_ bytes: UnsafeBufferPointer<UInt8>, _ text: String) -> Bool {
        // A hyphen, an apostrophe, or the first byte of the typographic one.
        guard bytes.prefix(6).contains(where: { $0 == 0x2D || $0 == 0x27 || $0 == 0xE2 }) else { return false }
        let scalars = Array(text.unicodeScalars.prefix(6))
        guard let join = scalars.prefix(4).firstIndex(where: { "-'’".unicodeScalars.contains($0) }),
            join + 1 < scalars.count
        else { return false }
        return scalars[join + 1].properties.isUppercase
    }

    /// The word at an index, or an empty sign past the end.
    package subscript(_ index: Int) -> Word {
        words.indices.contains(index)
            ? words[index]
            : Word(text: "", lowered: "", start: 0, end: 0, isSign: true, isSpaced: true, isCapital: false)
    }

    package var count: Int { words.count }

    /// The text from one word up to another, as written but for the spaces between.
    package func text(_ range: Range<Int>) -> String {
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
