import Foundation
import Testing

/// A database that is lost or damaged is made anew from the originals.
@Suite struct RebuildTests {
    /// What a reader of the archive can tell apart: articles with all versions and texts, and what became of each file.
    private static let picture = """
        SELECT a.article, v.number, v.id = a.current, v.headline, v.text_hash, v.url, d.name, c.name
        FROM articles a JOIN versions v ON v.article = a.id JOIN delivery_list d ON d.id = v.delivery
            JOIN collections c ON c.id = a.collection
        ORDER BY 1, 2
        """

    private static func page(_ address: String, _ headline: String, modified: Int, _ sentence: String) -> String {
        """
        <!doctype html><html lang="en"><head><title>\(headline)</title><link rel="canonical" href="\(address)">
        <meta property="article:modified_time" content="2024-05-0\(modified)T10:00:00Z"></head><body><article><h1>\(headline)</h1>
        <p>The harbour office of Brame said on Tuesday that the night ferry would return in the spring of next year.</p>
        <p>\(sentence) The council had asked for it since the old line was given up nine years ago, after a long winter.</p>
        <p>Passengers will pay four crowns, and children will travel free of charge on all days but Sundays.</p>
        </article></body></html>
        """
    }

    /// An archive with versions, duplicates, a rejection, a collection and a name that is not UTF-8.
    private static func filledState(_ folder: TemporaryFolder) throws -> URL {
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox/harbour")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for round in 1...3 {
            for number in 0..<20 {
                let page = page(
                    "https://courier.example/\(number)", "Night ferry \(number) returns", modified: round,
                    "This is round \(round) of story \(number).")
                try Data(page.utf8).write(to: inbox.appendingPathComponent("\(number)-\(round).html"))
            }
            try Data("Buoy \(round)\n\nA walker found the lost buoy \(round) on the beach.".utf8).write(
                to: inbox.appendingPathComponent("buoy.txt"))
            try Data([0x89, 0x50, 0x4E, 0x47] + [UInt8](repeating: UInt8(round), count: 80)).write(
                to: inbox.appendingPathComponent("picture.png"))
            _ = try Program.takeIn(state.path)
        }
        return state
    }

    /// A list of stories, which is refused as no article.
    private static let list =
        "<html><head><title>City | The Inlet Courier</title></head><body><h1>City</h1>"
        + (1...14).map {
            "<div><h3><a href='/story/\($0)'>Shipyard number \($0) hires sixty welders this spring</a></h3><p>The yard says that it needs them by autumn.</p></div>"
        }.joined() + "</body></html>"

    @Test func pageThatAPersonAccepts_IsStored_AndStaysSoOverRebuild() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data(Self.list.utf8).write(to: inbox.appendingPathComponent("city.html"))
        #expect(try Program.takeIn(state.path).status == 1)
        let refusals = "SELECT code, message LIKE '%links to stories%' FROM delivery_list WHERE outcome = 'rejected'"
        #expect(try Archived(state: state).rows(refusals) == ["not-an-article|1"])
        #expect(try Program.run("retry", "--state", state.path, "1").status == 1)
        #expect(try Program.run("retry", "--state", state.path, "1", "--accept").status == 0)
        let articles = "SELECT headline FROM article_list"
        #expect(try Archived(state: state).rows(articles) == ["City"])
        #expect(try Program.run("rebuild", "--state", state.path, "--yes").status == 0)
        #expect(try Archived(state: state).rows(articles) == ["City"])
    }

    @Test func rebuild_GivesTheSameArticlesAndVersions() throws {
        let folder = try TemporaryFolder()
        let state = try Self.filledState(folder)
        let before = try Archived(state: state).rows(Self.picture)
        #expect(before.count == 63)
        let database = state.appendingPathComponent("wiredesk.db")
        let handle = try FileHandle(forWritingTo: database)
        try handle.write(contentsOf: Data(repeating: 0x5A, count: 8192))
        try handle.close()
        let refused = try Program.takeIn(state.path)
        #expect(refused.status == 74)
        #expect(refused.complaint.contains("wiredesk rebuild"))
        let rebuilt = try Program.run("rebuild", "--state", state.path, "--yes")
        #expect(rebuilt.status == 0, "\(rebuilt.complaint)")
        #expect(try Archived(state: state).rows(Self.picture) == before)
        #expect(try Archived(state: state).counter("rejected") == 3)
        let kept = try FileManager.default.contentsOfDirectory(atPath: state.path).filter { $0.contains(".replaced-") }
        #expect(!kept.isEmpty)
        #expect(try Program.takeIn(state.path).status == 0)
        #expect(try Program.run("search", "--state", state.path, "buoy").status == 0)
    }

    @Test func databaseThatIsGone_IsNotBegunAnewBesideOriginals() throws {
        let folder = try TemporaryFolder()
        let state = try Self.filledState(folder)
        for name in ["wiredesk.db", "wiredesk.db-wal", "wiredesk.db-shm"] {
            try? FileManager.default.removeItem(at: state.appendingPathComponent(name))
        }
        #expect(try Program.takeIn(state.path).status == 74)
        #expect(try Program.run("rebuild", "--state", state.path, "--yes").status == 0)
        #expect(try Archived(state: state).rows(Self.picture).count == 63)
    }

    @Test func rebuild_IsRefused_WhileADeskRuns() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        let run = try Program.run("rebuild", "--state", desk.state.path, "--yes")
        #expect(run.status == 75)
        #expect(desk.end() == 0)
    }

    @Test func damagedOriginal_IsNamed_AndTheOthersAreRebuilt() throws {
        let folder = try TemporaryFolder()
        let state = try Self.filledState(folder)
        let originals = state.appendingPathComponent("originals")
        let files = try FileManager.default.subpathsOfDirectory(atPath: originals.path).filter { $0.hasSuffix(".zst") }
        let victim = originals.appendingPathComponent(try #require(files.sorted().first))
        let handle = try FileHandle(forWritingTo: victim)
        try handle.seek(toOffset: 20)
        try handle.write(contentsOf: Data(repeating: 0xFF, count: 10))
        try handle.close()
        let run = try Program.run("rebuild", "--state", state.path, "--yes")
        #expect(run.status == 1)
        #expect(run.complaint.contains(victim.lastPathComponent))
        #expect(try Archived(state: state).number("SELECT count(*) FROM deliveries") == files.count - 1)
    }

    @Test func damageInsideTheDatabase_IsFoundAfterAStopThatWasNotInOrder() throws {
        let folder = try TemporaryFolder()
        let state = try Self.filledState(folder)
        let desk = try RunningDesk(state: state)
        desk.end(SIGKILL)
        // A page in the middle of the file, which nothing at the start looks at.
        let database = state.appendingPathComponent("wiredesk.db")
        let roots = try Archived(state: state).number("SELECT rootpage FROM sqlite_schema WHERE name = 'versions_text'")
        let handle = try FileHandle(forWritingTo: database)
        try handle.seek(toOffset: UInt64(roots - 1) * 4096)
        try handle.write(contentsOf: Data(repeating: 0xA5, count: 4096))
        try handle.close()
        let again = try RunningDesk(state: state)
        #expect(Wait.until { again.logText.contains("The database is damaged") })
        let status = try Program.run("status", "--state", state.path, "--json").objects.first
        #expect((status?["problem"] as? String)?.contains("wiredesk rebuild") == true)
        again.end()
        #expect(again.logText.components(separatedBy: "The database is damaged").count - 1 == 1)
    }
}
