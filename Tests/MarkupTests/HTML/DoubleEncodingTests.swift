import Testing

@testable import Markup

/// Text that was encoded as UTF-8 twice is turned back by a stated rule.
@Suite struct DoubleEncodingTests {
    /// Each byte as the character that it is in ISO 8859-1.
    private static func doubled(_ text: String) -> [UInt8] {
        Array(String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) })).utf8)
    }

    private static let spanish = "El señor pidió más espacio"

    @Test(arguments: [spanish, "Die Kräne über Öl", "“Nur drei Jahre” – … – sagte der Rat"])
    func doublyEncodedText_IsTurnedBack(_ text: String) {
        #expect(String(decoding: DoubleEncoding.repaired(Self.doubled(text)), as: UTF8.self) == text)
    }

    @Test func shortTextWithTwoDamagedWords_IsTurnedBack_WhereNothingElseIsBeyondASCII() {
        let text = "The café is closed, and the naïve keeper is gone."
        #expect(String(decoding: DoubleEncoding.repaired(Self.doubled(text)), as: UTF8.self) == text)
    }

    @Test func textThatWasEncodedThreeTimes_IsTurnedBack() {
        let twice = Self.doubled(String(decoding: Self.doubled(Self.spanish), as: UTF8.self))
        #expect(String(decoding: DoubleEncoding.repaired(twice), as: UTF8.self) == Self.spanish)
    }

    @Test(arguments: [
        "Old pages show Ã© and Ã± where é and ñ are meant", "Old pages show “cafÃ©” and “seÃ±or”", "SÃO PAULO",
        spanish, "plain text", "Ã is a letter, and © a sign", "SÃO PAULO, JOÃO, CORAÇÃO",
        "The page showed Ã© where é was meant",
    ])
    func textThatIsWhole_StaysAsItIs(_ text: String) {
        #expect(String(decoding: DoubleEncoding.repaired(Array(text.utf8)), as: UTF8.self) == text)
    }

    @Test func textWithWholeLettersToo_StaysAsItIs_WhereOnlyLettersOfTwoBytesAreDamaged() {
        let bytes = Array("Más: ".utf8) + Self.doubled(Self.spanish)
        #expect(DoubleEncoding.repaired(bytes) == bytes)
    }
}
