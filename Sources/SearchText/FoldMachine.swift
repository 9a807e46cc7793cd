import CFoldTable

/// The state machine behind ``SearchFold``: reads UTF-8 scalar by scalar and writes tokens.
///
/// Everything that was written for the open token can still be changed (a full stop turns out to end an acronym, a comma
/// to group digits), nothing before it. Each scalar is looked at a bounded number of times, so folding is linear.
struct FoldMachine: ~Copyable {
    /// What the open token is made of.
    enum Kind {
        /// No token is open.
        case none
        /// Letters, digits and marks of scripts that separate words.
        case word
        /// Hangul syllables.
        case hangul
        /// Han and kana, cut into pairs of characters.
        case eastAsian
        /// Thai, Lao, Khmer and Burmese, cut into pairs of consonants with their signs.
        case southeastAsian
    }

    /// A mark that followed the open word and whose meaning depends on what comes next.
    enum Connector {
        case none, apostrophe, hyphen, period, comma, ampersand, middleDot, quote, groupSpace

        /// Whether the mark may stand between digits of one number.
        var groupsDigits: Bool {
            switch self {
            case .apostrophe, .period, .comma, .groupSpace: true
            case .none, .hyphen, .ampersand, .middleDot, .quote: false
            }
        }
    }

    /// The output; grown before each step, so that a step writes without checks.
    private(set) var out: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Bytes written.
    var count = 0

    let recordingTokens: Bool
    private(set) var tokens: [FoldedText.Token] = []

    var kind = Kind.none
    /// Where the open token began in the output.
    var openedAt = 0
    /// Where it begins now that a rule has separated words from it.
    var tokenStart = 0
    /// Where the open token begins in the source.
    var tokenSource = 0
    /// Where the last scalar that was written ends in the source.
    var sourceEnd = 0

    // State of an open word; see FoldMachine+Words.swift.
    var connector = Connector.none
    /// Where the last apostrophe of the word was, or -1.
    var apostropheAt = -1
    /// Where the last single letter after a full stop begins, or -1.
    var acronymAt = -1
    /// Where the ampersand is that joins only if a single letter follows, or -1.
    var ampersandAt = -1
    /// Where digits with separators begin, or -1; see FoldMachine+Numbers.swift.
    var numberAt = -1
    /// Whether a hyphen stands before the open word.
    var followsHyphen = false

    // State of an open run; see FoldMachine+Runs.swift.
    /// Where the last unit of the run begins in the output.
    var unitAt = 0
    /// Where the last unit begins in the source.
    var unitSource = 0
    /// Where the unit before it ends in the source.
    var previousUnitEnd = 0
    /// Whether one space followed the run.
    var spaceAfterRun = false
    /// Whether the next consonant belongs to the last unit.
    var unitIsOpen = false
    /// How many katakana end the run.
    var katakanaCount = 0

    /// Room for what one step writes: the longest mapping (33 bytes) as pairs, a unit copied, separators, with a margin.
    private static let stepBytes = 512

    init(recordingTokens: Bool, sizeHint: Int) {
        self.recordingTokens = recordingTokens
        capacity = sizeHint + sizeHint / 8 + 2 * Self.stepBytes
        out = .allocate(capacity: capacity)
    }

    deinit { out.deallocate() }

