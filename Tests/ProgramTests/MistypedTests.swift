import Foundation
import Testing

/// What is said to somebody who mistyped, or finds nothing.
@Suite struct MistypedTests {
    @Test func command_ThatIsNone_IsToldWithTheNearest() throws {
        let run = try Program.run("serch", "harbour")
        #expect(run.status == 64 && run.complaint.contains("did you mean search?"), "\(run.complaint)")
        #expect(try Program.run("help", "search").status == 0)
        #expect(try Program.run("same", "--help").status == 0, "a former name is a command")
    }

    @Test func whatIsNotFound_IsSaid_WithWhatIsNear() throws {
        let stored = try StoredState()
        let nothing = try stored.run("search", "xylophone", "--language", "en")
        #expect(nothing.status == 1 && nothing.complaint.contains("no article matches xylophone --language=en"))
        let field = try stored.run("search", "colour:red bridge")
        #expect(field.complaint.contains("colour: is not a field"), "\(field.complaint)")
        let id = try #require(try stored.run("list", "--json").objects.first?["id"] as? String)
        let slip = String(id.prefix(6)) + (id.dropFirst(6).first == "a" ? "b" : "a")
        let missing = try stored.run("show", slip)
        #expect(missing.status == 1 && missing.complaint.contains("did you mean \(id)?"), "\(missing.complaint)")
    }

    @Test func erase_AndReread_TakeShortenedIds() throws {
        let stored = try StoredState()
        let id = try #require(
            try stored.run("list", "--json").objects.first { $0["headline"] as? String == "Budget passed" }?["id"]
                as? String)
        let short = String(id.prefix(5))
        #expect(try stored.run("reread", short).status == 0)
        let erased = try stored.run("erase", short, "--yes")
        #expect(erased.status == 0 && erased.output.contains("Erased \(id)"), "\(erased.complaint)")
    }
}
