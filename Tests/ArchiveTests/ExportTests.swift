import ArticleQuery
import NewsModel
import Testing

@testable import Archive

/// Taking versions out, part by part.
struct ExportTests {
    /// Three articles, the first in three versions of which the second counts.
    private static func filledDesk() throws -> (Desk, ArchiveReader) {
        let desk = try Desk()
        let address = "https://courier.example/news/bridge"
        for (crowd, time) in [
            ("four", "2024-05-03T10:00:00Z"), ("nine", "2024-05-05T10:00:00Z"), ("six", "2024-05-04T10:00:00Z"),
        ] {
            try desk.deliver(
                crowd,
                [
                    .make(
                        Copy.bridge.replacing("four hundred", with: crowd + " hundred"), url: address,
                        published: "2024-05-03T10:00:00Z", modified: time, outlet: "Courier")
                ], name: "\(crowd).html", received: 5)
        }
        try desk.deliver(
            "feed",
            [
                .make(Copy.budget, headline: "Budget", member: "#1", authors: ["Ann Lee", "Bo Öst"]),
                .make("The bridge is closed.", headline: "Notice", member: "#2"),
            ], name: "a/feed.xml")
        return (desk, try ArchiveReader.open(state: desk.folder))
    }

    /// Everything of a selection, with bounds that make parts of the given sizes.
    private static func all(
        _ selection: ExportSelection, _ reader: ArchiveReader, versions: Int, bytes: Int, articles: Int64
    ) throws -> [FiledVersion] {
        var found: [FiledVersion] = []
        var cursor: ExportCursor?
        var progress = 0.0
        repeat {
            let page = try reader.exported(
                selection, after: cursor, versions: versions, bytes: bytes, articles: articles)
            #expect(page.progress >= progress && page.progress <= 1)
            progress = page.progress
            found += page.versions
            cursor = page.next
            // One part more for each article and version, and one for each stretch without any, are the most there can be.
            try #require(found.count < 100)
        } while cursor != nil
        #expect(progress == 1)
        return found
    }

    struct Case: Sendable {
        var selection: ExportSelection
        var rows: [String]
    }

    @Test(arguments: [
        Case(selection: ExportSelection(), rows: ["Harbour bridge opens 2", "Budget 1", "Notice 1"]),
        Case(
            selection: ExportSelection(includesEarlierVersions: true),
            rows: [
                "Harbour bridge opens 1", "Harbour bridge opens 2", "Harbour bridge opens 3", "Budget 1", "Notice 1",
            ]),
        Case(selection: ExportSelection(query: "bridge"), rows: ["Harbour bridge opens 2", "Notice 1"]),
        Case(
            selection: ExportSelection(query: "bridge", includesEarlierVersions: true),
            rows: ["Harbour bridge opens 1", "Harbour bridge opens 2", "Harbour bridge opens 3", "Notice 1"]),
        Case(
            selection: ExportSelection(query: "bridge", filter: ArticleFilter(outlet: "courier")),
            rows: ["Harbour bridge opens 2"]),
        Case(selection: ExportSelection(filter: ArticleFilter(author: "öst")), rows: ["Budget 1"]),
        Case(selection: ExportSelection(query: "submarine"), rows: []),
        Case(selection: ExportSelection(query: "-bridge"), rows: []),
    ])
    func versions_ComeOnceEach_InTheOrderOfFiling_HoweverSmallTheParts(_ table: Case) throws {
        let (desk, reader) = try Self.filledDesk()
        defer { Desk.remove(desk.folder) }
        for (versions, bytes, articles) in [(1, 1, Int64(1)), (2, 1_000_000, 1), (2, 1, 100), (100, 1_000_000, 100)] {
            let found = try Self.all(table.selection, reader, versions: versions, bytes: bytes, articles: articles)
            #expect(
                found.map { "\($0.version.article.headline ?? "") \($0.version.number)" } == table.rows,
                "\(versions) versions, \(bytes) bytes, \(articles) articles at a time")
        }
    }

    @Test func version_TellsWhereItComesFrom() throws {
        let (desk, reader) = try Self.filledDesk()
        defer { Desk.remove(desk.folder) }
        let found = try Self.all(
            ExportSelection(includesEarlierVersions: true), reader, versions: 100, bytes: 1_000_000, articles: 100)
        #expect(found.map(\.isCurrent) == [false, true, false, true, true])
        #expect(
            found.map { $0.delivery.path.display } == [
                "four.html", "nine.html", "six.html", "a/feed.xml", "a/feed.xml",
            ])
        #expect(found.map(\.version.article.authors) == [[], [], [], ["Ann Lee", "Bo Öst"], []])
        #expect(found[0].delivery.received == 5 && found[0].delivery.sha256 != nil)
        // Two articles of one file have one original.
        #expect(Set(found.map(\.original)).count == 4 && found[3].original == found[4].original)
    }
}
