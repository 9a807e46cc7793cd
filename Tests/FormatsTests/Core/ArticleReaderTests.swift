import NewsModel
import ReadingTestSupport
import Testing

@testable import Bytes
@testable import Formats

@Suite struct ArticleReaderTests {
    struct Refused: Sendable, CustomTestStringConvertible {
        var testDescription: String
        var bytes: [UInt8]
        var name = "a.html"
        var code: ReasonCode
        var words = ""
    }

    private static let padding = [UInt8](repeating: 0x31, count: 64)

    static let refused: [Refused] = [
        Refused(testDescription: "empty", bytes: [], code: .empty),
        Refused(testDescription: "white space", bytes: Array(" \r\n\t\n".utf8), code: .noText),
        Refused(testDescription: "only a mark", bytes: [0xEF, 0xBB, 0xBF], code: .noText),
        Refused(testDescription: "PDF", bytes: Array("%PDF-1.7\n".utf8) + padding, code: .unknownFormat, words: "PDF"),
        Refused(testDescription: "damaged gzip", bytes: [0x1F, 0x8B, 8, 0] + padding, code: .malformed, words: "gzip"),
        Refused(testDescription: "cut gzip", bytes: [0x1F, 0x8B, 8, 0], code: .truncated, words: "gzip"),
        Refused(testDescription: "PNG", bytes: [0x89, 0x50, 0x4E, 0x47] + padding, code: .unknownFormat, words: "PNG"),
        Refused(
            testDescription: "unknown XML", bytes: Array("<?xml version=\"1.0\"?><x:ledger/>".utf8),
            code: .unknownFormat, words: "ledger"),
        Refused(
            testDescription: "PostScript", bytes: Array("%!PS-Adobe-3.0 x".utf8), name: "a.ps", code: .unknownFormat,
            words: "PostScript"),
        Refused(
            testDescription: "binary", bytes: (0..<5000).map { UInt8(truncatingIfNeeded: $0 * $0 >> 3) }, name: "a.txt",
            code: .unknownFormat),
        Refused(testDescription: "cut UTF-16", bytes: [0xFF, 0xFE, 0x41, 0, 0x42], name: "a.txt", code: .truncated),
    ]

    @Test(arguments: refused) func bytes_AreRefused_WithTheirReason(_ item: Refused) {
        do {
            _ = try readArticle(item.bytes, name: item.name)
            Issue.record("nothing was thrown")
        } catch {
            #expect((error as? ReadingFailure)?.code == item.code)
            #expect((error as? ReadingFailure)?.message.contains(item.words) ?? false || item.words.isEmpty)
        }
    }

    @Test func tooManyBytes_AreRefused() {
        let thrown = code {
            try [UInt8](repeating: 0x61, count: 11).withUnsafeBufferPointer {
                try ArticleReader(limits: ReadingLimits(maximumBytes: 10)).read(
                    $0, hint: ReadingHint(name: FileName("a"))
                ) { _ in }
            }
        }
        #expect(thrown == .tooLarge)
    }

    struct Named: Sendable {
        var text: String
        var name: String
        var format: Format
    }

    static let named: [Named] = [
        Named(text: "<!DOCTYPE html><p>Some words", name: "a.txt", format: .html),
        Named(text: "  <html><body>words", name: "noname", format: .html),
        Named(text: "<p>Some words</p>", name: "a.htm", format: .html),
        Named(text: "Words < more > words", name: "a.html", format: .text),
        Named(
            text: "<?xml version=\"1.0\"?><html xmlns=\"x\"><body>words</body></html>", name: "a.xhtml", format: .html),
        Named(text: "Plain words", name: "a.md", format: .markdown),
        Named(text: "# Head\n\nSee [x](http://x.example).\n", name: "a", format: .markdown),
        Named(text: "---\ntitle: Head\n---\nwords", name: "a.txt", format: .markdown),
        Named(text: "Plain words # and more", name: "a", format: .text),
    ]

    @Test(arguments: named) func format_IsToldByContentFirst(_ item: Named) throws {
        let bytes = Array(item.text.utf8)
        let format = try bytes.withUnsafeBufferPointer {
            let hint = ReadingHint(name: FileName("dir.x/" + item.name))
            return try FormatTable.standard.format(of: FormatSample($0, ending: hint.ending), isWhole: true)
        }
        #expect(format == item.format)
    }

    @Test func utf16Page_IsAPage() throws {
        let units = [0xFEFF] + Array("<!doctype html><html><body><p>Words</p></body></html>".utf16)
        let bytes = units.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }
        let format = try bytes.withUnsafeBufferPointer {
            try FormatTable.standard.format(of: FormatSample($0, ending: ""), isWhole: true)
        }
        #expect(format == .html)
    }

    @Test func events_BeginBeforeTheArticle_AndWhatEmitThrowsGoesOn() {
        struct Stop: Error {}
        var seen: [String] = []
        #expect(throws: Stop.self) {
            try Array("Words of an article that is text.".utf8).withUnsafeBufferPointer {
                try ArticleReader().read($0, hint: ReadingHint(name: FileName("a.txt"))) { event in
                    if case .begin(let format) = event { seen.append(format) }
                    if case .article = event { throw Stop() }
                }
            }
        }
        #expect(seen == ["text"])
    }

    @Test func warmUp_MayBeCalledTwice() {
        ArticleReader.warmUp()
        ArticleReader.warmUp()
        #expect(ArticleReader.version >= 1)
    }
}
