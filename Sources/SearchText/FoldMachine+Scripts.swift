import CFoldTable

/// What single scripts ask for inside words: Cyrillic and Indic marks, Arabic joiners, Hangul.
extension FoldMachine {
    /// An accent that makes another letter of a few Cyrillic ones; on any other letter it falls away.
    mutating func compose(_ mark: UInt32, _ end: Int) {
        extendToken(end)
        guard kind == .word, connector == .none, count - tokenStart >= 2 else { return }
        let composed: UInt16? =
            switch (UInt16(out[count - 2]) << 8 | UInt16(out[count - 1]), mark) {
            case (0xD0B8, 0x0306): 0xD0B9  // й
            case (0xD183, 0x0306): 0xD19E  // ў
            case (0xD196, 0x0308): 0xD197  // ї
            case (0xD0B3, 0x0301): 0xD193  // ѓ
            case (0xD0BA, 0x0301): 0xD19C  // ќ
            default: nil
            }
        guard let composed else { return }
        out[count - 2] = UInt8(composed >> 8)
        out[count - 1] = UInt8(composed & 0xFF)
    }

    /// The Devanagari nukta: kept where it makes the common letters `ड़` and `ढ़`, dropped where it marks a loan sound.
    mutating func appendNukta(_ scalar: UInt32, _ end: Int) {
        extendToken(end)
        guard kind == .word, connector == .none, count - tokenStart >= 3 else { return }
        guard out[count - 3] == 0xE0, out[count - 2] == 0xA4, out[count - 1] == 0xA1 || out[count - 1] == 0xA2 else {
            return
        }
        append(scalar: scalar)
    }

    /// Writes a Devanagari nasal before a consonant of its own class as anusvara, as both are spelled: `हिन्दी`, `हिंदी`.
    @inline(__always)
    mutating func mendNasal() {
        guard count - tokenStart >= 9, out[count - 3] == 0xE0, out[count - 2] == 0xA4 else { return }
        // A virama (U+094D, E0 A5 8D) before the consonant and a nasal (U+09xx, E0 A4 xx) before that.
        guard out[count - 6] == 0xE0, out[count - 5] == 0xA5, out[count - 4] == 0x8D, out[count - 9] == 0xE0,
            out[count - 8] == 0xA4
        else { return }
        let consonant = out[count - 1]
        let isOwnClass =
            switch out[count - 7] {
            case 0x99: consonant >= 0x95 && consonant <= 0x98  // ङ before क ख ग घ
            case 0x9E: consonant >= 0x9A && consonant <= 0x9D  // ञ before च छ ज झ
            case 0xA3: consonant >= 0x9F && consonant <= 0xA2  // ण before ट ठ ड ढ
            case 0xA8: consonant >= 0xA4 && consonant <= 0xA7  // न before त थ द ध
            case 0xAE: consonant >= 0xAA && consonant <= 0xAD  // म before प फ ब भ
            default: false
            }
        guard isOwnClass else { return }
        out[count - 7] = 0x82
        out[count - 6] = 0xE0
        out[count - 5] = 0xA4
        out[count - 4] = consonant
        count -= 3
    }

    /// The zero-width non-joiner separates the parts of Persian words, which are also written with a space; in other
    /// scripts it only shapes letters.
    mutating func separateArabic() {
        guard kind == .word, connector == .none, count - tokenStart >= 2, (0xD8...0xDB).contains(out[count - 2]) else {
            return
        }
        closeToken()
    }

    /// Writes a Hangul syllable, or a jamo that may complete one (Unicode Standard, section 3.12).
    mutating func appendHangul(_ record: wd_fold_record, _ scalar: UInt32, _ source: Int, _ end: Int) {
        if kind != .hangul {
            closeToken()
            openToken(.hangul, source: source)
        }
        sourceEnd = end
        append(record, scalar)
        guard count - tokenStart >= 6 else { return }
        let last = threeByteScalar(at: count - 3)
        let before = threeByteScalar(at: count - 6)
        if (0x1161...0x1175).contains(last), (0x1100...0x1112).contains(before) {
            count -= 6
            append(scalar: 0xAC00 + ((before - 0x1100) * 21 + (last - 0x1161)) * 28)
        } else if (0x11A8...0x11C2).contains(last), (0xAC00...0xD7A3).contains(before), (before - 0xAC00) % 28 == 0 {
            count -= 6
            append(scalar: before + last - 0x11A7)
        }
    }

    /// The scalar written as the three bytes at `place`.
    func threeByteScalar(at place: Int) -> UInt32 {
        UInt32(out[place] & 0x0F) << 12 | UInt32(out[place + 1] & 0x3F) << 6 | UInt32(out[place + 2] & 0x3F)
    }
}
