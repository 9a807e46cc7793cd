import Archive
import Dispatch
import Glibc
import Intake
import LinuxSystem
import NewsModel
import ReaderHost
import Synchronization
import Testing

@testable import Desk

/// What a lane makes of files that cannot be taken: a simulation stands in the place of the inbox's file system.
@Suite struct LaneTests {
    /// A file system that fails.
    private struct FailingCapture: FileCapturing {
        var failure: CaptureFailure

        func capture(
            _ path: FileName, in root: any OpenFolder, expecting expected: FileIdentity?, evenIfOpen: Bool,
            within limit: WorkLimit
        ) throws(CaptureFailure) -> SealedCopy { throw failure }
    }

    private let folder: TemporaryFolder
    private let events = RecordedEvents()
    private let inbox: InboxSettings
    private let root: Descriptor

    init() throws {
        folder = try TemporaryFolder()
        inbox = InboxSettings(path: folder.path + "/inbox")
        try FileCalls.makeFolder(inbox.path, mode: 0o700)
        root = try Descriptor.directory(path: inbox.path)
    }

    /// Has a lane take a file of so many bytes; the events of that.
    private func take(size: Int64 = 5, _ capture: any FileCapturing, removesTooLarge: Bool = false) throws -> [String] {
        let archive = try Archive.open(state: folder.path + "/state")
        defer { try? archive.close() }
        let clock = SetClock()
        let (attempts, _) = try AttemptsFile.open(
            in: Descriptor.directory(path: folder.path + "/state/work"), slots: 1)
        let intake = Intake(
            inboxes: [inbox], rules: IgnoreRules(), seams: Intake.Seams(isDurable: { _ in false }, report: { _ in }))
        let removals = NameRemovals(
            inboxes: [inbox], movesBack: intake.movesBack, archive: archive, root: { _ in nil }, events: events)
        let liveness = LivenessMonitor(readerTimeoutSeconds: 60, clock: clock)
        let meter = Meter()
        let budget = TextBudget()
        let writer = ArchiveWriter(
            archive: archive, removals: removals, liveness: liveness, meter: meter, budget: budget, clock: clock,
            events: events)
        let lane = Lane(
            number: 0, reader: ReaderSupervisor(program: "/nowhere/wiredesk-reader", limits: ReaderLimits()),
            surroundings: Lane.Surroundings(
                archive: archive, suspects: Suspects([:]), writer: writer, budget: budget, capture: capture,
                attempts: attempts, isolation: IsolationLock(), liveness: liveness, meter: meter, clock: clock,
                maximumBytes: 1000, removesTooLarge: removesTooLarge, cancellation: Cancellation(), tickets: Tickets(),
                responses: intake.responses, events: events))
        let file = InboxFile(
            inbox: 0, path: FileName(bytes: Array("a.txt".utf8)),
            identity: FileIdentity(device: 1, inode: 2, size: size, modifiedNanoseconds: 3, changedNanoseconds: 4))
        let handed = HandedFile(file: file, root: root, settings: inbox)
        let isTaken = DispatchSemaphore(value: 0)
        lane.queue.async {
            #expect(lane.take(handed))
            isTaken.signal()
        }
        isTaken.wait()
        let isWritten = DispatchSemaphore(value: 0)
        writer.finish { _ in isWritten.signal() }
        isWritten.wait()
        return events.told
    }

    private static func error(_ code: Int32, _ operation: String = "read") -> SystemError {
        SystemError(operation: operation, path: "a.txt", code: code)
    }

    @Test(arguments: [
        (CaptureFailure.vanished, ["vanished", "a.txt is gone"]),
        (.changed, ["changed", "a.txt again"]),
        (.notAFile(.link), ["no file: link", "a.txt is done"]),
        (
            .openForWriting,
            ["waiting: another program is still writing it; it is read when that has closed it", "a.txt is open"]
        ),
        (.locked, ["waiting: another program has locked it; it is read when the lock is gone", "a.txt waits"]),
        (.cancelled, ["a.txt is done"]),
    ])
    func aFileThatCannotBeTaken_GoesBackToTheIntake(failure: CaptureFailure, events: [String]) throws {
        #expect(try take(FailingCapture(failure: failure)) == events)
    }

    @Test func aFileThatDoesNotComeOn_WaitsForHalfAnHour() throws {
        #expect(try take(FailingCapture(failure: .tooSlow(Self.error(ETIMEDOUT)))).last == "a.txt waits 1800 s")
    }

    @Test(arguments: [EMFILE, ENFILE, ENOMEM]) func aShortage_IsAFaultOfAllFiles(code: Int32) throws {
        let told = try take(FailingCapture(failure: .surroundings(Self.error(code, "open"))))
        #expect(told.count == 2 && told[0].hasPrefix("fault: ") && told[1] == "a.txt waits")
    }

    @Test func aFullDisk_IsAFaultOfAllFiles_AndABadSectorIsNot() throws {
        let full = try take(FailingCapture(failure: .surroundings(Self.error(ENOSPC, "write"))))
        #expect(full.count == 2 && full[0].hasPrefix("fault: files cannot be copied") && full[1] == "a.txt waits")
        let bad = try take(FailingCapture(failure: .surroundings(Self.error(EIO)))).dropFirst(2)
        #expect(bad.count == 2 && bad.first?.hasPrefix("waiting: ") == true && bad.last == "a.txt waits")
    }

    @Test func aFileThatIsTooLarge_IsNotEvenOpened() throws {
        // The simulation would say that it changed.
        let told = try take(size: 1001, FailingCapture(failure: .changed))
        #expect(told.count == 2 && told[0].contains("max_size is 1000") && told[1] == "a.txt is unfit")
    }

    @Test func aFileThatGrewTooLarge_IsRejectedWhereSuchNamesAreRemoved() throws {
        let grown = FileIdentity(device: 1, inode: 2, size: 1001, modifiedNanoseconds: 3, changedNanoseconds: 5)
        let told = try take(FailingCapture(failure: .tooLarge(grown)), removesTooLarge: true)
        #expect(told.first == "committed rejected")
    }
}
