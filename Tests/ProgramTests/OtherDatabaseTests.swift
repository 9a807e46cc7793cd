import Foundation
import Testing

/// A database that is not the one that goes with the originals: what it lacks is noticed, and taken in again on command.
@Suite struct OtherDatabaseTests {
    /// How the database came to lack something.
    enum Change: String, CaseIterable, Sendable {
        /// An older copy was put in its place while the desk was stopped.
        case older
        /// An older copy was put in its place while the desk ran.
        case olderWhileRunning
        /// That of another archive was put in its place.
        case ofAnother
        /// The log was removed after the desk was killed.
        case withoutLog
    }

    private static func story(_ word: String) -> String {
        "The \(word) returns\n\nBy Ida Sample\n\nThe harbour office said on Tuesday that the \(word) had come back.\n"
    }

    private static func drop(_ text: String, _ name: String, _ state: URL) throws {
        let file = state.appendingPathComponent("inbox/" + name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    @discardableResult
    private static func once(_ state: URL) throws -> Program.Run {
        try Program.takeIn(state.path)
    }

    private static func articles(_ state: URL) throws -> [String] {
        try Archived(state: state).rows(
            """
            SELECT a.article, v.number, v.headline, v.text_hash, c.name FROM articles a JOIN versions v ON v.article = a.id
                JOIN collections c ON c.id = a.collection ORDER BY 1, 2
            """)
    }

    private static let databaseFiles = ["wiredesk.db", "wiredesk.db-wal", "wiredesk.db-shm"]

    private static func copyDatabase(from state: URL, to folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for name in databaseFiles {
            let target = folder.appendingPathComponent(name)
            try? FileManager.default.removeItem(at: target)
            let source = state.appendingPathComponent(name)
            if FileManager.default.fileExists(atPath: source.path) {
                try FileManager.default.copyItem(at: source, to: target)
            }
        }
    }

    /// A state with three articles whose database knows fewer; what it should hold, and a message of the desk that ran.
    private static func changed(_ change: Change, _ folder: TemporaryFolder) throws -> (state: URL, before: [String]) {
        let state = folder.url.appendingPathComponent("state")
        try drop(story("ferry"), "wire/ferry.txt", state)
        try once(state)
        let older = folder.url.appendingPathComponent("older")
        try copyDatabase(from: state, to: older)
        switch change {
        case .older:
            for word in ["buoy", "beacon"] {
                try drop(story(word), "\(word).txt", state)
                try once(state)
            }
            let before = try articles(state)
            try copyDatabase(from: older, to: state)
            return (state, before)
        case .olderWhileRunning:
            let desk = try RunningDesk(state: state)
            let archived = Archived(state: state)
            for (number, word) in ["buoy", "beacon"].enumerated() {
                try drop(story(word), "\(word).txt", state)
                #expect(Wait.until { (try? archived.counter("articles")) == 2 + number })
            }
            let before = try articles(state)
            try copyDatabase(from: older, to: state)
            desk.end()
            return (state, before)
        case .ofAnother:
            for word in ["buoy", "beacon"] { try drop(story(word), "\(word).txt", state) }
            try once(state)
            let before = try articles(state)
            let other = folder.url.appendingPathComponent("other")
            try drop(story("ferry"), "wire/ferry.txt", other)
            try once(other)
            try copyDatabase(from: other, to: state)
            return (state, before)
        case .withoutLog:
            let desk = try RunningDesk(state: state)
            // Somebody reads on, so that the log is not emptied into the database.
            let reader = try OpenTransaction(state)
            let archived = Archived(state: state)
            for (number, word) in ["buoy", "beacon"].enumerated() {
                try drop(story(word), "\(word).txt", state)
                #expect(Wait.until { (try? archived.counter("articles")) == 2 + number })
            }
            let before = try articles(state)
            let isTaken = Wait.until {
                (try? FileManager.default.subpathsOfDirectory(atPath: desk.inbox.path).contains { $0.hasSuffix(".txt") })
                    == false
            }
            #expect(isTaken)
            desk.end(SIGKILL)
            reader.end(SIGKILL)
            for name in databaseFiles.dropFirst() {
                try? FileManager.default.removeItem(at: state.appendingPathComponent(name))
            }
            return (state, before)
        }
    }

    @Test(arguments: Change.allCases) func whatTheDatabaseLacks_IsReported_AndTakenInAgain(change: Change) throws {
        let folder = try TemporaryFolder()
        let (state, before) = try Self.changed(change, folder)
        #expect(before.count == 3)
        let checked = try Program.run("check", "--state", state.path)
        #expect(checked.output.contains("rebuild --missing"), "\(checked.output)")
        let desk = try RunningDesk(state: state)
        let isTold = Wait.until {
            (try? Program.run("status", "--state", state.path).output.contains("rebuild --missing")) ?? false
        }
        #expect(isTold, "\(desk.logText)")
        // It goes on filing.
        try Self.drop(Self.story("lantern"), "lantern.txt", state)
        #expect(
            Wait.until {
                (try? Program.run("search", "--state", state.path, "lantern").status) == 0
            })
        #expect(desk.end() == 0)
        // It is told again after the next start, and until it is mended.
        #expect(try Program.run("check", "--state", state.path).output.contains("rebuild --missing"))
        let verified = try Program.run("verify", "--state", state.path, "--wait")
        #expect(verified.status == 1 && verified.complaint.contains("rebuild --missing"), "\(verified.complaint)")
        let rebuilt = try Program.run("rebuild", "--state", state.path, "--missing")
        #expect(rebuilt.status == 0, "\(rebuilt.complaint)")
        #expect(try Self.articles(state).filter { !$0.contains("lantern") } == before)
        #expect(try Archived(state: state).counter("originals") == 4)
        let verifiedAgain = try Program.run("verify", "--state", state.path, "--wait")
        #expect(verifiedAgain.status == 0, "\(verifiedAgain.complaint)")
        #expect(try !Program.run("check", "--state", state.path).output.contains("rebuild --missing"))
        #expect(try Program.run("rebuild", "--state", state.path, "--missing").output.contains("Nothing is missing"))
    }

    @Test func originalsThatAreOlderThanTheDatabase_AreMissedUntilTheyAreBack() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        try Self.drop(Self.story("ferry"), "ferry.txt", state)
        try Self.once(state)
        let originals = state.appendingPathComponent("originals")
        let older = folder.url.appendingPathComponent("older")
        try FileManager.default.copyItem(at: originals, to: older)
        for word in ["buoy", "beacon"] {
            try Self.drop(Self.story(word), "\(word).txt", state)
            try Self.once(state)
        }
        let backup = folder.url.appendingPathComponent("backup")
        #expect(try Program.run("backup", "--state", state.path, backup.path).status == 0)
        try FileManager.default.removeItem(at: originals)
        try FileManager.default.copyItem(at: older, to: originals)
        let missed = "2 originals that it names are not there"
        let checked = try Program.run("check", "--state", state.path)
        #expect(checked.status == 1 && checked.output.contains(missed), "\(checked.output)")
        let desk = try RunningDesk(state: state)
        let isTold = Wait.until {
            (try? Program.run("status", "--state", state.path).output.contains("verify --heal-from")) ?? false
        }
        #expect(isTold, "\(desk.logText)")
        // Neither the next start nor a rebuild of what the database lacks takes them for there.
        #expect(desk.end() == 0)
        #expect(try Program.run("rebuild", "--state", state.path, "--missing").status == 0)
        #expect(try Program.run("check", "--state", state.path).output.contains(missed))
        #expect(try Program.run("verify", "--state", state.path, "--heal-from", backup.path).status == 0)
        let again = try Program.run("check", "--state", state.path)
        #expect(again.output.contains("all originals are in it") && !again.output.contains(missed), "\(again.output)")
    }

