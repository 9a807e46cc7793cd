import NewsModel
import Testing

@testable import Export
@testable import Formats

@Suite struct NinjsRoundTripTests {
    /// The articles that a reader finds in bytes; a member that fails is an issue.
    private static func read(_ bytes: [UInt8]) throws -> [Article] {
        var articles: [Article] = []
        try bytes.withUnsafeBufferPointer { bytes in
            try ArticleReader().read(bytes, hint: ReadingHint(name: FileName("export.json"))) { event in
                switch event {
                case .article(let article): articles.append(article)
                case .memberError(let error): Issue.record("\(error)")
                case .begin, .explanation: break
                }
            }
        }
        return articles
    }

    @Test(arguments: 1...300)
    func article_IsReadBackEqual(_ seed: Int) throws {
        var random = RandomArticle(seed: UInt64(seed))
        let article = random.next()
        let bytes = Array(Fixture.written(NinjsWriter(), article).utf8)
        #expect(try Self.read(bytes) == [article])
    }

    @Test(arguments: 1...20)
    func articlesLineByLine_AreReadBackEqual_WithTheirPlaces(_ seed: Int) throws {
        var random = RandomArticle(seed: UInt64(1000 + seed))
        var expected: [Article] = []
        var bytes: [UInt8] = []
        for place in 1...20 {
            var article = random.next()
            NinjsWriter().append(Fixture.item(article), to: &bytes)
            article.memberPath = "#\(place)"
            expected.append(article)
        }
        #expect(try Self.read(bytes) == expected)
    }

    @Test func textThatWasChangedAfterwards_IsReadAsOfAnyProvider() throws {
        let written = Fixture.written(NinjsWriter(), Fixture.bridge)
        let changed = written.replacing("The bridge opened in the rain.", with: "It opened.")
        let article = try #require(try Self.read(Array(changed.utf8)).first)
        #expect(article.body.contains("It opened."))
        #expect(article.paragraphs.last?.range.end == article.body.unicodeScalars.count)
    }

    @Test func creditsBeyondTheText_HaveNoPlace() throws {
        var article = Fixture.bridge
        article.credits = [
            Credit(kind: .source, outlet: "The Times", range: CodePointRange(start: 5, end: 1_000_000))
        ]
        let read = try #require(try Self.read(Array(Fixture.written(NinjsWriter(), article).utf8)).first)
        #expect(read.credits == [Credit(kind: .source, outlet: "The Times")])
    }
}
