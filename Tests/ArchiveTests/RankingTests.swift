import ArticleQuery
import NewsModel
import Testing

@testable import Archive

/// How hits are ranked and words listed, against what SQLite's own functions say.
@Suite struct RankingTests {
    /// Articles with `buoy` more or less often, in texts of different lengths, some in the headline.
    private static func filledDesk(_ count: Int) throws -> (Desk, ArchiveReader) {
        let desk = try Desk()
        var articles: [Article] = []
        for number in 0..<count {
            var article = Article.make(
                "Number \(number) tells of "
                    + String(repeating: "the buoy ", count: number % 5)
                    + String(repeating: "and the sea ", count: number % 7) + (number % 11 == 0 ? "lantern" : "wreck"))
            article.headline = number % 13 == 0 ? "Buoy \(number)" : "Story \(number)"
            article.memberPath = "#\(number)"
            articles.append(article)
        }
        try desk.deliver("all", articles)
        return (desk, try ArchiveReader.open(state: desk.folder))
    }

    @Test func oneWord_RanksAsSQLitesBM25() throws {
        let (desk, reader) = try Self.filledDesk(200)
        defer { Desk.remove(desk.folder) }
        let found = try reader.search(SearchRequest(query: "buoy", isExact: true, limit: 1_000)).page.items
        let expected = try desk.sqlite3(
            """
            SELECT group_concat(article, ' ') FROM (SELECT a.article FROM article_index JOIN articles a ON a.id = article_index.rowid
            WHERE article_index MATCH 'buoy' ORDER BY rank, a.id DESC)
            """)
        #expect(found.count > 100)
        #expect(found.map(\.article.id.description).joined(separator: " ") == expected)
    }

    @Test func rareWord_WeighsMoreThanACommonOne() throws {
        let (desk, reader) = try Self.filledDesk(3_000)
        defer { Desk.remove(desk.folder) }
        // "sea" stands in more articles than are counted one by one, "lantern" in one of eleven.
        let found = try reader.search(SearchRequest(query: "lantern OR sea", limit: 50)).page.items
        #expect(found.allSatisfy { $0.snippet?.pieces.contains { $0.isHighlighted && $0.text == "lantern" } ?? false })
    }

    @Test func filterBesideACommonWord_IsBoundedByWhatIsLookedAt() throws {
        let (desk, reader) = try Self.filledDesk(200)
        defer { Desk.remove(desk.folder) }
        let request = SearchRequest(query: "sea", filter: ArticleFilter(outlet: "nobody"))
        #expect(try reader.search(request, SearchBounds(walk: 10)).isBounded)
        #expect(try !reader.search(request, SearchBounds(walk: 200)).isBounded)
    }

    @Test(arguments: ["b", "buo", "s", "number", "nothing", "\u{10FFFF}"])
    func wordsOfAPrefix_AreThoseThatSQLiteLists(prefix: String) throws {
        let (desk, reader) = try Self.filledDesk(60)
        defer { Desk.remove(desk.folder) }
        let words = try reader.read("list words") { $0.vocabulary(prefix, limit: 1_000) }
        let expected = try desk.sqlite3(
            "SELECT term FROM article_words WHERE substr(term, 1, length('\(prefix)')) = '\(prefix)' ORDER BY term")
        #expect(words == expected.split(separator: "\n").map(String.init))
        #expect(try reader.read("list words") { $0.vocabulary(prefix, limit: 1) } == Array(words.prefix(1)))
    }
}
