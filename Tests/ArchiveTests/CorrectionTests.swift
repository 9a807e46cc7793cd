import ArticleQuery
import Foundation
import NewsModel
import Testing

@testable import Archive

/// What people correct, tag and note.
struct CorrectionTests {
    private static func filed(_ desk: Desk) throws -> ArticleID {
        try #require(
            try desk.deliver("1", [.make(Copy.bridge, guid: "urn:1", published: "2024-05-03", outlet: "Courier")])
                .articles.first?.id)
    }

    private static func correct(
        _ desk: Desk, _ id: ArticleID, _ field: CorrectableField, _ value: String?, isUndone: Bool = false
    ) throws {
        try desk.archive.make(
            Correction(
                kind: .field, article: id.description, field: field.rawValue, value: value, isUndone: isUndone,
                by: "ann", at: 7))
    }

    private static func found(_ query: String, _ folder: String) throws -> [String?] {
        try ArchiveReader.open(state: folder).search(SearchRequest(query: query)).page.items.map(\.article.headline)
    }

    @Test func correctedField_WinsInShowListAndSearch_UntilItIsTakenBack() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let id = try Self.filed(desk)
        try Self.correct(desk, id, .headline, "Zeppelin moors at the quay")
        try Self.correct(desk, id, .outlet, "Evening Post")
        try Self.correct(desk, id, .authors, "Ann Lee; Bo Ost")
        try Self.correct(desk, id, .published, "2023-01-02")
        let reader = try ArchiveReader.open(state: desk.folder)
        #expect(try Self.found("headline:zeppelin", desk.folder) == ["Zeppelin moors at the quay"])
        #expect(try Self.found("author:\"bo ost\"", desk.folder).count == 1)
        #expect(try Self.found("headline:harbour", desk.folder).isEmpty)
        let listed = try #require(try reader.list(ArticleFilter(outlet: "evening")).items.first)
        #expect(listed.authors == ["Ann Lee", "Bo Ost"] && listed.published?.description == "2023-01-02")
        #expect(try reader.list(ArticleFilter(since: 1_700_000_000_000)).items.isEmpty)
        guard case .found(let record) = try reader.article(id.description) else {
            Issue.record("the article is missing")
            return
        }
        #expect(record.current?.article.headline == "Zeppelin moors at the quay")
        #expect(record.corrections.map(\.by) == ["ann", "ann", "ann", "ann"])
        for field in [CorrectableField.headline, .outlet, .authors, .published] {
            try Self.correct(desk, id, field, nil, isUndone: true)
        }
        #expect(try Self.found("headline:harbour", desk.folder) == ["Harbour bridge opens"])
        #expect(try reader.list(ArticleFilter(outlet: "evening")).items.isEmpty)
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
    }

    @Test func correction_SurvivesANewVersion_AndReadingAgain() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let id = try Self.filed(desk)
        try Self.correct(desk, id, .headline, "Zeppelin moors")
        let second = try desk.deliver("2", [.make(Copy.bridgeUpdated, guid: "urn:1", published: "2024-05-04")])
        #expect(try Self.found("headline:zeppelin", desk.folder) == ["Zeppelin moors"])
        _ = try desk.archive.replace(
            articlesOf: second.delivery,
            with: [PreparedArticle(.make(Copy.bridgeUpdated + " Once more.", guid: "urn:1", published: "2024-05-04"))],
            readerVersion: 2)
        #expect(try Self.found("headline:zeppelin", desk.folder) == ["Zeppelin moors"])
        try Self.correct(desk, id, .headline, nil, isUndone: true)
        #expect(try Self.found("headline:zeppelin", desk.folder).isEmpty)
        #expect(try Archive.checkIndex(state: desk.folder) == nil)
    }

    @Test func tagsAndNotes_AreFoundAndKept() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let id = try Self.filed(desk)
        try desk.archive.make(Correction(kind: .tag, article: id.description, value: "to check", by: "ann", at: 1))
        try desk.archive.make(Correction(kind: .note, article: id.description, value: "See page 3", by: "bo", at: 2))
        #expect(try Self.found("tag:\"to check\"", desk.folder).count == 1)
        let notes = try ArchiveReader.open(state: desk.folder).corrections(of: id)
        #expect(notes.map(\.value) == ["to check", "See page 3"])
        try desk.archive.make(
            Correction(kind: .tag, article: id.description, value: "to check", isUndone: true, by: "ann", at: 3))
        #expect(try Self.found("tag:check", desk.folder).isEmpty)
    }

    @Test func rebuiltDatabase_HasTheCorrections() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let first = try Desk(folder: folder)
        let id = try Self.filed(first)
        try Self.correct(first, id, .headline, "Zeppelin moors")
        try first.archive.make(Correction(kind: .tag, article: id.description, value: "airship", by: "ann", at: 1))
        try first.archive.close()
        for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: folder + "/wiredesk.db" + end) }
        let anew = try Desk(folder: folder)
        #expect(try Self.filed(anew) == id)
        #expect(try Self.found("headline:zeppelin tag:airship", folder) == ["Zeppelin moors"])
    }

    @Test func crashBetweenFileAndDatabase_IsHealedAtTheNextStart() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let first = try Desk(folder: folder)
        let id = try Self.filed(first)
        try first.archive.close()
        let log = CorrectionLog(StateFolder(folder))
        try log.append(
            Correction(kind: .field, article: id.description, field: "headline", value: "Zeppelin moors", by: "ann"))
        // A line that was being written stands behind it.
        let file = try #require(FileHandle(forWritingAtPath: folder + "/corrections"))
        try file.seekToEnd()
        try file.write(contentsOf: Data("{\"kind\":\"tag\",\"arti".utf8))
        try file.close()
        let second = try Desk(folder: folder)
        #expect(try Self.found("headline:zeppelin", folder) == ["Zeppelin moors"])
        try second.archive.make(Correction(kind: .tag, article: id.description, value: "airship", by: "ann", at: 1))
        #expect(try log.load().map(\.kind) == [.field, .tag])
        #expect(try Archive.checkIndex(state: folder) == nil)
    }

    @Test func erasedArticle_TakesItsCorrectionsAlong() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let id = try Self.filed(desk)
        let other = try #require(try desk.deliver("2", [.make(Copy.budget)]).articles.first?.id)
        try Self.correct(desk, id, .headline, "Zeppelin moors")
        try Self.correct(desk, id, .outlet, "Quagga Gazette")
        try Self.correct(desk, other, .section, "Politics")
        _ = try desk.archive.erase(id, leavesNeighbours: false) { _ in [] }
        for name in ["/wiredesk.db", "/corrections"] {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: desk.folder + name))
            for word in ["Zeppelin", "zeppelin", "Quagga", "quagga"] {
                #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
            }
        }
        #expect(try ArchiveReader.open(state: desk.folder).corrections().map(\.value) == ["Politics"])
    }

    struct Refused: Sendable, CustomStringConvertible {
        var correction: Correction
        var description: String { "\(correction)" }
    }

    @Test(arguments: [
        Refused(correction: Correction(kind: .field, field: "colour", value: "red")),
        Refused(correction: Correction(kind: .field, field: "language", value: "English")),
        Refused(correction: Correction(kind: .field, field: "published", value: "yesterday")),
        Refused(correction: Correction(kind: .field, field: "headline", value: "two\nlines")),
        Refused(correction: Correction(kind: .field, field: "headline", value: "esc \u{1B}[31m")),
        Refused(correction: Correction(kind: .field, field: "headline", isUndone: true)),
        Refused(correction: Correction(kind: .tag, value: "")),
        Refused(correction: Correction(kind: .tag, value: "never given", isUndone: true)),
        Refused(correction: Correction(kind: .note, isUndone: true)),
        Refused(correction: Correction(kind: .merge, field: "person", value: "A B", into: "C D")),
    ])
    func whatCannotBe_IsRefused_AndNotNoted(_ refused: Refused) throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        var correction = refused.correction
        if correction.kind != .merge { correction.article = try Self.filed(desk).description }
        #expect(throws: CorrectionRefusal.self) { try desk.archive.make(correction) }
        #expect(try CorrectionLog(StateFolder(desk.folder)).load().isEmpty)
        #expect(throws: CorrectionRefusal.unknownArticle) {
            try desk.archive.make(Correction(kind: .tag, article: "aaaaaaaaaaaa", value: "x"))
        }
    }
}
