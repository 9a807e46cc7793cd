import Foundation
import Testing

/// Questions as they are typed at a terminal.
@Suite struct QuestionTests {
    @Test func wordsThatBeginWithAMinus_Exclude_WhereverTheyStand() throws {
        let stored = try StoredState()
        for arguments in [
            ["-ferry", "tuesday"], ["-ferry tuesday"], ["tuesday", "-ferry"], ["--", "-ferry", "tuesday"],
        ] {
            let run = try Program.run(["search", "--state", stored.state.path] + arguments)
            #expect(run.status == 1 && run.complaint.contains("no article matches"), "\(arguments) \(run.complaint)")
        }
        let helped = try stored.run("search", "-rehearsal", "bridge", "--json")
        #expect(helped.objects.count == 1, "an h among the letters asks for no help")
        #expect(try stored.run("list", "-ferry", "--json").objects.isEmpty)
        #expect(try stored.run("list", "-ferry", "bridge", "--count-by", "outlet", "--json").objects.count == 1)
        #expect(try stored.run("export", "-ferry", "bridge").objects.count == 1)
        #expect(try stored.run("quotes", "--about", "-storm captain").status != 64)
        let alone = try stored.run("search", "-storm")
        #expect(alone.status == 1 && alone.complaint.contains("Only excluded words"), "\(alone.complaint)")
    }

    @Test func optionsWithOneMinus_AreToldWithTheRightOnes() throws {
        let stored = try StoredState()
        let run = try stored.run("search", "ferry", "-limit", "5")
        #expect(run.status == 64 && run.complaint.contains("did you mean --limit?"), "\(run.complaint)")
        #expect(try stored.run("search", "-h").output.contains("USAGE"))
        let unknown = try stored.run("search", "ferry", "--limt", "5")
        #expect(unknown.status == 64 && unknown.complaint.contains("--limit"), "\(unknown.complaint)")
    }

    @Test func notes_StandInHitsOfJSON_AndOnTheTerminal() throws {
        let stored = try StoredState()
        let run = try stored.run("search", "harbuor bridge zeppelin", "--json")
        let hit = try #require(run.objects.first)
        let notes = try #require(hit["notes"] as? [String])
        #expect(notes.contains { $0.hasPrefix("harbuor is in no article; harbour was looked for") }, "\(notes)")
        #expect(notes.allSatisfy { run.complaint.contains($0) })
        #expect(hit["missing"] as? [String] == ["zeppelin"])
        #expect(try stored.run("search", "harbour", "--json").objects.first?["notes"] == nil, "nothing is to be said")
    }

    @Test func listsCountsQuotesAndAlerts_SayWhatTheyLeftOut() throws {
        let stored = try StoredState()
        for command in [
            ["list", "why did the harbuor bridge open"],
            ["search", "--count-by", "day", "why did the harbuor bridge open"],
            ["export", "why did the harbuor bridge open"],
        ] {
            let run = try Program.run(command + ["--state", stored.state.path])
            #expect(run.status == 0 && run.complaint.contains("why, did, the"), "\(command) \(run.complaint)")
            #expect(run.complaint.contains("harbuor is in no article"), "\(command) \(run.complaint)")
        }
        #expect(try stored.run("list", "colour:red").complaint.contains("colour: is not a field"))
        #expect(try stored.run("quotes", "--about", "headine:harbour").complaint.contains("did you mean headline:?"))
    }

    @Test func languagesByName_AndTimesByName_AreTaken() throws {
        let stored = try StoredState()
        #expect(try stored.run("list", "--language", "english", "bridge", "--json").objects.count == 1)
        let dated = try stored.run("list", "--since", "May 2024", "--until", "May 2024", "--json")
        #expect(dated.objects.contains { $0["headline"] as? String == "Harbour bridge opens" }, "\(dated.complaint)")
        #expect(try stored.run("list", "bridge May 2024", "--json").objects.count == 1)
        let search = try stored.run("search", "bridge May 2024")
        #expect(
            search.complaint.contains("May 2024 is taken as a time (2024-05-01 to 2024-05-31)"), "\(search.complaint)")
    }

    @Test func method_CountsTheHitsOfASearch() throws {
        let stored = try StoredState()
        let told = try stored.run("search", "bridge zeppelin", "--method", "--json").objects.first
        #expect(told?["matched"] as? Int == 1)
    }

    @Test func longQuestions_AreNotRepeatedWhole() throws {
        let stored = try StoredState()
        let run = try stored.run("search", "+" + String(repeating: "zeppelin", count: 600))
        #expect(run.status == 1 && run.complaint.utf8.count < 600, "\(run.complaint.utf8.count)")
    }
}
