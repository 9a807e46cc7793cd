import ArticleQuery
import NewsModel
import Testing

@testable import Archive

/// What the analysis found, as the archive keeps and tells it.
@Suite struct FindingsTests {
    private static func article(_ headline: String, words: Int = 30, day: Int, outlet: String? = nil) -> Article {
        let body = (0..<words).map { "\(headline.lowercased())\($0)" }.joined(separator: " ")
        var article = Article(
            format: "text", body: body,
            paragraphs: [Paragraph(kind: .paragraph, range: CodePointRange(start: 0, end: body.unicodeScalars.count))])
        article.headline = headline
        article.wordCount = words
        article.outlet = outlet
        article.published = NewsTime(year: 2024, month: 5, day: day)
        return article
    }

    /// Four articles: numbers 1 to 4, on consecutive days; the second is the fullest.
    private static func desk() throws -> (Desk, ArchiveReader) {
        let desk = try Desk()
        try desk.deliver("one", [article("Alpha", day: 1, outlet: "Courier")])
        try desk.deliver("two", [article("Beta", words: 60, day: 2, outlet: "Gazette")])
        try desk.deliver("three", [article("Gamma", day: 3)])
        try desk.deliver("four", [article("Delta", day: 4, outlet: "Courier")])
        return (desk, try ArchiveReader.open(state: desk.folder))
    }

    private static func relation(_ article: Int64, _ source: Int64, _ kind: String) -> AnalysisFindings.Relation {
        AnalysisFindings.Relation(
            article: article, source: source, kind: kind, share: 0.9, sourceShare: 0.5, confidence: 0.95,
            range: CodePointRange(start: 1, end: 5), sourceRange: CodePointRange(start: 2, end: 6))
    }

    private static func findings(_ change: (inout AnalysisFindings) -> Void) -> AnalysisFindings {
        var findings = AnalysisFindings(found: 5_000, analysisVersion: 1)
        change(&findings)
        return findings
    }

    private static func headlines(_ reader: ArchiveReader, _ filter: ArticleFilter) throws -> [String] {
        try reader.list(filter).items.compactMap(\.headline)
    }

    @Test func copies_AreFoldedUnderTheFullest_WhereTheFilterTakesIt() throws {
        let (desk, reader) = try Self.desk()
        defer { Desk.remove(desk.folder) }
        try desk.archive.file(
            Self.findings {
                $0.relations = [
                    Self.relation(3, 1, "copy"), Self.relation(2, 1, "copy"), Self.relation(4, 1, "update"),
                ]
            })
        #expect(try Self.headlines(reader, ArticleFilter(foldsCopies: true)) == ["Delta", "Beta"])
        #expect(try Self.headlines(reader, ArticleFilter()).count == 4)
        #expect(try Self.headlines(reader, ArticleFilter(outlet: "courier", foldsCopies: true)) == ["Delta", "Alpha"])
        let search = try reader.search(
            SearchRequest(query: "gamma OR alpha OR beta", filter: ArticleFilter(foldsCopies: true)))
        #expect(search.page.items.compactMap(\.article.headline) == ["Beta"])
    }

    @Test func textReuse_TellsDirection_AndTheEarliestHere() throws {
        let (desk, reader) = try Self.desk()
        defer { Desk.remove(desk.folder) }
        try desk.archive.file(
            Self.findings { $0.relations = [Self.relation(3, 1, "copy"), Self.relation(4, 3, "excerpt")] })
        let ids = try reader.list().items.map(\.id)
        let gamma = try #require(try reader.textReuse(of: ids[1]))
        #expect(gamma.earliest?.article.headline == "Alpha" && gamma.earliest?.basis == .stated)
        #expect(gamma.related.map(\.article.headline) == ["Alpha", "Delta"])
        #expect(gamma.related.map(\.isSource) == [true, false])
        #expect(gamma.related[0].range.start == 1 && gamma.related[0].otherRange.start == 2)
        #expect(gamma.related[1].range.start == 2 && gamma.related[1].otherRange.start == 1)
        #expect(try reader.textReuse(of: ids[2])?.earliest == nil, "an article without relations has no earliest")
    }

    @Test func renewedArticle_LosesItsRelations_AndItsCopiesStayTogether() throws {
        let (desk, reader) = try Self.desk()
        defer { Desk.remove(desk.folder) }
        try desk.archive.file(
            Self.findings { $0.relations = [Self.relation(3, 1, "copy"), Self.relation(4, 3, "copy")] })
        #expect(try Self.headlines(reader, ArticleFilter(foldsCopies: true)) == ["Beta", "Alpha"])
        try desk.archive.file(Self.findings { $0.renewed = [1] })
        #expect(try Self.headlines(reader, ArticleFilter(foldsCopies: true)) == ["Gamma", "Beta", "Alpha"])
        #expect(try desk.sqlite3("SELECT count(*) FROM relations") == "1")
    }

