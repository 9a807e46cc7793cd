import ArticleQuery
import Foundation
import GRDB
import NewsModel
import Testing

@testable import Archive

/// What the next run finds of deliveries that an ended run left.
struct CrashTests {
    @Test func unfinishedDelivery_GoesOnWithItsRow_AndDoublesNothing() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let members = (1...3).map { PreparedArticle(.make(Copy.bridge + "\($0)", member: "#\($0)")) }
        let error = MemberError(path: "#9", code: .malformed, message: "broken")
        var first: CommittedDelivery?
        do {
            let desk = try Desk(folder: folder)
            let portion = DeliveryPortion(
                facts: desk.facts("three members", inode: 7, ticket: 1), articles: Array(members[..<2]),
                memberErrors: [error], end: nil)
            first = try desk.archive.commit([portion]).first
            #expect(first?.outcome == nil)
            #expect(
                try desk.archive.isKnown(
                    inbox: "/inbox", path: FileName("story.html"), identity: .make(inode: 7, size: 13)) == nil)
        }
        let desk = try Desk(folder: folder)
        let whole = DeliveryPortion(
            facts: desk.facts("three members", inode: 7, ticket: 9), articles: members, memberErrors: [error],
            end: .read)
        let second = try desk.archive.commit([whole]).first
        #expect(second?.delivery == first?.delivery)
        #expect(second?.outcome == .stored && second?.articleCount == 3 && second?.articles.count == 1)
        #expect(try desk.sqlite3("SELECT articles, new_articles, partial FROM deliveries") == "3|3|1")
        #expect(try desk.sqlite3("SELECT count(*) FROM member_errors") == "1")
        #expect(try desk.sqlite3("SELECT count(*) FROM sightings") == "0")
        let counters = try desk.archive.counters()
        #expect(counters.articles == 3 && counters.versions == 3 && counters.stored == 1)
    }

    @Test func allOfAnUnfinishedDeliveryKnown_IsStillStored() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let article = PreparedArticle(.make(Copy.bridge, guid: "urn:1"))
        do {
            let desk = try Desk(folder: folder)
            _ = try desk.archive.commit([
                DeliveryPortion(facts: desk.facts("one", inode: 7), articles: [article], end: nil)
            ])
        }
        let desk = try Desk(folder: folder)
        let again = try desk.archive.commit([
            DeliveryPortion(facts: desk.facts("one", inode: 7), articles: [article], end: .read)
        ])
        #expect(again.map(\.outcome) == [.stored])
    }

    @Test func anotherFileUnderTheName_DoesNotTakeUpTheUnfinishedDelivery() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        do {
            let desk = try Desk(folder: folder)
            _ = try desk.archive.commit([
                DeliveryPortion(
                    facts: desk.facts("old", inode: 7), articles: [PreparedArticle(.make(Copy.bridge))], end: nil)
            ])
        }
        let desk = try Desk(folder: folder)
        let other = try desk.archive.commit([
            DeliveryPortion(
                facts: desk.facts("new", inode: 8), articles: [PreparedArticle(.make(Copy.budget))], end: .read)
        ])
        #expect(other.map(\.delivery) == [2])
    }

    @Test func unfinishedDeliveryWithoutItsFile_IsEnded_ByWhatItStored() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        do {
            let desk = try Desk(folder: folder)
            _ = try desk.archive.commit([
                DeliveryPortion(
                    facts: desk.facts("some", name: "some.mbox"),
                    articles: [PreparedArticle(.make(Copy.bridge, member: "#1"))], end: nil),
                DeliveryPortion(facts: desk.facts("none", name: "none.mbox"), end: nil),
            ])
            #expect(try desk.archive.unfinishedDeliveries().isEmpty)
        }
        let desk = try Desk(folder: folder)
        #expect(try desk.archive.unfinishedDeliveries().map(\.path.display) == ["some.mbox", "none.mbox"])
        let gone = Rejection(stage: .intake, code: .truncated, message: "the file went away while it was read")
        try desk.archive.abandon([1, 2], because: gone)
        #expect(try desk.archive.unfinishedDeliveries().isEmpty)
        #expect(
            try desk.sqlite3("SELECT outcome, partial, code FROM deliveries")
                == "stored|1|truncated\nrejected|0|truncated")
        let counters = try desk.archive.counters()
        #expect(counters.stored == 1 && counters.rejected == 1)
        #expect(try desk.deliver("some", [.make(Copy.budget, member: "#2")]).outcome == .stored)
    }

    @Test func failedTransaction_LeavesNothing_AndTheNextWorks() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let good = DeliveryPortion(
            facts: desk.facts("good"), articles: [PreparedArticle(.make(Copy.bridge, outlet: "The Courier"))],
            end: .read)
        let bad = DeliveryPortion(facts: desk.facts("bad"), end: .sameBytes)
        #expect(throws: ArchiveError.self) { try desk.archive.commit([good, bad]) }
        #expect(try desk.sqlite3("SELECT count(*) FROM deliveries") == "0")
        #expect(try desk.archive.counters() == Counters())
        let committed = try desk.archive.commit([good])
        #expect(committed.map(\.delivery) == [1])
        #expect(try desk.sqlite3("SELECT outlet FROM article_list") == "The Courier")
    }

    @Test func fullDisk_IsTransient_AndTheSameCommitWorksWhenThereIsRoom() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("first", [.make(Copy.budget)])
        let articles = (0..<200).map { PreparedArticle(.make(Copy.bridge + "\($0)", member: "#\($0)")) }
        let portion = DeliveryPortion(facts: desk.facts("many"), articles: articles, end: .read)
        func limitPages(_ count: Int) throws {
            // SQLite answers a database that may not grow as it does a disk that is full.
            try desk.archive.write("limit the database") { stores in
                try stores.session.database.execute(sql: "PRAGMA max_page_count = \(count)")
            }
        }
        try limitPages(60)
        let failure = #expect(throws: ArchiveError.self) { try desk.archive.commit([portion]) }
        #expect(failure?.kind == .diskFull && failure?.isTransient == true)
        #expect(try desk.archive.counters().articles == 1)
        try limitPages(1_000_000)
        #expect(try desk.archive.commit([portion]).first?.articles.count == 200)
        #expect(try desk.sqlite3("PRAGMA integrity_check") == "ok")
        #expect(try desk.archive.counters().articles == 201)
    }

    @Test func lockedDatabase_IsBusyAndTransient_AndTheSameCommitWorksAfterwards() throws {
        let desk = try Desk(lockPatience: 0.01)
        defer { Desk.remove(desk.folder) }
        let portion = DeliveryPortion(
            facts: desk.facts("good"), articles: [PreparedArticle(.make(Copy.bridge))], end: .read)
        let other = Process()
        other.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        other.arguments = ["-batch", desk.database]
        let (input, output) = (Pipe(), Pipe())
        other.standardInput = input
        other.standardOutput = output
        try other.run()
        input.fileHandleForWriting.write(Data("BEGIN EXCLUSIVE;\nSELECT 'locked';\n".utf8))
        _ = output.fileHandleForReading.availableData
        let failure = #expect(throws: ArchiveError.self) { try desk.archive.commit([portion]) }
        #expect(failure?.kind == .busy && failure?.isTransient == true)
        input.fileHandleForWriting.write(Data("ROLLBACK;\n".utf8))
        try input.fileHandleForWriting.close()
        other.waitUntilExit()
        #expect(try desk.archive.commit([portion]).map(\.outcome) == [.stored])
    }
}
