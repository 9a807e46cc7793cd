import Foundation
import LinuxSystem
import NewsModel
import Testing

@testable import Intake

/// Which folders go when the desk has emptied them, by a made-up clock.
@Suite struct DroppedFoldersTests {
    private static let second: UInt64 = 1_000_000_000
    private static let minute = 60 * second
    private static let patience = 10 * minute
    private let start: UInt64 = 1_000_000 * second

    private func bytes(_ path: String) -> [UInt8] { Array(path.utf8) }

    @Test func folderThatGaveAFile_IsDueWhenItsPatienceIsOver_InnerOnesFirst() {
        var folders = DroppedFolders(patience: Self.patience)
        folders.came(bytes("a"), now: start)
        folders.came(bytes("a/b"), now: start)
        folders.contentCame(bytes("a/b/x.txt"), now: start + Self.second)
        folders.gave(bytes("a/b/x.txt"), now: start + 2 * Self.second)
        folders.gave(bytes("a/y.txt"), now: start + 2 * Self.second)
        let due = start + 2 * Self.second + Self.patience
        #expect(folders.nextLook == due)
        #expect(folders.takeDue(now: due - 1) == [])
        #expect(folders.takeDue(now: due) == [bytes("a/b"), bytes("a")])
    }

    @Test func folderThatHeldOnlyFolders_IsDueWhenTheyAreRemoved() {
        var folders = DroppedFolders(patience: Self.patience)
        folders.came(bytes("a"), now: start)
        folders.came(bytes("a/b"), now: start)
        folders.gave(bytes("a/b/x.txt"), now: start)
        #expect(folders.takeDue(now: start + Self.patience) == [bytes("a/b")])
        folders.removed(bytes("a/b"), now: start + Self.patience)
        #expect(folders.takeDue(now: start + Self.patience + Self.second) == [bytes("a")])
    }

    @Test func folderThatGaveNothing_OrStoodThereBefore_IsNeverDue() {
        var folders = DroppedFolders(patience: Self.patience)
        folders.came(bytes("new"), now: start)
        folders.gave(bytes("kept/x.txt"), now: start)
        #expect(folders.nextLook == nil)
        #expect(folders.takeDue(now: .max) == [])
    }

    /// Such as one in which a program puts a file every hour.
    @Test func folderThatIsFilledAfterAPause_IsKept() {
        var folders = DroppedFolders(patience: Self.patience)
        folders.came(bytes("reuters"), now: start)
        folders.contentCame(bytes("reuters/1.xml"), now: start + Self.second)
        folders.gave(bytes("reuters/1.xml"), now: start + Self.second)
        folders.contentCame(bytes("reuters/2.xml"), now: start + Self.second + Self.minute)
        folders.gave(bytes("reuters/2.xml"), now: start + 2 * Self.minute)
        #expect(folders.takeDue(now: start + 100 * Self.patience) == [])
    }

    @Test func everythingThatComes_AndEveryChangeOfRights_MakesItWaitLonger() {
        var folders = DroppedFolders(patience: Self.patience)
        folders.came(bytes("a"), now: start)
        folders.gave(bytes("a/x.txt"), now: start)
        folders.contentCame(bytes("a/b/y.txt"), now: start + 30 * Self.second)
        #expect(folders.takeDue(now: start + Self.patience) == [])
        folders.rightsChanged(bytes("a"), now: start + 5 * Self.minute)
        #expect(folders.takeDue(now: start + 30 * Self.second + Self.patience) == [])
        #expect(folders.takeDue(now: start + 5 * Self.minute + Self.patience) == [bytes("a")])
    }

    @Test func foldersOfAMaildir_Stay() {
        var folders = DroppedFolders(patience: Self.patience)
        for path in ["box", "box/cur", "box/new", "box/tmp"] { folders.came(bytes(path), now: start) }
        folders.gave(bytes("box/new/1"), now: start)
        #expect(folders.takeDue(now: .max) == [])
    }
}

/// Folders of a real inbox.
@Suite struct DroppedFolderTests {
    private func make(_ path: String, in harness: IntakeHarness) throws {
        try FileManager.default.createDirectory(
            at: harness.inbox.appendingPathComponent(path), withIntermediateDirectories: true)
    }

    private func remove(_ path: String, in harness: IntakeHarness) throws {
        try FileManager.default.removeItem(at: harness.inbox.appendingPathComponent(path))
    }

    private func stands(_ path: String, in harness: IntakeHarness) -> Bool {
        FileManager.default.fileExists(atPath: harness.inbox.path + "/" + path)
    }

    /// Waits until a name in the inbox is gone.
    private func goes(_ path: String, in harness: IntakeHarness, seconds: Double = 30) -> Bool {
        let end = DispatchTime.now() + seconds
        while stands(path, in: harness) { guard DispatchTime.now() < end else { return false } }
        return true
    }

    /// Waits until so many folders are watched.
    private func watches(_ count: Int, in harness: IntakeHarness, seconds: Double = 30) -> Bool {
        let end = DispatchTime.now() + seconds
        while harness.intake.status().watchedDirectories != count {
            guard DispatchTime.now() < end else { return false }
        }
        return true
    }

    @Test func foldersThatWereCopiedIn_GoWhenTheyAreEmpty() throws {
        let harness = try IntakeHarness(take: .move, patience: 100)
        harness.start()
        try make("drop/inner", in: harness)
        try harness.write("drop/a.txt")
        try harness.write("drop/inner/b.txt")
        #expect(harness.settled(files: 2))
        for file in harness.paths { try remove(file, in: harness) }
        #expect(goes("drop", in: harness))
        #expect(FileManager.default.fileExists(atPath: harness.inbox.path))
    }

