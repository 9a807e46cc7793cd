import NewsModel
import Testing

@testable import NewsText

@Suite struct DateReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var time: String?
        var language: String?
        var testDescription: String { text }

        init(_ text: String, _ time: String?, _ language: String? = nil) {
            self.text = text
            self.time = time
            self.language = language
        }
    }

    static let cases: [Case] = [
        // ISO 8601 and RFC 822
        Case("2024-05-03", "2024-05-03"), Case("2024-05-03T14:05:00Z", "2024-05-03T14:05:00Z"),
        Case("2024-05-03T14:05:00.123+02:00", "2024-05-03T14:05:00+02:00"),
        Case("20240503T140500Z", "2024-05-03T14:05:00Z"),
        Case("2024-05-03 14:05:00 +0200", "2024-05-03T14:05:00+02:00"), Case("2024/05/03 14:05", "2024-05-03T14:05:00"),
        Case("Fri, 03 May 2024 14:05:00 +0200", "2024-05-03T14:05:00+02:00"),
        Case("Fri, 3 May 2024 14:05:00 GMT", "2024-05-03T14:05:00Z"),
        Case("3 May 24 14:05 EST", "2024-05-03T14:05:00-05:00"),
        Case("Wed, 07 Jul 04 10:11:12 -03", "2004-07-07T10:11:12-03:00"), Case("3 May 24", nil),
        Case("Fri May  3 14:05:00 2024", "2024-05-03T14:05:00"),
        Case("Fri May 3 14:05:00 UTC 2024", "2024-05-03T14:05:00Z"),
        // English
        Case("May 3, 2024 at 2:05 p.m. ET", "2024-05-03T14:05:00-04:00"),
        Case("Jan. 3, 2024, 2:05 PM EST", "2024-01-03T14:05:00-05:00"),
        Case("Published: 3rd May, 2024", "2024-05-03"), Case("the 21st of June 2024", "2024-06-21"),
        Case("Sept 9 2024", "2024-09-09"),
        Case("12:30 a.m. ET, December 1, 2024", "2024-12-01T00:30:00-05:00"),
        Case("3-May-2024 09:15", "2024-05-03T09:15:00"),
        Case("14:05, 3 May 2024", "2024-05-03T14:05:00"),
        Case("Updated 2:05pm GMT+2, 3 May 2024", "2024-05-03T14:05:00+02:00"),
        // Germanic
        Case("03.05.2024, 14:05 Uhr", "2024-05-03T14:05:00", "de"),
        Case("3. Mai 2024 um 14.05 Uhr", "2024-05-03T14:05:00", "de"),
        Case("Freitag, 1. März 2024", "2024-03-01", "de"), Case("3. Jänner 2024", "2024-01-03", "de"),
        Case("3.5.24", "2024-05-03", "de"),
        Case("3 mei 2024 om 14:05", "2024-05-03T14:05:00", "nl"),
        Case("3. maj 2024 kl. 14.05", "2024-05-03T14:05:00", "da"),
        Case("3 maj 2024 kl 14:05", "2024-05-03T14:05:00", "sv"), Case("3. maí 2024", "2024-05-03", "is"),
        // Romance
        Case("3 mai 2024 à 14h05", "2024-05-03T14:05:00", "fr"), Case("1er février 2024", "2024-02-01", "fr"),
        Case("3 de mayo de 2024 a las 14:05", "2024-05-03T14:05:00", "es"),
        Case("3 de março de 2024 às 14h05", "2024-03-03T14:05:00", "pt"),
        Case("3 maggio 2024 alle 14:05", "2024-05-03T14:05:00", "it"),
        Case("3 mai 2024, ora 14:05", "2024-05-03T14:05:00", "ro"),
        // Slavic, Baltic
        Case("3 мая 2024 г., 14:05", "2024-05-03T14:05:00", "ru"),
        Case("3 травня 2024, 14:05", "2024-05-03T14:05:00", "uk"),
        Case("3 maja 2024, godz. 14:05", "2024-05-03T14:05:00", "pl"), Case("5 listopada 2024", "2024-11-05", "pl"),
        Case("5. listopada 2024.", "2024-10-05", "hr"), Case("3. května 2024 v 14:05", "2024-05-03T14:05:00", "cs"),
        Case("3. června 2024", "2024-06-03", "cs"), Case("3. července 2024", "2024-07-03", "cs"),
        Case("3 май 2024", "2024-05-03", "bg"),
        Case("2024 m. gegužės 3 d.", "2024-05-03", "lt"), Case("2024. gada 3. maijs", "2024-05-03", "lv"),
        Case("14:05 МСК 3 мая 2024", "2024-05-03T14:05:00+03:00", "ru"),
        // Others in alphabets
        Case("2024. május 3. 14:05", "2024-05-03T14:05:00", "hu"),
        Case("3. toukokuuta 2024 klo 14.05", "2024-05-03T14:05:00", "fi"),
        Case("3 Mayıs 2024 14:05", "2024-05-03T14:05:00", "tr"), Case("3 ŞUBAT 2024", "2024-02-03", "tr"),
        Case("3 Ağustos 2024", "2024-08-03", "tr"),
        Case("3 Μαΐου 2024, 14:05", "2024-05-03T14:05:00", "el"), Case("3 ΙΟΥΝΙΟΥ 2024", "2024-06-03", "el"),
        Case("3 Mei 2024 14:05 WIB", "2024-05-03T14:05:00+07:00", "id"), Case("3 tháng 5 năm 2024", "2024-05-03", "vi"),
        Case("٣ مايو ٢٠٢٤", "2024-05-03", "ar"), Case("3 كانون الثاني 2024", "2024-01-03", "ar"),
        Case("3 במאי 2024, 14:05", "2024-05-03T14:05:00", "he"),
        Case("3 मई 2024", "2024-05-03", "hi"), Case("3 พฤษภาคม 2567", "2024-05-03", "th"),
        Case("3 พ.ค. 2567", "2024-05-03", "th"),
        // Han and Hangul
        Case("2024年5月3日 14:05", "2024-05-03T14:05:00", "zh"), Case("2024年5月3日14时05分", "2024-05-03T14:05:00", "zh"),
        Case("2024年5月3日 下午2:05", "2024-05-03T14:05:00", "zh"), Case("２０２４年５月３日", "2024-05-03", "ja"),
        Case("2024年5月3日 午後2時5分", "2024-05-03T14:05:00", "ja"),
        Case("2024년 5월 3일 오후 2시 5분", "2024-05-03T14:05:00", "ko"),
        Case("2024. 5. 3. 14:05", "2024-05-03T14:05:00", "ko"),
        // Day and month in doubt
        Case("03/05/2024", "2024-05-03"), Case("03/05/2024", "2024-03-05", "en-US"),
        Case("03/05/2024", "2024-05-03", "en-GB"),
        Case("03/05/2024 2:05 PM EST", "2024-03-05T14:05:00-05:00"), Case("25/12/2024", "2024-12-25", "en-US"),
        Case("12/25/2024", "2024-12-25"),
        // No dates
        Case("May 3", nil), Case("31 April 2024", nil), Case("Version 1.2.3.2024", nil), Case("", nil),
        Case("May 3, 14:05", nil),
        Case("99/99/2024", nil), Case("Nov. 24 (Reuters)", nil), Case("2024", nil),
    ]

    @Test(arguments: cases) func text_IsReadAsDate(_ item: Case) {
        #expect(DateReader.read(item.text, language: item.language)?.description == item.time)
    }

    @Test func date_IsFound_InProse() {
        let prose =
            "The council met on Tuesday, and again on 14 March 2023, when nine members voted. It meets next in 2025."
        #expect(DateReader.find(in: prose)?.description == "2023-03-14")
    }

    @Test func longText_IsNoDate_AndSearchIsBounded() {
        #expect(DateReader.read(String(repeating: "on 3 May 2024 ", count: 100)) == nil)
        #expect(DateReader.find(in: String(repeating: "9 ", count: 2_000_000) + "3 May 2024") == nil)
    }
}
