import Foundation
import Testing

/// What somebody who studies the archive asks for: tagged articles, samples that can be drawn again, shares, and how it was asked.
@Suite struct StudyTests {
    private static func archive(of count: Int) throws -> (folder: TemporaryFolder, state: String) {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for number in 0..<count {
            let subject = number % 3 == 0 ? "budget" : "harbour"
            let text =
                "Report \(number) of the \(subject)\n\nThe council spoke about the \(subject) for \(number + 2) hours on Monday.\n"
            try Data(text.utf8).write(to: inbox.appendingPathComponent("report-\(number).txt"))
        }
        #expect(try Program.takeIn(state.path).status == 0)
        return (folder, state.path)
    }

    private static func ids(_ run: Program.Run) -> [String] { run.objects.compactMap { $0["id"] as? String } }

    @Test func sample_IsDrawnAgainBySeed_AndLeavesTheOrderOfTheList() throws {
        let (folder, state) = try Self.archive(of: 12)
        defer { withExtendedLifetime(folder) {} }
        let all = Self.ids(try Program.run("list", "--json", "--state", state))
        #expect(all.count == 12)
        func sample(_ seed: String, _ command: [String] = ["list"]) throws -> [String] {
            let run = try Program.run(command + ["--sample", "4", "--seed", seed, "--json", "--state", state])
            #expect(run.status == 0 && run.complaint.contains("--seed \(seed)"), "\(run.complaint)")
            return Self.ids(run)
        }
        let drawn = try sample("7")
        #expect(drawn.count == 4 && drawn == all.filter(drawn.contains))
        #expect(try sample("7") == drawn)
        #expect(try (8...12).contains { try sample(String($0)) != drawn })
        #expect(
            try Set(sample("7", ["search", "council"])) == Set(drawn), "a search of all articles draws the same ones")
        #expect(try Program.run("list", "--sample", "4", "--limit", "2", "--state", state).status == 64)
        #expect(try Program.run("list", "--seed", "4", "--state", state).status == 64)
    }

    @Test func share_IsOfAllArticlesUnderTheSameFilters() throws {
        let (folder, state) = try Self.archive(of: 12)
        defer { withExtendedLifetime(folder) {} }
        let run = try Program.run(
            "list", "+budget", "--count-by", "language", "--share", "--json", "--state", state)
        let count = try #require(run.objects.first)
        #expect(count["count"] as? Int == 4)
        #expect(abs((count["share"] as? Double ?? 0) - 4.0 / 12) < 0.001)
        #expect(try Program.run("list", "--share", "--state", state).status == 64)
    }

    @Test func tag_LimitsAListAndASearch() throws {
        let (folder, state) = try Self.archive(of: 4)
        defer { withExtendedLifetime(folder) {} }
        let id = try #require(Self.ids(try Program.run("list", "--json", "--state", state)).last)
        #expect(try Program.run("tag", id, "thesis part 2", "--state", state).status == 0)
        for command in [["list"], ["search", "council"]] {
            let tagged = try Program.run(command + ["--tag", "thesis part 2", "--json", "--state", state])
            #expect(Self.ids(tagged) == [id], "\(command)")
        }
        #expect(try Program.run("list", "--tag", "thesis", "--state", state).status == 1)
    }

    @Test func method_TellsWhatWasAskedOfWhichArchive() throws {
        let (folder, state) = try Self.archive(of: 6)
        defer { withExtendedLifetime(folder) {} }
        let run = try Program.run(
            "search", "+harbour", "--language", "en", "--sample", "2", "--seed", "9", "--method", "--json", "--state",
            state)
        let told = try #require(run.objects.first)
        #expect(told["query"] as? String == "+harbour")
        #expect(told["filters"] as? [String] == ["--language=en", "--sample=2", "--seed=9"])
        #expect(told["matched"] as? Int == 4 && told["articles"] as? Int == 6)
        #expect((told["program"] as? String)?.hasPrefix("wiredesk ") == true)
        #expect(told["last_delivery"] is String && told["asked"] is String)
        let text = try Program.run("list", "--method", "--state", state)
        #expect(text.status == 0 && text.output.contains("articles in the archive  6"))
    }
}
