import Foundation
import NewsModel
import Testing

/// What wire items say of their use, as a running desk files it and `search`, `list` and `show` tell it.
@Suite struct WireSemanticsTests {
    private let folder: TemporaryFolder
    private let desk: RunningDesk

    init() throws {
        folder = try TemporaryFolder()
        desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
    }

    @Test func correction_IsANewVersion_AndSaysSo() throws {
        try file(.lighthouse, version: 1)
        let before = try #require(try hits("lighthouse").first)
        #expect(before["version"] as? Int == 1)

        try file(
            .lighthouse, version: 2, text: Self.corrected, extra: "<signal qcode=\"sig:correction\"/>",
            note: "The year was wrong.")
        let after = try hits("lighthouse")
        #expect(after.count == 1)
        #expect(after.first?["version"] as? Int == 2)
        #expect(after.first?["id"] as? String == before["id"] as? String)
        let shown = try show(after)
        #expect(shown["editorial_note"] as? String == "Correction: The year was wrong.")
        #expect((shown["body"] as? String)?.contains("1891") == true)
        #expect(shown["wire_version"] as? String == "2")
        let text = try run("show", try id(after))
        #expect(text.output.contains("Correction: The year was wrong."))
        desk.end()
    }

    @Test func killNotice_WithdrawsTheArticle_AndSearchLeavesItOutUnlessAsked() throws {
        try file(.lighthouse, version: 1)
        let before = try hits("lighthouse")
        #expect(before.count == 1 && before.first?["withdrawn"] == nil)
        #expect(try list().count == 1)

        try file(.lighthouse, version: 2, text: "Kill this story. A revised one will not be sent.", status: "canceled")
        #expect(try hits("lighthouse").isEmpty)
        #expect(try run("search", "lighthouse").status == 1)
        #expect(try list().isEmpty)
        for option in ["--all", "--withdrawn"] {
            let found = try list(option)
            #expect(found.count == 1 && found.first?["withdrawn"] as? Bool == true, "\(option)")
        }
        #expect(try run("search", "story", "--all", "--json").objects.count == 1)
        let shown = try show(before)
        #expect(shown["withdrawn"] as? Bool == true)
        #expect(shown["pubstatus"] as? String == "cancelled")
        #expect((shown["versions"] as? [[String: Any]])?.count == 2)
        let text = try run("show", try id(before))
        #expect(text.output.contains("by its provider (cancelled)"))
        #expect(desk.logText.contains("Withdrawn \""))
        desk.end()
    }

    @Test func killNotice_WithTheWordsOfWhatItKills_Withdraws_AndAnOldCopyDoesNotBringItBack() throws {
        try file(.lighthouse, version: 1)
        let before = try hits("lighthouse")
        try file(.lighthouse, version: 2, status: "withheld")
        #expect(try hits("lighthouse").isEmpty)
        // The first version once more, as another file.
        try file(.lighthouse, version: 1, extra: "<!-- sent again -->")
        #expect(try hits("lighthouse").isEmpty)
        #expect(try show(before)["pubstatus"] as? String == "withheld")
        // The provider releases it again.
        try file(.lighthouse, version: 3, day: 9)
        #expect(try hits("lighthouse").count == 1)
        desk.end()
    }

    @Test func killNotice_ThatComesBeforeTheArticle_KeepsItWithdrawn() throws {
        try file(.lighthouse, version: 2, text: "Kill this story at once.", status: "canceled")
        try file(.lighthouse, version: 1)
        #expect(try hits("lighthouse").isEmpty)
        #expect(try list("--all").count == 1)
        desk.end()
    }

    @Test func embargo_IsMarked_AndSearchLeavesTheArticleOutUntilItsTime() throws {
        let end = Date(timeIntervalSinceNow: 8)
        try file(.ferry, version: 1, extra: "<embargoed>\(ISO8601DateFormatter().string(from: end))</embargoed>")
        #expect(try hits("ferry").isEmpty)
        #expect(try run("search", "ferry", "--all", "--json").objects.count == 1)
        let listed = try list()
        #expect(listed.count == 1 && listed.first?["embargo"] is String)
        #expect(try run("list").output.contains("EMBARGO"))
        #expect(try list("--embargoed").count == 1)
        #expect(try run("show", try id(listed)).output.contains("not to be published before"))
        #expect(Wait.until { (try? hits("ferry").count) == 1 })
        #expect(Date() >= end.addingTimeInterval(-1))
        #expect(try run("show", try id(listed)).output.contains("which is over"))
        desk.end()
    }

    // MARK: Items

    private enum Story: String {
        case lighthouse, ferry

        var headline: String { self == .lighthouse ? "Lighthouse to be sold" : "Ferry line gets a new ship" }
        var text: String {
            switch self {
            case .lighthouse:
                "The lighthouse on the outer skerry, built in 1819 and unmanned since the seventies, is to be sold, the harbour board said on Monday."
            case .ferry:
                "The ferry line across the sound gets a new ship next spring, its owner said, and will run until midnight."
            }
        }
    }

    private static let corrected =
        "The lighthouse on the outer skerry, built in 1891 and unmanned since the seventies, is to be sold, the harbour board said on Monday."

    /// Drops an item of NewsML-G2 and waits until it is filed.
    private func file(
        _ story: Story, version: Int, text: String? = nil, status: String = "usable", extra: String = "",
        note: String? = nil,
        day: Int? = nil
    ) throws {
        let deliveries = try run("deliveries", "--json").objects.count
        let day = day ?? version
        let item = """
            <?xml version="1.0" encoding="UTF-8"?>
            <newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:newsml:skerry.example:\(story.rawValue)"
              version="\(version)" standard="NewsML-G2" standardversion="2.35" conformance="power" xml:lang="en">
            <itemMeta><itemClass qcode="ninat:text"/><provider literal="Skerry Wire"/>
            <versionCreated>2024-05-0\(day)T10:00:00Z</versionCreated><firstCreated>2024-05-01T10:00:00Z</firstCreated>
            <pubStatus qcode="stat:\(status)"/>\(note.map { "<edNote>\($0)</edNote>" } ?? "")\(extra)</itemMeta>
            <contentMeta><urgency>4</urgency><headline>\(story.headline)</headline></contentMeta>
            <contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml">
            <body><p>\(text ?? story.text)</p></body></html></inlineXML></contentSet></newsItem>
            """
        let part = desk.inbox.appendingPathComponent(".\(UUID().uuidString)")
        try Data(item.utf8).write(to: part)
        try FileManager.default.moveItem(
            at: part, to: desk.inbox.appendingPathComponent("\(story.rawValue)-\(UUID().uuidString).xml"))
        let isFiled = Wait.until { (try? run("deliveries", "--json").objects.count) == deliveries + 1 }
        #expect(isFiled, "the item was not filed: \(desk.logText)")
    }

    private func hits(_ words: String) throws -> [[String: Any]] { try run("search", words, "--json").objects }

    private func list(_ options: String...) throws -> [[String: Any]] {
        try Program.run(["list", "--state", desk.state.path, "--json"] + options).objects
    }

    private func id(_ articles: [[String: Any]]) throws -> String { try #require(articles.first?["id"] as? String) }

    private func show(_ articles: [[String: Any]]) throws -> [String: Any] {
        try #require(try run("show", try id(articles), "--json").objects.first)
    }

    private func run(_ command: String, _ arguments: String...) throws -> Program.Run {
        try Program.run([command, "--state", desk.state.path] + arguments)
    }
}
