import NewsModel
import Testing

@testable import Archive

/// What the same file, the same bytes and the same article make.
struct OnceTests {
    @Test func newFile_IsStored_WithArticleAndCounters() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let first = try desk.deliver("<p>bridge</p>", [.make(Copy.bridge)])
        #expect(first.outcome == .stored)
        #expect(first.articles.map(\.version) == [1])
        let counters = try desk.archive.counters()
        #expect(counters.stored == 1 && counters.articles == 1 && counters.versions == 1)
        #expect(counters.originals == 1 && counters.originalsBytes == 10)
    }

    @Test func otherFileWithSameBytes_IsDuplicate_AndNamesTheStoredDelivery() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let first = try desk.deliver("<p>bridge</p>", [.make(Copy.bridge)])
        let second = try desk.deliver("<p>bridge</p>", [.make(Copy.bridge)], name: "copy.html")
        let third = try desk.deliver("<p>bridge</p>", [], name: "again.html", end: .sameBytes)
        for copy in [second, third] {
            #expect(copy.outcome == .duplicate)
            #expect(copy.duplicateOf == first.delivery)
            #expect(copy.articleCount == 1)
        }
        let counters = try desk.archive.counters()
        #expect(counters.stored == 1 && counters.duplicate == 2 && counters.articles == 1)
    }

    @Test func sameBytesTwiceInOneBatch_AreStoredOnce() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let portions = ["a.html", "b.html"].map { name in
            DeliveryPortion(
                facts: desk.facts("<p>bridge</p>", name: name), articles: [PreparedArticle(.make(Copy.bridge))],
                end: .read)
        }
        let committed = try desk.archive.commit(portions)
        #expect(committed.map(\.outcome) == [.stored, .duplicate])
        #expect(try desk.archive.counters().articles == 1)
    }

    @Test func sameContainerStreamedTwiceAtOnce_FilesEachMemberOnce() throws {
        // first:  | m1    |        | m2 end |
        // second: |       | m1     |        | m2 end |
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let members = ["#1", "#2"].map { PreparedArticle(.make(Copy.bridge + $0, member: $0)) }
        let first = desk.facts("two members", name: "a.mbox")
        let second = desk.facts("two members", name: "b.mbox")
        _ = try desk.archive.commit([DeliveryPortion(facts: first, articles: [members[0]], end: nil)])
        _ = try desk.archive.commit([DeliveryPortion(facts: second, articles: [members[0]], end: nil)])
        let stored = try desk.archive.commit([DeliveryPortion(facts: first, articles: [members[1]], end: .read)])
        let copy = try desk.archive.commit([DeliveryPortion(facts: second, articles: [members[1]], end: .read)])
        #expect(stored.map(\.outcome) == [.stored])
        #expect(copy.map(\.outcome) == [.duplicate])
        #expect(try desk.archive.counters().articles == 2)
    }

    @Test func rejectedBytes_AreReadAgain_WhenDroppedAgain() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let rejection = Rejection(stage: .reading, code: .noText, message: "no text")
        let first = try desk.deliver("odd", [], end: .rejected(rejection))
        #expect(first.outcome == .rejected && first.rejection == rejection)
        #expect(try desk.archive.known(.of(Array("odd".utf8)))?.storedBy == nil)
        let second = try desk.deliver("odd", [.make(Copy.bridge)])
        #expect(second.outcome == .stored)
        let counters = try desk.archive.counters()
        #expect(counters.rejected == 1 && counters.stored == 1)
    }

    @Test func otherBytesWithOnlyKnownArticles_AreDuplicate() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("page", [.make(Copy.bridge, guid: "urn:1")])
        let feed = try desk.deliver("feed", [.make(Copy.bridge, guid: "urn:1")], name: "feed.xml")
        #expect(feed.outcome == .duplicate && feed.duplicateOf == nil && feed.articles.isEmpty)
        let mixed = try desk.deliver(
            "feed 2", [.make(Copy.bridge, guid: "urn:1"), .make(Copy.budget, guid: "urn:2")], name: "feed.xml")
        #expect(mixed.outcome == .stored && mixed.articles.count == 1 && mixed.articleCount == 2)
    }

    @Test func articlesWithoutKey_AreAlwaysNew_UnlessTheBytesAreTheSame() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("a", [.make(Copy.bridge)])
        let second = try desk.deliver("b", [.make(Copy.bridge, url: "https://news.example/")])
        #expect(second.outcome == .stored)
        #expect(try desk.archive.counters().articles == 2)
    }

    @Test func memberErrors_MakePartial_OrReject_ByWhetherAnyArticleIsGood() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let error = MemberError(path: "m#2", code: .undecodable, message: "no character set")
        let partial = try desk.deliver("p", [.make(Copy.bridge, member: "m#1")], memberErrors: [error])
        #expect(partial.outcome == .stored && partial.isPartial)
        let none = try desk.deliver("n", [], memberErrors: [error])
        #expect(none.outcome == .rejected && none.rejection?.code == .undecodable)
        let broken = try desk.deliver(
            "b", [.make(Copy.budget, member: "b#1")],
            end: .rejected(Rejection(stage: .reading, code: .readerCrashed, message: "crashed")))
        #expect(broken.outcome == .stored && broken.isPartial && broken.rejection?.code == .readerCrashed)
        #expect(try desk.sqlite3("SELECT count(*) FROM member_errors") == "2")
    }

    @Test func retryOfAPartialDelivery_FilesWhatWasMissing_AndOnlyThat() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let crash = Rejection(stage: .reading, code: .readerCrashed, message: "crashed")
        let members = [Article.make(Copy.bridge, member: "#1"), .make(Copy.budget, member: "#2")]
        let first = try desk.deliver("two", Array(members[..<1]), end: .rejected(crash))
        let second = try desk.deliver("two", members, retryOf: first.delivery)
        #expect(second.outcome == .stored && second.articles.count == 1 && second.articleCount == 2)
        let third = try desk.deliver("two", members, retryOf: second.delivery)
        #expect(third.outcome == .duplicate && third.articleCount == 2)
        #expect(try desk.archive.counters().articles == 2)
    }

    @Test func retry_ReplacesTheRejection_InTheCounter() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let rejection = Rejection(stage: .reading, code: .readerTimeout, message: "too slow")
        let first = try desk.deliver("slow", [], end: .rejected(rejection))
        let second = try desk.deliver("slow", [], retryOf: first.delivery, end: .rejected(rejection))
        #expect(try desk.archive.counters().rejected == 1)
        let third = try desk.deliver("slow", [.make(Copy.bridge)], retryOf: second.delivery)
        #expect(third.outcome == .stored)
        #expect(try desk.archive.counters().rejected == 0)
        #expect(
            try desk.sqlite3("SELECT group_concat(id || ':' || replaced) FROM deliveries WHERE outcome = 'rejected'")
                == "1:1,2:1")
    }
}
