import LinuxSystem
import NewsModel
import Testing

@testable import Intake

@Suite struct SettleTrackerTests {
    private static let path = Array("a.txt".utf8)
    private static let second: UInt64 = 1_000_000_000
    /// A lease was refused since the file is another user's.
    private static let unknown = WriterPresence.unknown(SystemError(operation: "lease", path: "", code: 13))

    private static func identity(size: Int64 = 1, changed: Int64 = 1) -> FileIdentity {
        FileIdentity(device: 1, inode: 1, size: size, modifiedNanoseconds: 0, changedNanoseconds: changed)
    }

    private static func tracker() -> SettleTracker {
        SettleTracker(SettleTracker.Periods(quiet: 300, unseen: 3000, patience: 600 * second))
    }

    // MARK: Written in place

    @Test func fileThatWasClosed_IsComplete_AfterTheQuietPeriod() {
        var tracker = Self.tracker()
        tracker.created(Self.path, now: 500)
        tracker.changed(Self.path, now: 900)
        tracker.closed(Self.path, Self.identity(), now: 1000)
        #expect(tracker.takeDue(now: 1299, limit: 10).isEmpty)
        #expect(tracker.takeDue(now: 1300, limit: 10) == [Self.path])
        #expect(!tracker.asksForWriter(Self.path))
        let verdict = tracker.judge(Self.path, Self.identity(), writer: nil, now: 1300)
        #expect(verdict == .complete)
        #expect(tracker.count == 0)
    }

    /// What follows a close opens it again, and only another close ends that.
    @Test func fileThatIsChangedAfterItsClose_WaitsForAnotherClose() {
        var tracker = Self.tracker()
        tracker.closed(Self.path, Self.identity(), now: 1000)
        tracker.changed(Self.path, now: 1200)
        #expect(tracker.takeDue(now: 1300, limit: 10).isEmpty)
        #expect(tracker.takeDue(now: 1500, limit: 10) == [Self.path])
        #expect(tracker.asksForWriter(Self.path))
        let verdict = tracker.judge(Self.path, Self.identity(), writer: Self.unknown, now: 1500)
        #expect(verdict == .waitsForWriter)
        tracker.closed(Self.path, Self.identity(size: 2), now: 5000)
        #expect(tracker.takeDue(now: 5300, limit: 10) == [Self.path])
        let last = tracker.judge(Self.path, Self.identity(size: 2), writer: nil, now: 5300)
        #expect(last == .complete)
    }

    /// The pause of a writer is no end, however long it is; that nobody can say who has the file open is no proof that nobody has.
    @Test(arguments: [unknown, .present])
    func openFile_WaitsForItsWriter_ThroughEveryPause(writer: WriterPresence) {
        var tracker = Self.tracker()
        tracker.changed(Self.path, now: 0)
        var now: UInt64 = 0
        for step in 1...5 {
            now = UInt64(step) * 100 * Self.second
            #expect(tracker.takeDue(now: now, limit: 10) == [Self.path])
            let verdict = tracker.judge(Self.path, Self.identity(), writer: writer, now: now)
            #expect(verdict == .waitsForWriter)
        }
        #expect(tracker.waiting.count == 1)
        #expect(tracker.waiting == [Self.path])
    }

    @Test(arguments: [unknown, .present])
    func openFileWithoutNews_IsGivenUp_WhenPatienceEnds(writer: WriterPresence) {
        var tracker = Self.tracker()
        tracker.changed(Self.path, now: 0)
        #expect(tracker.takeDue(now: 300, limit: 10) == [Self.path])
        let first = tracker.judge(Self.path, Self.identity(), writer: writer, now: 300)
        #expect(first == .waitsForWriter)
        #expect(tracker.takeDue(now: 599 * Self.second, limit: 10) == [Self.path])
        // It grew, and no event told of it: that is news.
        let second = tracker.judge(Self.path, Self.identity(size: 2), writer: writer, now: 599 * Self.second)
        #expect(second == .waitsForWriter)
        #expect(tracker.takeDue(now: 1198 * Self.second, limit: 10) == [Self.path])
        let third = tracker.judge(Self.path, Self.identity(size: 2), writer: writer, now: 1198 * Self.second)
        #expect(third == .waitsForWriter)
        #expect(tracker.nextDue == 1199 * Self.second)
        #expect(tracker.takeDue(now: 1199 * Self.second, limit: 10) == [Self.path])
        let last = tracker.judge(Self.path, Self.identity(size: 2), writer: writer, now: 1199 * Self.second)
        #expect(last == .givenUp)
        #expect(tracker.count == 0)
        #expect(tracker.waiting.isEmpty)
    }

    /// Events of its close were lost, or it is a link to a file that is written under another name.
    @Test func openFileThatALeaseTellsToHaveNoWriter_IsComplete() {
        var tracker = Self.tracker()
        tracker.created(Self.path, now: 1000)
        #expect(tracker.takeDue(now: 1300, limit: 10) == [Self.path])
        let verdict = tracker.judge(Self.path, Self.identity(), writer: WriterPresence.none, now: 1300)
        #expect(verdict == .complete)
    }

    @Test func fileThatWasCreatedEmpty_WaitsForItsWriter_ALinkToAFullOneDoesNot() {
        var tracker = Self.tracker()
        tracker.created(Self.path, now: 1000)
        tracker.created(Array("link".utf8), now: 1000)
        #expect(tracker.takeDue(now: 1300, limit: 10) == [Self.path, Array("link".utf8)])
        let empty = tracker.judge(Self.path, Self.identity(size: 0), writer: Self.unknown, now: 1300)
        let link = tracker.judge(Array("link".utf8), Self.identity(size: 9), writer: Self.unknown, now: 1300)
        #expect(empty == .waitsForWriter)
        #expect(link == .settles)
        #expect(tracker.takeDue(now: 4300, limit: 10) == [Array("link".utf8)])
        let later = tracker.judge(Array("link".utf8), Self.identity(size: 9), writer: nil, now: 4300)
        #expect(later == .complete)
    }

