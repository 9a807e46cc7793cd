import Foundation
import Testing

/// Pages that a browser saved with the folder of their pictures and scripts.
@Suite struct IntakeCompanionTests {
    private static let page = """
        <!DOCTYPE html><html lang="en"><head><title>Harbour opens new quay</title>
        <meta property="og:title" content="Harbour opens new quay"></head><body><article><h1>Harbour opens new quay</h1>
        <p>The harbour opened its new quay on Tuesday after three years of work, the harbour master said at noon.</p>
        <p>Two ferries and a freighter can lie there at once, and the fishing boats keep the old basin to themselves.</p>
        <p>The quay cost less than planned, and the rest of the money goes into a roof for the market hall.</p>
        </article></body></html>
        """

    private static func save(_ name: String, _ companion: String, companions: Int, in inbox: URL) throws {
        let folder = inbox.appendingPathComponent(companion)
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("deeper"), withIntermediateDirectories: true)
        for number in 0..<companions {
            let path = number % 10 == 0 ? "deeper/part-\(number).js" : "part-\(number).html"
            try Data("<html><body>frame \(number)</body></html>".utf8).write(to: folder.appendingPathComponent(path))
        }
        try Data(page.utf8).write(to: inbox.appendingPathComponent(name))
    }

    @Test(arguments: ["quay_files", "quay-Dateien", "quay_fichiers", "quay.files"])
    func pageWithEightyCompanions_IsOneStoredDelivery_AndNoRejection_AndNothingStays(companion: String) throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        try Self.save("quay.html", companion, companions: 80, in: desk.inbox)
        let archive = Archived(state: desk.state)
        #expect(Wait.until { (try? archive.counter("stored")) == 1 })
        let isEmpty = Wait.until {
            (try? FileManager.default.contentsOfDirectory(atPath: desk.inbox.path))?.isEmpty ?? false
        }
        #expect(isEmpty)
        #expect(desk.end() == 0)
        #expect(try archive.number("SELECT count(*) FROM deliveries") == 1)
        #expect(try archive.counter("rejected") == 0)
    }

    @Test func companionsOfAnInboxThatIsLeft_StayAsTheyAre() throws {
        let folder = try TemporaryFolder()
        let desk = try IntakeFloodTests.desk(folder, IntakeFloodTests.Way(take: "leave", watch: "poll"))
        let inbox = folder.url.appendingPathComponent("inbox")
        try Self.save("quay.html", "quay_files", companions: 20, in: inbox)
        let archive = Archived(state: desk.state)
        #expect(Wait.until { (try? archive.counter("stored")) == 1 })
        #expect(desk.end() == 0)
        let left = FileManager.default.enumerator(atPath: inbox.path)?.allObjects.count
        #expect(left == 1 + 1 + 1 + 20)
        #expect(try archive.number("SELECT count(*) FROM deliveries") == 1)
    }

    @Test func runOnce_RemovesTheCompanionsToo_ButNoneWithALinkInIt() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let treasure = folder.url.appendingPathComponent("treasure.txt")
        try Data("keep me".utf8).write(to: treasure)
        try Self.save("quay.html", "quay_files", companions: 5, in: inbox)
        let trap = inbox.appendingPathComponent("trap_files")
        try FileManager.default.createDirectory(at: trap, withIntermediateDirectories: true)
        try FileManager.default.createSymbolicLink(
            at: trap.appendingPathComponent("out"), withDestinationURL: folder.url)
        try Data((Self.page + "<!-- trap -->").replacingNew.utf8).write(to: inbox.appendingPathComponent("trap.html"))
        let run = try Program.takeIn(state.path)
        #expect(run.status == 0, "\(run.complaint)")
        #expect(try Archived(state: state).counter("stored") == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox.path) == ["trap_files"])
        #expect(FileManager.default.fileExists(atPath: treasure.path))
    }

    private static func story(_ word: String) -> String {
        """
        <!DOCTYPE html><html lang="en"><head><title>The \(word) returns</title></head><body><article><h1>The \(word) returns</h1>
        <p>The harbour office said on Tuesday that the \(word) had come back after eleven years, and that it would stay.</p>
        <p>Some four hundred people watched as it came in at noon, and the mayor spoke of a good day for the town.</p>
        </article></body></html>
        """
    }

    /// A folder that a page embeds in part: a frame with a frame in it, pictures, and articles of which the page knows nothing.
    private static func mixedFolder(in inbox: URL) throws {
        let folder = inbox.appendingPathComponent("case_files")
        try FileManager.default.createDirectory(
            at: folder.appendingPathComponent("more"), withIntermediateDirectories: true)
        let files: [String: String] = [
            "saved_resource.html": story("frame").replacingOccurrences(
                of: "</body>", with: "<iframe src=\"./inner%20frame.html\"></iframe></body>"),
            "inner frame.html": story("inner"), "style.css": "body { color: black }", "no-ending": "\u{0}",
            "ad.html": "<html><body><a href=\"https://shop.example\">Advertisement</a></body></html>",
            "ferry.html": story("ferry"),
            "more/buoy.txt": "Buoy found\n\nA walker found the lost buoy on the beach on Monday.",
        ]
        for (name, text) in files { try Data(text.utf8).write(to: folder.appendingPathComponent(name)) }
        try Data([0x89, 0x50, 0x4E, 0x47, 1, 2, 3]).write(to: folder.appendingPathComponent("picture"))
        let embedding = """
            <link rel="stylesheet" href="./case_files/style.css"><img srcset="case_files/picture 1x">
            <iframe src='file:///home/ida/case_files/saved_resource.html?x=1'></iframe><a href="case_files/ferry.html">Ferry</a>
            """
        try Data(page.replacingOccurrences(of: "</article>", with: embedding + "</article>").utf8).write(
            to: inbox.appendingPathComponent("case.html"))
    }

    @Test(arguments: [true, false]) func articlesInAFolder_AreDeliveriesOfTheirOwn_AndPartsGoWithThePage(
        isOnce: Bool
    ) throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Self.mixedFolder(in: inbox)
        let archive = Archived(state: state)
        if isOnce {
            let run = try Program.takeIn(state.path)
            #expect(run.status == 0, "\(run.complaint)")
        } else {
            let desk = try RunningDesk(state: state)
            let isEmpty = Wait.until {
                (try? FileManager.default.contentsOfDirectory(atPath: inbox.path))?.isEmpty ?? false
            }
            #expect(isEmpty)
            #expect(desk.end() == 0)
        }
        let names = try archive.rows("SELECT CAST(path AS TEXT) FROM deliveries WHERE outcome = 'stored' ORDER BY 1")
        #expect(names == ["case.html", "case_files/ferry.html", "case_files/more/buoy.txt"])
        #expect(try archive.number("SELECT count(*) FROM deliveries") == 3)
        #expect(
            try archive.rows("SELECT name FROM collections WHERE name <> '' ORDER BY 1") == [
                "case_files", "case_files/more",
            ])
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox.path) == [])
    }

    /// A configuration whose inbox is read and left as it is.
    private static func leavingConfiguration(_ folder: TemporaryFolder, _ inbox: URL) throws -> String {
        let file = folder.url.appendingPathComponent("wiredesk.yaml")
        let text = "state: \(folder.url.path)/state\ninboxes: [{path: \(inbox.path), take: leave}]\n"
        try Data(text.utf8).write(to: file)
        return file.path
    }

    @Test(arguments: [true, false]) func articlesInAFolderThatIsLeft_AreTheSameDeliveries_AndAreReadOnce(
        isOnce: Bool
    ) throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = folder.url.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Self.mixedFolder(in: inbox)
        let standing = try FileManager.default.subpathsOfDirectory(atPath: inbox.path).sorted()
        let configuration = try Self.leavingConfiguration(folder, inbox)
        let archive = Archived(state: state)
        for _ in 1...2 {
            if isOnce {
                let run = try Program.run("run", "--once", "--config", configuration)
                #expect(run.status == 0, "\(run.complaint)")
            } else {
                let desk = try RunningDesk(state: state, configuration: configuration)
                #expect(Wait.until { (try? archive.counter("stored")) == 3 })
                #expect(desk.end() == 0)
            }
            let names = try archive.rows(
                "SELECT CAST(path AS TEXT) FROM deliveries WHERE outcome = 'stored' ORDER BY 1")
            #expect(names == ["case.html", "case_files/ferry.html", "case_files/more/buoy.txt"])
            #expect(try archive.number("SELECT count(*) FROM deliveries") == 3)
        }
        // What comes later is read too.
        try Data(Self.story("pilot boat").utf8).write(to: inbox.appendingPathComponent("case_files/pilot.html"))
        let run = try Program.run("run", "--once", "--config", configuration)
        #expect(run.status == 0, "\(run.complaint)")
        #expect(try archive.number("SELECT count(*) FROM deliveries") == 4)
        let left = try FileManager.default.subpathsOfDirectory(atPath: inbox.path).sorted()
        #expect(left == (standing + ["case_files/pilot.html"]).sorted())
    }

    @Test func runOnce_SaysThatArticlesWaitForThePageOfTheirFolder() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        let companion = inbox.appendingPathComponent("case_files")
        try FileManager.default.createDirectory(at: companion, withIntermediateDirectories: true)
        try Data(Self.story("ferry").utf8).write(to: companion.appendingPathComponent("ferry.html"))
        let waiting = try Program.takeIn(state.path)
        #expect(waiting.status == 75, "\(waiting.complaint)")
        #expect(try Archived(state: state).number("SELECT count(*) FROM deliveries") == 0)
        // The page comes, and it knows nothing of the article.
        try Data(Self.page.utf8).write(to: inbox.appendingPathComponent("case.html"))
        let run = try Program.takeIn(state.path)
        #expect(run.status == 0, "\(run.complaint)")
        #expect(try Archived(state: state).counter("stored") == 2)
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox.path) == [])
    }

    @Test func originOfADownload_IsTheUrlOfTheArticle() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data(Self.page.utf8).write(to: inbox.appendingPathComponent("quay.html"))
        let zone =
            "[ZoneTransfer]\r\nZoneId=3\r\nReferrerUrl=https://paper.example/\r\nHostUrl=https://paper.example/quay\r\n"
        try Data(zone.utf8).write(to: inbox.appendingPathComponent("quay.html:Zone.Identifier"))
        let run = try Program.takeIn(state.path)
        #expect(run.status == 0, "\(run.complaint)")
        #expect(try Archived(state: state).rows("SELECT url FROM versions") == ["https://paper.example/quay"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox.path).isEmpty)
    }
}

extension String {
    /// Another article in the same form.
    fileprivate var replacingNew: String {
        replacingOccurrences(of: "quay", with: "lighthouse").replacingOccurrences(of: "harbour", with: "island")
    }
}
