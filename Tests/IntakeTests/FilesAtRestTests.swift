import Foundation
import LinuxSystem
import Synchronization
import Testing

@testable import Intake

/// What stood in an inbox long enough is taken without a quiet period, in the order of its age; everything else waits.
@Suite struct FilesAtRestTests {
    /// A clock on the wall by which so many milliseconds have passed since, and a monotonic one that goes on by our word.
    private final class LaterClock: Clock {
        let nanoseconds = Atomic<UInt64>(1_000_000_000)
        let milliseconds: Int64
        init(milliseconds: Int64) { self.milliseconds = milliseconds }
        var monotonicNanoseconds: UInt64 { nanoseconds.load(ordering: .relaxed) }
        var wallMilliseconds: Int64 { SystemClock().wallMilliseconds + milliseconds }
    }

    private static let quiet = 60_000

    /// Files with the times at which they were last written, in seconds before now.
    private static func files(_ ages: [String: Double]) -> (URL) throws -> Void {
        { inbox in
            for (name, age) in ages {
                let file = inbox.appendingPathComponent(name)
                try Data("text".utf8).write(to: file)
                try FileManager.default.setAttributes(
                    [.modificationDate: Date(timeIntervalSinceNow: -age)], ofItemAtPath: file.path)
            }
        }
    }

    @Test func filesAtRest_AreTakenWithoutAQuietPeriod_TheOldestFirst() throws {
        let harness = try IntakeHarness(
            settle: Self.quiet, clock: LaterClock(milliseconds: 70_000),
            prepare: Self.files(["b.txt": 10.5, "a.txt": 5.5, "c.txt": 900.5]))
        harness.start()
        #expect(harness.settled(files: 3))
        #expect(harness.paths == ["c.txt", "b.txt", "a.txt"])
    }

    /// The last change is what counts, however old the content says that it is, and a clock that was set back says nothing.
    @Test(arguments: [50_000, -3_600_000])
    func filesThatChangedLately_WaitForTheQuietPeriod(milliseconds: Int64) throws {
        let clock = LaterClock(milliseconds: milliseconds)
        let harness = try IntakeHarness(
            settle: Self.quiet, clock: clock, prepare: Self.files(["a.txt": 900.5, "b.txt": 0]))
        harness.start()
        #expect(harness.waitsToSettle(2))
        #expect(harness.files.isEmpty)
        clock.nanoseconds.store(clock.monotonicNanoseconds + 61_000_000_000, ordering: .relaxed)
        harness.intake.rescan()
        #expect(harness.settled(files: 2))
    }

    /// Where other machines write their clocks count, and polling tells nothing of what comes next.
    @Test func filesOfAPolledInbox_WaitForTheQuietPeriod() throws {
        let harness = try IntakeHarness(
            watch: .poll, settle: Self.quiet, clock: LaterClock(milliseconds: 70_000),
            prepare: Self.files(["a.txt": 900.5]))
        harness.start()
        #expect(harness.waitsToSettle(1))
        #expect(harness.files.isEmpty)
    }
}
