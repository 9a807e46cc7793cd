import CFoldTable

/// Words and the marks inside them.
extension FoldMachine {
    /// Words before an apostrophe that are separated from what follows: French, Italian and Catalan elisions.
    private static let elisions: Set<String> = [
        "c", "d", "j", "l", "m", "n", "s", "t", "qu", "jusqu", "lorsqu", "puisqu", "quoiqu", "quelqu", "presqu",
        "dell", "all", "nell", "sull", "dall", "un", "gl", "quest", "quell", "bell", "tutt", "mezz", "sant", "coll",
        "anch", "com", "dov", "cos",
    ]
    /// What falls away after an apostrophe at a word's end: English `israel's`, `we'll` (which is not `well`), Turkish endings.
    private static let endings: Set<String> = [
        "s", "ll", "re", "ve", "d", "m", "in", "un", "nin", "nun", "de", "da", "te", "ta", "den", "dan", "ten", "tan",
        "nde", "nda", "nden", "ndan",
        "ye", "ya", "yi", "yu", "ni", "nu", "ne", "na", "li", "lu", "ler", "lar", "leri", "lari", "yle", "yla",
        "deki", "daki", "teki", "taki", "dir", "dur", "tir", "tur",
    ]
    /// The longest entry of the two sets in bytes.
    private static let longestAffix = 7

