import ArticleQuery
import Foundation
import NewsModel
import Testing

@testable import Archive

/// People, organisations, places and quotations in the database.
struct NameStorageTests {
    private static let rows = [
        "entities": "SELECT count(*) FROM entities", "aliases": "SELECT count(*) FROM entity_aliases",
        "mentions": "SELECT count(*) FROM mentions", "quotations": "SELECT count(*) FROM quotations",
    ]

    private static func found(_ query: String, _ desk: Desk) throws -> [ArticleID] {
        try ArchiveReader.open(state: desk.folder).search(SearchRequest(query: query)).page.items.map(\.article.id)
    }

    @Test(arguments: [
        [], [CodePointRange(start: 0, end: 0)],
        [
            CodePointRange(start: 3, end: 9), CodePointRange(start: 9, end: 300),
            CodePointRange(start: 40_000, end: 90_000),
        ],
        [CodePointRange(start: 50, end: 60), CodePointRange(start: 2, end: 4)],
    ])
    func packedRanges_ComeBackEqual(_ ranges: [CodePointRange]) {
        #expect(PackedRanges.unpack(PackedRanges.pack(ranges)) == ranges)
    }

    @Test(
        arguments: [
            [0xFF], [2, 0x80], [1, 1],
            [
                0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
                0x7F,
            ],
        ] as [[UInt8]])
    func damagedRanges_GiveNoImpossibleOnes(_ bytes: [UInt8]) {
        #expect(PackedRanges.unpack(bytes).allSatisfy { $0.start >= 0 && $0.end >= $0.start })
    }

