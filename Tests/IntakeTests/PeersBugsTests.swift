import Dispatch
import Foundation
import Glibc
import LinuxSystem
import NewsModel
import Synchronization
import Testing

@testable import Intake

/// One test for each way in which programs that watch folders are known to lose files, or to take them twice or half.
@Suite struct PeersBugsTests {
    /// A writer that pauses for seven seconds, many times the quiet period; the tracker's own clock makes them pass at once.
    @Test func fileWrittenHalf_ContinuedAfterSevenSeconds_IsNotCompleteBeforeItIsClosed() {
        let path = Array("half.txt".utf8)
        let refused = WriterPresence.unknown(SystemError(operation: "lease", path: "", code: EACCES))
        let seven = UInt64(7_000_000_000)
        func identity(_ size: Int64) -> FileIdentity {
            FileIdentity(device: 1, inode: 1, size: size, modifiedNanoseconds: 0, changedNanoseconds: size)
        }
        var tracker = SettleTracker(
            SettleTracker.Periods(quiet: 300_000_000, unseen: 3_000_000_000, patience: 600_000_000_000))
        tracker.changed(path, now: 0)
        #expect(tracker.takeDue(now: seven, limit: 10) == [path])
        let half = tracker.judge(path, identity(10), writer: refused, now: seven)
        #expect(half == .waitsForWriter)
        // The second half comes with an event, and the end too.
        tracker.changed(path, now: seven + 1)
        tracker.closed(path, identity(20), now: 2 * seven)
        #expect(tracker.takeDue(now: 2 * seven, limit: 10).isEmpty)
        #expect(tracker.takeDue(now: 2 * seven + 300_000_000, limit: 10) == [path])
        let whole = tracker.judge(path, identity(20), writer: nil, now: 2 * seven + 300_000_000)
        #expect(whole == .complete)
    }

    /// A writer that closes the half and opens it again later has it taken, and then the whole as a file of its own.
    @Test func fileContinuedAfterItWasTaken_IsTakenAgainWhole() throws {
        let harness = try IntakeHarness()
        harness.start()
        try harness.write("half.txt", "first half, ")
        #expect(harness.settled(files: 1))
        let handle = try FileHandle(forWritingTo: harness.inbox.appendingPathComponent("half.txt"))
        try handle.seekToEnd()
        try handle.write(contentsOf: Data("second half".utf8))
        try handle.close()
        #expect(harness.settled(files: 2))
        #expect(harness.files.map(\.identity.size) == [12, 23])
    }

    /// Files keep coming before, while and after the watch is set up.
    @Test func filesCreatedWhileTheWatcherIsBeingSetUp_AreAllTakenOnce() throws {
        let harness = try IntakeHarness { inbox in
            for number in 0..<50 {
                try Data("x".utf8).write(to: inbox.appendingPathComponent("before-\(number).txt"))
            }
        }
        let inbox = harness.inbox.path
        let writer = Thread {
            for number in 0..<300 {
                let folder = "\(inbox)/f\(number % 20)"
                mkdir(folder, 0o755)
                let file = open("\(folder)/\(number).txt", O_WRONLY | O_CREAT, 0o644)
                Glibc.write(file, "text", 4)
                close(file)
            }
        }
        writer.start()
        harness.start()
        #expect(harness.settled(files: 350))
        #expect(Set(harness.paths).count == 350)
        #expect(harness.files.count == 350)
    }

    @Test func folderMovedIn_WithFoldersInIt_IsTakenWhole_AndWatchedFromThenOn() throws {
        let harness = try IntakeHarness()
        let outside = harness.folder.appendingPathComponent("outside/deep/deeper")
        try FileManager.default.createDirectory(at: outside, withIntermediateDirectories: true)
        try Data("a".utf8).write(to: outside.appendingPathComponent("a.txt"))
        try Data("b".utf8).write(to: harness.folder.appendingPathComponent("outside/b.txt"))
        harness.start()
        try FileManager.default.moveItem(
            at: harness.folder.appendingPathComponent("outside"), to: harness.inbox.appendingPathComponent("in"))
        #expect(harness.settled(files: 2))
        try harness.write("in/deep/deeper/c.txt")
        #expect(harness.settled(files: 3))
        #expect(Set(harness.paths) == ["in/b.txt", "in/deep/deeper/a.txt", "in/deep/deeper/c.txt"])
    }

    @Test func folderMade_AndWrittenIntoAtOnce_LosesNothing() throws {
        let harness = try IntakeHarness()
        harness.start()
        for number in 0..<200 {
            let folder = harness.inbox.path + "/f\(number)"
            mkdir(folder, 0o755)
            let file = open(folder + "/a.txt", O_WRONLY | O_CREAT, 0o644)
            Glibc.write(file, "text", 4)
            close(file)
        }
        #expect(harness.settled(files: 200))
        #expect(Set(harness.paths).count == 200)
    }

