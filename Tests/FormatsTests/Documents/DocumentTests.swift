import NewsModel
import ReadingTestSupport
import Testing

@testable import Bytes

@Suite struct DocumentTests {
    @Test func `A docx gives its title, text and lists, without what was deleted or hidden`() throws {
        let article = try readArticle(try Seeds.bytes("documents/dredger.docx"), name: "x.docx")
        #expect(article.format == "docx")
        #expect(article.headline == "Dredger named after a cook")
        #expect(article.authors == ["Teo Harrow"])
        #expect(article.published?.description == "2024-05-03")
        #expect(article.keywords == ["dredging", "harbour"])
        #expect(article.links == [Link(url: "https://harbour.example/dredger", text: "The list")])
        #expect(article.paragraphs.map(\.kind) == [.paragraph, .heading, .paragraph, .listItem, .table])
        #expect(!article.body.contains("Draft") && !article.body.contains("hidden"))
        #expect(article.paragraphTexts.last == "Proposal\tVotes\nAunt Merle\t911")
    }

    @Test func `An odt gives its title, text and lists, without notes and tracked changes`() throws {
        let article = try readArticle(try Seeds.bytes("documents/seagulls.odt"), name: "x")
        #expect(article.format == "odt")
        #expect(article.headline == "Möwen zählen mit der Drohne")
        #expect(article.deck == "Zum ersten Mal werden alle Inseln erfasst")
        #expect(article.language == "de")
        #expect(article.paragraphs.map(\.kind) == [.paragraph, .paragraph, .heading, .paragraph, .listItem, .listItem])
        #expect(!article.body.contains("Fußnote") && !article.body.contains("Gestrichen"))
        #expect(article.body.contains("Jahr aus der Luft, teilte"))
    }

    @Test func `An epub is one article of its documents in reading order, without the contents`() throws {
        let article = try readArticle(try Seeds.bytes("documents/quay-letters.epub"), name: "x")
        #expect(article.format == "epub")
        #expect(article.headline == "Letters from the quay")
        #expect(article.authors == ["Jory Penhale"])
        #expect(article.paragraphs.map(\.kind) == [.paragraph, .heading, .paragraph])
        #expect(!article.body.contains("Contents"))
    }

    @Test func `An rtf gives its text in all its code pages, its heading, its table and its link`() throws {
        let article = try readArticle(try Seeds.bytes("documents/pier-lights.rtf"), name: "x")
        #expect(article.format == "rtf")
        #expect(article.headline == "Gas lamps to stay on the north pier")
        #expect(article.authors == ["Ines Holloway"])
        #expect(
            article.paragraphTexts == [
                "The gas lamps on the north pier will not be replaced, the harbour office said – they are “part of the town”.",
                "Their makers came from Łódź and from Malmö; one lamp bears the sign Ω.", "Lamps\t46\nPosts\t23",
                "Read more at the office's page.",
            ])
        #expect(article.links.first?.url == "https://harbour.example/lamps")
    }

    struct RTFExample: Sendable, CustomTestStringConvertible {
        var subject: String
        var rtf: String
        var text: String
        var testDescription: String { subject }
    }

    static let rtf = [
        RTFExample(subject: "a pair of surrogates", rtf: #"{\rtf1 A \u-10179?\u-8704? boat.}"#, text: "A 😀 boat."),
        RTFExample(subject: "no fallback after \\uc0", rtf: #"{\rtf1\uc0 caf\u233 s}"#, text: "cafés"),
        RTFExample(subject: "bytes that are skipped", rtf: "{\\rtf1 one {\\pict\\bin5 }}{{{} two}", text: "one two"),
        RTFExample(
            subject: "an unknown destination", rtf: #"{\rtf1 one{\*\strange inner {deep}} two}"#, text: "one two"),
        RTFExample(subject: "escaped signs", rtf: #"{\rtf1 \{a\} \\ b\~c\_d}"#, text: "{a} \\ b c\u{2011}d"),
        RTFExample(subject: "hidden text", rtf: #"{\rtf1 seen {\v unseen}\v0 again}"#, text: "seen again"),
        RTFExample(
            subject: "Cyrillic by the font",
            rtf: #"{\rtf1\ansi{\fonttbl{\f0\fcharset0 A;}{\f1\fcharset204 B;}}\f1 \'cc\'e8\'f0}"#, text: "Мир"),
    ]

    @Test(arguments: rtf) func `RTF is read with`(_ example: RTFExample) throws {
        #expect(try readArticle(example.rtf).body == example.text)
    }

    @Test func `RTF beyond its limits is refused, and a cut one is told`() {
        let deep = "{\\rtf1 " + String(repeating: "{", count: 2_000)
        #expect { try readArticle(deep) } throws: { ($0 as? ReadingFailure)?.code == .limitExceeded }
        #expect { try readArticle("{\\rtf1 {\\b text") } throws: { ($0 as? ReadingFailure)?.code == .truncated }
        #expect { try readArticle("{\\rtf1\\bin999999999999 x}") } throws: { $0 is ReadingFailure }
        #expect { try readArticle("{\\rtf1 {\\colortbl;} }") } throws: { ($0 as? ReadingFailure)?.code == .noText }
    }

    @Test(arguments: ["dredger.docx", "seagulls.odt", "quay-letters.epub"])
    func `A package that is cut off or damaged is read without harm`(file: String) throws {
        let bytes = try Seeds.bytes("documents/" + file)
        for length in stride(from: 1, to: bytes.count, by: 97) {
            _ = try? readArticle(Array(bytes[..<length]), name: file)
        }
        for place in stride(from: 0, to: bytes.count, by: 13) {
            var damaged = bytes
            damaged[place] ^= 0x55
            _ = try? readArticle(damaged, name: file)
        }
    }
}