    /// The tokens written so far; valid until the machine is used again or goes.
    var output: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: out, count: count > 0 && out[count - 1] == .space ? count - 1 : count)
    }

    /// Whether the next letter can be written without looking at the state.
    private var isPlain: Bool {
        switch kind {
        case .none: true
        case .word: connector == .none && acronymAt < 0 && ampersandAt < 0 && numberAt < 0
        default: false
        }
    }

    /// Folds a whole text.
    mutating func fold(_ source: UnsafeBufferPointer<UInt8>) {
        var index = 0
        while index < source.count {
            reserve()
            let byte = source[index]
            if byte < 0x80 {
                if isPlain {
                    let next = foldPlainASCII(source, from: index)
                    if next > index {
                        index = next
                        continue
                    }
                }
                handleASCII(source, at: index)
                index += 1
                continue
            }
            let scalar = decodeScalar(source, at: index)
            if let value = scalar.value {
                handle(wd_fold_lookup(value), scalar: value, source: index, end: index + scalar.length)
            } else {
                closeToken()
            }
            index += scalar.length
        }
        reserve()
        closeToken()
    }

    /// Makes room for one more step.
    private mutating func reserve() {
        guard capacity - count < Self.stepBytes else { return }
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
        larger.update(from: out, count: count)
        out.deallocate()
        out = larger
        capacity *= 2
    }

    /// Writes letters, digits and plain separators as long as nothing but ASCII comes and no rule asks for more;
    /// returns where it stopped.
    private mutating func foldPlainASCII(_ source: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        // A byte of the source makes at most one of the output here, and a word is closed by one.
        let end = min(source.count, start + (capacity - count) - Self.stepBytes / 2)
        let out = self.out
        let maximum = recordingTokens ? -1 : SearchFold.maximumTokenBytes
        var index = start
        var count = self.count
        var isOpen = kind == .word
        while index < end, source[index] < 0x80 {
            let action = wd_fold_ascii_action(source[index])
            if action > UInt8(WD_FOLD_ASCII_SEPARATOR) {
                if !isOpen {
                    isOpen = true
                    openedAt = count
                    tokenStart = count
                    tokenSource = index
                }
                out[count] = action
                count += 1
                index += 1
                continue
            }
            guard action == UInt8(WD_FOLD_ASCII_SEPARATOR) else { break }
            if isOpen {
                isOpen = false
                if count - tokenStart <= maximum, apostropheAt < 0 {
                    out[count] = .space
                    count += 1
                    followsHyphen = false
                } else {
                    self.count = count
                    kind = .word
                    sourceEnd = index
                    closeToken()
                    count = self.count
                }
            }
            index += 1
        }
        self.count = count
        kind = isOpen ? .word : .none
        if isOpen, index > start { sourceEnd = index }
        return index
    }

    /// Treats one ASCII byte by its class.
    private mutating func handleASCII(_ source: UnsafeBufferPointer<UInt8>, at index: Int) {
        let byte = source[index]
        let record = wd_fold_lookup(UInt32(byte))
        switch ScalarClass(record) {
        case .plus
        where isSingleLetterWord && nextByte(source, after: index) == byte
            && !continuesWord(source, at: index + 2):
            append(byte)
            append(byte)
            sourceEnd = index + 2
            closeToken()
        case .hash where isSingleLetterWord && !continuesWord(source, at: index + 1):
            append(byte)
            sourceEnd = index + 1
            closeToken()
        default:
            handle(record, scalar: UInt32(byte), source: index, end: index + 1)
        }
    }

    /// Treats one scalar by its class.
    mutating func handle(_ record: wd_fold_record, scalar: UInt32, source: Int, end: Int) {
        switch ScalarClass(record) {
        case .letter: appendToWord(record, scalar, isDigit: false, source, end)
        case .digit: appendToWord(record, scalar, isDigit: true, source, end)
        case .mark: appendMark(record, scalar, end)
        case .nukta: appendNukta(scalar, end)
        case .composing: compose(scalar, end)
        case .ignorable: extendToken(end)
        case .apostrophe: connect(.apostrophe)
        case .hyphen: connect(.hyphen)
        case .period:
            connect(.period)
            // The full stop that ends an acronym is part of it.
            if acronymAt >= 0, connector == .period { sourceEnd = end }
        case .comma: connect(.comma)
        case .ampersand: connect(.ampersand)
        case .middleDot: connect(.middleDot)
        case .quote: connect(.quote)
        case .groupSpace: connect(.groupSpace)
        case .zeroWidthNonJoiner: separateArabic()
        case .han, .hiragana: appendEastAsian(record, scalar, isKatakana: false, source, end)
        case .katakana: appendEastAsian(record, scalar, isKatakana: true, source, end)
        case .kanaVoice: voiceKana(scalar, end)
        case .southeastBase: appendSoutheast(record, scalar, opens: false, source, end)
        case .southeastLead: appendSoutheast(record, scalar, opens: true, source, end)
        case .southeastMark: appendSoutheastMark(record, scalar, stacks: false, end)
        case .stacker: appendSoutheastMark(record, scalar, stacks: true, end)
        case .hangul, .jamoLead, .jamoVowel, .jamoTail: appendHangul(record, scalar, source, end)
        case .space where kind == .eastAsian && !spaceAfterRun: spaceAfterRun = true
        case .space, .separator, .plus, .hash: closeToken()
        case .expand: expand(record, source, end)
        }
    }

    /// Treats each scalar of a mapping that has several kinds of them, such as `㍿` or `½`.
    private mutating func expand(_ record: wd_fold_record, _ source: Int, _ end: Int) {
        let mapping = UnsafeBufferPointer(start: wd_fold_mapping(record), count: Int(record.length))
        var index = 0
        while index < mapping.count {
            let scalar = decodeScalar(mapping, at: index)
            index += scalar.length
            // The generator folds mappings to the end, so this never goes deeper than once.
            guard let value = scalar.value else { continue }
            let inner = wd_fold_lookup(value)
            guard ScalarClass(inner) != .expand else { continue }
            handle(inner, scalar: value, source: source, end: end)
        }
    }

    /// Opens a token of a kind at a place of the source.
    mutating func openToken(_ newKind: Kind, source: Int) {
        kind = newKind
        openedAt = count
        tokenStart = count
        tokenSource = source
    }

    /// Ends the open token, if there is one, with a space.
    mutating func closeToken() {
        guard kind != .none else { return }
        if kind == .word { finishWord() }
        let isRun = kind == .eastAsian || kind == .southeastAsian
        if isRun { finishRun() }
        kind = .none
        if count - openedAt > SearchFold.maximumTokenBytes { cutTokens() }
        separate(firstUnitEnd: sourceEnd, isUnit: isRun)
    }

    /// Lets a mark that is not written belong to the token before it.
    mutating func extendToken(_ end: Int) {
        if kind != .none, connector == .none, !spaceAfterRun { sourceEnd = end }
    }

    /// Writes the space after a token and notes the token.
    mutating func separate(firstUnitEnd: Int, isUnit: Bool) {
        if recordingTokens { recordTokens(firstUnitEnd: firstUnitEnd, isUnit: isUnit) }
        append(.space)
    }

    /// Shortens the words since the open token began to the longest that are indexed, between two scalars.
    private mutating func cutTokens() {
        var end = openedAt
        var length = 0
        var isFull = false
        for index in openedAt..<count {
            let byte = out[index]
            if byte == .space {
                length = 0
                isFull = false
            } else if byte & 0xC0 != 0x80 {
                let scalarLength = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                isFull = isFull || length + scalarLength > SearchFold.maximumTokenBytes
            }
            guard byte == .space || !isFull else { continue }
            out[end] = byte
            end += 1
            if byte != .space { length += 1 }
        }
        count = end
    }

    /// Notes the words since the open token began; several when a rule separated them afterwards.
    private mutating func recordTokens(firstUnitEnd: Int, isUnit: Bool) {
        var start = openedAt
        for index in openedAt...count where index == count || out[index] == .space {
            tokens.append(
                FoldedText.Token(
                    folded: start..<index, source: tokenSource..<sourceEnd, firstUnitEnd: firstUnitEnd, isUnit: isUnit))
            start = index + 1
        }
    }
}

extension UInt8 {
    /// The space that separates tokens.
    static let space: UInt8 = 0x20
}
