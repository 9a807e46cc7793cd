import Bytes

/// Resolves the encoded words of headers (RFC 2047, with the language suffix of RFC 2231), in any charset of the web.
///
/// White space between two encoded words is none of the text; the bytes of neighbouring words of one charset are put
/// together before they are converted, since senders cut characters in two. Bytes above 0x7F that stand in a header as they
/// are, are UTF-8 (RFC 6532) or whatever charset they look like.
enum EncodedWords {
    /// The text of a header without its line breaks.
    static func decoded(_ header: [UInt8]) -> String {
        guard header.contains(UInt8(ascii: "=")) else { return text(header, charset: nil) }
        var result = ""
        var plain: [UInt8] = []
        var pending: (charset: String, bytes: [UInt8])?
        func flush() {
            if let word = pending { result += text(word.bytes, charset: word.charset) }
            pending = nil
        }
        var index = 0
        while index < header.count {
            guard header[index] == UInt8(ascii: "="), let word = word(in: header, at: index) else {
                plain.append(header[index])
                index += 1
                continue
            }
            let isBetweenWords = pending != nil && plain.allSatisfy { $0 == 0x20 || $0 == 0x09 }
            if !isBetweenWords {
                flush()
                result += text(plain, charset: nil)
            }
            plain = []
            if pending?.charset == word.charset {
                pending?.bytes.append(contentsOf: word.bytes)
            } else {
                flush()
                pending = (word.charset, word.bytes)
            }
            index = word.end
        }
        flush()
        return result + text(plain, charset: nil)
    }

    /// The encoded word that starts at a place.
    private static func word(in header: [UInt8], at start: Int) -> (charset: String, bytes: [UInt8], end: Int)? {
        // A word has at most 75 bytes; senders write longer ones, so the bound only keeps this linear.
        let window = header[start...].prefix(longestWord)
        guard window.count > 6, window[start + 1] == UInt8(ascii: "?"),
            let charsetEnd = window[(start + 2)...].firstIndex(of: UInt8(ascii: "?")), charsetEnd + 2 < window.endIndex,
            window[charsetEnd + 2] == UInt8(ascii: "?")
        else { return nil }
        let textStart = charsetEnd + 3
        var end = textStart
        while true {
            guard let mark = window[end...].firstIndex(of: UInt8(ascii: "?")), mark + 1 < window.endIndex else {
                return nil
            }
            if window[mark + 1] == UInt8(ascii: "=") {
                end = mark
                break
            }
            end = mark + 1
        }
        let name = String(decoding: window[(start + 2)..<charsetEnd].prefix { $0 != UInt8(ascii: "*") }, as: UTF8.self)
        let coded = window[textStart..<end]
        switch window[charsetEnd + 1] | 0x20 {
        case UInt8(ascii: "b"): return (name.lowercased(), base64(coded), end + 2)
        case UInt8(ascii: "q"): return (name.lowercased(), quoted(coded), end + 2)
        default: return nil
        }
    }

    private static let longestWord = 1_024

    private static func text(_ bytes: [UInt8], charset: String?) -> String {
        guard bytes.contains(where: { $0 >= 0x80 || $0 == 0x1B }) else { return String(decoding: bytes, as: UTF8.self) }
        let decoded = bytes.withUnsafeBufferPointer { bytes in
            try? TextDecoder.decode(bytes, declared: charset)
        }
        return String(decoding: decoded?.utf8 ?? bytes, as: UTF8.self)
    }

    private static func quoted(_ coded: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var index = coded.startIndex
        while index < coded.endIndex {
            let byte = coded[index]
            if byte == UInt8(ascii: "="), index + 2 < coded.endIndex, let high = ASCII.hexValue(coded[index + 1]),
                let low = ASCII.hexValue(coded[index + 2])
            {
                out.append(UInt8(high << 4 | low))
                index += 3
                continue
            }
            out.append(byte == UInt8(ascii: "_") ? 0x20 : byte)
            index += 1
        }
        return out
    }

    /// The bytes of base64 (RFC 4648, section 4); what is no digit of it is passed over.
    private static func base64(_ coded: ArraySlice<UInt8>) -> [UInt8] {
        var out: [UInt8] = []
        var bits: UInt32 = 0
        var held = 0
        for byte in coded {
            let digit: UInt8
            switch byte {
            case 0x41...0x5A: digit = byte - 0x41
            case 0x61...0x7A: digit = byte - 0x61 + 26
            case 0x30...0x39: digit = byte - 0x30 + 52
            case UInt8(ascii: "+"): digit = 62
            case UInt8(ascii: "/"): digit = 63
            default: continue
            }
            bits = bits << 6 | UInt32(digit)
            held += 6
            if held >= 8 {
                held -= 8
                out.append(UInt8(truncatingIfNeeded: bits >> UInt32(held)))
            }
        }
        return out
    }
}
