import NewsModel
import Testing

@testable import Archive

/// Names whose deliveries are durable, and files that took the daemon down.
struct LedgerTests {
    @Test func deliveredName_IsKnown_UntilItIsRemoved_AlsoAfterARestart() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let path = FileName(bytes: [0x66, 0xFF, 0x0A, 0x27])
        var facts: DeliveryFacts?
        do {
            let desk = try Desk(folder: folder)
            var made = desk.facts("one", inode: 7)
            made.path = path
            _ = try desk.archive.commit([
                DeliveryPortion(facts: made, articles: [PreparedArticle(.make(Copy.bridge))], end: .read)
            ])
            facts = made
        }
        let desk = try Desk(folder: folder)
        let identity = try #require(facts?.identity)
        #expect(try desk.archive.isKnown(inbox: "/inbox", path: path, identity: identity) == 1)
        #expect(try desk.archive.isKnown(inbox: "/other", path: path, identity: identity) == nil)
        #expect(try desk.archive.isKnown(inbox: "/inbox", path: path, identity: .make(inode: 8, size: 3)) == nil)
        let row = LedgerRow(path: path, identity: identity, delivery: 1, digest: facts?.sha256)
        #expect(row.digest != nil)
        #expect(try desk.archive.ledgerRows(inbox: "/inbox") == [row])
        _ = try desk.archive.commit([], removedNames: [LedgerName(inbox: "/inbox", path: path, delivery: 1)])
        #expect(try desk.archive.isKnown(inbox: "/inbox", path: path, identity: identity) == nil)
        #expect(try desk.archive.ledgerRows(inbox: "/inbox").isEmpty)
        #expect(try desk.sqlite3("SELECT name FROM delivery_list") == "f\\xFF\\x0A'")
    }

    @Test func sameFileMetAgain_IsTheSameDelivery_AndWritesNothing() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let articles = (1...2).map { PreparedArticle(.make(Copy.bridge + "\($0)", member: "#\($0)")) }
        func portions() -> [DeliveryPortion] {
            let facts = desk.facts("one", inode: 7)
            return [
                DeliveryPortion(facts: facts, articles: Array(articles[..<1]), end: nil),
                DeliveryPortion(facts: facts, articles: Array(articles[1...]), end: .read),
            ]
        }
        let first = try desk.archive.commit(portions())
        let before = try desk.archive.counters()
        let again = try desk.archive.commit(portions())
        #expect(first.map(\.isRepeated) == [false] && again.map(\.isRepeated) == [true])
        #expect(again.map(\.delivery) == first.map(\.delivery))
        #expect(again.map(\.outcome) == [.stored] && again.map(\.articleCount) == [2])
        #expect(again.flatMap(\.articles).isEmpty)
        #expect(try desk.archive.counters() == before)
        #expect(try desk.sqlite3("SELECT count(*) FROM deliveries") == "1")
        // Both in one batch.
        let facts = ["a", "b"].map { _ in desk.facts("two", name: "two.html", inode: 8) }
        let both = try desk.archive.commit(
            facts.map { DeliveryPortion(facts: $0, articles: [PreparedArticle(.make(Copy.budget))], end: .read) })
        #expect(both.map(\.isRepeated) == [false, true])
        #expect(Set(both.map(\.delivery)).count == 1)
    }

    @Test func removalOfAnOldFile_KeepsTheEntryOfANewOneUnderItsName() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let first = try desk.deliver("old", [.make(Copy.bridge)])
        let facts = desk.facts("new", inode: 99)
        _ = try desk.archive.commit([
            DeliveryPortion(facts: facts, articles: [PreparedArticle(.make(Copy.budget))], end: .read)
        ])
        _ = try desk.archive.commit(
            [], removedNames: [LedgerName(inbox: first.inbox, path: first.path, delivery: first.delivery)])
        let identity = try #require(facts.identity)
        #expect(try desk.archive.isKnown(inbox: "/inbox", path: facts.path, identity: identity) == 2)
    }

    @Test func strikes_CountPerFile_AndEndWithItsOutcome() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let facts = desk.facts("bad", inode: 7)
        let file = AttemptedFile(inbox: facts.inbox, path: facts.path, identity: .make(inode: 7, size: 3))
        let changed = AttemptedFile(inbox: facts.inbox, path: facts.path, identity: .make(inode: 7, size: 4))
        #expect(try desk.archive.attemptedFiles().isEmpty)
        try desk.archive.setStrikes([file: 2], now: 1)
        #expect(try desk.archive.attemptedFiles() == [file: 2])
        // One file a name: what stands there now takes the place of what stood there.
        try desk.archive.setStrikes([changed: 1], now: 3)
        #expect(try desk.archive.attemptedFiles() == [changed: 1])
        _ = try desk.archive.commit([
            DeliveryPortion(
                facts: facts, end: .rejected(Rejection(stage: .reading, code: .poison, message: "took it down twice")))
        ])
        #expect(try desk.sqlite3("SELECT count(*) FROM attempts") == "0")
    }
}
