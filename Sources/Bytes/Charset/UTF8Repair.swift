/// Looks over and mends UTF-8 (The Unicode Standard, table 3-7 and "U+FFFD substitution of maximal subparts").
package enum UTF8Repair {
    /// What a look over the bytes found.
    package struct Survey: Equatable {
        /// Well-formed sequences of more than one byte.
        package var sequences = 0
        /// Ill-formed stretches, each of which becomes one U+FFFD.
        package var damaged = 0
        /// True when the only ill-formed stretch is a sequence that the end cuts short.
        package var onlyTailIsDamaged = false
    }

    /// The length of the well-formed sequence that starts at `index`; negative for an ill-formed stretch of that length.
    package static func step(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let first = bytes[index]
        if first < 0x80 { return 1 }
        let wanted: Int
        var low: UInt8 = 0x80
        var high: UInt8 = 0xBF
        switch first {
        case 0xC2...0xDF: wanted = 2
        case 0xE0: (wanted, low) = (3, 0xA0)
        case 0xED: (wanted, high) = (3, 0x9F)
        case 0xE1...0xEF: wanted = 3
        case 0xF0: (wanted, low) = (4, 0x90)
        case 0xF4: (wanted, high) = (4, 0x8F)
        case 0xF1...0xF3: wanted = 4
        default: return -1
        }
        for offset in 1..<wanted {
            guard index + offset < bytes.count else { return -offset }
            let byte = bytes[index + offset]
            guard byte >= low, byte <= high else { return -offset }
            (low, high) = (0x80, 0xBF)
        }
        return wanted
    }

    /// The first place from `start` on that holds a byte above ASCII; the end where there is none.
    package static func endOfASCII(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= bytes.count,
            raw.loadUnaligned(fromByteOffset: index, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
        {
            index += 8
        }
        while index < bytes.count, bytes[index] < 0x80 { index += 1 }
        return index
    }

    /// Counts sequences and damage over the whole buffer.
    package static func survey(_ bytes: UnsafeBufferPointer<UInt8>) -> Survey {
        var survey = Survey()
        var index = 0
        while index < bytes.count {
            if bytes[index] < 0x80 {
                index = endOfASCII(bytes, from: index + 1)
                continue
            }
            let length = step(bytes, at: index)
            if length > 0 {
                survey.sequences += 1
                index += length
            } else {
                survey.damaged += 1
                let cut = bytes[index] >= 0xC2 && index - length == bytes.count
                survey.onlyTailIsDamaged = cut && survey.damaged == 1 && survey.sequences > 0
                index -= length
            }
        }
        return survey
    }

    /// The text with each ill-formed stretch replaced by U+FFFD.
    static func repaired(_ bytes: UnsafeBufferPointer<UInt8>, charset: String) -> DecodedText {
        var text = DecodedText(utf8: [], charset: charset, replacements: 0)
        text.utf8.reserveCapacity(bytes.count)
        var start = 0
        var index = 0
        while index < bytes.count {
            let length = step(bytes, at: index)
            if length > 0 {
                index += length
                continue
            }
            text.utf8.append(contentsOf: bytes[start..<index])
            text.utf8.append(contentsOf: [0xEF, 0xBF, 0xBD])
            text.replacements += 1
            index -= length
            start = index
        }
        text.utf8.append(contentsOf: bytes[start..<index])
        return text
    }
}
