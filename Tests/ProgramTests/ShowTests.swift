import Foundation
import Testing

/// An article's versions, as `wiredesk show` tells them.
@Suite struct ShowTests {
    private static func bridge(_ stored: StoredState) throws -> String {
        let hits = try stored.run("search", "--json", "bridge").objects
        return try #require(hits.first?["id"] as? String)
    }

    @Test func differences_AreToldParagraphByParagraph_BetweenVersions() throws {
        let stored = try StoredState()
        let id = try Self.bridge(stored)
        let text = try stored.run("show", id, "--diff")
        #expect(text.status == 0, "\(text.complaint)")
        #expect(
            text.lines.dropFirst(2) == [
                "- modified: 2024-05-03T10:00:00Z", "+ modified: 2024-05-04T10:00:00Z",
                "  The new harbour bridge was opened on Monday by the mayor in the rain, after eleven years of waiting.",
                "- Some four hundred people watched as the first tram crossed the river at noon, the operator said.",
                "+ Some six hundred people watched as the first tram crossed the river at noon, the operator said.",
                "  The city had waited eleven years for the crossing, which cost forty million and two resignations.",
            ])
        #expect(
            text.lines.prefix(2) == [
                "--- version 1, delivery 1, 2024-05-03T10:00:00Z",
                "+++ version 2, delivery \(try Self.delivery(stored)), 2024-05-04T10:00:00Z",
            ])
        #expect(try stored.run("show", id, "--diff").output == text.output)

        let json = try #require(try stored.run("show", id, "--diff", "--json").objects.first)
        #expect(json["id"] as? String == id)
        let differences = try #require(json["differences"] as? [[String: Any]])
        #expect(differences.count == 1 && differences[0]["from"] as? Int == 1 && differences[0]["to"] as? Int == 2)
        let paragraphs = try #require(differences[0]["paragraphs"] as? [[String: String]])
        #expect(paragraphs.compactMap { $0["change"] } == ["keep", "remove", "add", "keep"])
        #expect(try stored.run("show", id, "--diff", "--version", "2").output == text.output)
    }

    private static func delivery(_ stored: StoredState) throws -> Int {
        try #require(try stored.run("list", "--json", "--outlet", "harbour").objects.first?["delivery"] as? Int)
    }

    @Test func firstVersion_HasNothingToBeComparedWith() throws {
        let stored = try StoredState()
        let id = try Self.bridge(stored)
        let first = try stored.run("show", id, "--diff", "--version", "1")
        #expect(first.status == 1 && first.complaint.contains("nothing to compare"))
        let ferry = try #require(try stored.run("search", "ferry", "--json").objects.first?["id"] as? String)
        #expect(try stored.run("show", ferry, "--diff").status == 1)
    }

    @Test func versions_AreShownByTheirNumbers() throws {
        let stored = try StoredState()
        let id = try Self.bridge(stored)
        let old = try #require(try stored.run("show", id, "--version", "1", "--json").objects.first)
        let new = try #require(try stored.run("show", String(id.prefix(8)).uppercased(), "--json").objects.first)
        #expect(old["version"] as? Int == 1 && new["version"] as? Int == 2)
        #expect((old["body"] as? String)?.contains("four hundred") == true)
        #expect((new["body"] as? String)?.contains("six hundred") == true)
        #expect((new["versions"] as? [Any])?.count == 2 && (new["deliveries"] as? [Any])?.count == 2)
        #expect(try stored.run("show", id, "--version", "3").status == 1)
        let original = try stored.run("show", id, "--version", "1", "--original")
        #expect(original.output == StoredState.page(crowd: "four hundred", time: "2024-05-03T10:00:00Z"))
    }
}
