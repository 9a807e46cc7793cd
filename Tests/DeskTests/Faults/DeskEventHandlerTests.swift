import ArticleQuery
import Glibc
import Intake
import LinuxSystem
import Logging
import NewsModel
import Testing

@testable import Desk

/// What follows from the events of a desk's parts, with no part attached.
@Suite struct DeskEventHandlerTests {
    private let folder: TemporaryFolder
    private let handler: DeskEventHandler

    init() throws {
        folder = try TemporaryFolder()
        handler = DeskEventHandler(
            DeskConfiguration(state: folder.path, inboxes: [InboxConfiguration(path: folder.path + "/inbox")]),
            journal: DeskJournal(logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }),
            spaceGuard: SpaceGuard(directory: try Descriptor.directory(path: folder.path), minimumFreeBytes: 0),
            clock: SetClock())
    }

    @Test func whileCommitsFail_TheIntakeRests_AndTheStatusSaysWhatToDo() {
        let error = ArchiveError(.diskFull, operation: "commit", path: folder.path, cause: "No space left on device")
        handler.commitFailed(error, times: 1)
        #expect(handler.problems.pausesIntake)
        #expect(handler.problems.all.first?.contains(error.hint) == true)
        handler.commitsWorkAgain()
        #expect(!handler.problems.pausesIntake && handler.problems.all.first == nil)
    }

    @Test func aFaultOfAllFiles_IsAProblemUntilAFileHasBeenTaken() {
        handler.lane(.fault("no reader could be started"))
        #expect(handler.problems.pausesIntake)
        #expect(handler.problems.all.first == "no reader could be started")
        handler.lane(.worked)
        #expect(handler.problems.all.first == nil)
    }

    @Test func aNameThatStays_IsAProblemUntilItIsGone() throws {
        let identity = FileIdentity(device: 1, inode: 2, size: 3, modifiedNanoseconds: 4, changedNanoseconds: 5)
        let handed = { (name: String) in
            HandedFile(
                file: InboxFile(inbox: 0, path: FileName(bytes: Array(name.utf8)), identity: identity),
                root: try Descriptor.directory(path: folder.path), settings: InboxSettings(path: folder.path))
        }
        let denied = SystemError(operation: "remove", path: "a", code: EACCES)
        handler.nameStays(try handed("a"), denied)
        handler.nameStays(try handed("b"), denied)
        handler.nameIsGone(try handed("a"))
        #expect(handler.problems.has(.names))
        handler.nameIsGone(try handed("b"))
        #expect(!handler.problems.has(.names))
        #expect(handler.end() && !handler.end())
    }

    @Test func anInboxThatIsPolledForALimit_IsAProblemThatSaysWhatToDo_UntilItIsWatchedAgain() {
        let error = SystemError(operation: "inotify_init1", path: "inotify", code: EMFILE)
        handler.intake(.polled(inbox: 0, path: FileName("a"), .limit(.instances, error)))
        #expect(handler.problems.all.first?.contains("sysctl fs.inotify.max_user_instances=") == true)
        #expect(!handler.problems.pausesIntake)
        handler.intake(.watchedAgain(inbox: 0))
        #expect(handler.problems.all.isEmpty)
        handler.intake(.polled(inbox: 0, path: FileName("a"), .configured))
        #expect(handler.problems.all.isEmpty)
    }

    @Test func anInboxThatIsMissing_IsAProblemUntilItIsBack() {
        handler.intake(.inboxMissing(inbox: 0, SystemError(operation: "open", path: "inbox", code: ENOENT)))
        #expect(handler.problems.has(.inbox(0)))
        handler.intake(.inboxBack(inbox: 0))
        #expect(!handler.problems.has(.inbox(0)))
    }
}
