import Foundation
import Testing

/// `reader.names`: people, places and quotations are looked for, or not.
@Suite struct NamesSettingTests {
    private static let story = """
        Ferry stays in port

        By Bo Sample

        The ferry from Venice stayed in port on Tuesday because of the storm. "Nobody will sail before Thursday," said
        Giulia Ferrante, the harbour master.
        """

    @Test func withoutNames_ArticlesAreStoredWithCreditsAlone_AndReadingAgainMakesUpForThem() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let settings = folder.url.appendingPathComponent("wiredesk.yaml")
        func configure(names: Bool) throws {
            let text = "state: \(state.path)\ninboxes: [{path: \(inbox.path)}]\nreader: {names: \(names)}\n"
            try Data(text.utf8).write(to: settings)
        }
        func found() throws -> [Int] {
            let archived = Archived(state: state)
            return try ["mentions", "quotations"].map { try archived.number("SELECT count(*) FROM \($0)") }
        }
        try configure(names: false)
        try Data(Self.story.utf8).write(to: inbox.appendingPathComponent("ferry.txt"))
        #expect(try Program.run("run", "--config", settings.path, "--once").status == 0)
        #expect(try found() == [0, 0])
        let article = try #require(try Program.run("list", "--config", settings.path, "--json").objects.first)
        #expect(article["headline"] as? String == "Ferry stays in port")
        try configure(names: true)
        #expect(try Program.run("reread", "--config", settings.path, "--all").status == 0)
        #expect(try found().allSatisfy { $0 > 0 })
        let quotes = try Program.run("quotes", "--config", settings.path, "--by", "Ferrante", "--json")
        #expect(quotes.objects.count == 1, "\(quotes.complaint)")
        let quotation = try #require(quotes.objects.first)
        let promised = [
            "id", "version", "headline", "outlet", "published", "language", "quotation", "kind", "speaker", "entity",
            "title", "organization", "confidence", "start", "end",
        ]
        #expect(promised.filter { quotation[$0] == nil } == [])
        #expect(quotation["entity"] as? String == "Giulia Ferrante")
        #expect(quotation["language"] as? String == "en")
    }
}