    @Test func databaseThatIsOneBatchBehind_AfterACrash_IsAsItShouldBe() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        try Self.drop(Self.story("ferry"), "ferry.txt", state)
        try Self.once(state)
        for number in 0..<30 { try Self.drop(Self.story("buoy \(number)"), "\(number).txt", state) }
        let desk = try RunningDesk(state: state)
        let archived = Archived(state: state)
        #expect(Wait.until { (try? archived.counter("articles")) ?? 0 > 4 })
        desk.end(SIGKILL)
        #expect(try !Program.run("check", "--state", state.path).output.contains("rebuild --missing"))
        let run = try Self.once(state)
        #expect(run.status == 0 && !run.complaint.contains("rebuild --missing"), "\(run.complaint)")
        #expect(try Program.run("verify", "--state", state.path, "--wait").status == 0)
        #expect(try archived.counter("articles") == 31)
    }

    @Test func erasedText_IsNotTakenInAgain() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        let other = folder.url.appendingPathComponent("other")
        for word in ["ferry", "buoy"] { try Self.drop(Self.story(word), "\(word).txt", state) }
        // The same text in other bytes, of which this archive knows nothing.
        try Self.drop("\n" + Self.story("ferry") + "\n", "ferry.txt", other)
        try Self.once(state)
        try Self.once(other)
        let copy = folder.url.appendingPathComponent("originals")
        try FileManager.default.copyItem(at: state.appendingPathComponent("originals"), to: copy)
        let ferry = try #require(
            try Program.run("search", "--state", state.path, "--json", "ferry").objects.first?["id"] as? String)
        #expect(try Program.run("erase", "--state", state.path, ferry, "--yes").status == 0)
        let before = try Self.articles(state)
        #expect(before.count == 1)
        // Those that were erased come back as files, as by a copy of the folder from before, and the others beside them.
        for source in [copy, other.appendingPathComponent("originals")] {
            for path in try FileManager.default.subpathsOfDirectory(atPath: source.path) where path.hasSuffix(".zst") {
                let target = state.appendingPathComponent("originals/" + path)
                guard !FileManager.default.fileExists(atPath: target.path) else { continue }
                try FileManager.default.createDirectory(
                    at: target.deletingLastPathComponent(), withIntermediateDirectories: true)
                try FileManager.default.copyItem(at: source.appendingPathComponent(path), to: target)
            }
        }
        let run = try Program.run("rebuild", "--state", state.path, "--missing")
        #expect(
            run.output.contains("Read 1 originals: 0 deliveries stored") && run.output.contains("1 erased"),
            "\(run.output) \(run.complaint)")
        #expect(try Self.articles(state) == before)
        #expect(try Program.run("verify", "--state", state.path, "--wait").status == 0)
    }
}

