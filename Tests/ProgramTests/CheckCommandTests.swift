import Foundation
import Testing

/// What `wiredesk check` and `status` find wrong.
@Suite struct CheckCommandTests {
    private static func findings(_ run: Program.Run) throws -> [String: [String: Any]] {
        let list = try #require(run.objects.first?["findings"] as? [[String: Any]])
        return Dictionary(list.map { ($0["subject"] as? String ?? "", $0) }, uniquingKeysWith: { first, _ in first })
    }

    @Test func soundDesk_IsFine_RunningOrNot() throws {
        let stored = try StoredState()
        let closed = try stored.run("check", "--json", "--originals")
        #expect(closed.status == 0 && closed.lines.count == 1, "\(closed.output)")
        #expect(Set(try #require(closed.objects.first).keys) == ["fine", "findings"])
        let desk = try RunningDesk(state: stored.state)
        let open = try stored.run("check", "--json")
        #expect(open.status == 0)
        for run in [closed, open] {
            let found = try Self.findings(run)
            for subject in ["configuration", "inbox", "inotify", "reader", "state", "database", "full-text index"] {
                #expect(found[subject]?["verdict"] as? String == "fine", "\(subject): \(run.output)")
            }
            #expect(found.values.allSatisfy { Set($0.keys) == ["subject", "verdict", "detail", "remedy"] })
        }
        #expect(try Self.findings(closed)["originals"]?["verdict"] as? String == "fine")
        #expect(try Self.findings(open)["originals"]?["verdict"] as? String == "not_checked")
        #expect(desk.end() == 0)
    }

    @Test func damagedOriginal_AndDamagedIndex_AreNamed() throws {
        let stored = try StoredState()
        let archive = Archived(state: stored.state)
        let original = try #require(
            try archive.rows("SELECT original FROM delivery_list WHERE name = 'budget.txt'").first)
        try Data("not zstd".utf8).write(to: stored.state.appendingPathComponent(original))
        let run = try stored.run("check", "--json", "--originals")
        #expect(run.status == 1)
        let finding = try #require(try Self.findings(run)["originals"])
        #expect(finding["verdict"] as? String == "wrong")
        #expect((finding["detail"] as? String)?.contains(original) == true)
        #expect(finding["remedy"] is String)

        try archive.change("DELETE FROM article_index_data WHERE id > 10")
        let index = try stored.run("check", "--json")
        #expect(index.status == 1)
        #expect(try Self.findings(index)["full-text index"]?["verdict"] as? String == "wrong")
        // The running desk finds the same on request.
        let desk = try RunningDesk(state: stored.state)
        #expect(try Self.findings(stored.run("check", "--json"))["full-text index"]?["verdict"] as? String == "wrong")
        #expect(desk.end() == 0)
    }

    @Test func missingInbox_IsWrong_AndAMissingStateIsNot() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state").path
        let run = try Program.run("check", "--state", state, "--json")
        #expect(run.status == 1)
        let found = try Self.findings(run)
        #expect(found["inbox"]?["verdict"] as? String == "wrong")
        #expect((found["inbox"]?["remedy"] as? String)?.contains("install -d") == true)
        #expect(found["state"]?["verdict"] as? String == "warning")
        #expect(!FileManager.default.fileExists(atPath: state))
    }

    @Test func wrongConfiguration_IsToldAsJSONToo() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("bad.yaml")
        try Data("lanes: many\nsettel: 1s\n".utf8).write(to: file)
        let run = try Program.run("check", "--json", "--config", file.path)
        #expect(run.status == 78)
        let findings = try #require(run.objects.first?["findings"] as? [[String: Any]])
        #expect(findings.count == 2 && run.objects.first?["fine"] as? Bool == false)
    }

    /// A program that reads on and on:
    ///
    ///     sqlite3   BEGIN; SELECT ... ─────────────────────────────────────▶ (holds its read mark)
    ///     another            writes 70 MB, which the log has to keep ─▶
    ///     status                                                        names the first
    @Test func programThatHoldsTheLog_IsNamedByStatusAndCheck() throws {
        let stored = try StoredState()
        let reader = Process()
        reader.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        reader.arguments = [stored.state.appendingPathComponent("wiredesk.db").path]
        let input = Pipe()
        let output = Pipe()
        reader.standardInput = input
        reader.standardOutput = output
        try reader.run()
        input.fileHandleForWriting.write(Data("BEGIN; SELECT count(*) FROM counters;\n".utf8))
        // Its answer: the transaction is open.
        #expect(!output.fileHandleForReading.availableData.isEmpty)
        let archive = Archived(state: stored.state)
        func problem() throws -> Any? { try stored.run("status", "--json").objects.first?["problem"] }
        #expect(try problem() is NSNull)
        try archive.change("CREATE TABLE bulk(b); INSERT INTO bulk VALUES (zeroblob(70000000));")
        let text = try #require(try problem() as? String)
        #expect(text.contains("process \(reader.processIdentifier) (sqlite3)"), "\(text)")
        let check = try stored.run("check", "--json")
        #expect(check.status == 1)
        #expect(try Self.findings(check)["write-ahead log"]?["verdict"] as? String == "wrong")
        try input.fileHandleForWriting.close()
        reader.waitUntilExit()
        #expect(try problem() is NSNull)
    }
}
