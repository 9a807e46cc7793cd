import CFoldTable

/// How the folding machine treats a scalar; the raw values are those of the generated table.
enum ScalarClass: UInt8 {
    case separator, letter, digit, mark, ignorable, apostrophe, hyphen, period, comma, ampersand
    case plus, hash, space, groupSpace, han, hiragana, katakana, southeastBase, southeastLead
    case southeastMark, stacker, hangul, jamoLead, jamoVowel, jamoTail, composing, kanaVoice, nukta
    case zeroWidthNonJoiner, middleDot, quote, expand

    /// The class of a record; the generator and this list are kept in step by a test.
    init(_ record: wd_fold_record) {
        self = ScalarClass(rawValue: record.scalar_class) ?? .separator
    }

    /// Whether a scalar of this class is or begins a word.
    var startsWord: Bool {
        switch self {
        case .letter, .digit, .han, .hiragana, .katakana, .southeastBase, .southeastLead, .hangul, .jamoLead,
            .jamoVowel, .jamoTail:
            true
        default: false
        }
    }
}
