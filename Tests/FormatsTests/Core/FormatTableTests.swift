import NewsModel
import Testing

@testable import Bytes
@testable import Formats

/// A format is its record: a made-up one, known to nothing but the table that it is given in, is told, read, unpacked and served like any other.
@Suite struct FormatTableTests {
    /// Notes of an invented program: a mark, a headline, and a text behind an empty line.
    private static let notes = Format(
        name: "notes", mediaTypes: ["application/x-notes"], endings: ["notes"],
        form: .file(
            .signature, { $0.opens(with: "notes 1\n") },
            .whole { bytes, context in
                let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
                var article = Article(format: "notes", body: lines[2...].joined(separator: "\n"))
                article.headline = String(lines[1])
                try context.article(article)
            }))

    /// A package of the same program within zip.
    private static let binder = Format(
        name: "binder", mediaTypes: ["application/x-binder"], endings: ["binder"],
        form: .package(
            { try $0.entry(named: "binder/page.notes") != nil },
            { directory, context in
                guard let entry = try directory.entry(named: "binder/page.notes") else { return }
                var article = Article(format: "binder")
                article.headline = String(
                    decoding: try directory.open(entry).all(limit: 1 << 20).prefix(7), as: UTF8.self)
                try context.article(article)
            }))

    private static let text = Array(
        "Notes 1\nLamp of the Holm light replaced\n\nThe keeper took down the old lamp.\n".utf8)

    private func read(_ bytes: [UInt8], name: String, _ formats: [Format]) throws -> [Article] {
        var articles: [Article] = []
        let reader = ArticleReader(formats: FormatTable(formats))
        try bytes.withUnsafeBufferPointer {
            try reader.read($0, hint: ReadingHint(name: FileName(name))) { event in
                if case .article(let article) = event { articles.append(article) }
            }
        }
        return articles
    }

    @Test func aMadeUpFormat_IsReadByItself() throws {
        let articles = try read(Self.text, name: "a.bin", [Self.notes, .text])
        #expect(articles.map(\.format) == ["notes"])
        #expect(articles.first?.headline == "Lamp of the Holm light replaced")
        #expect(try read(Self.text, name: "a.bin", [.text]).map(\.format) == ["text"])
    }

    @Test func aMadeUpFormat_IsReadWithinContainers() throws {
        let zip = ZipFile([ZipFile.Member("a/b.notes", Self.text)]).bytes
        let articles = try read(zip, name: "a.zip", [.zip, Self.notes, .text])
        #expect(articles.map(\.format) == ["notes"])
        #expect(articles.map(\.memberPath) == ["a/b.notes"])
        let packed = try read(Packed.gzip(Self.text), name: "b.notes.gz", [.gzip, Self.notes, .text])
        #expect(packed.map(\.format) == ["notes"])
    }

    @Test func aMadeUpFormat_IsReadFromWebArchives() throws {
        let archive = WebArchive.response(1, mediaType: "application/x-notes", body: Self.text)
        let articles = try read(archive, name: "a.warc", [.warc, Self.notes, .text])
        #expect(articles.map(\.headline) == ["Lamp of the Holm light replaced"])
        #expect(throws: ReadingFailure.self) { try read(archive, name: "a.warc", [.warc, .text]) }
    }

    @Test func aMadeUpPackage_IsToldByItsMembers() throws {
        let zip = ZipFile([ZipFile.Member("binder/page.notes", Self.text)]).bytes
        #expect(try read(zip, name: "a.zip", [.zip, Self.binder, Self.notes, .text]).map(\.format) == ["binder"])
    }

    @Test func formats_AreTriedByStep_NotByPlace() throws {
        let shape = Format(
            name: "shape", mediaTypes: [], endings: [],
            form: .file(.shape, { _ in true }, .whole { try $1.article(Article(format: "shape", body: "\($0.count)")) })
        )
        #expect(try read(Self.text, name: "a", [shape, Self.notes]).map(\.format) == ["notes"])
    }

    @Test(arguments: [
        ("%PDF-1.4", true), ("\n\n %PDF-1.4", true), ("\u{FEFF}%PDF-1.4", true), ("a page about %PDF-1.4", false),
        ("%PD", false),
    ])
    func aPDF_IsToldByItsSignature(text: String, isPDF: Bool) throws {
        let format = try Array(text.utf8).withUnsafeBufferPointer {
            try FormatTable.standard.format(of: FormatSample($0, ending: "txt"), isWhole: true)
        }
        #expect((format == .pdf) == isPDF)
    }
}
