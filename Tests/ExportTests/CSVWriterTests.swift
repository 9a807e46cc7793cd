import NewsModel
import Testing

@testable import Export

@Suite struct CSVWriterTests {
    /// A headline, and the cell it is written as.
    struct Cell: Sendable, CustomTestStringConvertible {
        var headline: String
        var written: String
        var testDescription: String { headline }
    }

    @Test(arguments: [
        Cell(headline: "Bridge opens", written: "Bridge opens"),
        Cell(headline: "Rain, heavy", written: "\"Rain, heavy\""),
        Cell(headline: "The \"last\" tram", written: "\"The \"\"last\"\" tram\""),
        Cell(headline: "One; two", written: "\"One; two\""),
        Cell(
            headline: "=HYPERLINK(\"https://evil.example\")", written: "\"'=HYPERLINK(\"\"https://evil.example\"\")\""),
        Cell(headline: "+1 for the mayor", written: "\"'+1 for the mayor\""),
        Cell(headline: "-5 degrees", written: "\"'-5 degrees\""),
        Cell(headline: "@SUM(A1)", written: "\"'@SUM(A1)\""),
        Cell(headline: "\tcmd", written: "\"'\tcmd\""),
        Cell(headline: " =1+1", written: "\"' =1+1\""),
        Cell(headline: "＝1+1", written: "\"'＝1+1\""),
        Cell(headline: "\u{A0}\u{3000}=1+1", written: "\"'\u{A0}\u{3000}=1+1\""),
        Cell(headline: "\u{FEFF}=1+1", written: "\"'\u{FEFF}=1+1\""),
        Cell(headline: "\u{200B}\u{2060}\u{AD}@SUM(A1)", written: "\"'\u{200B}\u{2060}\u{AD}@SUM(A1)\""),
        Cell(headline: "\"=1+1\"", written: "\"'\"\"=1+1\"\"\""),
        Cell(headline: "'“=1+1", written: "\"''“=1+1\""), Cell(headline: "« -1", written: "\"'« -1\""),
        Cell(headline: "“Bridge opens”", written: "“Bridge opens”"),
        Cell(headline: "a=b", written: "a=b"),
    ])
    func headline_IsACellThatNoSpreadsheetTakesForAFormula(_ cell: Cell) {
        let text = Fixture.written(
            CSVWriter(columns: [.headline]), Fixture.article([(.paragraph, "Text.")], headline: cell.headline))
        #expect(text == "headline\r\n\(cell.written)\r\n")
    }

    @Test func rows_HaveTheColumnsThatWereNamed() {
        let text = Fixture.written(CSVWriter(columns: [.authors, .published, .deck, .version, .body]), Fixture.bridge)
        #expect(
            text
                == "authors,published,deck,version,body\r\n"
                + "\"Anna van Dyke; Reuters; John Smith Jr.\",2024-05-03T10:00:00+02:00,Four hundred people came.,2,"
                + "\"The bridge opened in the rain.\n\nEleven years\n\nforty million\n\ntwo resignations\"\r\n")
    }

    @Test func byteOrderMark_StandsAtTheStart_OnRequest() {
        #expect(
            CSVWriter(columns: [.id], hasByteOrderMark: true).prologue == [0xEF, 0xBB, 0xBF] + Array("id\r\n".utf8))
        #expect(CSVWriter(columns: [.id]).prologue == Array("id\r\n".utf8))
    }

    /// The length of a text in UTF-16 units made of one scalar, and what becomes of it.
    struct Length: Sendable {
        var scalar: String
        var count: Int
        var isCut: Bool
    }

    @Test(arguments: [
        Length(scalar: "a", count: 32_767, isCut: false), Length(scalar: "a", count: 32_768, isCut: true),
        Length(scalar: "é", count: 32_767, isCut: false), Length(scalar: "𝄞", count: 16_383, isCut: false),
        Length(scalar: "𝄞", count: 16_384, isCut: true),
    ])
    func longText_IsCutAtExcelsLimit_BetweenCodePoints(_ length: Length) throws {
        var writer = CSVWriter(columns: [.body])
        let body = String(repeating: length.scalar, count: length.count)
        var bytes: [UInt8] = []
        writer.append(Fixture.item(Fixture.article([(.paragraph, body)])), to: &bytes)
        let cell = String(decoding: bytes, as: UTF8.self).dropLast()
        #expect(writer.cutCells == (length.isCut ? 1 : 0))
        #expect(cell.utf16.count <= 32_767 && !cell.unicodeScalars.contains("\u{FFFD}"))
        #expect(cell.hasSuffix(CSVWriter.cutMark) == length.isCut)
        #expect(length.isCut || String(cell) == body)
    }

    @Test func wholeCells_AreNeverCut() {
        let body = String(repeating: "word ", count: 20_000) + "end"
        let text = Fixture.written(CSVWriter(columns: [.body], cellLimit: nil), Fixture.article([(.paragraph, body)]))
        #expect(text == "body\r\n\(body)\r\n")
    }
}
