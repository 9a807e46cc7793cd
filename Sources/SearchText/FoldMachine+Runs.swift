import CFoldTable

/// Runs of scripts that are written without spaces.
///
/// The output of an open run ends with the last complete unit, which begins the open token, and the unit that is being
/// read. When that one is complete it is written again behind a space: `中华人` is `中华 华人` so far. At the end of the
/// run the last unit is left alone, so that a run of n units has n tokens.
extension FoldMachine {
    /// The most bytes of one unit; marks beyond them are dropped.
    private static let maximumUnitBytes = 48

    /// Begins a run, or the next unit of the open one.
    private mutating func beginUnit(_ run: Kind, isKatakana: Bool, source: Int) {
        if kind == run {
            completeUnit(beforeKatakana: isKatakana)
        } else {
            closeToken()
            openToken(run, source: source)
            katakanaCount = 0
        }
        previousUnitEnd = sourceEnd
        unitAt = count
        unitSource = source
        spaceAfterRun = false
        unitIsOpen = false
    }

    /// Ends the last unit: it completes the token before it and begins the next one.
    private mutating func completeUnit(beforeKatakana: Bool) {
        if !beforeKatakana, katakanaCount >= 4, endsWithProlongedSound {
            // `コンピューター` and `コンピュータ` are one word.
            count = unitAt
            unitAt = tokenStart
        }
        guard unitAt > tokenStart else { return }
        let length = count - unitAt
        separate(firstUnitEnd: previousUnitEnd, isUnit: true)
        (out + count).update(from: out + unitAt, count: length)
        openToken(kind, source: unitSource)
        count += length
        unitAt = tokenStart
    }

    /// Ends the run before its space is written.
    mutating func finishRun() { completeUnit(beforeKatakana: false) }

    /// Writes a Han character or a kana.
    mutating func appendEastAsian(
        _ record: wd_fold_record, _ scalar: UInt32, isKatakana: Bool, _ source: Int, _ end: Int
    ) {
        beginUnit(.eastAsian, isKatakana: isKatakana, source: source)
        append(record, scalar)
        katakanaCount = isKatakana ? katakanaCount + 1 : 0
        sourceEnd = end
    }

    private var endsWithProlongedSound: Bool {
        count - unitAt == 3 && threeByteScalar(at: unitAt) == 0x30FC
    }

    /// Puts a separate voice mark on the last kana.
    mutating func voiceKana(_ mark: UInt32, _ end: Int) {
        guard kind == .eastAsian, !spaceAfterRun, count - unitAt == 3 else { return }
        let isHalf = mark == 0x309A || mark == 0xFF9F
        let kana = threeByteScalar(at: unitAt)
        let hiragana = kana >= 0x30A1 ? kana - 0x60 : kana
        let step: UInt32
        switch hiragana {
        case 0x306F, 0x3072, 0x3075, 0x3078, 0x307B: step = isHalf ? 2 : 1
        case 0x304B...0x3062 where !isHalf && hiragana % 2 == 1: step = 1
        case 0x3064, 0x3066, 0x3068, 0x309D: step = isHalf ? 0 : 1
        case 0x3046: step = isHalf ? 0 : 0x4E
        case 0x308F...0x3092 where kana >= 0x30A1: step = isHalf ? 0 : 8
        default: step = 0
        }
        guard step > 0 else { return }
        count = unitAt
        append(scalar: kana + step)
        sourceEnd = end
    }

    /// Writes a consonant or another letter of a Southeast Asian script, or a vowel that stands before its consonant.
    mutating func appendSoutheast(
        _ record: wd_fold_record, _ scalar: UInt32, opens: Bool, _ source: Int, _ end: Int
    ) {
        if kind == .southeastAsian, unitIsOpen, !opens, count - unitAt < Self.maximumUnitBytes {
            unitIsOpen = false
        } else {
            beginUnit(.southeastAsian, isKatakana: false, source: source)
            unitIsOpen = opens
        }
        append(record, scalar)
        sourceEnd = end
    }

    /// Writes a sign that belongs to the last consonant, in the order of the code points for Thai and Lao, where
    /// several orders look alike.
    mutating func appendSoutheastMark(_ record: wd_fold_record, _ scalar: UInt32, stacks: Bool, _ end: Int) {
        guard kind == .southeastAsian, count - unitAt < Self.maximumUnitBytes else { return }
        append(record, scalar)
        sourceEnd = end
        unitIsOpen = stacks
        guard (0x0E30...0x0EFF).contains(scalar) else { return }
        var place = count - 3
        while place - 3 > unitAt, isSoutheastMark(threeByteScalar(at: place - 3)),
            threeByteScalar(at: place - 3) > scalar
        {
            for offset in 0..<3 { swap(place + offset, place - 3 + offset) }
            place -= 3
        }
    }

    private func isSoutheastMark(_ scalar: UInt32) -> Bool {
        ScalarClass(wd_fold_lookup(scalar)) == .southeastMark
    }

    private func swap(_ first: Int, _ second: Int) {
        let byte = out[first]
        out[first] = out[second]
        out[second] = byte
    }
}
