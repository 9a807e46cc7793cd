import ArticleQuery
import NewsModel
import Testing

@testable import Archive

/// Counting articles by what they have in common.
struct CountTests {
    private static func filledDesk() throws -> (Desk, ArchiveReader) {
        let desk = try Desk()
        var french = Article.make(
            "Le pont est ouvert.", headline: "Pont", published: "2024-06-30T23:30:00-05:00", authors: ["Ann Lee"])
        french.language = "fr"
        let articles: [Article] = [
            .make(Copy.bridge, published: "2024-05-03T14:05:00+02:00", authors: ["Ann Lee", "Bo Öst"], outlet: "Post"),
            .make(Copy.budget, headline: "Budget", published: "2024-05-04", authors: ["Ann Lee"], outlet: "Post"),
            .make("The bridge is closed.", headline: "Notice", outlet: "Gazette"),
            french,
        ]
        for (number, article) in articles.enumerated() {
            // 2024-01-01T00:00:00Z
            try desk.deliver("\(number)", [article], received: 1_704_067_200_000)
        }
        return (desk, try ArchiveReader.open(state: desk.folder))
    }

    struct Case: Sendable {
        var key: CountKey
        var query: String?
        var filter = ArticleFilter()
        var rows: [String]
    }

    @Test(arguments: [
        Case(
            key: .day,
            rows: ["2024-01-01 1 0.25", "2024-05-03 1 0.25", "2024-05-04 1 0.25", "2024-06-30 1 0.25"]),
        Case(key: .month, rows: ["2024-01 1 0.25", "2024-05 2 0.5", "2024-06 1 0.25"]),
        Case(key: .outlet, rows: ["Post 2 0.5", "- 1 0.25", "Gazette 1 0.25"]),
        Case(key: .language, rows: ["- 3 0.75", "fr 1 0.25"]),
        Case(key: .author, rows: ["Ann Lee 3 0.75", "- 1 0.25", "Bo Öst 1 0.25"]),
        Case(key: .collection, rows: [" 4 1.0"]),
        Case(key: .outlet, query: "bridge", rows: ["Gazette 1 0.5", "Post 1 0.5"]),
        Case(key: .outlet, query: "bridge", filter: ArticleFilter(outlet: "post"), rows: ["Post 1 1.0"]),
        Case(key: .author, query: "bridge -tram", rows: ["- 1 1.0"]),
        Case(key: .outlet, query: "submarine", rows: []),
        Case(key: .outlet, query: "-bridge", rows: []),
    ])
    func counts_AreThoseOfTheQueryAndTheFilter_HoweverManyAreTakenAtATime(_ table: Case) throws {
        let (desk, reader) = try Self.filledDesk()
        defer { Desk.remove(desk.folder) }
        for step: Int64 in [1, 3, 100] {
            let counts = try reader.counts(
                by: table.key, table.filter, query: table.query, isExact: false, atATime: step)
            #expect(
                counts.map { "\($0.key ?? "-") \($0.count) \($0.share)" } == table.rows,
                "\(table.key) of \(table.query ?? "all"), \(step) at a time")
        }
    }

    @Test func emptyArchive_HasNothingToCount() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(try reader.counts(by: .author).isEmpty)
        #expect(try reader.counts(by: .day, query: "x").isEmpty)
    }
}
