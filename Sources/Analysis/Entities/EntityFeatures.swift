/// What the tagger looks at in each token: hashes of words, forms, neighbours, gazetteers and of the rest of the document.
///
/// The features are those of the literature on names: word, affixes and shape (Lafferty, McCallum, Pereira 2001; McCallum,
/// Li 2003), gazetteers and the contexts of other mentions of a word (Ratinov, Roth 2009), the run of capitalised
/// words around a token, and the classes of words (WordNet's lexicographer files; M. Ciaramita, Y. Altun 2006).
package struct EntityFeatures {
    /// The hashes of all tokens, one after the other.
    package private(set) var hashes: [UInt32] = []
    /// Where the hashes of each token start, and one past the last.
    package private(set) var starts: [Int32] = [0]

    private let text: EntityText
    private let gazetteer: EntityGazetteer
    private var uses: [UInt64: WordUse] = [:]

    /// How a word that is capitalised somewhere is used in the document.
    private struct WordUse {
        var inSmall = false
        var insideSentences = false
        /// Tokens at which it stands capitalised: the first two and the last one.
        var first: Int32 = -1
        var second: Int32 = -1
        var last: Int32 = -1
    }

    /// The longest run of capitalised words that is looked at.
    private static let longestRun = 8

    /// The features of all tokens of a text.
    package init(of text: EntityText, gazetteer: EntityGazetteer) {
        self.text = text
        self.gazetteer = gazetteer
        hashes.reserveCapacity(text.tokens.count * 56)
        starts.reserveCapacity(text.tokens.count + 1)
        noteUses()
        let marks = gazetteer.marks(of: text)
        let classes = text.tokens.map {
            $0.form == .mark || $0.form == .number ? 0 : gazetteer.wordClass(of: $0.folded)
        }
        for sentence in text.sentences {
            let manner = manner(of: sentence)
            for index in sentence {
                add(index, in: sentence, manner: manner, marks: marks, classes: classes)
                starts.append(Int32(clamping: hashes.count))
            }
        }
    }

    private mutating func noteUses() {
        for sentence in text.sentences where manner(of: sentence) == 0 {
            for index in sentence {
                let token = text.tokens[index]
                guard token.isCapital else { continue }
                let inside = index > sentence.lowerBound && text.tokens[index - 1].form != .mark
                let place = Int32(clamping: index)
                var use = uses[token.folded] ?? WordUse()
                if inside { use.insideSentences = true }
                if use.first < 0 { use.first = place } else if use.second < 0 { use.second = place }
                use.last = place
                uses[token.folded] = use
            }
        }
        for token in text.tokens where token.form == .small {
            if let found = uses.index(forKey: token.folded) { uses.values[found].inSmall = true }
        }
    }

    /// How a sentence is written: 0 as usual, 1 each word with a capital (a headline), 2 in capitals, 3 without capitals.
    private func manner(of sentence: Range<Int>) -> UInt64 {
        var capitalised = 0
        var capitals = 0
        var words = 0
        for index in sentence {
            switch text.tokens[index].form {
            case .capitals, .initial:
                capitals += 1
                words += 1
            case .capitalised, .mixed:
                capitalised += 1
                words += 1
            case .small:
                // Small words stay small in headlines too.
                if text.tokens[index].end - text.tokens[index].start > 3 { words += 1 }
            case .number, .mark: break
            }
        }
        guard words > 3 else { return 0 }
        if capitals * 5 > words * 4 { return 2 }
        if (capitals + capitalised) * 5 > words * 4 { return 1 }
        return capitals + capitalised == 0 ? 3 : 0
    }

    @inline(__always)
    private mutating func add(_ template: UInt64, _ value: UInt64) {
        hashes.append(UInt32(truncatingIfNeeded: TextHash.joined(template, value) >> 16))
    }

    private mutating func add(_ index: Int, in sentence: Range<Int>, manner: UInt64, marks: [UInt16], classes: [UInt8])
    {
        let tokens = text.tokens
        let token = tokens[index]
        let low = sentence.lowerBound
        let high = sentence.upperBound
        // Beyond the sentence there are words of no text.
        let before = index > low ? tokens[index - 1].folded : 1
        let before2 = index > low + 1 ? tokens[index - 2].folded : 1
        let after = index + 1 < high ? tokens[index + 1].folded : 2
        let after2 = index + 2 < high ? tokens[index + 2].folded : 2
        let shapeBefore = index > low ? tokens[index - 1].shape : 1
        let shapeAfter = index + 1 < high ? tokens[index + 1].shape : 2
        let form = UInt64(token.form.rawValue)
        let isFirst: UInt64 = index == low || (index == low + 1 && tokens[low].form == .mark) ? 1 : 0
        let written = form | isFirst << 3 | manner << 4

        // The word itself first: the trainer leaves these out at times.
        add(2, token.word)
        add(3, token.folded)
        add(8, TextHash.joined(before, token.folded))
        add(9, TextHash.joined(token.folded, after))
        add(1, written)
        add(4, before)
        add(5, after)
        add(6, before2)
        add(7, after2)
        add(10, TextHash.joined(before2, before))
        add(11, TextHash.joined(after, after2))
        add(12, token.shape)
        add(13, TextHash.joined(shapeBefore, token.shape))
        add(14, TextHash.joined(token.shape, shapeAfter))
        add(15, TextHash.joined(TextHash.joined(shapeBefore, token.shape), shapeAfter))
        add(16, TextHash.joined(before, written))
        add(17, TextHash.joined(after, written))
        for length in 0..<4 {
            if token.prefixes[length] != 0 {
                add(UInt64(20 + length), token.prefixes[length] &+ (length > 1 ? form : 0))
            }
            if token.suffixes[length] != 0 {
                add(UInt64(24 + length), token.suffixes[length] &+ (length > 1 ? form : 0))
            }
        }
        if index > low { add(28, tokens[index - 1].suffixes[2]) }
        if index + 1 < high { add(29, tokens[index + 1].suffixes[2]) }

        // Gazetteers.
        let mark = UInt64(marks[index])
        let markBefore = index > low ? UInt64(marks[index - 1]) : 0
        let markAfter = index + 1 < high ? UInt64(marks[index + 1]) : 0
        add(30, mark | written << 16)
        add(31, markBefore | mark << 16 | UInt64(token.isCapital ? 1 : 0) << 32)
        add(32, mark | markAfter << 16 | UInt64(token.isCapital ? 1 : 0) << 32)
        var rest = marks[index]
        while rest != 0 {
            let list = UInt64(rest.trailingZeroBitCount)
            add(34, list | form << 8)
            rest &= rest - 1
        }

        // Classes of words.
        let own = UInt64(classes[index])
        let classBefore = index > low ? UInt64(classes[index - 1]) : 254
        let classBefore2 = index > low + 1 ? UInt64(classes[index - 2]) : 254
        let classAfter = index + 1 < high ? UInt64(classes[index + 1]) : 255
        let classAfter2 = index + 2 < high ? UInt64(classes[index + 2]) : 255
        add(60, own | form << 8)
        add(61, classBefore | form << 8)
        add(62, classAfter | form << 8)
        add(63, classBefore | own << 8 | form << 16)
        add(64, classAfter | own << 8 | form << 16)
        add(65, classBefore | classBefore2 << 8 | form << 16)
        add(66, classAfter | classAfter2 << 8 | form << 16)

        guard token.isCapital || token.form == .number else {
            // What stands around a small word within a name, such as `of`.
            let capitalBefore = index > low && tokens[index - 1].isCapital
            let capitalAfter = index + 1 < high && tokens[index + 1].isCapital
            if capitalBefore && capitalAfter { add(33, token.folded) }
            return
        }

        // The run of capitalised words around the token.
        var runStart = index
        while runStart > low, tokens[runStart - 1].isCapital, index - runStart < Self.longestRun { runStart -= 1 }
        var runEnd = index + 1
        while runEnd < high, tokens[runEnd].isCapital, runEnd - index < Self.longestRun { runEnd += 1 }
        let place = UInt64(min(index - runStart, 3)) | UInt64(min(runEnd - index, 4)) << 2
        let runBefore = runStart > low ? tokens[runStart - 1].folded : 1
        let runBefore2 = runStart > low + 1 ? tokens[runStart - 2].folded : 1
        let runAfter = runEnd < high ? tokens[runEnd].folded : 2
        add(40, place | manner << 8)
        add(39, UInt64(marks[runEnd - 1]) | UInt64(marks[runStart]) << 16 | place << 32)
        let runClassBefore = runStart > low ? UInt64(classes[runStart - 1]) : 254
        let runClassAfter = runEnd < high ? UInt64(classes[runEnd]) : 255
        let runClass = UInt64(classes[runEnd - 1])
        add(67, runClassBefore | runClass << 8 | place << 16)
        add(68, runClassAfter | runClass << 8 | place << 16)
        add(69, runClassBefore | runClassAfter << 8)
        add(41, TextHash.joined(runBefore, manner))
        add(42, TextHash.joined(runAfter, manner))
        add(43, tokens[runEnd - 1].folded)
        add(44, tokens[runStart].folded)
        add(45, TextHash.joined(runBefore2, runBefore))
        add(46, tokens[runEnd - 1].suffixes[2])
        add(47, TextHash.joined(runBefore, UInt64(runEnd - runStart)))
        // Names that go on over a small word, such as `University of Oslo`.
        if runEnd + 1 < high, tokens[runEnd].form == .small, tokens[runEnd + 1].isCapital {
            add(48, TextHash.joined(tokens[runEnd - 1].folded, tokens[runEnd].folded))
        }
        if runStart > low + 1, tokens[runStart - 1].form == .small, tokens[runStart - 2].isCapital {
            add(49, TextHash.joined(tokens[runStart - 2].folded, tokens[runStart - 1].folded))
        }
        if index > low, tokens[index - 1].single == 0x28, index + 1 < high, tokens[index + 1].single == 0x29 {
            add(50, form)
        }

        // The rest of the document.
        guard let use = uses[token.folded] else {
            add(51, written)
            return
        }
        let known = (use.inSmall ? 1 : 0) as UInt64 | (use.insideSentences ? 2 : 0) | (use.second >= 0 ? 4 : 0)
        add(52, known | written << 3)
        var told: Int32 = -1
        for other in [use.first, use.second, use.last] where other >= 0 && other != index && other != told {
            let other = Int(other)
            told = Int32(clamping: other)
            if other > 0 { add(53, tokens[other - 1].folded) }
            if other + 1 < tokens.count { add(54, tokens[other + 1].folded) }
            if other > 0, tokens[other - 1].isCapital { add(55, UInt64(marks[other - 1])) }
        }
    }
}
