import Bytes

/// How much text is in bytes of UTF-8, measured alike in all scripts.
///
/// A letter of an alphabet counts 1; a Han character says about as much as a third of a word of English with its space
/// and counts 3; kana, Hangul syllables and the like count 2. White space and punctuation of ASCII count nothing.
enum TextWeight {
    /// What a stretch of text weighs.
    struct Measure {
        /// Letters, scaled as above.
        var letters: Int32 = 0
        /// Commas and ends of sentences.
        var stops: Int32 = 0
        /// The last byte that is no white space and no closing quotation mark or bracket of ASCII; 0 for none.
        var last: UInt8 = 0
    }

    /// Adds the bytes to a measure.
    static func add(_ bytes: UnsafeBufferPointer<UInt8>, to measure: inout Measure) {
        var position = 0
        let count = bytes.count
        while position < count {
            let byte = bytes[position]
            if byte < 0x80 {
                if ASCII.isAlphanumeric(byte) {
                    measure.letters &+= 1
                    measure.last = byte
                } else if byte > 32 {
                    if byte == UInt8(ascii: ",") || byte == UInt8(ascii: ".") { measure.stops &+= 1 }
                    if byte != UInt8(ascii: "\""), byte != UInt8(ascii: ")"), byte != UInt8(ascii: "'") {
                        measure.last = byte
                    }
                }
                position &+= 1
            } else if byte < 0xE0 {
                // Latin with marks, Greek, Cyrillic, Hebrew, Arabic; U+00A0 to U+00BF are signs.
                if byte != 0xC2 {
                    measure.letters &+= 1
                    measure.last = UInt8(ascii: "a")
                }
                position &+= 2
            } else if byte < 0xF0 {
                threeBytes(bytes, position, &measure)
                position &+= 3
            } else {
                measure.letters &+= 1
                position &+= 4
            }
        }
    }

    private static func threeBytes(
        _ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ measure: inout Measure
    ) {
        guard position + 2 < bytes.count else { return }
        let first = bytes[position]
        let second = bytes[position + 1]
        let third = bytes[position + 2]
        switch first {
        case 0xE4...0xE9:
            measure.letters &+= 3
            measure.last = UInt8(ascii: "a")
        case 0xE3 where second == 0x80:
            // 、 and 。 end clauses and sentences.
            if third == 0x81 || third == 0x82 {
                measure.stops &+= 1
                measure.last = UInt8(ascii: ".")
            }
        case 0xE3, 0xEA...0xED:
            measure.letters &+= 2
            measure.last = UInt8(ascii: "a")
        case 0xE0, 0xE1:
            measure.letters &+= 1
            measure.last = UInt8(ascii: "a")
            // The danda of the scripts of India.
            if first == 0xE0, second == 0xA5, third == 0xA4 || third == 0xA5 {
                measure.stops &+= 1
                measure.last = UInt8(ascii: ".")
            }
        case 0xEF where second == 0xBC:
            // Full-width punctuation.
            if third == 0x8C || third == 0x8E || third == 0x81 || third == 0x9F {
                measure.stops &+= 1
                measure.last = UInt8(ascii: third == 0x8C ? "," : ".")
            }
        case 0xEF where second == 0xB8 && third >= 0x90 && third <= 0x99:
            // Punctuation of vertical text (︐ ︑ ︒ ... ︙); ︓ and ︔ end a clause.
            measure.stops &+= 1
            measure.last = UInt8(ascii: third == 0x90 || third == 0x91 ? "," : ".")
        case 0xEF where second == 0xBD && (third == 0xA1 || third == 0xA4):
            // ｡ and ､ of half width.
            measure.stops &+= 1
            measure.last = UInt8(ascii: third == 0xA1 ? "." : ",")
        case 0xE2 where second == 0x80:
            // … ends a sentence; quotation marks end nothing.
            if third == 0xA6 { measure.last = UInt8(ascii: ".") }
        default:
            break
        }
    }
}
