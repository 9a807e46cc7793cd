/// Cuts text into words on bytes of UTF-8, in one pass.
///
/// A word is a run of letters, marks and digits (the alphabetic and numeric properties of Unicode). Han, Kana, Thai, Lao,
/// Khmer and Burmese write without spaces: there each character with the one after it is a token.
enum Tokenizer {
    /// Tokens taken of one text; a longer one (this is about 300 kB of English) is looked at up to here.
    static let mostTokens = 50_000

    static func tokens(of bytes: UnsafeBufferPointer<UInt8>) -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(min(bytes.count / 5 + 8, mostTokens))
        var index = 0
        var opensSentence = true
        while index < bytes.count, tokens.count < mostTokens {
            let byte = bytes[index]
            if byte < 0x80 {
                if isASCIIWord(byte) {
                    word(bytes, &index, &opensSentence, &tokens)
                } else {
                    // A quotation mark or bracket before a word leaves things as they are.
                    switch byte {
                    case 0x0A, 0x21, 0x2E, 0x3A, 0x3F: opensSentence = true
                    case 0x22, 0x28, 0x20: break
                    default: opensSentence = false
                    }
                    index += 1
                }
                continue
            }
            let (scalar, length) = UTF8Scalar.decode(bytes, at: index)
            if UnspacedScript.contains(scalar) {
                unspaced(bytes, scalar, length, &index, &tokens)
                opensSentence = false
            } else if UTF8Scalar.isWordPart(scalar) {
                word(bytes, &index, &opensSentence, &tokens)
            } else {
                if scalar.value == 0x2026 || scalar.value == 0x3002 { opensSentence = true }
                index += length
            }
        }
        return tokens
    }

    private static func word(
        _ bytes: UnsafeBufferPointer<UInt8>, _ index: inout Int, _ opensSentence: inout Bool, _ tokens: inout [Token]
    ) {
        let start = index
        var hash = TextHash.start
        var isCapital = false
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                guard isASCIIWord(byte) else { break }
                let isUpper = byte &- 0x41 < 26
                if isUpper, index == start { isCapital = true }
                hash = TextHash.adding(isUpper ? byte | 0x20 : byte, to: hash)
                index += 1
                continue
            }
            let (scalar, length) = UTF8Scalar.decode(bytes, at: index)
            guard UTF8Scalar.isWordPart(scalar), !UnspacedScript.contains(scalar) else { break }
            if index == start { isCapital = scalar.properties.isUppercase }
            for lowered in UTF8Scalar.lowered(scalar).utf8 { hash = TextHash.adding(lowered, to: hash) }
            index += length
        }
        tokens.append(
            Token(
                hash: TextHash.mixed(hash), start: Int32(clamping: start), end: Int32(clamping: index),
                isCapital: isCapital, opensSentence: opensSentence, isUnspaced: false,
                isSingleLetter: index - start == 1 && bytes[start] >= 0x41))
        opensSentence = false
    }

    private static func unspaced(
        _ bytes: UnsafeBufferPointer<UInt8>, _ scalar: Unicode.Scalar, _ length: Int, _ index: inout Int,
        _ tokens: inout [Token]
    ) {
        let start = index
        index += length
        var end = index
        var hash = TextHash.mixed(UInt64(scalar.value) | 1 << 40)
        if index < bytes.count, bytes[index] >= 0x80 {
            let (next, nextLength) = UTF8Scalar.decode(bytes, at: index)
            if UnspacedScript.contains(next) {
                hash = TextHash.joined(hash, UInt64(next.value))
                end = index + nextLength
            }
        }
        tokens.append(
            Token(
                hash: hash, start: Int32(clamping: start), end: Int32(clamping: end), isCapital: false,
                opensSentence: false, isUnspaced: true, isSingleLetter: false))
    }

    @inline(__always)
    private static func isASCIIWord(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
    }
}
