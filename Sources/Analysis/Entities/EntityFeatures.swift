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

    let text: EntityText
    /// The lists of the gazetteer that each token is in, and its class of words.
    private var marks: [UInt16] = []
    private var classes: [UInt8] = []
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
        hashes.reserveCapacity(text.tokens.count * 56)
        starts.reserveCapacity(text.tokens.count + 1)
        noteUses()
        marks = gazetteer.marks(of: text)
        classes = text.tokens.map {
            $0.form == .mark || $0.form == .number ? 0 : gazetteer.wordClass(of: $0.folded)
        }
        for sentence in text.sentences {
            let manner = manner(of: sentence)
            for index in sentence {
                addFeatures(of: Position(index, in: sentence, of: text, manner: manner))
                starts.append(Int32(clamping: hashes.count))
            }
        }
    }

    private mutating func noteUses() {
        for sentence in text.sentences where manner(of: sentence) & ~Self.nounsAreCapitalised == 0 {
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

    /// Added to the manner of a sentence in a language that writes nouns with a capital.
    private static let nounsAreCapitalised: UInt64 = 4

    /// How a sentence is written: 0 as usual, 1 each word with a capital (a headline), 2 in capitals, 3 without capitals.
    private func manner(of sentence: Range<Int>) -> UInt64 {
        text.capitalisesNouns ? writing(of: sentence) | Self.nounsAreCapitalised : writing(of: sentence)
    }

    private func writing(of sentence: Range<Int>) -> UInt64 {
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

    /// Adds the features of one token; the trainer leaves the first four out at times, which are of the word itself.
    private mutating func addFeatures(of position: Position) {
        addWords(position)
        addShapes(position)
        addAffixes(position)
        addGazetteer(position)
        addWordClasses(position)
        guard position.token.isCapital || position.token.form == .number else {
            addJoiningWord(position)
            return
        }
        addRun(position)
        addDocument(position)
    }

    @inline(__always)
    private mutating func add(_ template: EntityFeatureTemplate, _ value: UInt64) {
        hashes.append(UInt32(truncatingIfNeeded: TextHash.joined(template.rawValue, value) >> 16))
    }

    private mutating func addWords(_ position: Position) {
        let token = position.token
        add(.word, token.word)
        add(.folded, token.folded)
        add(.beforeAndFolded, TextHash.joined(position.before, token.folded))
        add(.foldedAndAfter, TextHash.joined(token.folded, position.after))
        add(.written, position.written)
        add(.before, position.before)
        add(.after, position.after)
        add(.secondBefore, position.secondBefore)
        add(.secondAfter, position.secondAfter)
        add(.twoBefore, TextHash.joined(position.secondBefore, position.before))
        add(.twoAfter, TextHash.joined(position.after, position.secondAfter))
    }

    private mutating func addShapes(_ position: Position) {
        let (low, high) = (position.sentence.lowerBound, position.sentence.upperBound)
        // A capital says something else where nouns have one.
        let shape = text.capitalisesNouns ? ~position.token.shape : position.token.shape
        let before = position.index > low ? text.tokens[position.index - 1].shape : Self.beforeSentence
        let after = position.index + 1 < high ? text.tokens[position.index + 1].shape : Self.afterSentence
        add(.shape, shape)
        add(.shapeBeforeAndShape, TextHash.joined(before, shape))
        add(.shapeAndShapeAfter, TextHash.joined(shape, after))
        add(.threeShapes, TextHash.joined(TextHash.joined(before, shape), after))
        add(.beforeAndWritten, TextHash.joined(position.before, position.written))
        add(.afterAndWritten, TextHash.joined(position.after, position.written))
    }

    private mutating func addAffixes(_ position: Position) {
        let token = position.token
        for length in 0..<4 {
            // Of the longer ones how the word is written counts too.
            let form = length > 1 ? position.form : 0
            if token.prefixes[length] != 0 { add(.prefix(length + 1), token.prefixes[length] &+ form) }
            if token.suffixes[length] != 0 { add(.suffix(length + 1), token.suffixes[length] &+ form) }
        }
        let (low, high) = (position.sentence.lowerBound, position.sentence.upperBound)
        if position.index > low { add(.suffixBefore, text.tokens[position.index - 1].suffixes[2]) }
        if position.index + 1 < high { add(.suffixAfter, text.tokens[position.index + 1].suffixes[2]) }
    }

    private mutating func addGazetteer(_ position: Position) {
        let index = position.index
        let (low, high) = (position.sentence.lowerBound, position.sentence.upperBound)
        let mark = UInt64(marks[index])
        let before = index > low ? UInt64(marks[index - 1]) : 0
        let after = index + 1 < high ? UInt64(marks[index + 1]) : 0
        let isCapital: UInt64 = position.token.isCapital ? 1 : 0
        add(.listsAndWritten, mark | position.written << 16)
        add(.listsBeforeAndLists, before | mark << 16 | isCapital << 32)
        add(.listsAndListsAfter, mark | after << 16 | isCapital << 32)
        var rest = marks[index]
        while rest != 0 {
            let list = UInt64(rest.trailingZeroBitCount)
            add(.oneList, list | position.form << 8)
            rest &= rest - 1
        }
    }

    private mutating func addWordClasses(_ position: Position) {
        let index = position.index
        let (low, high) = (position.sentence.lowerBound, position.sentence.upperBound)
        let own = UInt64(classes[index])
        let before = index > low ? UInt64(classes[index - 1]) : Self.classBeforeSentence
        let secondBefore = index > low + 1 ? UInt64(classes[index - 2]) : Self.classBeforeSentence
        let after = index + 1 < high ? UInt64(classes[index + 1]) : Self.classAfterSentence
        let secondAfter = index + 2 < high ? UInt64(classes[index + 2]) : Self.classAfterSentence
        let form = position.form
        add(.wordClass, own | form << 8)
        add(.classBefore, before | form << 8)
        add(.classAfter, after | form << 8)
        add(.classBeforeAndClass, before | own << 8 | form << 16)
        add(.classAfterAndClass, after | own << 8 | form << 16)
        add(.twoClassesBefore, before | secondBefore << 8 | form << 16)
        add(.twoClassesAfter, after | secondAfter << 8 | form << 16)
    }

    /// What stands around a small word within a name, such as `of`.
    private mutating func addJoiningWord(_ position: Position) {
        let index = position.index
        let capitalBefore = index > position.sentence.lowerBound && text.tokens[index - 1].isCapital
        let capitalAfter = index + 1 < position.sentence.upperBound && text.tokens[index + 1].isCapital
        if capitalBefore && capitalAfter { add(.joiningWord, position.token.folded) }
    }

    /// The run of capitalised words around the token.
    private mutating func addRun(_ position: Position) {
        let tokens = text.tokens
        let (index, manner) = (position.index, position.manner)
        let (low, high) = (position.sentence.lowerBound, position.sentence.upperBound)
        var start = index
        while start > low, tokens[start - 1].isCapital, index - start < Self.longestRun { start -= 1 }
        var end = index + 1
        while end < high, tokens[end].isCapital, end - index < Self.longestRun { end += 1 }
        let place = UInt64(min(index - start, 3)) | UInt64(min(end - index, 4)) << 2
        let before = start > low ? tokens[start - 1].folded : Self.beforeSentence
        let secondBefore = start > low + 1 ? tokens[start - 2].folded : Self.beforeSentence
        let after = end < high ? tokens[end].folded : Self.afterSentence
        add(.placeInRun, place | manner << 8)
        add(
            .listsOfRun,
            UInt64(marks[end - 1]) | UInt64(marks[start]) << 16 | place << 32 | (manner & Self.nounsAreCapitalised)
                << 40)
        let classBefore = start > low ? UInt64(classes[start - 1]) : Self.classBeforeSentence
        let classAfter = end < high ? UInt64(classes[end]) : Self.classAfterSentence
        let lastClass = UInt64(classes[end - 1])
        add(.classBeforeRun, classBefore | lastClass << 8 | place << 16)
        add(.classAfterRun, classAfter | lastClass << 8 | place << 16)
        add(.classesAroundRun, classBefore | classAfter << 8)
        add(.beforeRun, TextHash.joined(before, manner))
        add(.afterRun, TextHash.joined(after, manner))
        add(.lastOfRun, tokens[end - 1].folded)
        add(.firstOfRun, tokens[start].folded)
        add(.twoBeforeRun, TextHash.joined(secondBefore, before))
        add(.suffixOfRun, tokens[end - 1].suffixes[2])
        add(.beforeRunAndLength, TextHash.joined(before, UInt64(end - start)))
        // Names that go on over a small word, such as `University of Oslo`.
        if end + 1 < high, tokens[end].form == .small, tokens[end + 1].isCapital {
            add(.goesOnBehind, TextHash.joined(tokens[end - 1].folded, tokens[end].folded))
        }
        if start > low + 1, tokens[start - 1].form == .small, tokens[start - 2].isCapital {
            add(.goesOnFrom, TextHash.joined(tokens[start - 2].folded, tokens[start - 1].folded))
        }
        if index > low, tokens[index - 1].single == UInt8(ascii: "("), index + 1 < high,
            tokens[index + 1].single == UInt8(ascii: ")")
        {
            add(.inBrackets, position.form)
        }
    }

    /// The other places of the document where the word stands.
    private mutating func addDocument(_ position: Position) {
        let tokens = text.tokens
        guard let use = uses[position.token.folded] else {
            add(.unusedElsewhere, position.written)
            return
        }
        let known = (use.inSmall ? 1 : 0) as UInt64 | (use.insideSentences ? 2 : 0) | (use.second >= 0 ? 4 : 0)
        add(.use, known | position.written << 3)
        var told: Int32 = -1
        for other in [use.first, use.second, use.last] where other >= 0 && other != position.index && other != told {
            let other = Int(other)
            told = Int32(clamping: other)
            if other > 0 { add(.beforeElsewhere, tokens[other - 1].folded) }
            if other + 1 < tokens.count { add(.afterElsewhere, tokens[other + 1].folded) }
            if other > 0, tokens[other - 1].isCapital { add(.listsBeforeElsewhere, UInt64(marks[other - 1])) }
        }
    }
}

extension EntityFeatures {
    /// What stands for the words and classes of words beyond a sentence.
    private static let beforeSentence: UInt64 = 1
    private static let afterSentence: UInt64 = 2
    private static let classBeforeSentence: UInt64 = 254
    private static let classAfterSentence: UInt64 = 255

    /// A token in its sentence, with the words around it.
    private struct Position {
        let index: Int
        let sentence: Range<Int>
        /// How the sentence is written, as `manner(of:)` says.
        let manner: UInt64
        let token: EntityToken
        /// The hashes of the words around the token in small letters.
        let before: UInt64
        let secondBefore: UInt64
        let after: UInt64
        let secondAfter: UInt64
        /// How the token is written.
        let form: UInt64
        /// That, whether it opens the sentence, and how the sentence is written.
        let written: UInt64

        init(_ index: Int, in sentence: Range<Int>, of text: EntityText, manner: UInt64) {
            let tokens = text.tokens
            let (low, high) = (sentence.lowerBound, sentence.upperBound)
            self.index = index
            self.sentence = sentence
            self.manner = manner
            token = tokens[index]
            before = index > low ? tokens[index - 1].folded : beforeSentence
            secondBefore = index > low + 1 ? tokens[index - 2].folded : beforeSentence
            after = index + 1 < high ? tokens[index + 1].folded : afterSentence
            secondAfter = index + 2 < high ? tokens[index + 2].folded : afterSentence
            form = UInt64(token.form.rawValue)
            let isFirst: UInt64 = index == low || (index == low + 1 && tokens[low].form == .mark) ? 1 : 0
            written = form | isFirst << 3 | manner << 4
        }
    }
}
