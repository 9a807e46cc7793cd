import Foundation
import Glibc
import LinuxSystem
import NewsModel
import Synchronization
import Testing

@testable import Intake

/// Files that a program still writes are waited for, and by a clock that nobody sets.
@Suite struct OpenWriterTests {
    init() {
        // A lease that is broken sends SIGIO, whose default ends the process (fcntl(2)).
        signal(SIGIO, SIG_IGN)
    }

    /// A file that was moved in is complete at once for whoever watches; that it is open for writing still, a lease tells.
    @Test func fileMovedIn_WhileItIsOpenForWriting_IsNotCaptured_UnlessItsWriterWasGivenUp() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("writers-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let root = try Descriptor.directory(path: folder.path)
        let capture = FileCapture(workDirectory: root)
        let file = folder.appendingPathComponent("half.txt")
        try Data("The first half".utf8).write(to: file)
        let writer = open(file.path, O_WRONLY)
        let name = FileName("half.txt")
        #expect { try capture.capture(name, in: root, expecting: nil) } throws: { Self.isOpenForWriting($0) }
        #expect(try capture.capture(name, in: root, expecting: nil, evenIfOpen: true).size == 14)
        close(writer)
        #expect(try capture.capture(name, in: root, expecting: nil).size == 14)
    }

    private static func isOpenForWriting(_ error: any Error) -> Bool {
        if case CaptureFailure.openForWriting = error { true } else { false }
    }

    @Test func fileWrittenInPieces_IsHandedOutOnce_WhenItsWriterHasClosedIt() throws {
        let harness = try IntakeHarness(settle: 20)
        harness.start()
        let path = harness.inbox.path + "/slow.txt"
        let writer = open(path, O_WRONLY | O_CREAT, 0o644)
        for piece in 0..<4 {
            Glibc.write(writer, "piece \(piece)\n", 8)
            // As long as it takes until the intake has looked at it and found that it waits for its writer.
            #expect(harness.waits("slow.txt"))
            #expect(harness.files.isEmpty)
        }
        close(writer)
        #expect(harness.settled(files: 1))
        #expect(harness.files.map(\.identity.size) == [32])
    }

    /// A monotonic clock that goes on by our word, from the machine's.
    private final class HastyClock: Clock {
        let ahead = Atomic<UInt64>(0)
        var monotonicNanoseconds: UInt64 {
            SystemClock().monotonicNanoseconds + ahead.load(ordering: .relaxed)
        }
        var wallMilliseconds: Int64 { SystemClock().wallMilliseconds }
    }

    @Test func fileOpenWithoutNews_IsHandedOut_WithAWarning_WhenPatienceEnds() throws {
        let clock = HastyClock()
        let harness = try IntakeHarness(settle: 20, patience: 600_000, clock: clock)
        harness.start()
        let writer = open(harness.inbox.path + "/forgotten.txt", O_WRONLY | O_CREAT, 0o644)
        defer { close(writer) }
        Glibc.write(writer, "half", 4)
        #expect(harness.waits("forgotten.txt"))
        clock.ahead.store(601 * 1_000_000_000, ordering: .relaxed)
        harness.intake.rescan()
        #expect(harness.settled(files: 1))
        let seconds = harness.events.compactMap { event in
            if case .writerGivenUp(0, FileName("forgotten.txt"), let seconds) = event { seconds } else { nil }
        }
        #expect(seconds == [600])
    }

    /// Complete at once, and then changed before anybody has taken it: it waits for its writer after all.
    @Test func fileThatIsChangedAfterItWasMovedIn_IsNotHandedOut_BeforeItsWriterHasClosedIt() throws {
        let harness = try IntakeHarness(settle: 20)
        harness.intake.setPaused(true)
        harness.start()
        let outside = harness.folder.path + "/moved.txt"
        let writer = open(outside, O_WRONLY | O_CREAT, 0o644)
        Glibc.write(writer, "half", 4)
        #expect(rename(outside, harness.inbox.path + "/moved.txt") == 0)
        Glibc.write(writer, " whole", 6)
        #expect(harness.waits("moved.txt"))
        harness.intake.setPaused(false)
        close(writer)
        #expect(harness.settled(files: 1))
        #expect(harness.files.map(\.identity.size) == [10])
    }
}
