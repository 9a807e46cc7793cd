import Archive
import Foundation
import Intake
import LinuxSystem
import Logging
import NewsModel
import Testing

@testable import Desk

/// What a start makes of the files that were being read when the daemon died.
@Suite struct AttemptsLeftTests {
    private static func file(_ name: String, _ inbox: String) -> AttemptedFile {
        AttemptedFile(
            inbox: inbox, path: FileName(name),
            identity: FileIdentity(device: 1, inode: 2, size: 3, modifiedNanoseconds: 4, changedNanoseconds: 5))
    }

    /// The note of an attempt may be older than the delivery when the power went; nobody would ever clear such a file.
    @Test func fileThatStands_IsASuspect_AndOneThatIsGone_IsNot() throws {
        let folder = try TemporaryFolder()
        let inbox = folder.path + "/inbox"
        try FileCalls.makeFolder(inbox, mode: 0o700)
        try Data("text".utf8).write(to: URL(filePath: inbox + "/stands.txt"))
        let archive = try Archive.open(state: folder.path + "/state")
        defer { try? archive.close() }
        let missing = folder.path + "/not-mounted"
        let files = [
            Self.file("stands.txt", inbox), Self.file("gone.txt", inbox), Self.file("folder/gone.txt", inbox),
            Self.file("unknown.txt", missing),
        ]
        let left = AttemptsFile.Left(
            attempts: files.map {
                AttemptsFile.Attempt(inbox: $0.inbox, path: $0.path, identity: $0.identity, signal: 0)
            })
        let suspects = try Pipeline.suspects(
            left, archive: archive, logger: Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }),
            clock: SetClock(), fileSystem: SystemInboxes())
        #expect(files.map { suspects.strikes($0) > 0 } == [true, false, false, true])
        #expect(Set(try archive.attemptedFiles().keys) == [files[0], files[3]])
    }
}
