import ArticleQuery
import Foundation
import GRDB
import NewsModel
import Testing

@testable import Archive

/// Making, opening and refusing databases.
struct OpeningTests {
    @Test func newStateFolder_HasRightsForTheGroup_AndStaysReadableAfterClosing() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let desk = try Desk(folder: folder)
        try desk.deliver("1", [.make(Copy.bridge)])
        try desk.archive.close()
        for (name, mode) in [
            ("", 0o750), ("/originals", 0o750), ("/work", 0o750), ("/wiredesk.db", 0o640), ("/wiredesk.db-wal", 0o640),
            ("/wiredesk.db-shm", 0o640),
        ] {
            let attributes = try FileManager.default.attributesOfItem(atPath: folder + name)
            #expect(attributes[.posixPermissions] as? Int == mode, "\(name)")
        }
        #expect(
            try Desk.sqlite3(folder + "/wiredesk.db", "SELECT headline FROM article_list") == "Harbour bridge opens")
        #expect(try ArchiveReader.open(state: folder).status().counters.articles == 1)
    }

    @Test func newerDatabase_IsRefused_ByDaemonAndReader_AndLeftAsItIs() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        try Desk(folder: folder).archive.close()
        let database = folder + "/wiredesk.db"
        _ = try Desk.sqlite3(database, "PRAGMA user_version = 99", readOnly: false)
        let refused = #expect(throws: ArchiveError.self) { try Archive.open(state: folder) }
        #expect(refused?.kind == .newerSchema(found: 99, known: Schema.currentVersion))
        #expect(refused?.isTransient == false)
        let reader = #expect(throws: ArchiveError.self) { try ArchiveReader.open(state: folder) }
        #expect(reader?.kind == .newerSchema(found: 99, known: Schema.currentVersion))
        #expect(try Desk.sqlite3(database, "PRAGMA user_version") == "99")
    }

    @Test func databaseOfAnotherProgram_AndGarbage_AreRefused() throws {
        for content in ["CREATE TABLE t(a)", nil] {
            let folder = Desk.makeFolder()
            defer { Desk.remove(folder) }
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            if let content {
                _ = try Desk.sqlite3(folder + "/wiredesk.db", content, readOnly: false)
            } else {
                try Data(repeating: 7, count: 9_000).write(to: URL(fileURLWithPath: folder + "/wiredesk.db"))
            }
            let refused = #expect(throws: ArchiveError.self) { try Archive.open(state: folder) }
            #expect(refused?.kind == .corrupt)
        }
    }

    @Test func missingArchive_IsToldToReaders() {
        let refused = #expect(throws: ArchiveError.self) { try ArchiveReader.open(state: "/nonexistent/state") }
        #expect(refused?.kind == .missing)
    }

    /// A program of root's makes the log and gives it to the owner of the database in two steps; between them nobody else may open it.
    @Test func databaseThatCannotBeOpenedForAMoment_IsWaitedFor_AndOneThatNeverCanIsNot() throws {
        var attempts = 0
        let opened = try Connection.waitingForOthersToOpen {
            attempts += 1
            if attempts < 4 { throw DatabaseError(resultCode: .SQLITE_CANTOPEN) }
            return "open"
        }
        #expect(opened == "open")
        #expect(attempts == 4)
        attempts = 0
        #expect(throws: DatabaseError.self) {
            try Connection.waitingForOthersToOpen {
                attempts += 1
                throw DatabaseError(resultCode: .SQLITE_NOTADB)
            }
        }
        #expect(attempts == 1)
        let closed = Desk.makeFolder()
        defer { Desk.remove(closed) }
        try Desk(folder: closed).archive.close()
        let log = closed + "/wiredesk.db-wal"
        try FileManager.default.removeItem(atPath: log)
        try FileManager.default.createDirectory(atPath: log, withIntermediateDirectories: false)
        #expect(throws: ArchiveError.self) { try Archive.open(state: closed) }
    }

    @Test func migration_KeepsAConsistentCopyBefore() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let desk = try Desk(folder: folder)
        try desk.deliver("1", [.make(Copy.bridge)])
        let state = StateFolder(folder)
        let queue = try Connection.writer(path: state.database)
        let next = Schema.Migration { try $0.execute(sql: "CREATE TABLE later(a INTEGER) STRICT") }
        try Schema.migrate(queue, state: state, by: Schema.migrations + [next])
        let version = Schema.currentVersion + 1
        #expect(try desk.sqlite3("PRAGMA user_version") == "\(version)")
        let copy = folder + "/wiredesk.db.before-\(version)"
        let counted = try Desk.sqlite3(copy, "PRAGMA user_version; SELECT count(*) FROM article_list")
        #expect(counted == "\(Schema.currentVersion)\n1")
        #expect(try Desk.sqlite3(copy, "SELECT count(*) FROM sqlite_schema WHERE name = 'later'") == "0")
        let mode = try FileManager.default.attributesOfItem(atPath: copy)[.posixPermissions] as? Int
        #expect(mode == 0o640)
    }

    @Test func indexOfAnotherFolding_IsMadeAnew() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let first = try Desk(folder: folder)
        try first.deliver("1", [.make(Copy.bridge, guid: "urn:1", authors: ["Ann Lee", "Bo Öst"], outlet: "Courier")])
        try first.deliver("2", [.make(Copy.budget)])
        try first.archive.close()
        let database = folder + "/wiredesk.db"
        _ = try Desk.sqlite3(
            database,
            """
            UPDATE settings SET value = '0' WHERE name = 'index_version';
            INSERT INTO article_index(article_index) VALUES ('delete-all');
            INSERT INTO article_index(rowid, body) VALUES (1, 'otherwise folded');
            """, readOnly: false)
        let second = try Desk(folder: folder)
        #expect(try second.sqlite3("SELECT rowid FROM article_index WHERE article_index MATCH 'otherwise'") == "")
        #expect(
            try second.sqlite3("SELECT rowid FROM article_index WHERE article_index MATCH 'ost OR budget'") == "1\n2")
        // What went in by the rebuilding comes out by a new version.
        try second.deliver("3", [.make(Copy.bridgeUpdated, guid: "urn:1")])
        #expect(try second.sqlite3("SELECT rowid FROM article_index WHERE article_index MATCH 'four OR ost'") == "")
        #expect(
            try Desk.sqlite3(
                database, "INSERT INTO article_index(article_index, rank) VALUES ('integrity-check', 1)",
                readOnly: false) == "")
    }

    @Test func tables_RefuseValuesOfTheWrongType_AndReferencesAreWhole() throws {
        let desk = try Desk()
        defer { Desk.remove(desk.folder) }
        try desk.deliver("1", [.make(Copy.bridge, guid: "urn:1", authors: ["Ann Lee"], outlet: "The Courier")])
        try desk.deliver("2", [.make(Copy.bridgeUpdated, guid: "urn:1", authors: ["Ann Lee"])])
        try desk.deliver("2", [], name: "copy.html")
        try desk.deliver("3", [], end: .rejected(Rejection(stage: .reading, code: .empty, message: "no bytes")))
        #expect(try desk.sqlite3("PRAGMA foreign_key_check") == "")
        #expect(try desk.sqlite3("PRAGMA integrity_check") == "ok")
        #expect(
            try desk.sqlite3(
                "SELECT count(*) FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'article_index%' AND name NOT LIKE 'sqlite_%'"
            ) == "0")
        let refused = try Desk.sqlite3(
            desk.database, "UPDATE deliveries SET received = 'yesterday'", readOnly: false)
        #expect(refused.contains("cannot store TEXT value in INTEGER column"))
    }

    @Test(arguments: 0...7) func exchangeOfARebuiltDatabase_CutOffAnywhere_LeavesOneOfTheTwo(renames: Int) throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let old = try Desk(folder: folder)
        try old.deliver("1", [.make(Copy.bridge)])
        try old.archive.close()
        let rebuilt = try Archive.openForRebuild(state: folder)
        for content in ["1", "2"] {
            _ = try rebuilt.commit([
                DeliveryPortion(
                    facts: old.facts(content), articles: [PreparedArticle(.make(content + Copy.bridge))], end: .read)
            ])
        }
        try rebuilt.close()
        let state = StateFolder(folder)
        let steps = state.exchange(suffix: "then")
        // The new database, three files of the old one, the new one once more, its log and their index.
        #expect(steps.count == 7)
        for (from, to) in steps.prefix(renames) { try ArchiveFiles.rename(from, to: to) }
        let archive = try Archive.open(state: folder)
        #expect(try archive.counters().articles == (renames == 0 ? 1 : 2))
        let kept = try ArchiveFiles.names(in: folder).filter { $0.contains(".replaced-") && !$0.hasSuffix("-shm") }
        #expect(kept.count == (renames == 0 ? 0 : 2), "\(kept)")
        if let database = kept.first(where: { !$0.hasSuffix("-wal") }) {
            #expect(kept.contains(database + "-wal"))
            #expect(try Desk.sqlite3(folder + "/" + database, "SELECT count(*) FROM articles", readOnly: false) == "1")
        }
    }

    @Test func lineOfAnErasure_ThatACrashCutShort_TakesNoOtherWithIt() throws {
        let folder = Desk.makeFolder()
        defer { Desk.remove(folder) }
        let state = StateFolder(folder)
        try ArchiveFiles.makeFolder(folder)
        var erased = ErasedTexts()
        try erased.add([0x1234], to: state)
        let output = try ArchiveFiles.openForAppending(state.erased, operation: "test")
        try ArchiveFiles.write(Array("text 56".utf8), to: output, path: state.erased)
        erased = try ErasedTexts.load(state)
        #expect(erased.texts == [0x1234])
        try erased.add([0x789A], to: state)
        #expect(try ErasedTexts.load(state).texts == [0x1234, 0x789A])
    }
}
