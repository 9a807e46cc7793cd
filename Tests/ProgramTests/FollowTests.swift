import Foundation
import Testing

@Suite struct FollowTests {
    /// A state with two articles, and an inbox for more.
    final class Followed {
        let folder: TemporaryFolder
        let state: URL

        init() throws {
            folder = try TemporaryFolder()
            state = folder.url.appendingPathComponent("state")
            try store("one")
            try store("two")
        }

        func store(_ word: String) throws {
            let inbox = state.appendingPathComponent("inbox")
            try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
            let text =
                "Headline number \(word) of the day\n\nThe body of the article \(word) has a sentence about \(word) alone.\n"
            try Data(text.utf8).write(to: inbox.appendingPathComponent("\(word).txt"))
            #expect(try Program.takeIn(state.path).status == 0)
        }

        func follow(_ options: String...) throws -> Program.Run {
            try Program.run(["follow", "--no-wait", "--state", state.path] + options)
        }
    }

    @Test func cursorFile_GoesOnBehindWhatWasTold() throws {
        let followed = try Followed()
        let cursor = followed.folder.path + "/cursor"
        let first = try followed.follow("--all", "--cursor-file", cursor)
        #expect(first.objects.compactMap { $0["file"] as? String } == ["one.txt", "two.txt"])
        #expect(try followed.follow("--all", "--cursor-file", cursor).output.isEmpty)
        try followed.store("three")
        let rest = try followed.follow("--cursor-file", cursor)
        #expect(rest.objects.compactMap { $0["file"] as? String } == ["three.txt"])
    }

    @Test func withoutAPlace_FollowBeginsWithWhatComesFromNowOn() throws {
        let followed = try Followed()
        let cursor = followed.folder.path + "/cursor"
        #expect(try followed.follow("--cursor-file", cursor).output.isEmpty)
        try followed.store("three")
        #expect(try followed.follow("--cursor-file", cursor).objects.count == 1)
    }

    @Test func lines_HaveTheMembersOfAListAndTheirCursor() throws {
        let followed = try Followed()
        let lines = try followed.follow("--all").objects
        let list = try #require(try Program.run("list", "--json", "--state", followed.state.path).objects.first)
        let line = try #require(lines.first)
        #expect(Set(list.keys).union(["time", "cursor"]) == Set(line.keys))
        let cursor = try #require(line["cursor"] as? String)
        #expect(try followed.follow("--after", cursor).objects.count == lines.count - 1)
    }

    @Test func program_IsCalledAgainUntilItTakesTheArticle() throws {
        let followed = try Followed()
        let hook = followed.folder.url.appendingPathComponent("hook")
        let taken = followed.folder.url.appendingPathComponent("taken")
        let script = """
            #!/bin/sh
            if [ ! -e \(followed.folder.path)/failed ]; then touch \(followed.folder.path)/failed; exit 1; fi
            cat >>\(taken.path)
            """
        try Data(script.utf8).write(to: hook)
        chmod(hook.path, 0o755)
        let run = try followed.follow("--all", "--run", hook.path, "--cursor-file", followed.folder.path + "/cursor")
        #expect(run.status == 0)
        #expect(run.complaint.contains("exited with 1"))
        let lines = try String(contentsOf: taken, encoding: .utf8).split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("one.txt") == true)
    }

    @Test func program_ThatGivesUp_IsNotCalledAgain() throws {
        let followed = try Followed()
        let hook = followed.folder.url.appendingPathComponent("hook")
        try Data("#!/bin/sh\nexit 65\n".utf8).write(to: hook)
        chmod(hook.path, 0o755)
        let run = try followed.follow("--all", "--run", hook.path)
        #expect(run.status == 0)
        #expect(run.complaint.components(separatedBy: "gave up the article").count == 3)
    }

    @Test func health_IsCriticalWhileNoDeskRuns_AndUnknownWithoutAnArchive() throws {
        let followed = try Followed()
        let closed = try Program.run("check", "--health", "--state", followed.state.path)
        #expect(closed.status == 2)
        #expect(closed.output.hasPrefix("WIREDESK CRITICAL - "))
        let none = try Program.run("check", "--health", "--state", followed.folder.path + "/none")
        #expect(none.status == 3)
        let desk = try RunningDesk(state: followed.state)
        let open = try Program.run("check", "--health", "--state", followed.state.path)
        #expect(open.status == 0, "\(open.output)")
        #expect(open.output.contains("| waiting=0;;;0"))
        #expect(desk.end() == 0)
    }

    @Test func statusInFull_TellsRatesSourcesAndDisk() throws {
        let followed = try Followed()
        let status = try #require(
            try Program.run("status", "--json", "--full", "--state", followed.state.path).objects.first)
        let rates = try #require(status["rates"] as? [String: [String: Int]])
        #expect(rates["minute"]?["stored"] == 2 || rates["hour"]?["stored"] == 2)
        #expect(rates["day"]?["versions"] == 2)
        #expect((status["slowest"] as? [Any])?.count == 2)
        #expect((status["waiting_ages"] as? [Any])?.isEmpty == false)
        #expect(((status["disk"] as? [String: Any])?["free_bytes"] as? Int ?? 0) > 0)
    }
}
