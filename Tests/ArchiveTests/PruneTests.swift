import ArticleQuery
import NewsModel
import Testing

@testable import Archive

/// Removal of what is past its term.
@Suite struct PruneTests {
    private static let day: Int64 = 86_400_000
    private static let now = 100 * day
    /// Older than the term of all policies here, and younger.
    private static let old = 1 * day
    private static let young = 99 * day
    private static let bridge = "https://courier.example/bridge"
    private static let budget = "https://courier.example/budget"
    private static let term = RetentionPolicy.Term.after(.seconds(30 * 86_400))

    /// Delivers an old and a young article and an old rejected file.
    private static func filled() throws -> Desk {
        let desk = try Desk()
        try desk.deliver("old", [.make(Copy.bridge, url: bridge)], name: "old.html", received: old)
        try desk.deliver(
            "bad", [], name: "bad.html", received: old,
            end: .rejected(Rejection(stage: .reading, code: .noText, message: "there is no text")))
        try desk.deliver("young", [.make(Copy.budget, headline: "Budget passes")], name: "young.html", received: young)
        return desk
    }

    private static func prune(_ desk: Desk, _ terms: RetentionPolicy.Terms, of collection: String? = nil) throws
        -> Pruning
    {
        let policy =
            collection.map { RetentionPolicy(collections: [$0: terms]) } ?? RetentionPolicy(general: terms)
        let plan = try ArchiveReader.open(state: desk.folder).planPruning(policy, now: now)
        let pruning = try desk.archive.prune(plan)
        #expect(pruning == plan.sum)
        #expect(try desk.sqlite3("PRAGMA foreign_key_check") == "")
        let counters = try desk.archive.counters()
        #expect(try desk.sqlite3("SELECT count(*) FROM articles") == "\(counters.articles)")
        #expect(try desk.sqlite3("SELECT count(*) FROM versions") == "\(counters.versions)")
        #expect(
            try desk.sqlite3("SELECT count(*) FROM originals WHERE kept_bytes IS NOT NULL") == "\(counters.originals)")
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
        return pruning
    }

    @Test func prune_WithoutTerms_RemovesNothing() throws {
        let desk = try Self.filled()
        defer { Desk.remove(desk.folder) }
        #expect(try Self.prune(desk, .forEver).isEmpty)
    }

    @Test func prune_OfArticles_TakesTheirNamesAndQuotations() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("old", [Named.harbour(guid: "urn:1")], name: "old.html", received: Self.old)
        let text = Named.harbourText.replacing("Clara Hoff", with: "Peter Lind").replacing("Hoff", with: "Lind")
        let young = Named.harbour(text, headline: "Other", guid: "urn:2", speaker: "Peter Lind")
        try desk.deliver("young", [young], name: "young.html", received: Self.young)
        #expect(try Self.prune(desk, RetentionPolicy.Terms(articles: Self.term)).articles == 1)
        #expect(try desk.sqlite3("SELECT count(*) FROM quotations") == "1")
        #expect(try desk.sqlite3("SELECT group_concat(name) FROM entities WHERE kind = 0") == "Peter Lind")
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(try reader.lookUp(name: "Clara Hoff") == .none)
        #expect(try reader.search(SearchRequest(query: "person:hoff")).page.items.isEmpty)
        #expect(try reader.search(SearchRequest(query: "speaker:lind")).page.items.count == 1)
    }

    @Test func prune_OfArticles_TakesTheirOriginals_AndLetsThemComeAgain() throws {
        let desk = try Self.filled()
        defer { Desk.remove(desk.folder) }
        let pruning = try Self.prune(desk, RetentionPolicy.Terms(articles: Self.term))
        #expect(pruning == Pruning(articles: 1, originals: 1, originalsBytes: 10))
        #expect(
            try desk.sqlite3("SELECT name FROM article_list l, delivery_list d WHERE d.id = l.delivery") == "young.html"
        )
        #expect(try desk.deliver("old", [.make(Copy.bridge)], name: "again.html").outcome == .stored)
    }

    @Test func pruning_ThatEndedBehindTheArticles_TakesTheirOriginalsTheNextTime() throws {
        let desk = try Self.filled()
        defer { Desk.remove(desk.folder) }
        let policy = RetentionPolicy(general: RetentionPolicy.Terms(articles: Self.term))
        var plan = try ArchiveReader.open(state: desk.folder).planPruning(policy, now: Self.now)
        plan.originals = []
        #expect(try desk.archive.prune(plan).articles == 1)
        let rest = try Self.prune(desk, RetentionPolicy.Terms(articles: Self.term))
        #expect(rest == Pruning(articles: 0, originals: 1, originalsBytes: 10))
        #expect(try Self.prune(desk, RetentionPolicy.Terms(articles: Self.term)).isEmpty)
    }

    @Test func prune_OfArticles_LeavesOneThatCameAgain() throws {
        let desk = try Self.filled()
        defer { Desk.remove(desk.folder) }
        try desk.deliver(
            "other bytes", [.make(Copy.bridge, url: Self.bridge)], name: "again.html", received: Self.young)
        #expect(try Self.prune(desk, RetentionPolicy.Terms(articles: Self.term)).isEmpty)
    }

    @Test func prune_OfArticles_LeavesTheOriginalOfOthers() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver(
            "box",
            [
                .make(Copy.bridge, member: "1"),
                .make(Copy.budget, headline: "Budget passes", url: Self.budget, member: "2"),
            ],
            received: Self.old)
        try desk.deliver(
            "single", [.make(Copy.budget, headline: "Budget passes", url: Self.budget)], received: Self.young)
        #expect(try Self.prune(desk, RetentionPolicy.Terms(articles: Self.term)) == Pruning(articles: 1))
    }

    @Test func prune_OfTheNewestVersion_DoesNotGiveItsNumberOutAgain() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("young", [.make(Copy.budget, headline: "Budget passes")], received: Self.young)
        try desk.deliver("old", [.make(Copy.bridge, url: Self.bridge)], received: Self.old)
        let followed = try ArchiveReader.open(state: desk.folder).lastCursor()
        #expect(try Self.prune(desk, RetentionPolicy.Terms(articles: Self.term)).articles == 1)
        try desk.archive.close()

        // Whoever had read the removed version goes on behind it, also when the desk was started again.
        let again = try Desk(folder: desk.folder)
        try again.deliver("next", [.make(Copy.bridgeUpdated, headline: "Bridge reopens")], received: Self.young)
        let next = try ArchiveReader.open(state: desk.folder).versions(after: followed, limit: 10)
        #expect(next.map(\.article.headline) == ["Bridge reopens"])
    }

    @Test func prune_OfOriginals_KeepsArticles_AndKnowsTheirBytes() throws {
        let desk = try Self.filled()
        defer { Desk.remove(desk.folder) }
        let pruning = try Self.prune(desk, RetentionPolicy.Terms(originals: Self.term))
        #expect(pruning == Pruning(originals: 2, originalsBytes: 20))
        #expect(try desk.archive.counters().articles == 2)
        #expect(try desk.archive.known(.of(Array("old".utf8)))?.storedBy == 1)
        #expect(try desk.archive.known(.of(Array("bad".utf8)))?.isKept == false)
    }

    @Test func prune_OfDeliveries_TakesRejectedOnes_WithTheirOriginals() throws {
        let desk = try Self.filled()
        defer { Desk.remove(desk.folder) }
        // A name that still stands needs its delivery.
        #expect(try Self.prune(desk, RetentionPolicy.Terms(deliveries: Self.term)).deliveries == 0)
        let names = try desk.archive.ledgerRows(inbox: "/inbox").map {
            LedgerName(inbox: "/inbox", path: $0.path, delivery: $0.delivery)
        }
        _ = try desk.archive.commit([], removedNames: names)
        let pruning = try Self.prune(desk, RetentionPolicy.Terms(deliveries: Self.term))
        #expect(pruning == Pruning(originals: 1, originalsBytes: 10, deliveries: 1))
        #expect(try desk.archive.counters().rejected == 0)
        #expect(try desk.archive.known(.of(Array("bad".utf8))) == nil)
        #expect(try desk.sqlite3("SELECT group_concat(name, ' ') FROM delivery_list") == "old.html young.html")
    }

    @Test func terms_OfACollection_ReachThoseInIt_AndLeaveTheRest() {
        let policy = RetentionPolicy(
            general: RetentionPolicy.Terms(originals: Self.term, articles: .never),
            collections: [
                "wire": RetentionPolicy.Terms(articles: Self.term),
                "wire/sport": RetentionPolicy.Terms(originals: .never),
            ])
        #expect(policy.terms(of: "wire/sport/golf") == RetentionPolicy.Terms(originals: .never, articles: Self.term))
        #expect(policy.terms(of: "wires") == RetentionPolicy.Terms(originals: Self.term, articles: .never))
        #expect(policy.terms(of: "") == RetentionPolicy.Terms(originals: Self.term, articles: .never))
        #expect(!policy.keepsEverything && RetentionPolicy().keepsEverything)
    }

    @Test func prune_OfOneCollection_LeavesTheOthers() throws {
        let desk = try Self.filled()
        defer { Desk.remove(desk.folder) }
        #expect(try Self.prune(desk, RetentionPolicy.Terms(articles: Self.term), of: "wire").isEmpty)
    }
}
