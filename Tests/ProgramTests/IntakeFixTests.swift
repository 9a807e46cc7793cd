import Foundation
import Testing

/// Ways in which an intake once lost files, stole them or span, found by review.
@Suite struct IntakeFixTests {
    private static let story = """
        Buoy found ashore

        A walker found the lost buoy on the north beach on Sunday, the harbour office said.
        """

    private static func desk() throws -> (TemporaryFolder, RunningDesk) {
        let folder = try TemporaryFolder()
        return (folder, try RunningDesk(state: folder.url.appendingPathComponent("state")))
    }

    private static func stored(_ desk: RunningDesk, _ count: Int) -> Bool {
        Wait.until { (try? Archived(state: desk.state).counter("stored")) == count }
    }

    @Test func messageInAMaildirsTmp_IsLeftAlone_AlsoInOneMadeOnTheFly() throws {
        let (folder, desk) = try Self.desk()
        defer { withExtendedLifetime(folder) {} }
        for name in ["box", "box/tmp", "box/cur", "box/new"] {
            try FileManager.default.createDirectory(
                at: desk.inbox.appendingPathComponent(name), withIntermediateDirectories: false)
        }
        let message = desk.inbox.appendingPathComponent("box/tmp/message")
        try Data(Self.story.utf8).write(to: message)
        // A later file that is stored shows that the earlier one was passed over, not merely late.
        try Data((Self.story + " Later.").utf8).write(to: desk.inbox.appendingPathComponent("later.txt"))
        #expect(Self.stored(desk, 1))
        #expect(FileManager.default.fileExists(atPath: message.path))
        try FileManager.default.moveItem(at: message, to: desk.inbox.appendingPathComponent("box/new/message"))
        #expect(Self.stored(desk, 2))
        #expect(desk.end() == 0)
        #expect(try Archived(state: desk.state).number("SELECT count(*) FROM deliveries") == 2)
    }

    @Test func inboxThatIsRemovedAndMadeAnew_IsTakenUpAgain() throws {
        let (folder, desk) = try Self.desk()
        defer { withExtendedLifetime(folder) {} }
        try FileManager.default.removeItem(at: desk.inbox)
        try FileManager.default.createDirectory(at: desk.inbox, withIntermediateDirectories: false)
        try Data(Self.story.utf8).write(to: desk.inbox.appendingPathComponent("a.txt"))
        #expect(Self.stored(desk, 1))
        #expect(desk.end() == 0)
    }

    @Test func inboxThatIsNoFolder_IsSaidToWait() throws {
        let folder = try TemporaryFolder()
        let file = try folder.file("inbox")
        let run = try Program.run("run", "--state", folder.path + "/state", "--inbox", file.path, "--once")
        #expect(run.status == 75)
        #expect(run.complaint.contains("cannot be opened"))
    }

    @Test(.enabled(if: geteuid() == 0)) func moreUnreadableFilesThanAreRemembered_LeaveARunOnceEnding() throws {
        let folder = try TemporaryFolder()
        let inbox = folder.url.appendingPathComponent("state/inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for number in 0..<4300 {
            let path = inbox.appendingPathComponent("f\(number).txt").path
            try Data(Self.story.utf8).write(to: URL(fileURLWithPath: path))
            chmod(path, 0o000)
        }
        for path in [folder.path, folder.path + "/state", inbox.path] { chown(path, 65534, 65534) }
        let run = try Program.run(
            ["run", "--state", folder.path + "/state", "--once"], seconds: 600,
            runner: ["/usr/bin/setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"])
        #expect(run.status == 75)
        #expect(run.complaint.contains("may not read it"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: inbox.path).count == 4300)
    }
}
