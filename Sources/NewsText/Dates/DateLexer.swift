/// Cuts text into numbers, words and signs for the date reader.
///
/// Digits of Arabic, Persian, Devanagari, Thai and full-width writing count as digits; each Han character is a word of
/// its own, since 2024年5月3日 has no spaces.
package struct DateLexer {
    /// One piece of the text.
    package struct Token {
        /// What a piece is.
        package enum Kind {
            case number(Int, digits: Int)
            case word(String)
            case sign(Unicode.Scalar)
        }

        /// What it is.
        package var kind: Kind
        /// Whether white space stands before it.
        var isSpaced: Bool
    }

    /// Numbers of more digits than this are no part of a date.
    private static let mostDigits = 9

    /// The tokens of the text in order.
    static func tokens(of text: some StringProtocol) -> [Token] {
        var tokens: [Token] = []
        var word = String.UnicodeScalarView()
        var number = 0
        var digits = 0
        var spaced = true
        var startedSpaced = true

        func flush() {
            if digits > 0 {
                tokens.append(
                    Token(
                        kind: .number(digits > mostDigits ? Int.max : number, digits: digits), isSpaced: startedSpaced))
            } else if !word.isEmpty {
                tokens.append(Token(kind: .word(String(word)), isSpaced: startedSpaced))
            }
            number = 0
            digits = 0
            word = String.UnicodeScalarView()
        }

        for scalar in text.unicodeScalars {
            if let digit = digit(scalar) {
                if digits == 0 {
                    flush()
                    startedSpaced = spaced
                }
                digits += 1
                if digits <= mostDigits { number = number * 10 + digit }
                spaced = false
            } else if isLetter(scalar) {
                let isHan = (0x3400...0x9FFF).contains(scalar.value)
                if digits > 0 || isHan { flush() }
                if word.isEmpty { startedSpaced = spaced }
                word.append(scalar)
                spaced = false
                if isHan { flush() }
            } else if scalar.properties.isWhitespace {
                flush()
                spaced = true
            } else if !isInvisible(scalar) {
                flush()
                tokens.append(Token(kind: .sign(narrow(scalar)), isSpaced: spaced))
                spaced = false
            }
        }
        flush()
        return tokens
    }

    private static func digit(_ scalar: Unicode.Scalar) -> Int? {
        switch scalar.value {
        case 0x30...0x39: Int(scalar.value - 0x30)
        case 0x660...0x669: Int(scalar.value - 0x660)
        case 0x6F0...0x6F9: Int(scalar.value - 0x6F0)
        case 0x966...0x96F: Int(scalar.value - 0x966)
        case 0x9E6...0x9EF: Int(scalar.value - 0x9E6)
        case 0xE50...0xE59: Int(scalar.value - 0xE50)
        case 0xFF10...0xFF19: Int(scalar.value - 0xFF10)
        default: nil
        }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return (65...90).contains(scalar.value & ~0x20) }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark:
            return true
        default: return false
        }
    }

    /// Direction marks and the like, which stand inside dates of Arabic and Hebrew pages.
    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        (0x200B...0x200F).contains(scalar.value) || (0x202A...0x202E).contains(scalar.value)
            || (0x2066...0x2069).contains(scalar.value) || scalar.value == 0xFEFF
    }

    /// Full-width signs and the kinds of dashes as their plain forms.
    private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
        switch scalar.value {
        case 0x2010...0x2015, 0x2212: "-"
        case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
        case 0x60C: ","
        default: scalar
        }
    }
}
