import ArticleQuery
import Foundation
import LinuxSystem
import NewsModel
import Testing

@testable import Archive

/// The mark that commits leave beside the originals.
struct CommitMarkTests {
    private static func mark(_ folder: String) throws -> CommitMark? { try CommitMark.read(StateFolder(folder)) }

    /// Files an article with an original, as a lane does.
    private static func file(_ text: String, _ desk: Desk) throws {
        let bytes = Array(text.utf8)
        let file = try Descriptor.memoryFile(name: "story")
        try bytes.withUnsafeBytes { try file.writeAll($0) }
        var facts = desk.facts(text)
        facts.keptBytes = try desk.archive.originals.write(
            from: file, size: Int64(bytes.count), sha256: .of(bytes),
            facts: OriginalFacts(received: 1, inbox: "/inbox", path: FileName("story.html"), collection: ""))
        _ = try desk.archive.commit([
            DeliveryPortion(facts: facts, articles: [PreparedArticle(.make(text + Copy.bridge))], end: .read)
        ])
    }

    @Test func mark_CountsCommitsOfNewOriginals_AsTheDatabaseDoes() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        let fresh = try #require(try Self.mark(desk.folder))
        #expect(fresh.begun == 0 && fresh.done == 0 && !fresh.archive.isEmpty)
        for number in 1...3 {
            try Self.file("Story \(number). ", desk)
            let mark = try #require(try Self.mark(desk.folder))
            #expect(mark == CommitMark(archive: fresh.archive, begun: Int64(number), done: Int64(number)))
            #expect(try desk.sqlite3("SELECT value FROM settings WHERE name = 'commits'") == "\(number)")
        }
        // What brings no original leaves it as it is.
        try desk.deliver("Story 1. ", [], name: "again.html", end: .sameBytes)
        #expect(try Self.mark(desk.folder)?.begun == 3)
        try desk.archive.close()
        #expect(try Archive.open(state: desk.folder).mismatch() == nil)
        #expect(try Self.mark(desk.folder)?.archive == fresh.archive)
    }

    @Test(
        arguments: [
            // A crash before the commit, and one after it and before its end was marked.
            (4, 3, nil), (3, 2, nil), (3, 3, nil), (4, 4, DatabaseMismatch.older), (5, 3, .older), (9, 8, .older),
            (2, 2, .olderOriginals), (0, 0, .olderOriginals),
        ] as [(Int64, Int64, DatabaseMismatch?)])
    func databaseOfThreeCommits_IsComparedWithItsMark(begun: Int64, done: Int64, expected: DatabaseMismatch?) throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        for number in 1...3 { try Self.file("Story \(number). ", desk) }
        try desk.archive.close()
        let state = StateFolder(desk.folder)
        let before = try #require(try Self.mark(desk.folder))
        try CommitMark(archive: before.archive, begun: begun, done: done).put(into: state)
        #expect(try ArchiveReader.open(state: desk.folder).mismatch() == expected)
        let archive = try Archive.open(state: desk.folder)
        #expect(try archive.mismatch() == expected)
        // It goes on from where the database is, as an archive of its own where it is not the old one.
        let after = try #require(try Self.mark(desk.folder))
        if expected != nil {
            #expect(after == CommitMark(archive: after.archive, begun: 3, done: 3) && after.archive != before.archive)
        }
        try archive.close()
        // It stays known until a comparison has found nothing missing.
        let again = try Archive.open(state: desk.folder)
        #expect(try again.mismatch() == expected)
        try again.originalsAreComplete()
        #expect(try again.mismatch() == nil)
        #expect(try ArchiveReader.open(state: desk.folder).mismatch() == nil)
    }

    @Test(arguments: [
        "", "no mark", "Wiredesk originals 1\narchive \nbegun 1\ndone 1\n", "Wiredesk originals 1\narchive x\nbegun",
    ])
    func markThatCannotBeRead_IsAMismatch_AndIsWrittenAnew(text: String) throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try Self.file("Story. ", desk)
        try desk.archive.close()
        try Data(text.utf8).write(to: URL(fileURLWithPath: StateFolder(desk.folder).mark))
        let archive = try Archive.open(state: desk.folder)
        #expect(try archive.mismatch() == .unmarked)
        #expect(try Self.mark(desk.folder)?.begun == 1)
    }

    @Test func archiveFromBeforeThereWereMarks_GetsOne_WithoutAMismatch() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try Self.file("Story. ", desk)
        try desk.archive.close()
        try FileManager.default.removeItem(atPath: StateFolder(desk.folder).mark)
        _ = try Desk.sqlite3(
            desk.database, "DELETE FROM settings WHERE name IN ('archive', 'commits')", readOnly: false)
        let archive = try Archive.open(state: desk.folder)
        #expect(try archive.mismatch() == nil)
        #expect(try Self.mark(desk.folder)?.archive.isEmpty == false)
    }

    @Test func backup_HasTheMarkOfItsDatabase_AndARebuiltDatabaseThatOfItsOriginals() throws {
        let desk = try Desk()
        let copy = Desk.makeFolder()
        defer {
            Desk.remove(desk.folder)
            Desk.remove(copy)
        }
        for number in 1...2 { try Self.file("Story \(number). ", desk) }
        _ = try ArchiveReader.open(state: desk.folder).backUp(to: copy) { _ in }
        try Self.file("Story 3. ", desk)
        #expect(try Self.mark(copy)?.begun == 2)
        #expect(try ArchiveReader.open(state: copy).mismatch() == nil)
        #expect(try Archive.open(state: copy).mismatch() == nil)
        try desk.archive.close()
        let mark = try Self.mark(desk.folder)
        let rebuilt = try Archive.openForRebuild(state: desk.folder)
        try rebuilt.close()
        try StateFolder(desk.folder).putRebuiltInPlace(suffix: "now")
        #expect(try Self.mark(desk.folder) == mark)
        #expect(try Archive.open(state: desk.folder).mismatch() == nil)
        #expect(try Self.mark(desk.folder) == mark)
    }
}
