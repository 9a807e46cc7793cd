import ArticleQuery
import NewsModel
import Testing

@testable import Archive

/// What people say of speakers and of stories.
struct SpeakerCorrectionTests {
    private static let words = "The new bridge will carry the trams from May on,"

    private static func desk() throws -> (desk: Desk, reader: ArchiveReader, id: ArticleID, delivery: Int64) {
        let desk = try Desk()
        let filed = try desk.deliver("1", [Named.harbour(guid: "urn:1")])
        return (
            desk, try ArchiveReader.open(state: desk.folder), try #require(filed.articles.first?.id), filed.delivery
        )
    }

    private static func say(
        _ desk: Desk, _ id: ArticleID, _ name: String?, of words: String = words
    ) throws {
        try desk.archive.make(
            Correction(
                kind: .speaker, article: id.description, field: Correction.key(ofQuotation: words), value: name,
                isUndone: name == nil, by: "ann", at: 7))
    }

    private static func speakers(_ reader: ArchiveReader, _ request: QuotationRequest) throws -> [String?] {
        try reader.quotations(request).items.map(\.quotation.speaker)
    }

    @Test func speaker_WinsInQuotesWhoAndSearch_UntilItIsTakenBack() throws {
        let (desk, reader, id, _) = try Self.desk()
        defer { Desk.remove(desk.folder) }
        try Self.say(desk, id, "Transport Board")
        #expect(try Self.speakers(reader, QuotationRequest()) == ["Transport Board"])
        #expect(try Self.speakers(reader, QuotationRequest(speaker: "transport")) == ["Transport Board"])
        #expect(try Self.speakers(reader, QuotationRequest(speaker: "Hoff")).isEmpty)
        #expect(try Self.speakers(reader, QuotationRequest(organization: "Harbour Office")).isEmpty)
        #expect(try reader.search(SearchRequest(query: "speaker:transport")).page.items.count == 1)
        #expect(try reader.search(SearchRequest(query: "speaker:hoff")).page.items.isEmpty)
        for (name, count) in [("Clara Hoff", 0), ("Transport Board", 1)] {
            guard case .found(let known) = try reader.lookUp(name: name) else {
                Issue.record("\(name) is not found")
                return
            }
            let profile = try reader.profile(of: known)
            #expect(profile.quotations == count && profile.titles.isEmpty)
        }
        guard case .found(let record) = try reader.article(id.description) else {
            Issue.record("the article is missing")
            return
        }
        #expect(record.current?.article.quotations.first?.speaker == "Transport Board")
        #expect(record.current?.article.quotations.first?.entity == 1)
        #expect(record.corrections.map(\.by) == ["ann"])
        try Self.say(desk, id, nil)
        #expect(try Self.speakers(reader, QuotationRequest(speaker: "Hoff")) == ["Clara Hoff"])
        #expect(try reader.search(SearchRequest(query: "speaker:hoff")).page.items.count == 1)
        #expect(throws: CorrectionRefusal.nothingToUndo) { try Self.say(desk, id, nil) }
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
    }

    @Test func quotationOfNobody_IsNotShown_UnlessAskedFor() throws {
        let (desk, reader, id, _) = try Self.desk()
        defer { Desk.remove(desk.folder) }
        try Self.say(desk, id, "")
        #expect(try Self.speakers(reader, QuotationRequest()).isEmpty)
        #expect(try Self.speakers(reader, QuotationRequest(includesUncertain: true)) == [nil])
        #expect(try reader.search(SearchRequest(query: "speaker:hoff")).page.items.isEmpty)
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
    }