    @Test(arguments: [-3_000_000_000, 0, 1, 4_000_000_000])
    func fileOfAnyMtime_MovedIn_IsNew(seconds: Int) throws {
        let harness = try IntakeHarness()
        harness.start()
        try harness.write("first.txt")
        #expect(harness.settled(files: 1))
        let outside = harness.folder.appendingPathComponent("old.txt")
        try Data("old".utf8).write(to: outside)
        let time = timespec(tv_sec: seconds, tv_nsec: 0)
        #expect(utimensat(AT_FDCWD, outside.path, [time, time], 0) == 0)
        #expect(rename(outside.path, harness.inbox.path + "/old.txt") == 0)
        #expect(harness.settled(files: 2))
        #expect(harness.paths == ["first.txt", "old.txt"])
    }

    /// ext4 gives the number of a removed file to the next one.
    @Test func newFile_WithTheInodeAndNameOfATakenOne_IsTaken() throws {
        let harness = try IntakeHarness()
        harness.start()
        for number in 1...5 {
            try harness.write("same.txt", "text")
            #expect(harness.settled(files: number))
            try FileManager.default.removeItem(at: harness.inbox.appendingPathComponent("same.txt"))
        }
        #expect(harness.paths == Array(repeating: "same.txt", count: 5))
    }

    @Test func fileOfNoBytes_IsHandedOut_AndAgainWhenItIsFilled() throws {
        let harness = try IntakeHarness()
        harness.start()
        try harness.write("empty.txt", "")
        #expect(harness.settled(files: 1))
        #expect(harness.files.first?.identity.size == 0)
        let handle = try FileHandle(forWritingTo: harness.inbox.appendingPathComponent("empty.txt"))
        try handle.write(contentsOf: Data("filled".utf8))
        try handle.close()
        #expect(harness.settled(files: 2))
        #expect(harness.files.last?.identity.size == 6)
    }

    @Test(arguments: [InboxSettings.Watch.auto, .poll])
    func namesThatAreNotUTF8_AreTakenByTheirBytes(watch: InboxSettings.Watch) throws {
        let harness = try IntakeHarness(watch: watch)
        harness.start()
        let folder: [UInt8] = [0x6F, 0xF6]
        let name: [UInt8] = [0xFF, 0xFE, 0x0A, 0x2E, 0x74]
        let root = Array(harness.inbox.path.utf8)
        let path = root + [0x2F] + folder
        _ = (path + [0]).withUnsafeBytes { mkdir($0.assumingMemoryBound(to: CChar.self).baseAddress!, 0o755) }
        let file = (path + [0x2F] + name + [0]).withUnsafeBytes {
            open($0.assumingMemoryBound(to: CChar.self).baseAddress!, O_WRONLY | O_CREAT, 0o644)
        }
        Glibc.write(file, "text", 4)
        close(file)
        #expect(harness.settled(files: 1))
        #expect(harness.files.map(\.path.bytes) == [folder + [0x2F] + name])
    }

    /// The wall clock stands in 1971 while all files are of now, and the monotonic one goes on.
    @Test func wallClockSetBack_DelaysNothing() throws {
        struct SetBack: Clock {
            var monotonicNanoseconds: UInt64 { SystemClock().monotonicNanoseconds }
            var wallMilliseconds: Int64 { 365 * 86_400_000 }
        }
        let harness = try IntakeHarness(clock: SetBack())
        harness.start()
        try harness.write("a.txt")
        #expect(harness.settled(files: 1))
        let page = harness.inbox.appendingPathComponent("p_files")
        try FileManager.default.createDirectory(at: page, withIntermediateDirectories: true)
        let result = CompanionRemover().remove(
            Array("p_files".utf8), in: try Descriptor.directory(path: harness.inbox.path),
            wallMilliseconds: SetBack().wallMilliseconds)
        #expect(result == .removed)
    }

    /// A path that no call takes whole: it is told once, and the scans come to rest.
    @Test func pathBeyondTheLimitOfTheSystem_IsTold_AndNotSoughtAgainAndAgain() throws {
        let harness = try IntakeHarness { inbox in
            var folder = open(inbox.path, O_RDONLY | O_DIRECTORY)
            let name = String(repeating: "d", count: 250)
            for _ in 0..<17 {
                #expect(mkdirat(folder, name, 0o755) == 0)
                let next = openat(folder, name, O_RDONLY | O_DIRECTORY)
                close(folder)
                folder = next
            }
            let file = openat(folder, "deep.txt", O_WRONLY | O_CREAT, 0o644)
            Glibc.write(file, "text", 4)
            close(file)
            close(folder)
        }
        harness.start()
        try harness.write("a.txt")
        let idle = DispatchSemaphore(value: 0)
        harness.intake.whenIdle { idle.signal() }
        #expect(idle.wait(timeout: .now() + 20) == .success)
        #expect(harness.paths == ["a.txt"])
        let told = harness.events.count { if case .unreadable = $0 { true } else { false } }
        #expect(told == 1)
        #expect(harness.intake.status().unreadable == 1)
    }
}
