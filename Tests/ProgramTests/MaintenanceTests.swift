import Foundation
import Testing

/// Copies, second readings and removal of what is filed.
@Suite struct MaintenanceTests {
    /// A word that stands nowhere else on this machine.
    private static func rareWord() -> String { "quandlewick" + String(UInt64.random(in: 0...UInt64.max), radix: 36) }

    private static func desk(_ folder: TemporaryFolder, files: [String: String]) throws -> URL {
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: inbox.appendingPathComponent(name)) }
        let run = try Program.takeIn(state.path)
        #expect(run.status == 0, "\(run.complaint)")
        return state
    }

    /// Files below a folder that hold a text, originals unpacked.
    private static func holders(of text: String, in folder: URL) throws -> [String] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = [
            "-c",
            """
            cd "$1" && grep -rlai -- "$2" . ; find . -name '*.zst' | while read -r file; do
                zstd -dcq "$file" | grep -qai -- "$2" && echo "$file"
            done; true
            """, "sh", folder.path, text,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let found = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return found.split(separator: "\n").map(String.init)
    }

    private static func story(_ word: String) -> String {
        "The \(word) returns\n\nBy Ida \(word.capitalized)\n\nThe harbour office said on Tuesday that the \(word) had come back.\n"
    }

    private static func articleID(_ state: URL, _ word: String) throws -> String {
        let found = try Program.run("search", "--state", state.path, "--json", word).objects.first
        return try #require(found?["id"] as? String)
    }

    @Test(arguments: [true, false]) func erase_LeavesNoByte_AndKeepsItOut(isDeskRunning: Bool) throws {
        let folder = try TemporaryFolder()
        let word = Self.rareWord()
        let state = try Self.desk(
            folder,
            files: ["\(word).txt": Self.story(word), "other.txt": Self.story("ferry"), "more.txt": Self.story("buoy")])
        let id = try Self.articleID(state, word)
        #expect(try !Self.holders(of: word, in: state).isEmpty)
        let desk = isDeskRunning ? try RunningDesk(state: state) : nil
        #expect(try Program.run("erase", "--state", state.path, id).status == 64)
        let erased = try Program.run("erase", "--state", state.path, id, "--yes")
        #expect(erased.status == 0, "\(erased.complaint)")
        #expect(try Self.holders(of: word, in: state) == [])
        // It stays out when it comes again, in the same bytes and in others.
        for (name, text) in ["again.txt": Self.story(word), "other-form.txt": "\n" + Self.story(word) + "\n\n"] {
            try Data(text.utf8).write(to: state.appendingPathComponent("inbox/\(name)"))
        }
        if let desk {
            #expect(Wait.until { (try? Archived(state: state).counter("rejected")) == 2 })
            #expect(desk.end() == 0)
        } else {
            #expect(try Program.takeIn(state.path).status == 1)
        }
        #expect(
            try Archived(state: state).rows("SELECT DISTINCT code FROM deliveries WHERE outcome = 'rejected'") == [
                "erased"
            ])
        #expect(try Self.holders(of: word, in: state) == [])
        #expect(try Program.run("search", "--state", state.path, "ferry").status == 0)
        let checked = try Program.run("check", "--state", state.path, "--originals").output
        for subject in ["database", "full-text index", "originals"] {
            #expect(checked.contains("fine     \(subject)"), "\(checked)")
        }
        // Nor does a rebuild or a backup bring it back.
        #expect(try Program.run("rebuild", "--state", state.path, "--yes").status == 0)
        let backup = folder.url.appendingPathComponent("backup")
        #expect(try Program.run("backup", "--state", state.path, backup.path).status == 0)
        #expect(try Self.holders(of: word, in: backup) == [])
        #expect(try Archived(state: state).counter("articles") == 2)
    }

    /// A feed with an item about each word.
    private static func feed(_ words: [String]) -> String {
        let items = words.map {
            "<item><title>The \($0) returns</title><link>https://courier.example/\($0)</link><guid>\($0)</guid>"
                + "<description>The harbour office said on Tuesday that the \($0) had come back.</description></item>"
        }
        return
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Courier</title>\(items.joined())</channel></rss>"
    }

    /// What can be told apart of articles, however they came in.
    private static let picture = """
        SELECT a.article, v.number, v.headline, v.text_hash, v.url, v.guid, v.published, v.language, c.name, b.body
        FROM articles a JOIN versions v ON v.article = a.id JOIN bodies b ON b.version = v.id JOIN collections c ON c.id = a.collection ORDER BY 1, 2
        """

    @Test func erasureThatWasInterruptedAfterItsRowsWereGone_IsEndedByTheSameCommand() throws {
        let folder = try TemporaryFolder()
        let state = try Self.desk(folder, files: ["ferry.txt": Self.story("ferry")])
        let gone = "zzzzzzzzzzzz"
        #expect(try Program.run("erase", "--state", state.path, gone, "--yes").status == 1)
        try Archived(state: state).change("INSERT INTO settings(name, value) VALUES ('erasure_unfinished', '1')")
        #expect(try Program.run("erase", "--state", state.path, gone, "--yes").status == 0)
        #expect(try Program.run("erase", "--state", state.path, gone, "--yes").status == 1)
    }

    @Test func erase_OfOneArticleOfAContainer_LeavesTheOthersWithOriginalsOfTheirOwn() throws {
        let folder = try TemporaryFolder()
        let word = Self.rareWord()
        let state = try Self.desk(folder, files: ["\(word).xml": Self.feed(["ferry", word, "buoy"])])
        let id = try Self.articleID(state, word)
        let archived = Archived(state: state)
        let before = try archived.rows(Self.picture).filter { !$0.contains(word) }
        #expect(before.count == 2)
        let refused = try Program.run("erase", "--state", state.path, id, "--yes")
        #expect(refused.status == 74 && refused.complaint.contains("--leave-others"))
        let erased = try Program.run("erase", "--state", state.path, id, "--yes", "--leave-others")
        #expect(erased.status == 0, "\(erased.complaint)")
        #expect(try Self.holders(of: word, in: state) == [])
        #expect(try archived.rows(Self.picture) == before)
        #expect(try archived.verifiedOriginals() == 2)
        #expect(try archived.counter("originals") == 2)
        #expect(
            try Program.run("check", "--state", state.path, "--originals").output.contains(
                "fine     originals               2 read"))
        #expect(try Program.run("reread", "--state", state.path, "--all").output.contains("Read 2 deliveries again"))
        #expect(try archived.rows(Self.picture) == before)
        let delivery = try archived.rows("SELECT max(delivery) FROM versions")[0]
        #expect(try Program.run("retry", "--state", state.path, delivery).status == 0)
        #expect(try archived.counter("articles") == 2)
        #expect(try Program.run("rebuild", "--state", state.path, "--yes").status == 0)
        #expect(try archived.rows(Self.picture) == before)
        let backup = folder.url.appendingPathComponent("backup")
        #expect(try Program.run("backup", "--state", state.path, backup.path).status == 0)
        #expect(try Archived(state: backup).verifiedOriginals() == 2)
        #expect(try Self.holders(of: word, in: backup) == [])
    }

    @Test(arguments: [false, true]) func erase_OfOneRowOfATable_LeavesTheOthersStoredOnce_WhenTheTableComesAgain(
        isRebuilt: Bool
    ) throws {
        let folder = try TemporaryFolder()
        let word = Self.rareWord()
        let rows = ["ferry", word, "buoy"].map {
            "The \($0) returns,\"The harbour office said on Tuesday that the \($0) had come back after eleven years.\""
        }
        let table = (["headline,body"] + rows).joined(separator: "\n") + "\n"
        let state = try Self.desk(folder, files: ["\(word).csv": table])
        let archived = Archived(state: state)
        #expect(try archived.counter("articles") == 3)
        let id = try Self.articleID(state, word)
        let erased = try Program.run("erase", "--state", state.path, id, "--yes", "--leave-others")
        #expect(erased.status == 0, "\(erased.complaint)")
        let before = try archived.rows(Self.picture)
        #expect(before.count == 2)
        if isRebuilt { #expect(try Program.run("rebuild", "--state", state.path, "--yes").status == 0) }
        for number in 1...2 {
            let inbox = state.appendingPathComponent("inbox")
            try Data(table.utf8).write(to: inbox.appendingPathComponent("again-\(number).csv"))
            #expect(try Program.takeIn(state.path).status == 0)
            #expect(try archived.rows(Self.picture) == before)
            #expect(try archived.counter("articles") == 2)
        }
        #expect(try Self.holders(of: word, in: state) == [])
        #expect(try archived.verifiedOriginals() == 2)
    }

    @Test func erase_ForgetsWhatWasFoundOfTheArticle() throws {
        let folder = try TemporaryFolder()
        let word = Self.rareWord()
        let sentences = (0..<40).map {
            "<p>On day \($0) the \(word) of the harbour went out to sea and came back late.</p>"
        }
        func page(_ outlet: String) -> String {
            "<html lang=\"en\"><head><meta property=\"og:site_name\" content=\"\(outlet)\"></head><body><article>"
                + "<h1>The \(word)</h1>\(sentences.joined())</article></body></html>"
        }
        let state = try Self.desk(
            folder, files: ["a.html": page("Courier"), "b.html": page("Herald"), "c.txt": Self.story("ferry")])
        let archived = Archived(state: state)
        #expect(try archived.number("SELECT count(*) FROM relations") > 0)
        for article in try archived.rows("SELECT id FROM article_list WHERE headline LIKE '%\(word)%'") {
            let erased = try Program.run("erase", "--state", state.path, article, "--yes")
            #expect(erased.status == 0, "\(erased.complaint)")
        }
        #expect(try archived.counter("articles") == 1)
        for (table, column) in [
            ("relations", "article"), ("relations", "source"), ("copies", "article"), ("copies", "best"),
            ("story_articles", "article"), ("stories", "id"), ("watch_hits", "article"),
        ] {
            let left = "SELECT count(*) FROM \(table) WHERE \(column) NOT IN (SELECT id FROM articles)"
            #expect(try archived.number(left) == 0, "\(table).\(column)")
        }
        #expect(try Self.holders(of: word, in: state) == [])
    }

    @Test func retryAndRebuild_KeepWhatWasNotedBesideTheFile() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = folder.url.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let words = (1...6).map {
            "<p>The harbour office of Brame said on Tuesday that night ferry \($0) would return in the spring of next year.</p>"
        }.joined()
        let page =
            "<!-- saved from url=(0029)https://courier.example/ferry -->\n<html><body><h1>The ferry returns</h1>"
            + "\(words)</body></html>"
        try Data(page.utf8).write(to: inbox.appendingPathComponent("page.html"))
        let note = inbox.appendingPathComponent("note.txt")
        try Data(Self.story("buoy").utf8).write(to: note)
        let address = "https://herald.example/buoy"
        try Data("[ZoneTransfer]\r\nZoneId=3\r\nHostUrl=\(address)\r\n".utf8).write(
            to: inbox.appendingPathComponent("note.txt:Zone.Identifier"))
        let file = try folder.file("desk.yaml")
        try Data("state: \(state.path)\ninboxes: [{path: \(inbox.path), outlet: Herald, language: en}]\n".utf8).write(
            to: file)
        #expect(try Program.run("run", "--config", file.path, "--once").status == 0)
        let archived = Archived(state: state)
        let noted = """
            SELECT v.headline, v.url, v.retrieved, o.name, v.language FROM versions v LEFT JOIN outlets o ON o.id = v.outlet
            ORDER BY v.headline
            """
        let before = try archived.rows(noted)
        #expect(before.contains { $0.contains(address) && $0.contains("Herald") }, "\(before)")
        // As if they had not been understood the first time.
        try archived.change(
            """
            DELETE FROM version_authors; DELETE FROM credits; DELETE FROM annotations; DELETE FROM mentions; DELETE FROM quotations;
            DELETE FROM bodies; DELETE FROM versions; DELETE FROM articles;
            INSERT INTO article_index(article_index) VALUES ('delete-all');
            """)
        for delivery in try archived.rows("SELECT id FROM deliveries") {
            _ = try Program.run("retry", "--config", file.path, delivery)
        }
        #expect(try archived.rows(noted) == before)
        let left = state.appendingPathComponent("analysis/0000000000000000009-0.run")
        try Data("of the old database".utf8).write(to: left)
        #expect(try Program.run("rebuild", "--config", file.path, "--yes").status == 0)
        #expect(try archived.rows(noted) == before)
        #expect(!FileManager.default.fileExists(atPath: left.path))
    }

    @Test func backup_OfABusyDesk_Ends_AndIsWhole() throws {
        let folder = try TemporaryFolder()
        let state = try Self.desk(folder, files: ["a.txt": Self.story("ferry")])
        let desk = try RunningDesk(state: state)
        let backup = folder.url.appendingPathComponent("backup")
        for number in 0..<400 {
            try Data(Self.story("buoy number \(number)").utf8).write(
                to: state.appendingPathComponent("inbox/\(number).txt"))
        }
        #expect(try Program.run("backup", "--state", state.path, backup.path).status == 0)
        #expect(Wait.until(seconds: 60) { (try? Archived(state: state).counter("stored")) == 401 })
        #expect(desk.end() == 0)
        let copied = try Archived(state: backup).counter("originals")
        #expect(try Archived(state: backup).verifiedOriginals() == copied)
        let second = try Program.run("backup", "--state", state.path, backup.path)
        #expect(second.status == 0)
        #expect(second.output.contains("\(401 - copied) of them new"))
        #expect(try Archived(state: backup).verifiedOriginals() == 401)
        #expect(try Archived(state: backup).rows("PRAGMA integrity_check") == ["ok"])
        #expect(try Program.run("search", "--state", backup.path, "ferry").status == 0)
        #expect(try Program.run("backup", "--state", state.path, state.path + "/backup").status == 74)
    }

    @Test func reread_RenewsWhatAnOlderReaderRead_AndKeepsIds() throws {
        let folder = try TemporaryFolder()
        let state = try Self.desk(folder, files: ["a.txt": Self.story("ferry"), "b.txt": Self.story("buoy")])
        let id = try Self.articleID(state, "ferry")
        // As an older reader would have left it.
        let archived = Archived(state: state)
        try archived.change(
            """
            UPDATE versions SET headline = 'Wrong', deck = 'Wrong' WHERE headline LIKE '%ferry%';
            UPDATE deliveries SET reader_version = 0 WHERE id IN (SELECT delivery FROM versions WHERE headline = 'Wrong');
            """)
        let desk = try RunningDesk(state: state)
        let run = try Program.run("reread", "--state", state.path)
        #expect(run.status == 0, "\(run.complaint)")
        #expect(run.output.contains("Read 1 deliveries again: 1 versions changed, 0 are as they were"))
        let again = try Program.run("reread", "--state", state.path, "--all")
        #expect(again.output.contains("Read 2 deliveries again: 0 versions changed, 2 are as they were"))
        #expect(try Program.run("reread", "--state", state.path).output.contains("Read 0 deliveries"))
        #expect(desk.end() == 0)
        let shown = try Program.run("show", "--state", state.path, id, "--json").objects.first
        #expect(shown?["headline"] as? String == "The ferry returns")
        #expect(try Self.articleID(state, "ferry") == id)
        #expect(try archived.number("SELECT count(*) FROM versions") == 2)
    }

    @Test func verify_NamesADamagedOriginal_AlsoInStatus() throws {
        let folder = try TemporaryFolder()
        let state = try Self.desk(folder, files: ["a.txt": Self.story("ferry"), "b.txt": Self.story("buoy")])
        #expect(try Program.run("verify", "--state", state.path).status == 0)
        let originals = state.appendingPathComponent("originals")
        let names = try FileManager.default.subpathsOfDirectory(atPath: originals.path).filter { $0.hasSuffix(".zst") }
        let victim = originals.appendingPathComponent(try #require(names.sorted().first))
        try FileManager.default.removeItem(at: victim)
        let desk = try RunningDesk(state: state)
        let run = try Program.run("verify", "--state", state.path, "--wait")
        #expect(run.status == 1)
        #expect(run.complaint.contains(victim.lastPathComponent))
        #expect(try Program.run("status", "--state", state.path).output.contains("1 missing or damaged"))
        #expect(desk.logText.contains("1 of 2 originals are missing or damaged"))
        #expect(desk.end() == 0)
    }

    @Test(arguments: [true, false]) func prune_RemovesWhatIsPastItsTerm_AndNothingElse(isDeskRunning: Bool) throws {
        let folder = try TemporaryFolder()
        let state = try Self.desk(folder, files: ["a.txt": Self.story("ferry"), "b.txt": Self.story("buoy")])
        let file = try folder.file("desk.yaml")
        let inbox = state.appendingPathComponent("inbox").path
        let settings = "state: \(state.path)\ninboxes: [{path: \(inbox)}]\n"
        try Data(settings.utf8).write(to: file)
        #expect(try Program.run("prune", "--config", file.path).output.contains("Nothing has a term"))
        try Data((settings + "retention: {articles: 30d}\n").utf8).write(to: file)
        let archived = Archived(state: state)
        try archived.change(
            "UPDATE deliveries SET received = 1000 WHERE id = (SELECT delivery FROM version_list WHERE headline LIKE '%ferry%')"
        )
        let desk = isDeskRunning ? try RunningDesk(state: state, configuration: file.path) : nil
        let dry = try Program.run("prune", "--config", file.path, "--dry-run")
        #expect(dry.output.hasPrefix("Would go: 1 articles, 1 originals"), "\(dry.complaint)")
        #expect(try archived.counter("articles") == 2)
        let run = try Program.run("prune", "--config", file.path)
        #expect(run.status == 0 && run.output.hasPrefix("Removed: 1 articles, 1 originals"), "\(run.complaint)")
        #expect(try archived.counter("articles") == 1)
        #expect(try archived.verifiedOriginals() == 1)
        #expect(try Program.run("search", "--config", file.path, "ferry").status == 1)
        #expect(try Program.run("search", "--config", file.path, "buoy").status == 0)
        if let desk {
            #expect(desk.logText.contains("Removed what is past its term: 1 articles"))
            #expect(desk.end() == 0)
        }
    }

    @Test func nameThatWasRemovedFromAnInboxWhoseFilesStay_IsForgottenAtTheNextStart() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = folder.url.appendingPathComponent("kept")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for word in ["ferry", "buoy"] {
            try Data(Self.story(word).utf8).write(to: inbox.appendingPathComponent("\(word).txt"))
        }
        let file = try folder.file("desk.yaml")
        try Data("state: \(state.path)\ninboxes: [{path: \(inbox.path), take: leave}]\n".utf8).write(to: file)
        #expect(try Program.run("run", "--config", file.path, "--once").status == 0)
        let archived = Archived(state: state)
        #expect(try archived.number("SELECT count(*) FROM ledger") == 2)
        try FileManager.default.removeItem(at: inbox.appendingPathComponent("ferry.txt"))
        let desk = try RunningDesk(state: state, configuration: file.path)
        #expect(Wait.until { (try? archived.number("SELECT count(*) FROM ledger")) == 1 })
        #expect(desk.end() == 0)
        #expect(try archived.rows("SELECT CAST(path AS TEXT) FROM ledger") == ["buoy.txt"])
    }
}
