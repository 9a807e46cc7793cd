import ArticleQuery
import Foundation
import NewsModel
import Testing

@testable import Archive

/// Outlets that people merge and name.
struct OutletNameTests {
    private static func name(_ desk: Desk, _ name: String, _ into: String?, isHost: Bool = false) throws {
        try desk.archive.make(
            Correction(
                kind: .outlet, field: isHost ? Correction.hostField : nil, value: name, into: into,
                isUndone: into == nil, by: "ann", at: 7))
    }

    /// Three articles of outlets that are one, one of them without a name of its own.
    private static func filled(_ desk: Desk) throws {
        try desk.deliver("1", [.make(Copy.bridge, guid: "urn:1", published: "2024-05-03", outlet: "Harbour Courier")])
        try desk.deliver("2", [.make(Copy.budget, guid: "urn:2", published: "2024-05-02", outlet: "courier.example")])
        var third = Article.make(
            "Flood gates closed on Tuesday as the river rose by two metres, the harbour office said in the evening.",
            guid: "urn:3", published: "2024-05-01")
        third.url = "https://www.Courier.example:443/flood"
        try desk.deliver("3", [third])
    }

    private static func listed(_ folder: String) throws -> [String?] {
        try ArchiveReader.open(state: folder).list().items.map(\.outlet)
    }

    private static func found(_ query: String, _ folder: String) throws -> Int {
        try ArchiveReader.open(state: folder).search(SearchRequest(query: query)).page.items.count
    }

