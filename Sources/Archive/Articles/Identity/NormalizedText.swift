import Hashing
import NewsModel

/// The words of a text without what editing systems change by themselves: spacing, line breaks, punctuation, kinds of
/// quotation mark, and case of ASCII letters.
///
/// Independent of the form that is indexed, so that a change of folding makes no new versions. Linear in the text.
struct NormalizedText: Sendable, Hashable {
    /// Words as UTF-8, apart by one space; in scripts without spaces each character is a word.
    let bytes: [UInt8]

    /// The normalised form of a text, or of its first `limit` bytes of UTF-8, whole characters.
    init(_ text: String, limit: Int = .max) {
        var text = text
        bytes = text.withUTF8 { utf8 in
            var end = min(limit, utf8.count)
            while end > 0, end < utf8.count, utf8[end] & 0xC0 == 0x80 { end -= 1 }
            return Self.normalize(UnsafeBufferPointer(rebasing: utf8[..<end]))
        }
    }

    /// The words in order.
    var words: [ArraySlice<UInt8>] { bytes.split(separator: Self.space) }

    /// What two pieces of copy have in common when nothing in them was edited: 64 bits of the SHA-256 of headline (unless
    /// it was derived from the text) and body.
    static func hash(of article: Article) -> Int64 {
        var hasher = SHA256Hasher()
        if !article.headlineIsDerived { hasher.update(NormalizedText(article.headline ?? "").bytes) }
        hasher.update([UInt8(ascii: "\n")])
        hasher.update(NormalizedText(article.body).bytes)
        return hasher.finish().leadingInteger
    }

    private static let space = UInt8(ascii: " ")

    /// Letters to lower case, digits to themselves, everything else of ASCII to 0: it ends a word.
    private static let ascii: [UInt8] = (0..<128).map { (byte: UInt8) -> UInt8 in
        switch byte {
        case 48...57, 97...122: byte
        case 65...90: byte + 32
        default: 0
        }
    }

    private static func normalize(_ utf8: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        ascii.withUnsafeBufferPointer { table in
            [UInt8](unsafeUninitializedCapacity: utf8.count * 2 + 1) { output, count in
                var written = 0
                var index = 0
                /// A space is owed before the next word.
                var isBetween = false
                while index < utf8.count {
                    let byte = utf8[index]
                    if byte < 0x80 {
                        index += 1
                        let mapped = table[Int(byte)]
                        if mapped == 0 {
                            isBetween = written > 0
                        } else {
                            if isBetween {
                                output[written] = space
                                written += 1
                                isBetween = false
                            }
                            output[written] = mapped
                            written += 1
                        }
                        continue
                    }
                    // A String is valid UTF-8, so the length in the first byte can be relied upon.
                    let length = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
                    let kind = kind(of: scalar(utf8, at: index, length: length))
                    if kind == .separator { isBetween = written > 0 }
                    if kind == .ignored || kind == .separator {
                        index += length
                        continue
                    }
                    if kind == .wordByItself { isBetween = written > 0 }
                    if isBetween {
                        output[written] = space
                        written += 1
                    }
                    isBetween = kind == .wordByItself
                    for offset in 0..<length { output[written + offset] = utf8[index + offset] }
                    written += length
                    index += length
                }
                count = written
            }
        }
    }

    private enum Kind { case letter, separator, ignored, wordByItself }

    private static func scalar(_ utf8: UnsafeBufferPointer<UInt8>, at index: Int, length: Int) -> UInt32 {
        var value = UInt32(utf8[index]) & (length == 2 ? 0x1F : length == 3 ? 0x0F : 0x07)
        for offset in 1..<length { value = value << 6 | UInt32(utf8[index + offset] & 0x3F) }
        return value
    }

    /// Blocks of punctuation and spaces, and of scripts written without spaces (Unicode 15, Blocks.txt).
    private static func kind(of scalar: UInt32) -> Kind {
        switch scalar {
        case 0xAD, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF:
            scalar == 0x2028 || scalar == 0x2029 ? .separator : .ignored
        case 0xAA, 0xB5, 0xBA: .letter
        case 0x80...0xBF, 0xD7, 0xF7, 0x37E, 0x387, 0x589, 0x5BE, 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4, 0x964,
            0x965:
            .separator
        case 0x2000...0x2BFF, 0x2E00...0x2E7F, 0x3000...0x303F, 0xFE30...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20,
            0xFF3B...0xFF40, 0xFF5B...0xFF65:
            .separator
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x2E80...0x9FFF, 0xF900...0xFAFF, 0xFF66...0xFF9F,
            0x20000...0x3FFFF:
            .wordByItself
        default: .letter
        }
    }
}