    @Test func namesAndQuotations_ComeBackAsTheyWere() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let article = Named.harbour()
        let id = try #require(try desk.deliver("1", [article]).articles.first?.id)
        guard case .found(let record) = try ArchiveReader.open(state: desk.folder).article(id.description) else {
            Issue.record("the article is missing")
            return
        }
        #expect(record.current?.article.entities == article.entities)
        #expect(record.current?.article.quotations == article.quotations)
        #expect(
            try desk.sqlite3("SELECT speaker, title, quotation FROM quotation_list")
                == "Clara Hoff|head of the Harbour Office|The new bridge will carry the trams from May on,")
        #expect(try desk.sqlite3("SELECT name FROM entity_aliases") == "Hoff")
    }

    @Test func quotationInParts_WithoutSpeaker_ComesBackAsItWas() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        var article = Article.make("\"One half,\" the statement read, \"and the other.\"")
        article.quotations = [
            Quotation(
                kind: .mixed, content: [CodePointRange(start: 1, end: 10), CodePointRange(start: 33, end: 47)],
                confidence: 0.45)
        ]
        let id = try #require(try desk.deliver("1", [article]).articles.first?.id)
        guard case .found(let record) = try ArchiveReader.open(state: desk.folder).article(id.description) else {
            Issue.record("the article is missing")
            return
        }
        #expect(record.current?.article.quotations == article.quotations)
    }

    @Test func sameFullName_IsOneEntity_WhateverItsCaseAndAccents() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("1", [Named.harbour(guid: "urn:1")])
        let text = Named.harbourText.replacingOccurrences(of: "Clara Hoff", with: "CLÁRA HOFF")
        try desk.deliver("2", [Named.harbour(text, guid: "urn:2", speaker: "CLÁRA HOFF")])
        #expect(try desk.sqlite3("SELECT count(*) FROM entities WHERE kind = 0") == "1")
        #expect(
            try desk.sqlite3("SELECT group_concat(name, ',') FROM mention_list WHERE kind = 'person'")
                == "Clara Hoff,CLÁRA HOFF")
    }

    @Test func fields_FindPeopleOrganisationsAndSpeakers_ButNotWhatIsUncertain() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let id = try #require(try desk.deliver("1", [Named.harbour()]).articles.first?.id)
        for query in ["person:\"Clara Hoff\"", "person:hoff", "org:\"transport board\"", "speaker:clara"] {
            #expect(try Self.found(query, desk) == [id], "\(query)")
        }
        for query in ["place:grauhafen", "person:transport", "org:hoff", "speaker:board", "person:\"hoff clara\""] {
            #expect(try Self.found(query, desk) == [], "\(query)")
        }
    }

    @Test func laterVersion_IsFoundByItsOwnNames() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("1", [Named.harbour(guid: "urn:1")])
        let text = Named.harbourText.replacingOccurrences(of: "Hoff", with: "Lind")
        try desk.deliver("2", [Named.harbour(text, guid: "urn:1", published: "2024-05-04", speaker: "Clara Lind")])
        #expect(try Self.found("person:hoff", desk).isEmpty)
        #expect(try Self.found("person:lind", desk).count == 1)
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
    }

    @Test func erasedArticle_LeavesNoNameThatNothingElseMentions() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let first = try #require(try desk.deliver("1", [Named.harbour(guid: "urn:1")]).articles.first?.id)
        let text = "Clara Hoff opened the market.\nMore people than ever came to see it."
        var other = Article.make(text, headline: "Market opens", guid: "urn:2")
        other.entities = [Named.entity(.person, "Clara Hoff", in: other.body)]
        try desk.deliver("2", [other])
        _ = try desk.archive.erase(first, leavesNeighbours: false) { _ in [] }
        #expect(try desk.sqlite3("SELECT group_concat(name) FROM entities") == "Clara Hoff")
        #expect(try desk.sqlite3("SELECT count(*) FROM entity_aliases") == "0")
        #expect(try desk.sqlite3("SELECT count(*) FROM quotations") == "0")
        let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.database))
        for word in ["Transport Board", "transport", "Grauhafen", "Harbour Office"] {
            #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)")
        }
        #expect(try Self.found("person:hoff", desk).count == 1)
    }

    @Test func readAgain_ReplacesNames_AndKeepsNumbersOfThoseThatStay() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let delivery = try desk.deliver("1", [Named.harbour()]).delivery
        let number = try desk.sqlite3("SELECT id FROM entities WHERE name = 'Clara Hoff'")
        var anew = Named.harbour()
        anew.entities.removeLast(2)
        anew.quotations = []
        let result = try desk.archive.replace(articlesOf: delivery, with: [PreparedArticle(anew)], readerVersion: 2)
        #expect(result.changed == 1)
        #expect(try desk.sqlite3("SELECT id, name FROM entities") == "\(number)|Clara Hoff")
        #expect(try desk.sqlite3("SELECT uses FROM entity_aliases") == "1")
        #expect(try Self.found("org:transport", desk).isEmpty)
        #expect(try Self.found("person:hoff", desk).count == 1)
        let again = try desk.archive.replace(articlesOf: delivery, with: [PreparedArticle(anew)], readerVersion: 2)
        #expect(again.unchanged == 1)
    }

    @Test func databaseOfVersion2_IsMigrated_AndItsArticlesAreFound() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let state = StateFolder(folder)
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let queue = try Connection.writer(path: state.database)
        try Schema.migrate(queue, state: state, by: Array(Schema.migrations.prefix(2)))
        try queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO inboxes VALUES (1, '/inbox'); INSERT INTO collections VALUES (1, '');
                    INSERT INTO settings VALUES ('index_version', '\(IndexFolding.version)');
                    INSERT INTO ledger VALUES (1, CAST('a' AS BLOB), 1, 2, 3, 4, 5, 1);
                    INSERT INTO deliveries(id, received, inbox, path, collection, size, outcome, reader_version)
                        VALUES (1, 5, 1, CAST('a' AS BLOB), 1, 3, 'stored', 1);
                    INSERT INTO articles(id, article, current, sorted, delivery, collection) VALUES (1, '2kq1v9n3r7ab', 1, 5, 1, 1);
                    INSERT INTO versions(id, article, number, delivery, text_hash, format, headline, headline_derived, paywalled,
                            summary, word_count, confidence, reader_version, paragraphs, body)
                        VALUES (1, 1, 1, 1, 9, 'html', 'Old headline', 0, 0, 0, 3, 0.9, 1, '[13]', 'Older tidings');
                    INSERT INTO article_index(rowid, headline, body, outlet, author) VALUES (1, 'old headline', 'older tidings', '', '');
                    """)
        }
        try queue.close()
        let desk = try Desk(folder: folder)
        #expect(try desk.sqlite3("PRAGMA user_version") == "\(Schema.currentVersion)")
        #expect(try Self.found("tidings", desk).count == 1)
        #expect(try Archive.checkIndex(state: folder) == nil)
        #expect(FileManager.default.fileExists(atPath: state.databaseCopy(before: Schema.currentVersion)))
    }

    @Test func namesOfAnArticle_StayWholeInTheDatabase() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("1", [Named.harbour()])
        #expect(try desk.sqlite3("PRAGMA foreign_key_check").isEmpty)
        for (name, query) in Self.rows { #expect(try desk.sqlite3(query) != "0", "\(name)") }
    }
}
