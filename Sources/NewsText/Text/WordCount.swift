/// Counts words the way an editor would, in scripts with and without spaces.
///
/// A word is a run of letters, marks and digits, in which an apostrophe, hyphen, full stop or comma between two of them
/// does not part it (`don't`, `well-known`, `1,000`, `U.S`). Scripts that are written without spaces are counted by
/// characters, with the usual average length of their words: two characters a word for Han, Hiragana and Katakana,
/// three for Thai, Lao, Khmer and Burmese; each run of them counts at least one.
package enum WordCount {
    /// The number of words of UTF-8 text; ill-formed bytes count as part of a word.
    package static func count(_ text: some Collection<UInt8>) -> Int {
        text.withContiguousStorageIfAvailable(countContiguous) ?? Array(text).withUnsafeBufferPointer(countContiguous)
    }

    /// What a character is to the counter.
    private enum Class {
        case separator
        case joiner
        case spaced
        case ideographic
        case syllabic
    }

    private static func countContiguous(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var words = 0
        var ideographs = 0
        var syllables = 0
        var previous = Class.separator
        var isInWord = false
        var index = 0
        while index < bytes.count {
            let (kind, length) = classify(bytes, index)
            index += length
            if kind != .ideographic, ideographs > 0 {
                words += (ideographs + 1) / 2
                ideographs = 0
            }
            if kind != .syllabic, syllables > 0 {
                words += (syllables + 2) / 3
                syllables = 0
            }
            switch kind {
            case .spaced:
                if !isInWord { words += 1 }
                isInWord = true
            case .joiner:
                isInWord = isInWord && previous == .spaced
            case .ideographic:
                ideographs += 1
                isInWord = false
            case .syllabic:
                syllables += 1
                isInWord = false
            case .separator:
                isInWord = false
            }
            previous = kind
        }
        return words + (ideographs + 1) / 2 + (syllables + 2) / 3
    }

    private static func classify(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (Class, Int) {
        let byte = bytes[index]
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: return (.spaced, 1)
        case 0x27, 0x2C, 0x2D, 0x2E: return (.joiner, 1)
        case 0..<0x80: return (.separator, 1)
        case 0x80..<0xC2: return (.spaced, 1)
        case 0xC2: return (index + 1 < bytes.count ? latin1(bytes[index + 1]) : .spaced, 2)
        case 0xC3:
            return (index + 1 < bytes.count && [0x97, 0xB7].contains(bytes[index + 1]) ? .separator : .spaced, 2)
        case 0xC4..<0xE0: return (.spaced, 2)
        case 0xE0..<0xF0:
            guard index + 2 < bytes.count else { return (.spaced, 3) }
            let value =
                UInt32(byte & 0x0F) << 12 | UInt32(bytes[index + 1] & 0x3F) << 6 | UInt32(bytes[index + 2] & 0x3F)
            return (threeBytes(value), 3)
        default:
            guard index + 1 < bytes.count else { return (.spaced, 4) }
            // U+1F000 to U+1FFFF are pictures, U+20000 to U+3FFFF are Han.
            let page = UInt32(byte & 0x07) << 6 | UInt32(bytes[index + 1] & 0x3F)
            return (page >= 0x20 && page < 0x40 ? .ideographic : page == 0x1F ? .separator : .spaced, 4)
        }
    }

    /// The second byte of U+0080 to U+00BF: letters and marks of them are ª µ º ·.
    private static func latin1(_ byte: UInt8) -> Class {
        switch byte {
        case 0xAA, 0xB5, 0xBA: .spaced
        case 0xAD, 0xB7: .joiner
        default: .separator
        }
    }

    private static func threeBytes(_ value: UInt32) -> Class {
        switch value {
        case 0x0E01...0x0EDF, 0x1000...0x109F, 0x1780...0x17FF: .syllabic
        case 0x2010, 0x2011, 0x2019, 0x200C, 0x200D: .joiner
        case 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0x30FB, 0xFE10...0xFE6F, 0xFF00...0xFF0F,
            0xFF1A...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65, 0xFFE0...0xFFFF, 0x0964, 0x0965:
            .separator
        case 0x3005...0x3007, 0x3021...0x302F, 0x3031...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
            0xF900...0xFAFF, 0xFF66...0xFF9F:
            .ideographic
        default: .spaced
        }
    }
}
