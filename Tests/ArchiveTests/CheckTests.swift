import ArticleQuery
import Foundation
import LinuxSystem
import NewsModel
import Testing

@testable import Archive

/// What a check of an archive finds.
struct CheckTests {
    @Test func wholeArchive_HasNoFindings() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("1", [.make(Copy.bridge)])
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(try reader.quickCheck().isEmpty)
        let gaps = try reader.indexGaps()
        #expect(gaps.missing == 0 && gaps.stray == 0)
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
        // The desk goes on beside it.
        try desk.deliver("2", [.make(Copy.budget)])
        #expect(try reader.search(SearchRequest(query: "budget")).page.items.count == 1)
    }

    @Test func damagedIndex_IsFound() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("1", [.make(Copy.bridge)])
        try desk.deliver("2", [.make(Copy.budget)])
        try desk.archive.close()
        // Numbers above 10 are the pages of words; 1 and 10 are totals and structure (fts5_index.c).
        _ = try Desk.sqlite3(
            desk.database, "DELETE FROM article_index_data WHERE id > 10", readOnly: false)
        #expect(try Archive.checkIndex(state: desk.folder) != nil)
    }

    @Test func articlesWithoutEntry_AndEntriesWithoutArticle_AreCounted() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("1", [.make(Copy.bridge)])
        try desk.archive.close()
        _ = try Desk.sqlite3(
            desk.database,
            """
            INSERT INTO article_index(rowid, headline, body, outlet, author)
                VALUES (70, 'x', '', '', ''), (71, 'x', '', '', '');
            INSERT INTO articles(id, article, current, sorted, delivery, collection)
                SELECT 9, 'aaaaaaaaaaaa', 1, 0, 1, collection FROM articles;
            """, readOnly: false)
        let gaps = try ArchiveReader.open(state: desk.folder).indexGaps()
        #expect(gaps.missing == 1 && gaps.stray == 2)
    }

    @Test func originals_AreComparedWithTheirHashes() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let contents = ["one", "two", "three"]
        for content in contents {
            let file = desk.folder + "/" + content
            try content.write(toFile: file, atomically: true, encoding: .utf8)
            let descriptor = try Descriptor.open(path: file, flags: O_RDONLY)
            let facts = desk.facts(content)
            _ = try desk.archive.originals.write(
                from: descriptor, size: Int64(content.utf8.count), sha256: .of(Array(content.utf8)),
                facts: OriginalFacts(received: 1, inbox: "/inbox", path: FileName(content), collection: ""))
            _ = try desk.archive.commit([
                DeliveryPortion(facts: facts, articles: [PreparedArticle(.make(content))], end: .read)
            ])
        }
        let reader = try ArchiveReader.open(state: desk.folder)
        func check() throws -> (count: Int, damaged: [SHA256Digest]) {
            var damaged: [SHA256Digest] = []
            var last = 0
            let count = try reader.checkOriginals {
                last = $0
            } damaged: {
                damaged.append($0.sha256)
            }
            #expect(last == count)
            return (count, damaged)
        }
        #expect(try check() == (3, []))
        let path = { (content: String) in desk.archive.originals.path(of: .of(Array(content.utf8))) }
        try FileManager.default.removeItem(atPath: path("one"))
        try FileManager.default.removeItem(atPath: path("two"))
        try FileManager.default.copyItem(atPath: path("three"), toPath: path("two"))
        #expect(try check() == (3, [.of(Array("one".utf8)), .of(Array("two".utf8))]))
    }
}
