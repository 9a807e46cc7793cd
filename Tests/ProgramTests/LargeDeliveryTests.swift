import Foundation
import Testing

/// A delivery of thousands of articles: committed in parts, searchable while it is read, exact after any crash.
@Suite(.serialized) struct LargeDeliveryTests {
    private static let records = 3000
    /// Every so manieth record is one that is damaged.
    private static let damagedEvery = 500

    @Test func killedInTheMiddleAgainAndAgain_AllIsThereOnce() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Self.archive().write(to: inbox.appendingPathComponent("crawl.warc"))
        let archive = Archived(state: state)

        var seen = 0
        for _ in 0..<4 {
            let desk = try RunningDesk(state: state)
            let grew = Wait.until(seconds: 60) { ((try? archive.number("SELECT count(*) FROM articles")) ?? 0) > seen }
            #expect(grew, "articles are to be seen while the delivery is read")
            desk.end(SIGKILL)
            let now = try archive.number("SELECT count(*) FROM articles")
            #expect(now >= seen)
            seen = now
            if now == Self.records - Self.damaged { break }
        }
        // What was committed before the end is found.
        #expect(seen > 0)
        let hit = try Program.run("search", "--state", state.path, "--json", "\"harbour report number 1\"")
        #expect(hit.objects.count >= 1)

        let last = try Program.run("run", "--state", state.path, "--once", seconds: 600)
        #expect(last.status == 0, "\(last.complaint.suffix(2000))")
        let good = Self.records - Self.damaged
        #expect(try archive.number("SELECT count(*) FROM articles") == good)
        #expect(try archive.number("SELECT count(*) FROM versions") == good)
        #expect(try archive.number("SELECT count(DISTINCT headline) FROM versions") == good)
        #expect(try archive.number("SELECT count(DISTINCT member) FROM versions") == good)
        #expect(try archive.number("SELECT count(*) FROM member_errors") == Self.damaged)
        #expect(try archive.rows("SELECT outcome, partial, articles FROM deliveries") == ["stored|1|\(good)"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox.path).isEmpty)
        #expect(try archive.rows("PRAGMA integrity_check") == ["ok"])
    }

    @Test func linesOfALargeFile_ComeInOrder_BesideSmallOnes() throws {
        let folder = try TemporaryFolder()
        let large = folder.url.appendingPathComponent("a.warc")
        let small = folder.url.appendingPathComponent("b.txt")
        try Self.archive().write(to: large)
        try Data(
            "Small report\n\nThe harbour master counted a single vessel on the day, and that was all he did.\n".utf8
        ).write(to: small)
        let run = try Program.run("read", "--jobs", "2", small.path, large.path, small.path, seconds: 120)
        let files = run.objects.compactMap { $0["file"] as? String }
        #expect(files.count == Self.records + 2)
        #expect(files.first == small.path && files.last == small.path)
        let good = run.objects.filter { $0["error"] == nil && $0["file"] as? String == large.path }
        #expect(good.count == Self.records - Self.damaged)
        #expect(good.compactMap { $0["index"] as? Int } == Array(0..<good.count))
        #expect(run.status == 1)
    }

    private static var damaged: Int { records / damagedEvery }

    /// A web archive in which some records do not say how long they are.
    private static func archive() -> Data {
        var bytes = Data()
        for number in 0..<records {
            let isDamaged = number % damagedEvery == damagedEvery - 1
            let text = """
                Harbour report number \(number)

                The harbour master counted \(number) vessels on the day, which is \(number % 7) more than the day before.

                Nobody could say why, and the ferry to the islands was late again, as it had been in week \(number % 53).
                """
            bytes += Data(
                """
                WARC/1.1\r
                WARC-Type: conversion\r
                WARC-Target-URI: https://gazette.example/reports/\(number)\r
                WARC-Date: 2024-11-02T12:30:00Z\r
                Content-Type: text/plain\r
                Content-Length: \(isDamaged ? "unknown" : String(text.utf8.count))\r
                \r
                \(text)\r
                \r

                """.utf8)
        }
        return bytes
    }
}