    @Test func mergedOutlets_AreOneEverywhere_UntilItIsTakenBack() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try Self.filled(desk)
        try Self.name(desk, "Harbour Courier", "The Courier")
        try Self.name(desk, "courier.example", "The Courier")
        #expect(try Self.listed(desk.folder) == ["The Courier", "The Courier", nil])
        #expect(try Self.found("outlet:\"the courier\"", desk.folder) == 2)
        #expect(try Self.found("outlet:harbour", desk.folder) == 0)
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(try reader.list(ArticleFilter(outlet: "the cour")).items.count == 2)
        let counts = try reader.counts(by: .outlet, ArticleFilter(), query: nil, isExact: false)
        #expect(counts.first?.key == "The Courier" && counts.first?.count == 2)
        let outlets = try reader.outlets()
        #expect(outlets.map(\.name) == ["The Courier"] && outlets[0].articles == 2)
        #expect(outlets[0].otherNames.map(\.name) == ["Harbour Courier", "courier.example"])
        #expect(outlets[0].otherNames.map(\.by) == ["ann", "ann"])
        let exported = try reader.exported(ExportSelection(query: nil, filter: ArticleFilter()), after: nil)
        #expect(exported.versions.map(\.version.article.outlet) == ["The Courier", "The Courier", nil])
        #expect(try reader.versions(after: FollowCursor(row: 0), limit: 9).map(\.article.outlet).first == "The Courier")
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
        try Self.name(desk, "harbour courier", nil)
        #expect(try Self.listed(desk.folder) == ["Harbour Courier", "The Courier", nil])
        #expect(throws: CorrectionRefusal.nothingToUndo) { try Self.name(desk, "Harbour Courier", nil) }
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
    }

    @Test func namedHost_IsTheOutletOfAllItsArticles_AlsoOfThoseThatComeLater() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try Self.filled(desk)
        try Self.name(desk, "Courier.example", "The Courier", isHost: true)
        #expect(try Self.listed(desk.folder) == ["Harbour Courier", "The Courier", "The Courier"])
        var later = Article.make(Copy.bridgeUpdated, guid: "urn:9", published: "2024-06-01", outlet: "Something else")
        later.url = "https://courier.example/9"
        let filed = try desk.deliver("9", [later])
        #expect(filed.articles.first?.outlet == "The Courier")
        #expect(try Self.listed(desk.folder).first == "The Courier")
        #expect(try Self.found("outlet:courier", desk.folder) == 4)
        // What is said of one article counts before.
        let id = try #require(filed.articles.first?.id)
        try desk.archive.make(
            Correction(kind: .field, article: id.description, field: "outlet", value: "Evening Post", by: "bo", at: 8))
        #expect(try Self.listed(desk.folder).first == "Evening Post")
        try Self.name(desk, "courier.example", "The Daily Courier", isHost: true)
        #expect(
            try Self.listed(desk.folder) == [
                "Evening Post", "Harbour Courier", "The Daily Courier", "The Daily Courier",
            ])
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
        _ = try desk.archive.replace(
            articlesOf: filed.delivery, with: [PreparedArticle(later)], readerVersion: 2)
        try desk.archive.make(
            Correction(kind: .field, article: id.description, field: "outlet", isUndone: true, by: "bo", at: 9))
        #expect(try Self.listed(desk.folder).first == "The Daily Courier")
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
    }

    @Test func names_SurviveARebuild_AndACrashBetweenFileAndDatabase() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let first = try Desk(folder: folder)
        try Self.filled(first)
        try Self.name(first, "Harbour Courier", "The Courier")
        try first.archive.close()
        try CorrectionLog(StateFolder(folder)).append(
            Correction(kind: .outlet, value: "courier.example", into: "the courier", by: "bo", at: 9))
        let second = try Desk(folder: folder)
        #expect(try Self.listed(folder) == ["The Courier", "the courier", nil])
        // A spelling is mended by a name of its own.
        try Self.name(second, "The Courier", "The Courier")
        #expect(try Self.listed(folder) == ["The Courier", "The Courier", nil])
        #expect(try Archive.checkIndex(state: folder) == nil)
        try second.archive.close()
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder + "/wiredesk.db" + end) }
        let anew = try Desk(folder: folder)
        try Self.filled(anew)
        #expect(try Self.listed(folder) == ["The Courier", "The Courier", nil])
        #expect(try Archive.checkIndex(state: folder) == nil)
    }

    @Test func story_CountsMergedOutletsOnce() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try Self.filled(desk)
        var findings = AnalysisFindings(found: 5_000, analysisVersion: 1)
        findings.stories = [(article: 1, story: 1), (article: 2, story: 1)]
        try desk.archive.file(findings)
        func outlets() throws -> [Int] {
            try ArchiveReader.open(state: desk.folder).stories(includesUncertain: true).items.map(\.outlets)
        }
        #expect(try outlets() == [2])
        try Self.name(desk, "courier.example", "Harbour Courier")
        #expect(try outlets() == [1])
        try Self.name(desk, "courier.example", nil)
        #expect(try outlets() == [2])
    }

    /// More articles than one transaction changes, and than one looks at in a small archive of a test.
    @Test func manyArticles_AreBroughtToTheName_InSeveralTransactions() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        for number in 1...700 {
            try desk.deliver(
                "\(number)",
                [.make("Text \(number) of \(Copy.budget)", guid: "urn:\(number)", outlet: "Harbour Courier")])
        }
        try Self.name(desk, "Harbour Courier", "The Courier")
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(try reader.outlets().map(\.articles) == [700])
        #expect(try reader.count(ArticleFilter(outlet: "the courier")) == 700)
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
        #expect(try desk.sqlite3("SELECT count(*) FROM settings WHERE name = 'outlets_pending'") == "0")
    }

    @Test func circlesAndEmptyNames_AreRefused() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try Self.filled(desk)
        try Self.name(desk, "Harbour Courier", "The Courier")
        #expect(throws: CorrectionRefusal.outletCircle("Harbour Courier", "The Courier")) {
            try Self.name(desk, "The Courier", "Harbour Courier")
        }
        #expect(throws: CorrectionRefusal.self) { try Self.name(desk, "The Courier", "") }
        #expect(throws: CorrectionRefusal.self) { try Self.name(desk, "The Courier", "two\nlines") }
    }
}
