import NewsModel

/// Turns the bytes of a text file into UTF-8, whatever charset they are in.
///
/// The order of trust is: byte-order mark; valid UTF-8 (text in another charset practically never is); UTF-8 with a few
/// damaged sequences; the declaration (unless the letters of Russian text say that another charset is meant), whose label is read as the Encoding Standard (encoding.spec.whatwg.org, "Names and
/// labels") says, so that `latin1` means windows-1252; detection by libuchardet. Conversion is glibc's iconv.
package enum TextDecoder {
    /// Control characters that text has no use for, as a share of the sample above which bytes count as binary.
    /// Random bytes have a tenth, damaged text a few in a thousand.
    private static let binaryControlShare = 0.01
    /// Damaged sequences a text may have for each valid one and still be UTF-8: one in ten.
    private static let damagedShare = 10
    /// The share of converted bytes that may be impossible in a declared or detected charset.
    private static let impossibleShare = 0.02
    /// The share of bytes above 0x7F from which on a declaration of a Western single-byte charset is doubted: accented
    /// letters make 1 to 10 % of Western text, Cyrillic, Greek or Chinese text is two thirds such bytes or more.
    private static let westernHighShare = 0.3

    /// Decodes the whole buffer.
    ///
    /// - Parameters:
    ///   - file: the file's or element's bytes.
    ///   - declared: the label by which the source declares its charset, or nil.
    /// - Throws: `.unknownFormat` for binary bytes, `.truncated` for UTF-16 or UTF-32 that ends inside a code unit,
    ///   `.undecodable` when no charset fits.
    package static func decode(_ file: UnsafeBufferPointer<UInt8>, declared: String?) throws(ReadingFailure)
        -> DecodedText
    {
        // MS-DOS and CP/M fill the last block of a text with their mark of its end (Control-Z).
        let bytes = file.last == 0x1A ? UnsafeBufferPointer(rebasing: file[..<endOfText(file)]) : file
        if let mark = ByteOrderMark(bytes) {
            let rest = UnsafeBufferPointer(rebasing: bytes[mark.length...])
            switch mark.form {
            case .utf8: return UTF8Repair.repaired(rest, charset: "utf-8")
            case .utf16(let order): return try WideDecoder.decodeUTF16(rest, order)
            case .utf32(let order): return try WideDecoder.decodeUTF32(rest, order)
            }
        }
        let sample = UnsafeBufferPointer(rebasing: bytes.prefix(ReadingLimits.sniffedBytes))
        if sample.contains(0), let order = WideDecoder.unmarkedUTF16Order(sample) {
            return try WideDecoder.decodeUTF16(bytes, order)
        }
        guard !isBinary(sample) else {
            throw ReadingFailure(.unknownFormat, "The bytes are neither text nor a format that is read: binary data.")
        }

        let stated = declared.flatMap(CharsetLabel.init)
        let unstated = stated == nil && holdsJapaneseEscapes(sample) ? CharsetLabel("iso-2022-jp") : nil
        let label = stated.flatMap { LetterStatistics.cyrillic(sample, declared: $0) } ?? stated ?? unstated
        let validity = UTF8Repair.survey(bytes)
        if validity.damaged == 0 {
            if let label, label.isStateful, bytes.contains(0x1B),
                let converted = CharsetConverter.convert(bytes, from: label), isPlausible(converted, bytes)
            {
                return converted
            }
            return DecodedText(utf8: Array(bytes), charset: "utf-8", replacements: 0)
        }
        if validity.sequences >= validity.damaged * damagedShare || validity.onlyTailIsDamaged {
            return UTF8Repair.repaired(bytes, charset: "utf-8")
        }
        let high = bytes.reduce(into: 0) { $0 += $1 >= 0x80 ? 1 : 0 }
        let detected = CharsetDetector.detect(sample)
        let doubted = Double(high) > westernHighShare * Double(bytes.count)
        if let label, label.iconvName != "UTF-8", !(label.isWestern && doubted && detected?.isWestern == false),
            let converted = CharsetConverter.convert(bytes, from: label), isPlausible(converted, bytes)
        {
            return converted
        }
        if label == nil, !doubted, LetterStatistics.isMacintosh(sample), let macintosh = CharsetLabel("macintosh"),
            let converted = CharsetConverter.convert(bytes, from: macintosh), isPlausible(converted, bytes)
        {
            return converted
        }
        if label == nil, !doubted, let old = LetterStatistics.oldWestern(sample),
            let converted = CharsetConverter.convert(bytes, from: old), isPlausible(converted, bytes)
        {
            return converted
        }
        if let detected, detected.iconvName != "UTF-8",
            let converted = CharsetConverter.convert(bytes, from: detected), isPlausible(converted, bytes)
        {
            return converted
        }
        // Western single bytes are the commonest undeclared charset, and the one that detection misses on short texts.
        if !doubted, let converted = CharsetConverter.convert(bytes, from: .western), isPlausible(converted, bytes) {
            return converted
        }
        if validity.sequences >= validity.damaged {
            return UTF8Repair.repaired(bytes, charset: "utf-8")
        }
        throw ReadingFailure(
            .undecodable,
            "No charset fits the bytes\(declared.map { " (declared: \($0.prefix(40)))" } ?? ""): "
                + "they are no UTF-8 and detection found nothing that converts.")
    }

    private static func endOfText(_ file: UnsafeBufferPointer<UInt8>) -> Int {
        (file.lastIndex { $0 != 0x1A && $0 != 0 } ?? -1) + 1
    }

    /// Whether the escapes of ISO-2022-JP (RFC 1468) open and close double-byte text.
    private static func holdsJapaneseEscapes(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
        guard sample.contains(0x1B) else { return false }
        var opens = false
        for index in sample.indices.dropLast(2) where sample[index] == 0x1B {
            let next = sample[index + 1]
            let set = sample[index + 2]
            if next == UInt8(ascii: "$"), set == UInt8(ascii: "B") || set == UInt8(ascii: "@") { opens = true }
            if next == UInt8(ascii: "("), opens { return true }
        }
        return false
    }

    /// Whether few enough bytes were impossible in the charset.
    private static func isPlausible(_ text: DecodedText, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        text.replacements == 0 || Double(text.replacements) <= impossibleShare * Double(bytes.count)
    }

    /// Whether control characters are too many for text. Escape is left out, since ISO 2022 charsets are made of it.
    package static func isBinary(_ sample: UnsafeBufferPointer<UInt8>) -> Bool {
        var controls = 0
        let raw = UnsafeRawBufferPointer(sample)
        var index = 0
        while index < sample.count {
            // Eight bytes at once where none is below 0x20 or 0x7F (Bit Twiddling Hacks, "hasless" and "haszero").
            if index + 8 <= sample.count {
                let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
                let low = (word &- 0x2020_2020_2020_2020) & ~word
                let delete = word ^ 0x7F7F_7F7F_7F7F_7F7F
                let isDelete = (delete &- 0x0101_0101_0101_0101) & ~delete
                if (low | isDelete) & 0x8080_8080_8080_8080 == 0 {
                    index += 8
                    continue
                }
            }
            switch sample[index] {
            case 0x09, 0x0A, 0x0C, 0x0D, 0x1B: break
            case 0..<0x20, 0x7F: controls += 1
            default: break
            }
            index += 1
        }
        return Double(controls) > binaryControlShare * Double(sample.count)
    }
}