    /// A machine on which other programs have used up the inotify instances of this user.
    private struct NoInstances: InboxFileSystem {
        private let system = SystemInboxes()

        func folder(path: String) throws(SystemError) -> any OpenFolder { try system.folder(path: path) }
        func makeFolder(path: String) throws(SystemError) { try system.makeFolder(path: path) }
        func events() throws(SystemError) -> any InboxEvents {
            throw SystemError(operation: "inotify_init1", path: "inotify", code: EMFILE)
        }
        func watchMounts(_ changed: @escaping @Sendable () -> Void) -> (any MountWatching)? { nil }
        func mounts(below path: String) -> Set<Mount> { [] }
    }

    @Test func folderThatWasMovedIn_GoesWhenItIsEmpty() throws {
        try dropFolder(in: IntakeHarness(take: .move, patience: 100))
    }

    @Test func folderThatWasMovedIn_GoesToo_WhereTheLimitOfInotifyIsReached() throws {
        let harness = try IntakeHarness(take: .move, patience: 100, fileSystem: NoInstances())
        try dropFolder(in: harness)
        #expect(harness.intake.status().watching.first?.text.contains("sysctl fs.inotify.max_user_instances") == true)
    }

    @Test func folderThatStoodThere_Stays_WhereTheLimitOfInotifyIsReached() throws {
        let harness = try IntakeHarness(take: .move, patience: 100, fileSystem: NoInstances()) { inbox in
            try FileManager.default.createDirectory(
                at: inbox.appendingPathComponent("kept"), withIntermediateDirectories: false)
            try Data("text".utf8).write(to: inbox.appendingPathComponent("kept/a.txt"))
        }
        harness.start()
        #expect(harness.settled(files: 1))
        try remove("kept/a.txt", in: harness)
        try make("drop", in: harness)
        try harness.write("drop/b.txt")
        #expect(harness.settled(files: 2))
        try remove("drop/b.txt", in: harness)
        #expect(goes("drop", in: harness))
        #expect(stands("kept", in: harness))
    }

    /// What stands there when the first scan ends stood there before.
    private func dropFolder(in harness: IntakeHarness) throws {
        harness.start()
        #expect(harness.settled(files: 0))
        let outside = harness.folder.appendingPathComponent("outside")
        try FileManager.default.createDirectory(
            at: outside.appendingPathComponent("inner"), withIntermediateDirectories: true)
        try Data("text".utf8).write(to: outside.appendingPathComponent("inner/a.txt"))
        #expect(rename(outside.path, harness.inbox.path + "/drop") == 0)
        #expect(harness.settled(files: 1))
        try remove("drop/inner/a.txt", in: harness)
        #expect(goes("drop", in: harness))
    }

    /// A later drop that goes shows that they were passed over, not merely late.
    @Test func folderThatStoodThere_ThatSomebodyMarks_OrThatIsRenamed_Stays() throws {
        let harness = try IntakeHarness(take: .move, patience: 100) { inbox in
            try FileManager.default.createDirectory(
                at: inbox.appendingPathComponent("kept"), withIntermediateDirectories: false)
        }
        harness.start()
        try harness.write("kept/a.txt")
        try make("marked", in: harness)
        try harness.write("marked/.keep", "")
        try harness.write("marked/b.txt")
        try make("first", in: harness)
        // The inbox, `kept`, `marked` and `first`: of a folder that is not watched yet nobody knows whence it was moved.
        #expect(watches(4, in: harness))
        #expect(rename(harness.inbox.path + "/first", harness.inbox.path + "/second") == 0)
        try harness.write("second/c.txt")
        #expect(harness.settled(files: 3))
        for file in ["kept/a.txt", "marked/b.txt", "second/c.txt"] { try remove(file, in: harness) }
        for name in ["one", "two", "three"] {
            try make(name, in: harness)
            let before = harness.files.count
            try harness.write(name + "/x.txt", name)
            #expect(harness.settled(files: before + 1))
            try remove(name + "/x.txt", in: harness)
            #expect(goes(name, in: harness))
        }
        for name in ["kept", "marked", "second"] { #expect(stands(name, in: harness), "\(name)") }
    }

    @Test func foldersOfAnInboxWhoseFilesStay_Stay() throws {
        let leaving = try IntakeHarness(take: .leave, patience: 100)
        let moving = try IntakeHarness(take: .move, patience: 100)
        for harness in [leaving, moving] {
            harness.start()
            try make("drop", in: harness)
            try harness.write("drop/a.txt")
            #expect(harness.settled(files: 1))
            try remove("drop/a.txt", in: harness)
        }
        #expect(goes("drop", in: moving))
        #expect(stands("drop", in: leaving))
    }

    /// Too deep a folder cannot be looked at, whoever asks; so it is with one that is closed.
    @Test(arguments: ["deepest", "all"]) func troubleOfAFolderThatIsGone_IsGone(_ taken: String) throws {
        // The inbox is the first level.
        let deep = Array(repeating: "d", count: DirectoryScan.depthLimit).joined(separator: "/")
        let harness = try IntakeHarness(take: .move) { inbox in
            try FileManager.default.createDirectory(
                at: inbox.appendingPathComponent(deep), withIntermediateDirectories: true)
        }
        harness.start()
        #expect(harness.settled(files: 0))
        #expect(harness.intake.status().unreadable == 1)
        if taken == "all" {
            // Moved away as a whole, so that nothing is told of the deepest.
            #expect(rename(harness.inbox.path + "/d", harness.folder.path + "/away") == 0)
        } else {
            try remove(deep, in: harness)
        }
        let end = DispatchTime.now() + 30
        while harness.intake.status().unreadable != 0 {
            guard DispatchTime.now() < end else {
                Issue.record("it is still told: \(harness.intake.status()), \(harness.events)")
                return
            }
        }
    }
}
