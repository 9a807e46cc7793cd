import NewsModel
import ReadingTestSupport
import Testing

@testable import Bytes

@Suite struct TextDecoderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var declared: String?
        var text: String
        var charset: String
    }

    private static let german =
        "Das sch\u{F6}ne Gr\u{FC}n der \u{C4}hren f\u{E4}llt in der Stra\u{DF}e auf, sagt J\u{F6}rg."
    private static let latin1 = german.unicodeScalars.map { UInt8(truncatingIfNeeded: $0.value) }
    /// Съезд горожан прошёл в полдень, в windows-1251.
    private static let russian = "Съезд горожан прошел в полдень на площади у реки и закончился песней"
    private static func cp1251(_ text: String) -> [UInt8] {
        text.unicodeScalars.map {
            $0.value >= 0x410 ? UInt8(truncatingIfNeeded: $0.value - 0x410 + 0xC0) : UInt8($0.value)
        }
    }
    private static func utf16(_ text: String, bigEndian: Bool = false, mark: Bool = true) -> [UInt8] {
        ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap {
            bigEndian ? [UInt8($0 >> 8), UInt8($0 & 255)] : [UInt8($0 & 255), UInt8($0 >> 8)]
        }
    }

    static let cases: [Case] = [
        Case(
            testDescription: "UTF-8 with mark", bytes: [0xEF, 0xBB, 0xBF] + Array("Zürich".utf8), text: "Zürich",
            charset: "utf-8"),
        Case(
            testDescription: "UTF-8 wrongly declared", bytes: Array("Łódź".utf8), declared: "iso-8859-1", text: "Łódź",
            charset: "utf-8"),
        Case(
            testDescription: "latin1 means windows-1252", bytes: [0x93, 0x61, 0x94, 0xE9], declared: "latin1",
            text: "“a”é", charset: "windows-1252"),
        Case(testDescription: "undeclared Western", bytes: latin1, text: german, charset: "windows-1252"),
        Case(testDescription: "undeclared Cyrillic", bytes: cp1251(russian), text: russian, charset: "windows-1251"),
        Case(
            testDescription: "Cyrillic declared as Western", bytes: cp1251(russian), declared: "iso-8859-1",
            text: russian, charset: "windows-1251"),
        Case(
            testDescription: "declared KOI8-R", bytes: [0xED, 0xC9, 0xD2, 0x20, 0xED, 0xC9, 0xD2], declared: "KOI8-R",
            text: "Мир Мир", charset: "koi8-r"),
        Case(
            testDescription: "declared Shift_JIS", bytes: [0x93, 0xFA, 0x96, 0x7B], declared: "Shift_JIS", text: "日本",
            charset: "shift_jis"),
        Case(
            testDescription: "declared GB2312", bytes: [0xD6, 0xD0, 0xB9, 0xFA], declared: "gb2312", text: "中国",
            charset: "gb18030"),
        Case(
            testDescription: "declared EUC-KR", bytes: [0xC7, 0xD1, 0xB1, 0xDB], declared: "euc-kr", text: "한글",
            charset: "euc-kr"),
        Case(
            testDescription: "declared ISO-8859-2", bytes: [0xA3, 0xF3, 0x64, 0xBC], declared: "\"ISO-8859-2\"",
            text: "Łódź", charset: "iso-8859-2"),
        Case(
            testDescription: "ISO-2022-JP looks like ASCII",
            bytes: [0x1B, 0x24, 0x42, 0x46, 0x7C, 0x4B, 0x5C, 0x1B, 0x28, 0x42],
            declared: "iso-2022-jp", text: "日本", charset: "iso-2022-jp"),
        Case(
            testDescription: "windows-1255 flushed", bytes: [0xF9, 0xEC, 0xE5, 0xED], declared: "windows-1255",
            text: "שלום", charset: "windows-1255"),
        Case(testDescription: "UTF-16 little endian", bytes: utf16("Grüße 👋"), text: "Grüße 👋", charset: "utf-16le"),
        Case(
            testDescription: "UTF-16 big endian", bytes: utf16("Grüße 👋", bigEndian: true), text: "Grüße 👋",
            charset: "utf-16be"),
        Case(
            testDescription: "UTF-16 without mark", bytes: utf16("Привет, мир и город", mark: false),
            text: "Привет, мир и город",
            charset: "utf-16le"),
        Case(
            testDescription: "UTF-32", bytes: [0xFF, 0xFE, 0, 0, 0xE9, 0, 0, 0, 0x44, 0xF4, 1, 0], text: "é👄",
            charset: "utf-32le"),
        Case(
            testDescription: "unknown label", bytes: latin1, declared: "klingon-8", text: german,
            charset: "windows-1252"),
    ]

    @Test(arguments: cases) func bytes_AreDecoded(_ item: Case) throws {
        let decoded = try decode(item.bytes, declared: item.declared)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == item.text)
        #expect(decoded.charset == item.charset)
        #expect(decoded.replacements == 0)
    }

    @Test func damagedSequence_IsReplacedAndCounted_InMostlyValidUTF8() throws {
        let bytes = Array(String(repeating: "Größe ", count: 10).utf8) + [0xC3, 0x28] + Array(" Ende".utf8)
        let decoded = try decode(bytes)
        #expect(decoded.charset == "utf-8")
        #expect(decoded.replacements == 1)
        #expect(String(decoding: decoded.utf8, as: UTF8.self).hasSuffix("\u{FFFD}( Ende"))
    }

    @Test func cutTail_IsReplaced_WhenTheTextIsUTF8() throws {
        let decoded = try decode(Array("Größe €".utf8).dropLast())
        #expect(decoded.charset == "utf-8")
        #expect(decoded.replacements == 1)
    }

    @Test func loneSurrogates_AreReplaced() throws {
        let decoded = try decode([0xFF, 0xFE, 0x41, 0, 0x00, 0xD8, 0x42, 0, 0x00, 0xDC])
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "A\u{FFFD}B\u{FFFD}")
        #expect(decoded.replacements == 2)
    }

    @Test func oddUTF16_IsTruncated() {
        #expect(code { _ = try decode([0xFF, 0xFE, 0x41, 0, 0x42]) } == .truncated)
        #expect(code { _ = try decode([0xFF, 0xFE, 0, 0, 0x42, 0]) } == .truncated)
    }

    @Test func binaryBytes_AreUnknownFormat() {
        #expect(code { _ = try decode((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 151 >> 3) }) } == .unknownFormat)
        #expect(code { _ = try decode([UInt8](repeating: 0, count: 5000)) } == .unknownFormat)
    }

    @Test func everyLabel_IsKnownToIconv() {
        for label in CharsetLabel.all where label.iconvName != "UTF-8" {
            let converted = [UInt8]("ok".utf8).withUnsafeBufferPointer { CharsetConverter.convert($0, from: label) }
            #expect(converted != nil, "\(label.name)")
        }
    }

    private func decode(_ bytes: [UInt8], declared: String? = nil) throws -> DecodedText {
        try bytes.withUnsafeBufferPointer { try TextDecoder.decode($0, declared: declared) }
    }

    private static let koi8Letters = Array("юабцдефгхийклмнопярстужвьызшэщчъ")
    private static func koi8(_ text: String) -> [UInt8] {
        text.map { character in
            let lowered = Character(character.lowercased())
            guard let place = koi8Letters.firstIndex(of: lowered) else { return character.asciiValue ?? 0x3F }
            return UInt8(place) + (lowered == character ? 0xC0 : 0xE0)
        }
    }

    @Test(arguments: [
        (koi8(russian), "windows-1251", "koi8-r"), (cp1251(russian), "koi8-r", "windows-1251"),
        (koi8(russian), "koi8-r", "koi8-r"), (cp1251(russian.uppercased()), "windows-1251", "windows-1251"),
    ])
    func russianText_IsReadByItsLetters_WhateverCyrillicCharsetIsDeclared(
        _ bytes: [UInt8], _ declared: String, _ charset: String
    ) throws {
        let text = try bytes.withUnsafeBufferPointer { try TextDecoder.decode($0, declared: declared) }
        #expect(text.charset == charset)
        #expect(String(decoding: text.utf8, as: UTF8.self).lowercased() == Self.russian.lowercased())
    }

    /// German and French as MS-DOS and the classic Mac OS wrote them, with the bytes of their letters.
    @Test(arguments: [
        ("ibm850", [UInt8]([0x84, 0x94, 0x81, 0xE1, 0x82, 0x8A, 0x87])),
        ("macintosh", [0x8A, 0x9A, 0x9F, 0xA7, 0x8E, 0x8F, 0x8D]),
        ("windows-1252", [0xE4, 0xF6, 0xFC, 0xDF, 0xE9, 0xE8, 0xE7]),
    ])
    func westernTextOfOldSystems_IsReadByWhereItsLettersLie(_ charset: String, _ letters: [UInt8]) throws {
        let text = "Die Kräne größer als für das Museum. Les élèves près de la façade."
        let places = Array("äöüßéèç")
        var bytes: [UInt8] = []
        for character in text {
            if let place = places.firstIndex(of: character) {
                bytes.append(letters[place])
            } else {
                bytes += Array(String(character).utf8)
            }
        }
        let decoded = try decode(bytes)
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == text)
        #expect(decoded.charset == charset)
    }

    @Test func markOfTheEndOfADOSText_IsNoTextAndNotBinary() throws {
        let bytes = Array("A short note.\r\n".utf8) + [UInt8](repeating: 0x1A, count: 113)
        #expect(String(decoding: try decode(bytes).utf8, as: UTF8.self) == "A short note.\r\n")
    }

    @Test func japaneseInEscapes_IsReadWithoutALabel() throws {
        // "起重機" between ESC $ B and ESC ( B.
        let bytes = Array("\u{1B}$B5/=E5!\u{1B}(B\n".utf8)
        let decoded = try decode(bytes)
        #expect(decoded.charset == "iso-2022-jp")
        #expect(String(decoding: decoded.utf8, as: UTF8.self) == "起重機\n")
    }

    @Test func linesThatEndInCRAlone_AreOfTheClassicMacOS() throws {
        let bytes =
            Array("Die Kr".utf8) + [0x8A] + Array("ne bleiben, sagte der Rat.\rGr".utf8) + [0x9A, 0xA7]
            + Array("e z".utf8) + [0x8A]
            + Array("hlt nicht.\r".utf8)
        let text = try bytes.withUnsafeBufferPointer { try TextDecoder.decode($0, declared: nil) }
        #expect(String(decoding: text.utf8, as: UTF8.self) == "Die Kräne bleiben, sagte der Rat.\rGröße zählt nicht.\r")
    }
}