    /// Writes one byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        out[count] = byte
        count += 1
    }

    /// Writes what a scalar folds to.
    @inline(__always)
    mutating func append(_ record: wd_fold_record, _ scalar: UInt32) {
        if record.length == 0 {
            append(scalar: scalar)
        } else {
            (out + count).update(from: wd_fold_mapping(record), count: Int(record.length))
            count += Int(record.length)
        }
    }

    /// Writes a scalar as UTF-8.
    @inline(__always)
    mutating func append(scalar: UInt32) {
        switch scalar {
        case ..<0x80:
            append(UInt8(truncatingIfNeeded: scalar))
        case ..<0x800:
            append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        case ..<0x10000:
            append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        default:
            append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
            append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
        }
    }

    /// Whether the open word is one ASCII letter and nothing is pending.
    var isSingleLetterWord: Bool {
        kind == .word && connector == .none && count - tokenStart == 1 && isASCIILetter(out[tokenStart])
    }

    /// Writes a letter or digit of the open word, or begins one.
    @inline(__always)
    mutating func appendToWord(_ record: wd_fold_record, _ scalar: UInt32, isDigit: Bool, _ source: Int, _ end: Int) {
        if kind == .word {
            if connector != .none {
                resolveConnector(record, scalar, isDigit: isDigit, source: source)
            } else if acronymAt >= 0 || ampersandAt >= 0 || numberAt >= 0 {
                continueSpecialWord(isDigit: isDigit)
            }
        } else {
            closeToken()
            openToken(.word, source: source)
        }
        append(record, scalar)
        mendNasal()
        sourceEnd = end
    }

    /// Notes a mark after the open word; a second mark, or one after no word, separates.
    mutating func connect(_ mark: Connector) {
        guard kind == .word else { return closeToken() }
        switch connector {
        case .none: connector = mark
        case .period where acronymAt >= 0 && (mark == .apostrophe || mark == .hyphen): connector = mark
        default: closeToken()
        }
    }

    /// Decides what the mark before a letter or digit of the open word does.
    private mutating func resolveConnector(
        _ record: wd_fold_record, _ scalar: UInt32, isDigit: Bool, source: Int
    ) {
        let mark = connector
        connector = .none
        let previousIsDigit = isASCIIDigit(out[count - 1])
        if numberAt >= 0, !isDigit || !mark.groupsDigits { finishNumber() }
        var joins = false
        switch mark {
        case .period where previousIsDigit && isDigit:
            joins = joinNumber(0x2E)
        case .comma where previousIsDigit && isDigit:
            joins = joinNumber(0x2C)
        case .groupSpace where previousIsDigit && isDigit, .apostrophe where previousIsDigit && isDigit:
            joins = joinNumber(0x5F)
        case .period where !isDigit && (acronymAt >= 0 || isSingleScalarLetter):
            acronymAt = count
            joins = true
        case .apostrophe where !isDigit && !endsWithElision:
            apostropheAt = count
            joins = true
        case .hyphen where isSingleLetterWord && !followsHyphen:
            joins = true
        case .ampersand:
            // With two or more letters on the left, the right side must turn out to be a single one.
            if !isSingleScalarLetter { ampersandAt = count }
            append(0x26)
            joins = true
        case .middleDot where out[count - 1] == 0x6C && wordMapping(record, scalar) == 0x6C:
            joins = true
        case .quote where endsWithHebrewLetter && (0x05D0...0x05EA).contains(scalar):
            joins = true
        default:
            break
        }
        if mark != .period { acronymAt = -1 }
        guard !joins else { return }
        closeToken()
        openToken(.word, source: source)
        followsHyphen = mark == .hyphen
    }

    /// The one byte that a scalar folds to, or 0.
    private func wordMapping(_ record: wd_fold_record, _ scalar: UInt32) -> UInt8 {
        if record.length == 0 { return scalar < 0x80 ? UInt8(scalar) : 0 }
        return record.length == 1 ? wd_fold_mapping(record)[0] : 0
    }

    /// Corrects what the last marks did when another letter follows directly.
    private mutating func continueSpecialWord(isDigit: Bool) {
        if acronymAt >= 0 {
            // `J.K.Ro`: what looked like the next initial begins a word.
            insertSpace(at: acronymAt)
            acronymAt = -1
        }
        if ampersandAt >= 0, count > ampersandAt + 1 {
            out[ampersandAt] = .space
            tokenStart = ampersandAt + 1
            ampersandAt = -1
        }
        if numberAt >= 0, !isDigit { finishNumber() }
    }

    /// Separates the open word before its last scalar, which begins at `place`.
    private mutating func insertSpace(at place: Int) {
        for index in stride(from: count, to: place, by: -1) { out[index] = out[index - 1] }
        out[place] = .space
        count += 1
        tokenStart = place + 1
        apostropheAt = -1
    }

    /// Finishes the open word before its space is written.
    mutating func finishWord() {
        if numberAt >= 0 { finishNumber() }
        let place = apostropheAt
        if place > tokenStart, count - place <= Self.longestAffix, Self.endings.contains(text(place..<count)) {
            count = place
        }
        connector = .none
        apostropheAt = -1
        acronymAt = -1
        ampersandAt = -1
        followsHyphen = false
    }

    /// Writes a mark of the open word: a vowel sign, a virama.
    mutating func appendMark(_ record: wd_fold_record, _ scalar: UInt32, _ end: Int) {
        guard kind == .word, connector == .none else { return }
        if numberAt >= 0 { finishNumber() }
        append(record, scalar)
        sourceEnd = end
    }

    // MARK: - Looking back

    private func text(_ range: Range<Int>) -> String {
        String(decoding: UnsafeBufferPointer(start: out + range.lowerBound, count: range.count), as: UTF8.self)
    }

    /// Whether the open word is a single letter of any script.
    private var isSingleScalarLetter: Bool {
        let length = count - tokenStart
        let first = out[tokenStart]
        return switch length {
        case 1: isASCIILetter(first)
        case 2: first >= 0xC2 && first < 0xE0
        case 3: first >= 0xE0 && first < 0xF0
        case 4: first >= 0xF0
        default: false
        }
    }

    private var endsWithElision: Bool {
        let start = max(tokenStart, apostropheAt)
        return count - start <= Self.longestAffix && Self.elisions.contains(text(start..<count))
    }

    private var endsWithHebrewLetter: Bool {
        count - tokenStart >= 2 && out[count - 2] == 0xD7 && out[count - 1] >= 0x90 && out[count - 1] <= 0xAA
    }

    private func isASCIILetter(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }

    func isASCIIDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

    // MARK: - Looking ahead

    /// The byte after `index`, or 0 at the end.
    func nextByte(_ source: UnsafeBufferPointer<UInt8>, after index: Int) -> UInt8 {
        index + 1 < source.count ? source[index + 1] : 0
    }

    /// Whether a letter or digit stands at `index`.
    func continuesWord(_ source: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        guard index < source.count, let scalar = decodeScalar(source, at: index).value else { return false }
        return ScalarClass(wd_fold_lookup(scalar)).startsWord
    }
}