/// Originals that are older than their database.
@Suite struct OlderOriginalsTests {
    private static func story(_ word: String) -> String {
        "The \(word) returns\n\nBy Ida Sample\n\nThe harbour office said on Tuesday that the \(word) had come back.\n"
    }

    private static func drop(_ word: String, _ name: String, _ state: URL) throws {
        let inbox = state.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        try Data(story(word).utf8).write(to: inbox.appendingPathComponent(name))
    }

    @Test func problemIsGone_WhenTheLastOriginalThatWasLostIsBack() throws {
        let folder = try TemporaryFolder()
        let state = folder.url.appendingPathComponent("state")
        try Self.drop("ferry", "ferry.txt", state)
        #expect(try Program.takeIn(state.path).status == 0)
        let originals = state.appendingPathComponent("originals")
        let older = folder.url.appendingPathComponent("older")
        try FileManager.default.copyItem(at: originals, to: older)
        for word in ["buoy", "beacon"] {
            try Self.drop(word, "\(word).txt", state)
            #expect(try Program.takeIn(state.path).status == 0)
        }
        try FileManager.default.removeItem(at: originals)
        try FileManager.default.copyItem(at: older, to: originals)
        let desk = try RunningDesk(state: state)
        func tells(_ text: String) -> Bool {
            Wait.until {
                (try? Program.run("status", "--state", state.path).output.contains(text)) ?? false
            }
        }
        #expect(tells("2 originals of the database are not there"), "\(desk.logText)")
        try Self.drop("buoy", "buoy-again.txt", state)
        #expect(tells("1 original of the database is not there"), "\(desk.logText)")
        try Self.drop("beacon", "beacon-again.txt", state)
        let isGone = Wait.until {
            (try? Program.run("status", "--state", state.path, "--json").objects.first?["problem"] is NSNull) ?? false
        }
        #expect(isGone, "\(desk.logText)")
        #expect(desk.end() == 0)
        #expect(try Archived(state: state).verifiedOriginals() == 3)
        #expect(try Program.run("check", "--state", state.path).output.contains("fine     database and originals"))
    }
}

/// A program that holds a transaction of reading open.
private final class OpenTransaction {
    private let process = Process()
    private let input = Pipe()

    init(_ state: URL) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [state.appendingPathComponent("wiredesk.db").path]
        process.standardInput = input
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(
            contentsOf: Data("BEGIN; SELECT count(*) FROM articles;\n".utf8))
        // Its answer says that the transaction has begun.
        _ = output.fileHandleForReading.availableData
    }

    func end(_ signal: Int32) {
        kill(process.processIdentifier, signal)
        process.waitUntilExit()
    }
}