    @Test func uncertainQuotation_IsShown_WhenAPersonHasNamedItsSpeaker() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        var article = Named.harbour()
        article.quotations[0].confidence = 0.3
        let id = try #require(try desk.deliver("1", [article]).articles.first?.id)
        try Self.say(desk, id, "Clara Hoff")
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(try Self.speakers(reader, QuotationRequest()) == ["Clara Hoff"])
        #expect(try Self.speakers(reader, QuotationRequest(speaker: "hoff")) == ["Clara Hoff"])
    }

    @Test func speaker_SurvivesReadingAgain_WithOtherBoundsOfTheQuotation() throws {
        let (desk, reader, id, delivery) = try Self.desk()
        defer { Desk.remove(desk.folder) }
        try Self.say(desk, id, "Transport Board")
        var again = Named.harbour(guid: "urn:1")
        again.quotations[0].content = Named.ranges(of: "bridge will carry the trams from May on", in: again.body)
        _ = try desk.archive.replace(articlesOf: delivery, with: [PreparedArticle(again)], readerVersion: 2)
        #expect(try Self.speakers(reader, QuotationRequest()) == ["Transport Board"])
        #expect(try reader.search(SearchRequest(query: "speaker:transport")).page.items.count == 1)
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
    }

    @Test func quotationThatTheArticleDoesNotHave_IsRefused_AndNotNoted() throws {
        let (desk, reader, id, _) = try Self.desk()
        defer { Desk.remove(desk.folder) }
        #expect(throws: CorrectionRefusal.unknownQuotation) {
            try Self.say(desk, id, "Clara Hoff", of: "Nobody has ever said this here")
        }
        // A word of it is not the quotation.
        #expect(throws: CorrectionRefusal.unknownQuotation) { try Self.say(desk, id, "Clara Hoff", of: "bridge") }
        #expect(throws: CorrectionRefusal.self) { try Self.say(desk, id, "two\nlines") }
        #expect(try reader.corrections().isEmpty)
    }

    // MARK: Stories

    private static func story() throws -> (desk: Desk, reader: ArchiveReader, ids: [ArticleID]) {
        let desk = try Desk()
        var ids: [ArticleID] = []
        for number in 1...3 {
            let article = Article.make(
                "Text \(number) of a story about trams, ferries and bridges.", headline: "Story \(number)",
                guid: "urn:\(number)", published: "2024-05-0\(number)")
            ids.append(try #require(try desk.deliver("\(number)", [article]).articles.first?.id))
        }
        try file(desk)
        return (desk, try ArchiveReader.open(state: desk.folder), ids)
    }

    private static func file(_ desk: Desk) throws {
        var findings = AnalysisFindings(found: 5_000, analysisVersion: 1)
        findings.stories = [(1, 1), (2, 1), (3, 1)]
        findings.judgements = [(1, 1, 0.9)]
        try desk.archive.file(findings)
    }

    private static func takeOut(_ desk: Desk, _ one: ArticleID, _ other: ArticleID, isUndone: Bool = false) throws {
        try desk.archive.make(
            Correction(
                kind: .story, article: one.description, value: other.description, isUndone: isUndone, by: "ann", at: 7))
    }

    @Test(arguments: [0, 2]) func articleOfAnotherStory_StaysOut_WhenStoriesAreGroupedAgain(_ place: Int) throws {
        let (desk, reader, ids) = try Self.story()
        defer { Desk.remove(desk.folder) }
        let story = try #require(try reader.stories().items.first)
        let rest = ids.filter { $0 != ids[place] }
        try Self.takeOut(desk, ids[place], rest[0])
        #expect(try reader.articles(ofStory: story.id).map(\.id) == rest)
        try Self.file(desk)
        #expect(try reader.articles(ofStory: story.id).map(\.id) == rest)
        let shown = try #require(try reader.stories().items.first)
        #expect(shown.articles == 2 && rest.contains(shown.lead.id))
        try Self.takeOut(desk, ids[place], rest[0], isUndone: true)
        #expect(try reader.articles(ofStory: story.id).map(\.id) == ids)
        #expect(throws: CorrectionRefusal.nothingToUndo) {
            try Self.takeOut(desk, ids[place], rest[0], isUndone: true)
        }
    }

    @Test func storyOfAnErasedArticle_IsForgotten() throws {
        let (desk, reader, ids) = try Self.story()
        defer { Desk.remove(desk.folder) }
        try Self.takeOut(desk, ids[2], ids[0])
        _ = try desk.archive.erase(ids[0], leavesNeighbours: true) { _ in [] }
        #expect(try reader.corrections().isEmpty)
    }

    @Test func articleAndItself_AreRefused() throws {
        let (desk, _, ids) = try Self.story()
        defer { Desk.remove(desk.folder) }
        #expect(throws: CorrectionRefusal.self) { try Self.takeOut(desk, ids[0], ids[0]) }
    }
}
