import Foundation
import Testing

/// Inboxes that cannot be watched as usual.
@Suite struct IntakeWatchTests {
    /// A daemon in a user namespace of its own, whose inotify limits are as small as a test wants them.
    private static func limitedDesk(_ folder: TemporaryFolder, _ setting: String, _ limit: Int) throws -> RunningDesk {
        try RunningDesk(
            state: folder.url.appendingPathComponent("state"), configuration: try Self.configuration(folder),
            wrapper: [
                "/usr/bin/unshare", "--user", "--map-root-user", "/bin/sh", "-c",
                "echo \(limit) >/proc/sys/user/\(setting) && exec \"$0\" \"$@\"",
            ])
    }

    private static func configuration(_ folder: TemporaryFolder, take: String = "move") throws -> String {
        let file = folder.url.appendingPathComponent("wiredesk.yaml")
        let inbox = folder.url.appendingPathComponent("inbox")
        try Data(
            "state: \(folder.path)/state\npoll: 200ms\ninboxes:\n  - path: \(inbox.path)\n    take: \(take)\n".utf8
        ).write(to: file)
        return file.path
    }

    struct Limit {
        var setting: String
        var value: Int
        var named: String
    }

    @Test(arguments: [
        Limit(setting: "max_inotify_watches", value: 3, named: "fs.inotify.max_user_watches"),
        Limit(setting: "max_inotify_instances", value: 0, named: "fs.inotify.max_user_instances"),
    ])
    func inotifyLimitReached_IsNamed_AndTheInboxIsPolled(limit: Limit) throws {
        let folder = try TemporaryFolder()
        let inbox = folder.url.appendingPathComponent("inbox")
        let arrivals = IntakeArrivals(inbox: inbox, outside: folder.url)
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        for number in 0..<6 { arrivals.makeFolder("f\(number)") }
        let desk = try Self.limitedDesk(folder, limit.setting, limit.value)
        for number in 0..<6 { arrivals.copy(number, to: "f\(number)/a.txt") }
        let archive = Archived(state: desk.state)
        #expect(Wait.until { (try? archive.counter("stored")) == 6 })
        #expect(desk.end() == 0)
        #expect(desk.logText.contains("sysctl \(limit.named)="), "\(desk.logText)")
        #expect(try archive.number("SELECT count(*) FROM deliveries") == 6)
    }

    @Test func inboxRenamedAway_IsWaitedFor_AndTakenUpAgain() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        let away = folder.url.appendingPathComponent("away")
        try FileManager.default.moveItem(at: desk.inbox, to: away)
        #expect(Wait.until { desk.logText.contains("cannot be opened") })
        IntakeArrivals(inbox: away, outside: folder.url).copy(1, to: "a.txt")
        try FileManager.default.moveItem(at: away, to: desk.inbox)
        let archive = Archived(state: desk.state)
        #expect(Wait.until { (try? archive.counter("stored")) == 1 })
        IntakeArrivals(inbox: desk.inbox, outside: folder.url).copy(2, to: "b.txt")
        #expect(Wait.until { (try? archive.counter("stored")) == 2 })
        #expect(desk.end() == 0)
        #expect(desk.logText.contains("is there again"))
    }

    @Test(.enabled(if: geteuid() == 0, "mounting is for root"), arguments: ["auto", "poll"])
    func fileSystemMountedOverAnInbox_AndUnmounted_IsTakenUpEachTime(watch: String) throws {
        let folder = try TemporaryFolder()
        let inbox = folder.url.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let file = folder.url.appendingPathComponent("wiredesk.yaml")
        try Data(
            "state: \(folder.path)/state\npoll: 200ms\ninboxes:\n  - path: \(inbox.path)\n    watch: \(watch)\n".utf8
        )
        .write(to: file)
        let desk = try RunningDesk(
            state: folder.url.appendingPathComponent("state"), configuration: file.path)
        let archive = Archived(state: desk.state)
        #expect(mount("none", inbox.path, "tmpfs", 0, nil) == 0)
        defer { umount2(inbox.path, Int32(MNT_DETACH)) }
        IntakeArrivals(inbox: inbox, outside: folder.url).copy(1, to: "over.txt")
        #expect(Wait.until { (try? archive.counter("stored")) == 1 })
        // Lazily, since the desk has its folder open until it looks again.
        #expect(umount2(inbox.path, Int32(MNT_DETACH)) == 0)
        IntakeArrivals(inbox: inbox, outside: folder.url).copy(2, to: "under.txt")
        #expect(Wait.until { (try? archive.counter("stored")) == 2 })
        #expect(desk.end() == 0)
    }

    /// The watch of the folder is one of what stands below the mount.
    @Test(.enabled(if: geteuid() == 0, "mounting is for root"))
    func fileSystemMountedBelowAnInbox_IsReadAtOnce_AndSoIsWhatItCovered() throws {
        let folder = try TemporaryFolder()
        let desk = try RunningDesk(state: folder.url.appendingPathComponent("state"))
        let archive = Archived(state: desk.state)
        let below = desk.inbox.appendingPathComponent("agency")
        let arrivals = IntakeArrivals(inbox: desk.inbox, outside: folder.url)
        arrivals.makeFolder("agency")
        arrivals.copy(0, to: "agency/before.txt")
        #expect(Wait.until { (try? archive.counter("stored")) == 1 })
        #expect(mount("none", below.path, "tmpfs", 0, nil) == 0)
        defer { umount2(below.path, Int32(MNT_DETACH)) }
        arrivals.copy(1, to: "agency/over.txt")
        #expect(Wait.until { (try? archive.counter("stored")) == 2 })
        #expect(umount2(below.path, Int32(MNT_DETACH)) == 0)
        arrivals.copy(2, to: "agency/under.txt")
        #expect(Wait.until { (try? archive.counter("stored")) == 3 })
        #expect(desk.end() == 0)
    }

    @Test(.enabled(if: geteuid() == 0, "a read-only mount is for root"))
    func folderWhoseFilesMayNotBeRemoved_IsStoredOnce_AndReportedOnce() throws {
        let folder = try TemporaryFolder()
        let inbox = folder.url.appendingPathComponent("inbox")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let arrivals = IntakeArrivals(inbox: inbox, outside: folder.url)
        arrivals.copy(1, to: "a.txt")
        #expect(mount(inbox.path, inbox.path, nil, UInt(MS_BIND), nil) == 0)
        defer { umount2(inbox.path, Int32(MNT_DETACH)) }
        #expect(
            mount(nil, inbox.path, nil, UInt(MS_BIND | MS_REMOUNT | MS_RDONLY), nil) == 0)
        let file = folder.url.appendingPathComponent("wiredesk.yaml")
        // Looked through many times within the test.
        try Data("state: \(folder.path)/state\npoll: 100ms\ninboxes:\n  - path: \(inbox.path)\n    watch: poll\n".utf8)
            .write(to: file)
        let desk = try RunningDesk(
            state: folder.url.appendingPathComponent("state"), configuration: file.path)
        let archive = Archived(state: desk.state)
        #expect(Wait.until { (try? archive.counter("stored")) == 1 })
        let status = Wait.until {
            (try? Program.run("status", "--state", desk.state.path, "--json").objects.first?["problem"] as? String)?
                .contains("may not be removed") ?? false
        }
        #expect(status)
        #expect(desk.end() == 0)
        #expect(try archive.number("SELECT count(*) FROM deliveries") == 1)
        #expect(desk.logText.components(separatedBy: "may not be removed").count == 2, "\(desk.logText)")
    }
}