    @Test func thousandChanges_CostOneDeadline() {
        var tracker = Self.tracker()
        for step in 0..<1000 { tracker.changed(Self.path, now: UInt64(step)) }
        #expect(tracker.takeDue(now: 1298, limit: 10).isEmpty)
        #expect(tracker.nextDue == 1299)
        #expect(tracker.takeDue(now: 1299, limit: 10) == [Self.path])
        #expect(tracker.nextDue == nil)
    }

    // MARK: Without a history

    @Test func fileThatWasFound_IsComplete_AfterALongerPeriod() {
        var tracker = Self.tracker()
        tracker.found(Self.path, Self.identity(), now: 1000)
        #expect(tracker.takeDue(now: 3999, limit: 10).isEmpty)
        #expect(tracker.takeDue(now: 4000, limit: 10) == [Self.path])
        let verdict = tracker.judge(Self.path, Self.identity(), writer: nil, now: 4000)
        #expect(verdict == .complete)
    }

    @Test(arguments: [identity(size: 2), identity(changed: 2)])
    func fileThatChangedWithoutAnEvent_WaitsAsIfItWereFoundNow(later: FileIdentity) {
        var tracker = Self.tracker()
        tracker.closed(Self.path, Self.identity(), now: 1000)
        _ = tracker.takeDue(now: 1300, limit: 10)
        let verdict = tracker.judge(Self.path, later, writer: nil, now: 1310)
        #expect(verdict == .settles)
        #expect(tracker.nextDue == 4310)
        #expect(tracker.takeDue(now: 4310, limit: 10) == [Self.path])
        let last = tracker.judge(Self.path, later, writer: nil, now: 4310)
        #expect(last == .complete)
    }

    @Test func eventOfAFileThatWasFound_GivesItAHistory() {
        var tracker = Self.tracker()
        tracker.found(Self.path, Self.identity(), now: 1000)
        tracker.changed(Self.path, now: 2000)
        #expect(tracker.takeDue(now: 2300, limit: 10) == [Self.path])
        let verdict = tracker.judge(Self.path, Self.identity(size: 2), writer: Self.unknown, now: 2300)
        #expect(verdict == .waitsForWriter)
    }

    @Test func lostEvents_MakeEveryNameOneThatWasFound() {
        var tracker = Self.tracker()
        tracker.closed(Self.path, Self.identity(), now: 1000)
        tracker.changed(Array("open".utf8), now: 1000)
        tracker.loseHistory(now: 1100)
        #expect(tracker.takeDue(now: 4099, limit: 10).isEmpty)
        #expect(Set(tracker.takeDue(now: 4100, limit: 10)) == [Self.path, Array("open".utf8)])
        let closed = tracker.judge(Self.path, Self.identity(), writer: nil, now: 4100)
        #expect(closed == .complete)
        // Nobody had looked at the open one before.
        let open = tracker.judge(Array("open".utf8), Self.identity(), writer: nil, now: 4100)
        #expect(open == .settles)
    }

    @Test func fileAtRest_IsTakenAtOnce_UnlessAnEventTellsOfItOrItHasChanged() {
        var tracker = Self.tracker()
        for path in ["told", "changed", "gone", "same"] { tracker.rest(Array(path.utf8), Self.identity()) }
        #expect(tracker.count == 4)
        tracker.closed(Array("told".utf8), Self.identity(), now: 1000)
        tracker.forget(Array("gone".utf8))
        #expect(tracker.takeResting() == [Array("changed".utf8), Array("same".utf8)])
        #expect(!tracker.hasResting)
        let same = tracker.judge(Array("same".utf8), Self.identity(), writer: nil, now: 1001)
        #expect(same == .complete)
        let changed = tracker.judge(Array("changed".utf8), Self.identity(size: 2), writer: nil, now: 1001)
        #expect(changed == .settles)
        #expect(tracker.takeDue(now: 1300, limit: 10) == [Array("told".utf8)])
        #expect(tracker.takeDue(now: 4001, limit: 10) == [Array("changed".utf8)])
    }

    // MARK: All of them

    @Test func forgottenFile_IsNeverDue() {
        var tracker = Self.tracker()
        tracker.changed(Self.path, now: 1000)
        tracker.forget(Self.path)
        #expect(tracker.takeDue(now: 2000, limit: 10).isEmpty)
    }

    @Test func fileForgottenAndToldOfAgain_IsDueOnce() {
        var tracker = Self.tracker()
        tracker.changed(Self.path, now: 1000)
        tracker.forget(Self.path)
        tracker.changed(Self.path, now: 1100)
        #expect(tracker.takeDue(now: 1300, limit: 10).isEmpty)
        #expect(tracker.takeDue(now: 1400, limit: 10) == [Self.path])
        #expect(tracker.takeDue(now: 9000, limit: 10).isEmpty)
    }

    @Test func manyFiles_ComeDueInOrder_AndInPortions() {
        var tracker = Self.tracker()
        let paths = (0..<5000).map { Array("f\($0)".utf8) }
        for (index, path) in paths.enumerated() { tracker.closed(path, Self.identity(), now: UInt64(index)) }
        var taken: [[UInt8]] = []
        while true {
            let due = tracker.takeDue(now: 10_000, limit: 700)
            if due.isEmpty { break }
            #expect(due.count <= 700)
            taken += due
        }
        #expect(taken == paths)
    }
}
