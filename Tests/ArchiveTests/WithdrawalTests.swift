import ArticleQuery
import NewsModel
import Testing

@testable import Archive

/// Whose withdrawals count.
struct WithdrawalTests {
    private let desk: Desk

    init() throws { desk = try Desk() }

    private static func item(
        _ text: String, status: WireFacts.PublicationStatus = .usable, version: String? = nil,
        outlet: String? = "Skerry Wire"
    ) -> Article {
        var article = Article.make(text, guid: "urn:skerry:1", outlet: outlet)
        article.wire.publicationStatus = status
        article.wire.version = version
        return article
    }

    @discardableResult
    private func send(_ article: Article, to collection: String) throws -> FiledArticle? {
        let content = "\(collection) \(article.body) \(String(describing: article.wire)) \(article.outlet ?? "")"
        var facts = desk.facts(content)
        facts.collection = collection
        return try desk.archive.commit([
            DeliveryPortion(facts: facts, articles: [PreparedArticle(article)], end: .read)
        ]).first?.articles.first
    }

    private func count(_ availability: Availability) throws -> Int {
        try ArchiveReader.open(state: desk.folder).list(
            ArticleFilter(availability: availability)
        ).items.count
    }

    @Test(
        arguments: [
            ("agency", "Skerry Wire", true), ("agency", nil, true), ("agency", "SKERRY WIRE", true),
            ("agency", "Another Desk", false), ("drops", "Skerry Wire", false), ("drops", nil, false),
        ] as [(String, String?, Bool)])
    func withdrawal_CountsForTheSourceThatSentTheArticle(collection: String, outlet: String?, counts: Bool) throws {
        defer { Desk.remove(desk.folder) }
        try send(Self.item(Copy.bridge), to: "agency")
        let filed = try send(Self.item("Kill this story.", status: .cancelled, outlet: outlet), to: collection)
        #expect(filed?.isCurrent == counts && filed?.isDisputed == !counts && filed?.version == 2)
        #expect(try count(.notWithdrawn) == (counts ? 0 : 1))
        #expect(try count(.withdrawn) == (counts ? 1 : 0))
        #expect(try count(.disputed) == (counts ? 0 : 1))
    }

    @Test func withdrawalOfTheSource_CountsAfterTheSameOfAnother() throws {
        defer { Desk.remove(desk.folder) }
        try send(Self.item(Copy.bridge, version: "1"), to: "agency")
        let kill = Self.item("Kill this story.", status: .cancelled, version: "2")
        try send(kill, to: "drops")
        #expect(try count(.disputed) == 1)
        try send(kill, to: "agency")
        #expect(try count(.withdrawn) == 1)
        #expect(try count(.disputed) == 0)
    }

    @Test func withdrawalOfAnother_DoesNotStandInTheWayOfARelease() throws {
        defer { Desk.remove(desk.folder) }
        try send(Self.item(Copy.bridge, version: "1"), to: "agency")
        try send(Self.item("Kill this story.", status: .cancelled, version: "2"), to: "agency")
        try send(Self.item("Kill this story for ever.", status: .cancelled, version: "99"), to: "drops")
        #expect(try count(.withdrawn) == 1)
        try send(Self.item(Copy.bridgeUpdated, version: "3"), to: "agency")
        #expect(try count(.notWithdrawn) == 1)
    }

    @Test func withdrawalOfAnother_ThatComesBeforeTheArticle_DoesNotKeepItOut() throws {
        defer { Desk.remove(desk.folder) }
        try send(Self.item("Kill this story.", status: .cancelled, version: "9"), to: "drops")
        try send(Self.item(Copy.bridge, version: "1"), to: "agency")
        #expect(try count(.notWithdrawn) == 1)
        #expect(try count(.disputed) == 1)
        // What its source withdraws stays so, in whatever order its items come.
        try send(Self.item("Kill this story at once.", status: .cancelled, version: "3"), to: "agency")
        try send(Self.item(Copy.bridgeUpdated, version: "2"), to: "agency")
        #expect(try count(.withdrawn) == 1)
    }

    @Test func correctedFact_IsSortedAndFilteredBy_AlsoOfALaterVersion() throws {
        defer { Desk.remove(desk.folder) }
        let filed = try #require(try send(Self.item(Copy.bridge), to: "agency"))
        try desk.archive.make(
            Correction(kind: .field, article: filed.id.description, field: "outlet", value: "Evening Post", by: "ida"))
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(try reader.list(ArticleFilter(outlet: "Evening Post")).items.count == 1)
        try send(Self.item(Copy.bridgeUpdated), to: "agency")
        #expect(try reader.list(ArticleFilter(outlet: "Evening Post")).items.first?.version == 2)
    }

    @Test func person_DecidesOfADisputedWithdrawal_AndMayTakeItBack() throws {
        defer { Desk.remove(desk.folder) }
        let filed = try #require(try send(Self.item(Copy.bridge), to: "agency"))
        try send(Self.item("Kill this story.", status: .cancelled), to: "drops")
        func decide(_ value: String?) throws {
            try desk.archive.make(
                Correction(
                    kind: .field, article: filed.id.description, field: "withdrawn", value: value,
                    isUndone: value == nil, by: "ida"))
        }
        try decide("yes")
        #expect(try count(.withdrawn) == 1)
        #expect(try count(.disputed) == 0)
        // It holds for versions that come later.
        try send(Self.item(Copy.bridgeUpdated), to: "agency")
        #expect(try count(.withdrawn) == 1)
        try decide("no")
        #expect(try count(.notWithdrawn) == 1)
        #expect(try count(.disputed) == 0)
        try decide(nil)
        #expect(try count(.disputed) == 1)
        #expect(throws: CorrectionRefusal.badValue("it is yes or no")) { try decide("maybe") }
    }
}