    @Test func stories_AreCounted_AndListedByTheirLatestArticle() throws {
        let (desk, reader) = try Self.desk()
        defer { Desk.remove(desk.folder) }
        try desk.archive.file(
            Self.findings {
                $0.stories = [(1, 1), (4, 1), (2, 2), (3, 2)]
                $0.judgements = [(1, 4, 0.9), (2, 2, 0.8)]
            })
        let stories = try reader.stories().items
        #expect(stories.map(\.lead.headline) == ["Delta", "Beta"])
        #expect(stories.map(\.articles) == [2, 2] && stories.map(\.outlets) == [1, 1])
        #expect(try reader.articles(ofStory: stories[0].id).map(\.headline) == ["Alpha", "Delta"])
        #expect(try Self.headlines(reader, ArticleFilter(story: stories[1].id.description)) == ["Gamma", "Beta"])
        #expect(try reader.stories(named: String(stories[0].id.description.prefix(8))).map(\.id) == [stories[0].id])
        let page = try reader.stories(limit: 1)
        #expect(try reader.stories(limit: 1, after: page.next).items.map(\.id) == [stories[1].id])

        try desk.archive.file(Self.findings { $0.stories = [(3, 1), (2, nil)] })
        let after = try reader.stories().items
        #expect(after.map(\.articles) == [3] && after[0].id == stories[0].id)
        try desk.archive.file(Self.findings { $0.judgements = [(1, 4, 0.7)] })
        #expect(try reader.stories().items.isEmpty, "a story that is not sure is not shown")
        #expect(try reader.stories(includesUncertain: true).items.map(\.confidence) == [0.7])
        #expect(try desk.sqlite3("SELECT count(*) FROM stories") == "1")
    }

    @Test func undatedArticles_StandBehindTheOthersOfTheirStory_AndAreNeverFirst() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        var undated = Self.article("Undated", day: 1)
        undated.published = nil
        try desk.deliver("one", [undated])
        try desk.deliver("two", [Self.article("Later", day: 9, outlet: "Gazette")])
        try desk.deliver("three", [Self.article("Earlier", day: 8, outlet: "Courier")])
        try desk.deliver("four", [undated.renamed("Other")])
        try desk.deliver("five", [undated.renamed("Another")])
        try desk.archive.file(
            Self.findings {
                $0.stories = [(1, 1), (2, 1), (3, 1), (4, 4), (5, 4)]
                $0.judgements = [(1, 2, 0.9), (4, 4, 0.9)]
            })
        let reader = try ArchiveReader.open(state: desk.folder)
        let stories = try reader.stories().items
        let dated = try #require(stories.first { $0.articles == 3 })
        #expect(dated.first?.article.headline == "Earlier" && dated.first?.basis == .stated)
        #expect(try reader.articles(ofStory: dated.id).map(\.headline) == ["Earlier", "Later", "Undated"])
        let days = [8, 9].map { NewsTime(year: 2024, month: 5, day: $0)?.instantMilliseconds }
        #expect([dated.firstSeen, dated.lastSeen] == days)
        let unknown = try #require(stories.first { $0.articles == 2 })
        #expect(unknown.first == nil && !unknown.isDated)
    }

    @Test func progress_IsFiledWithTheFindings() throws {
        let (desk, reader) = try Self.desk()
        defer { Desk.remove(desk.folder) }
        let first = try reader.analysable(after: 0, limit: 3)
        #expect(first.articles.map(\.headline) == ["Alpha", "Beta", "Gamma"] && first.last == 3)
        try desk.archive.file(Self.findings { $0.lastAnalysed = first.last })
        #expect(try reader.lastVersion(of: .relations) == 3)
        #expect(try reader.lastVersion(of: .alerts) == 0)
        #expect(try reader.analysable(after: 3, limit: 3).articles.map(\.headline) == ["Delta"])
        #expect(try reader.analysable(after: 4, limit: 3).last == 4)
    }

    @Test func alert_FindsNewArticlesOnce() throws {
        let (desk, reader) = try Self.desk()
        defer { Desk.remove(desk.folder) }
        try desk.archive.addAlert(name: "greek", query: "beta1 OR gamma1", created: 1)
        let alert = try #require(try reader.alerts().first)
        let found = try reader.newMatches(of: alert, among: [1, 2, 3])
        #expect(found.map(\.number) == [2, 3])
        try desk.archive.file(Self.findings { $0.alertHits = found.map { (alert.number, $0.number) } })
        #expect(try reader.newMatches(of: alert, among: [1, 2, 3]).isEmpty)
        #expect(try reader.hits(ofAlert: "greek").items.map(\.headline) == ["Gamma", "Beta"])
        #expect(try reader.alerts().map(\.hits) == [2])
        #expect(try desk.archive.removeAlert(name: "greek"))
        #expect(try !desk.archive.removeAlert(name: "greek"))
        #expect(try desk.sqlite3("SELECT count(*) FROM watch_hits") == "0")
    }
}

extension Article {
    /// The same with another headline and text.
    fileprivate func renamed(_ headline: String) -> Article {
        var article = self
        article.headline = headline
        article.body = String(body.reversed()) + headline
        article.paragraphs = [
            Paragraph(kind: .paragraph, range: CodePointRange(start: 0, end: article.body.unicodeScalars.count))
        ]
        return article
    }
}
