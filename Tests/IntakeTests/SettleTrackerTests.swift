import NewsModel
import Testing

@testable import Intake

@Suite struct SettleTrackerTests {
    private static let path = Array("a.txt".utf8)

    private static func identity(size: Int64 = 1, changed: Int64 = 1) -> FileIdentity {
        FileIdentity(device: 1, inode: 1, size: size, modifiedNanoseconds: 0, changedNanoseconds: changed)
    }

    private static func tracker() -> SettleTracker { SettleTracker(quietNanoseconds: 300) }

    @Test func file_IsDueOnlyAfterTheQuietPeriod() {
        var tracker = Self.tracker()
        tracker.observe(Self.path, Self.identity(), now: 1000)
        #expect(tracker.takeDue(now: 1299, limit: 10).isEmpty)
        #expect(tracker.nextDue == 1300)
        #expect(tracker.takeDue(now: 1300, limit: 10) == [Self.path])
        let isComplete = tracker.confirm(Self.path, Self.identity(), now: 1300)
        #expect(isComplete)
        #expect(tracker.count == 0)
    }

    @Test func event_BeginsTheQuietPeriodAnew_EvenIfNothingElseChanged() {
        var tracker = Self.tracker()
        tracker.observe(Self.path, Self.identity(), now: 1000)
        tracker.observe(Self.path, Self.identity(), now: 1200)
        #expect(tracker.takeDue(now: 1300, limit: 10).isEmpty)
        #expect(tracker.takeDue(now: 1500, limit: 10) == [Self.path])
    }

    @Test(arguments: [identity(size: 2), identity(changed: 2)])
    func changedFile_WaitsAnotherQuietPeriod(later: FileIdentity) {
        var tracker = Self.tracker()
        tracker.observe(Self.path, Self.identity(), now: 1000)
        _ = tracker.takeDue(now: 1300, limit: 10)
        let isComplete = tracker.confirm(Self.path, later, now: 1310)
        #expect(!isComplete)
        #expect(tracker.nextDue == 1610)
        #expect(tracker.takeDue(now: 1610, limit: 10) == [Self.path])
        let isCompleteLater = tracker.confirm(Self.path, later, now: 1610)
        #expect(isCompleteLater)
    }

    @Test func forgottenFile_IsNeverDue() {
        var tracker = Self.tracker()
        tracker.observe(Self.path, Self.identity(), now: 1000)
        tracker.forget(Self.path)
        #expect(tracker.takeDue(now: 2000, limit: 10).isEmpty)
        let isComplete = tracker.confirm(Self.path, Self.identity(), now: 2000)
        #expect(!isComplete)
    }

    @Test func manyFiles_ComeDueInOrder_AndInPortions() {
        var tracker = Self.tracker()
        let paths = (0..<5000).map { Array("f\($0)".utf8) }
        for (index, path) in paths.enumerated() { tracker.observe(path, Self.identity(), now: UInt64(index)) }
        var taken: [[UInt8]] = []
        while true {
            let due = tracker.takeDue(now: 10_000, limit: 700)
            if due.isEmpty { break }
            #expect(due.count <= 700)
            taken += due
        }
        #expect(taken == paths)
    }

    @Test func fileAtRest_IsTakenAtOnce_UnlessAnEventTellsOfItOrItHasChanged() {
        var tracker = Self.tracker()
        for path in ["told", "changed", "gone", "same"] { tracker.rest(Array(path.utf8), Self.identity()) }
        #expect(tracker.count == 4)
        tracker.observe(Array("told".utf8), Self.identity(), now: 1000)
        tracker.forget(Array("gone".utf8))
        #expect(tracker.takeResting() == [Array("changed".utf8), Array("same".utf8)])
        #expect(!tracker.hasResting)
        let isComplete = tracker.confirm(Array("same".utf8), Self.identity(), now: 1001)
        #expect(isComplete)
        let isStillComplete = tracker.confirm(Array("changed".utf8), Self.identity(size: 2), now: 1001)
        #expect(!isStillComplete)
        #expect(tracker.takeDue(now: 1301, limit: 10) == [Array("told".utf8), Array("changed".utf8)])
    }
}
