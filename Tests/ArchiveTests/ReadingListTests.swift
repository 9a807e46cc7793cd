import ArticleQuery
import Foundation
import NewsModel
import Testing

@testable import Archive

/// The articles of a tag, in an order that people change.
struct ReadingListTests {
    private static func filed(_ desk: Desk, _ count: Int) throws -> [ArticleID] {
        try (1...count).map { number in
            try #require(
                try desk.deliver(
                    "\(number)", [.make(Copy.bridge + " Number \(number).", guid: "urn:\(number)", outlet: "Courier")]
                ).articles.first?.id)
        }
    }

    private static func tag(_ desk: Desk, _ id: ArticleID, _ place: String? = nil, at: Int64 = 7) throws {
        try desk.archive.make(
            Correction(kind: .tag, article: id.description, field: place, value: "thesis", by: "ann", at: at))
    }

    private static func list(_ desk: Desk) throws -> [ArticleID] {
        try ArchiveReader.open(state: desk.folder).readingListPositions("thesis").map(\.article)
    }

    @Test func articlesStandAsTheyWereTagged_AndMovedOnesWhereTheyWerePut_AlsoAfterARebuildOfTheTable() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let ids = try Self.filed(desk, 4)
        for (place, id) in [ids[2], ids[0], ids[3], ids[1]].enumerated() {
            try Self.tag(desk, id, at: Int64(place) + 1)
        }
        #expect(try Self.list(desk) == [ids[2], ids[0], ids[3], ids[1]])
        // The last one to the head, and the one that was first between the other two.
        let reader = try ArchiveReader.open(state: desk.folder)
        let first = try reader.readingListPositions("thesis")
        try Self.tag(desk, ids[1], try #require(ReadingListPosition.between(nil, first[0].position)), at: 99)
        let between = try #require(ReadingListPosition.between(first[1].position, first[2].position))
        try Self.tag(desk, ids[2], between, at: 99)
        #expect(try Self.list(desk) == [ids[1], ids[0], ids[2], ids[3]])
        // Who gave the tag first, and when, stays.
        #expect(try reader.corrections(of: ids[1]).map(\.at) == [4])
        try desk.archive.make(
            Correction(kind: .note, article: ids[2].description, value: "read twice", by: "bo", at: 5))
        let page = try reader.readingList("thesis", skipping: 1, limit: 2)
        #expect(page.count == 4 && page.entries.map(\.article.id) == [ids[0], ids[2]])
        #expect(page.entries.map { $0.notes.compactMap(\.value) } == [[], ["read twice"]])
        #expect(try reader.readingList("other", skipping: 0, limit: 9).entries.isEmpty)
        // The file says it all: the table is made from it again.
        try desk.archive.close()
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: desk.database + end) }
        let again = try Desk(folder: desk.folder)
        #expect(try Self.filed(again, 4) == ids)
        #expect(try Self.list(again) == [ids[1], ids[0], ids[2], ids[3]])
    }

    @Test func aPlaceWithoutTheTag_OrThatIsNone_IsRefused() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let id = try #require(try Self.filed(desk, 1).first)
        #expect(throws: CorrectionRefusal.self) { try Self.tag(desk, id, "5") }
        try Self.tag(desk, id)
        for place in ["", "A", "é", "5 ", String(repeating: "5", count: ReadingListPosition.longest + 1)] {
            #expect(throws: CorrectionRefusal.self, "\(place)") { try Self.tag(desk, id, place) }
        }
        try desk.archive.make(
            Correction(kind: .tag, article: id.description, value: "thesis", isUndone: true, by: "ann", at: 8))
        #expect(try Self.list(desk).isEmpty)
    }

    @Test func betweenTwoPlacesThereIsAlwaysOne() throws {
        var list = (1...20).map { ReadingListPosition.natural(Int64($0), "7tep") }
        var numbers = SystemRandomNumberGenerator()
        for _ in 0..<2_000 {
            let from = Int.random(in: 0..<list.count, using: &numbers)
            list.remove(at: from)
            let target = Int.random(in: 0...list.count, using: &numbers)
            let place = try #require(
                ReadingListPosition.between(
                    target > 0 ? list[target - 1] : nil, target < list.count ? list[target] : nil))
            list.insert(place, at: target)
            #expect(list == list.sorted() && Set(list).count == list.count && ReadingListPosition.isValid(place))
        }
        // To the very same place again and again: words grow by a letter every few moves, until there is no room.
        var (head, moves) = (list[0], 0)
        while let next = ReadingListPosition.between(nil, head) {
            #expect(next < head)
            (head, moves) = (next, moves + 1)
        }
        #expect(moves > 500)
        #expect(ReadingListPosition.between("b", "a") == nil && ReadingListPosition.between("a", "a") == nil)
        #expect(ReadingListPosition.between("a", "a0") == nil)
        #expect(ReadingListPosition.natural(9_999, "zz") < ReadingListPosition.natural(10_000, "aa"))
    }

    @Test func whatADeliveryBroughtAgain_AndTheArticlesOfATag_AreFoundByAnIndex() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        func plan(_ query: String) throws -> String { try desk.sqlite3("EXPLAIN QUERY PLAN \(query)") }
        for table in ["versions", "sightings"] {
            let answer = try plan(ReadSession.articlesOfDelivery(in: table))
            #expect(answer.contains("INDEX \(table)_delivery (delivery=?") && !answer.contains("SCAN"), "\(answer)")
        }
        let answer = try plan(ReadSession.taggedArticles)
        #expect(answer.contains("INDEX corrections_tag (value=?") && !answer.contains("SCAN"), "\(answer)")
    }
}
