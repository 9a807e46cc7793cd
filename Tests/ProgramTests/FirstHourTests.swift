import Foundation
import Testing

/// Small things that a new user meets in the first hour.
@Suite struct FirstHourTests {
    @Test func closedStandardDescriptors_AreNotTakenByFiles() throws {
        let stored = try StoredState()
        // Without any of the three the first files that are opened would be 0, 1 and 2.
        let shell = ["/bin/sh", "-c", "exec \"$0\" \"$@\" <&- >&- 2>&-"]
        for command in [
            ["tag", "zzzz", "word"], ["list"], ["status"], ["run", "--once"], ["backup", stored.folder.path + "/b"],
        ] {
            _ = try Program.run(command + ["--state", stored.state.path], runner: shell)
        }
        #expect(try Archived(state: stored.state).rows("PRAGMA integrity_check") == ["ok"])
        #expect(try Archived(state: stored.state).verifiedOriginals() > 0)
        #expect(try stored.run("list", "--json").objects.count == 3)
        #expect(try Program.run("search", "--state", stored.folder.path + "/b", "ferry").status == 0)
    }

    @Test(.enabled(if: geteuid() == 0, "only root can run programs as other users"))
    func inboxAdd_WithoutTheRight_SaysWhatIsToBeDone() throws {
        let folder = try TemporaryFolder()
        #expect(chmod(folder.path, 0o755) == 0)
        let file = try folder.file("desk.yaml")
        let inbox = folder.url.appendingPathComponent("wire")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        #expect(chmod(inbox.path, 0o777) == 0)
        try Data("# mine\nstate: \(folder.path)/state\n".utf8).write(to: file)
        let stranger = ["/usr/bin/setpriv", "--reuid=61003", "--regid=61004", "--clear-groups"]
        let run = try Program.run(
            ["inbox", "add", inbox.path, "--force", "--config", file.path], runner: stranger)
        #expect(run.status == 74 && run.complaint.contains("nothing was changed"), "\(run)")
        #expect(run.output.contains("path: \(inbox.path)") && run.output.contains("# mine"))
        #expect(try String(contentsOf: file, encoding: .utf8) == "# mine\nstate: \(folder.path)/state\n")
        let wrong = try Program.run("inbox", "add", file.path, "--config", file.path)
        #expect(wrong.complaint.contains("is a file"), "\(wrong.complaint)")
    }

    @Test func undatedArticles_AndDates_AreShownAsWhatTheyAre_AndEmptyMonthsAreZero() throws {
        let stored = try StoredState()
        try stored.drop(
            StoredState.page(crowd: "nine", time: "2024-08-05T10:00:00Z").replacingOccurrences(
                of: "/news/bridge", with: "/b2"
            )
            .replacingOccurrences(of: "2024-05-03T10:00:00Z", with: "2024-08-05")
            .replacingOccurrences(of: "Harbour bridge", with: "Canal lock"), "second.html")
        #expect(try stored.once().status == 0)
        let list = try stored.run("list", "--all").output
        #expect(list.contains("undated, came 20") && list.contains("2024-08-05  The Harbour Courier"), "\(list)")
        let months = try Program.run(
            "list", "--all", "--state", stored.state.path, "--outlet", "courier", "--count-by", "month"
        ).lines
        #expect(months.map { $0.prefix(7) } == ["2024-05", "2024-06", "2024-07", "2024-08"], "\(months)")
        #expect(months[1].split(separator: " ")[1] == "0")
        let status = try stored.run("status", "--full").output
        #expect(!status.contains("grows by") && !status.contains("which will do"))
    }

    @Test func unwritableMetricsFile_IsToldByCheck() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("desk.yaml")
        try Data("state: \(folder.path)/state\nmetrics: \(folder.path)/nowhere/wiredesk.prom\n".utf8).write(to: file)
        #expect(try Program.run("check", "--config", file.path).output.contains("metrics"))
        #expect(try Program.run("check", "--config", file.path).output.contains("may not write \(folder.path)/nowhere"))
    }
}
