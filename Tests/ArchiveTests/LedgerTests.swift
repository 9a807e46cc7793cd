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
        let rows = try desk.archive.ledgerRows(inbox: "/inbox")
        let row = try #require(rows.first)
        #expect(rows.count == 1)
        #expect(row.path == path && row.identity == identity && row.delivery == 1)
        #expect(row.digest == facts?.sha256 && row.digest != nil && row.received == facts?.received)
        #expect(try desk.archive.ledgerRow(inbox: "/inbox", path: path, identity: identity) == row)
        #expect(try desk.archive.ledgerRow(inbox: "/inbox", aside: row.aside) == row)
        #expect(try desk.archive.ledgerRow(inbox: "/inbox", aside: row.aside &+ 1) == nil)
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

    /// The name under which a file is taken aside is durable with its delivery, the same for a file that is met again.
    @Test func nameAside_IsChosenWithTheDelivery_AndKept() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        func deliver(_ bytes: String, name: String, inode: UInt64) throws -> CommittedDelivery {
            let facts = desk.facts(bytes, name: name, inode: inode)
            return try desk.archive.commit([
                DeliveryPortion(facts: facts, articles: [PreparedArticle(.make(Copy.bridge + bytes))], end: .read)
            ])[0]
        }
        let first = try deliver("one", name: "a.txt", inode: 7)
        let other = try deliver("two", name: "b.txt", inode: 8)
        let again = try deliver("one", name: "a.txt", inode: 7)
        #expect(first.aside != nil && first.aside != other.aside)
        #expect(again.isRepeated && again.aside == first.aside)
        #expect(try desk.archive.ledgerRows(inbox: "/inbox").map(\.aside) == [first.aside, other.aside])
    }

    /// A move back under its name changes a file's time of change and makes it no other file.
    @Test func fileThatWasMovedBack_IsTheSameDelivery_UnlessItWasChanged() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let facts = desk.facts("one", inode: 7)
        let portion = DeliveryPortion(facts: facts, articles: [PreparedArticle(.make(Copy.bridge))], end: .read)
        let delivery = try desk.archive.commit([portion])[0]
        let name = LedgerName(inbox: facts.inbox, path: facts.path, delivery: delivery.delivery)
        var moved = try #require(facts.identity)
        moved.changedNanoseconds += 5
        var changed = moved
        changed.size += 1
        try desk.archive.note(movedBack: [(name, changed)])
        #expect(try desk.archive.isKnown(inbox: facts.inbox, path: facts.path, identity: changed) == nil)
        try desk.archive.note(movedBack: [(name, moved)])
        #expect(try desk.archive.isKnown(inbox: facts.inbox, path: facts.path, identity: moved) == delivery.delivery)
        #expect(try desk.archive.isKnown(inbox: facts.inbox, path: facts.path, identity: facts.identity!) == nil)
        var again = facts
        again.identity = moved
        #expect(
            try desk.archive.commit([DeliveryPortion(facts: again, end: .sameBytes)]).map(\.isRepeated) == [true])
    }

    /// Two files of one name, one of them aside: each is a delivery of that name, and each has its own row.
    @Test func fileAside_IsADeliveryOfTheNameItWasDroppedAs_UntilItIsRemoved() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let aside = FileName(".wiredesk-0123456789abcdef")
        let standing = StandingAside(path: aside, droppedAs: FileName("a.html"))
        do {
            let desk = try Desk(folder: folder)
            try desk.archive.note(aside: standing, inbox: "/inbox")
        }
        let desk = try Desk(folder: folder)
        #expect(try desk.archive.filesAside(inbox: "/inbox") == [standing])
        var facts = desk.facts("aside", name: "a.html", inode: 7)
        facts.standsAt = aside
        let standingFacts = desk.facts("new", name: "a.html", inode: 8)
        let filed = try desk.archive.commit(
            [facts, standingFacts].map {
                DeliveryPortion(facts: $0, articles: [PreparedArticle(.make(Copy.bridge + "\($0.size)"))], end: .read)
            })
        #expect(try desk.sqlite3("SELECT name FROM delivery_list ORDER BY id") == "a.html\na.html")
        #expect(Set(try desk.archive.ledgerRows(inbox: "/inbox").map(\.path)) == [aside, FileName("a.html")])
        let identity = try #require(facts.identity)
        #expect(try desk.archive.isKnown(inbox: "/inbox", path: aside, identity: identity) == filed[0].delivery)
        // It is still a reason to keep its delivery.
        _ = try desk.archive.commit(
            [], removedNames: [LedgerName(inbox: "/inbox", path: aside, delivery: filed[0].delivery)])
        #expect(try desk.archive.filesAside(inbox: "/inbox").isEmpty)
        #expect(try desk.archive.ledgerRows(inbox: "/inbox").map(\.path) == [FileName("a.html")])
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
